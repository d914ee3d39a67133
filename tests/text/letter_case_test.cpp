#include "text/letter_case.hpp"

#include <gtest/gtest.h>

namespace retrace::text {
namespace {

TEST(LetterCase, CapitalsOfAllScripts) {
    EXPECT_EQ(upperCase("Baden-Württemberg"), "BADEN-WÜRTTEMBERG");
    EXPECT_EQ(upperCase("Kraj Vysočina"), "KRAJ VYSOČINA");
    EXPECT_EQ(upperCase("Одеса"), "ОДЕСА");
    EXPECT_EQ(upperCase("حماة"), "حماة");
    EXPECT_EQ(upperCase(""), "");
}

}  // namespace
}  // namespace retrace::text
