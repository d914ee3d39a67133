#include "gazetteer/abbreviations.hpp"

#include <gtest/gtest.h>

namespace retrace::gazetteer {
namespace {

using Names = std::vector<std::string>;

TEST(Abbreviations, AreSpelledOutBesideTheNameAsItStands) {
    EXPECT_EQ(spelledOut("St. Quentin"), (Names{"St. Quentin", "saint quentin"}));
    EXPECT_EQ(spelledOut("Mt Kenya"), (Names{"Mt Kenya", "mount kenya"}));
    EXPECT_EQ(spelledOut("Bay St. Louis"), (Names{"Bay St. Louis", "bay saint louis"}));
}

TEST(Abbreviations, OtherNamesStayOne) {
    EXPECT_EQ(spelledOut("Stettin"), Names{"Stettin"});
    EXPECT_EQ(spelledOut("St"), Names{"St"});
    EXPECT_EQ(spelledOut(""), Names{""});
}

}  // namespace
}  // namespace retrace::gazetteer
