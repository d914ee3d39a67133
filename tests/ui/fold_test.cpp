#include "ui/fold.hpp"

#include <gtest/gtest.h>

namespace retrace::ui {
namespace {

TEST(Fold, LeavesCaseAndAccentsOut) {
    EXPECT_EQ(folded("\u00c9lan"), "elan");
    EXPECT_EQ(folded("\u00e9lan"), folded("ELAN"));
    EXPECT_EQ(folded("e\u0301lan"), "elan") << "written as two letters";
    EXPECT_EQ(folded("Stra\u00dfe"), "strasse");
    EXPECT_EQ(folded("\u0130ZM\u0130R"), "izmir");
    EXPECT_EQ(folded("\u0416\u0423\u041a"), "\u0436\u0443\u043a");
}

TEST(Fold, TakesArabicLettersThatAreWrittenForOneAnotherAsOne) {
    EXPECT_EQ(folded("\u0623\u062d\u0645\u062f"), folded("\u0627\u062d\u0645\u062f")) << "alef with hamza";
    EXPECT_EQ(folded("\u062d\u0645\u0627\u0629"), folded("\u062d\u0645\u0627\u0647")) << "teh marbuta";
    EXPECT_EQ(folded("\u062d\u0650\u0645\u0652\u0635"), folded("\u062d\u0645\u0635")) << "vowel signs";
    EXPECT_EQ(folded("\u062d\u0640\u0645\u0635"), folded("\u062d\u0645\u0635")) << "lengthened";
    EXPECT_NE(folded("\u062d\u0645\u0635"), folded("\u062d\u0645\u0627\u0629"));
}

}  // namespace
}  // namespace retrace::ui
