#include "ui/reasons.hpp"

#include <gtest/gtest.h>

namespace retrace::ui {
namespace {

using timeline::Origin;
using Which = BoundReasons::Which;

TEST(Reasons, TakeADerivationApartWithItsOrigins) {
    model::When when;
    when.derivation = {"no earlier: \"at six; or so\" by the clock; dated by the record: Ford: a paper (said; "
                       "twice)",
                       "no later: \"at six; or so\" by the clock; set by the analyst (a letter)"};
    const auto reasons = reasonsOf(when);
    ASSERT_EQ(reasons.size(), 2U);
    EXPECT_EQ(reasons[0].which, Which::earliest);
    EXPECT_EQ(reasons[0].steps,
              (std::vector<Reason>{{"\"at six; or so\" by the clock", Origin::words},
                                   {"dated by the record: Ford: a paper (said; twice)", Origin::record}}));
    EXPECT_EQ(reasons[1].which, Which::latest);
    EXPECT_EQ(reasons[1].steps, (std::vector<Reason>{{"set by the analyst (a letter)", Origin::decision}}));
}

TEST(Reasons, OfAnOpenDayAreTheOneSentence) {
    model::When when;
    when.derivation = {"the words give no day; only its place in the order is known"};
    const auto reasons = reasonsOf(when);
    ASSERT_EQ(reasons.size(), 1U);
    EXPECT_EQ(reasons[0].which, Which::neither);
    EXPECT_EQ(reasons[0].steps.size(), 2U);
    EXPECT_TRUE(reasonsOf({}).empty());
}

TEST(Reasons, SplitAllTheSameWhereAQuoteIsNeverClosed) {
    model::When when;
    when.derivation = {"no later: \"cut off\xE2\x80\xA6; after \"that; 5 km (take time"};
    EXPECT_GE(reasonsOf(when).front().steps.size(), 2U);
}

}  // namespace
}  // namespace retrace::ui
