#include "model/observations.hpp"

#include <gtest/gtest.h>

namespace retrace::model {
namespace {

ControlClaim claim(Control kind, double radius_m = 2000) {
    ControlClaim claim{.kind = kind, .party = 1, .before = 0, .weight = 0.7, .from = 100, .to = 400};
    claim.place = geo::Place{.id = "t:1", .name = "Millford", .where = {{36.5, 35.25}, radius_m}};
    return claim;
}

std::vector<front::Observation> told(std::vector<ControlClaim> claims, Whose whose = Whose::both) {
    Reconstruction r;
    r.sides.resize(3);
    r.claims = std::move(claims);
    return observations(r, whose);
}

front::Observation only(const ControlClaim& one) {
    const auto all = told({one});
    EXPECT_EQ(all.size(), 1U);
    return all.empty() ? front::Observation{} : all.front();
}

void expectSpan(const front::Observation& o, double earliest, double latest) {
    EXPECT_EQ(o.earliest, earliest);
    EXPECT_EQ(o.latest, latest);
}

TEST(Observations, havePlaceWeightAndNumberOfTheirClaim) {
    const auto all = told({claim(Control::cut), claim(Control::took)});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].at, (geo::LonLat{36.5, 35.25}));
    EXPECT_EQ(all[0].radius_m, 2000);
    EXPECT_EQ(all[0].certainty, 0.7);
    EXPECT_EQ(all[0].claim, 1U);
}

TEST(Observations, whoHoldsAPlaceIsSeenInItFromTheFirstToTheLast) {
    const auto o = only(claim(Control::holds));
    expectSpan(o, 100, 400);
    EXPECT_EQ(o.side, 1U);
    EXPECT_EQ(o.before, std::nullopt) << "a state is no change";
    EXPECT_FALSE(o.negated || o.contested);
}

TEST(Observations, whoTookItCameBetween) {
    const auto o = only(claim(Control::took));
    expectSpan(o, 100, 400);
    EXPECT_EQ(o.side, 1U);
    EXPECT_EQ(o.before, 0U);
    EXPECT_FALSE(o.negated || o.contested);
}

TEST(Observations, takenFromNobodyKnownItIsHisFromTheLatestOn) {
    auto taken = claim(Control::took);
    taken.before.reset();
    const auto o = only(taken);
    expectSpan(o, 400, 400);
    EXPECT_EQ(o.side, 1U);
    EXPECT_EQ(o.before, std::nullopt);
}

TEST(Observations, whatWasLeftIsHisWhoIsTakenToHaveCome) {
    auto left = claim(Control::left);
    left.before.reset();
    left.after = 2;
    const auto o = only(left);
    expectSpan(o, 100, 400);
    EXPECT_EQ(o.before, 1U);
    EXPECT_EQ(o.side, 2U);
    EXPECT_FALSE(o.negated);
}

TEST(Observations, whatWasLeftToNobodyKnownWasHisUntilThenAndThenIsNot) {
    const auto all = told({claim(Control::left)});
    ASSERT_EQ(all.size(), 2U);
    expectSpan(all[0], 100, 100);
    EXPECT_EQ(all[0].side, 1U);
    EXPECT_FALSE(all[0].negated);
    expectSpan(all[1], 400, 400);
    EXPECT_EQ(all[1].side, 1U);
    EXPECT_TRUE(all[1].negated);
    for (const auto& o : all) {
        EXPECT_EQ(o.before, std::nullopt);
        EXPECT_EQ(o.claim, 0U);
    }
}

TEST(Observations, whatIsFoughtForIsNeithersAlone) {
    const auto o = only(claim(Control::contested));
    expectSpan(o, 100, 400);
    EXPECT_TRUE(o.contested);
    EXPECT_FALSE(o.negated);
    EXPECT_EQ(o.side, 1U);
    EXPECT_EQ(o.before, 0U);
}

TEST(Observations, whoCouldNotTakeItDidNotHaveIt) {
    const auto o = only(claim(Control::notTaken));
    expectSpan(o, 100, 400);
    EXPECT_TRUE(o.negated);
    EXPECT_EQ(o.side, 1U);
    EXPECT_EQ(o.before, std::nullopt);
}

TEST(Observations, aRoadThatIsCutIsNone) {
    EXPECT_TRUE(told({claim(Control::cut)}).empty());
}

TEST(Observations, withoutAPlaceOrAKnownSideItIsNone) {
    auto nowhere = claim(Control::took), nobody = claim(Control::took);
    nowhere.place.reset();
    nobody.party.reset();
    EXPECT_TRUE(told({nowhere, nobody}).empty());
    EXPECT_EQ(told({nowhere, nobody, claim(Control::holds)}).at(0).claim, 2U) << "its number is the claim's";
}

TEST(Observations, noPlaceOfTheWordsIsSurerThan500Metres) {
    EXPECT_EQ(only(claim(Control::took, 0)).radius_m, 500);
    EXPECT_EQ(only(claim(Control::took, 499)).radius_m, 500);
    EXPECT_EQ(only(claim(Control::took, 501)).radius_m, 501);
}

TEST(Observations, ofTheNarratorOfTheRecordOrOfBoth) {
    auto words = claim(Control::took), row = claim(Control::took), settled = claim(Control::took);
    row.record = 0;
    settled.decision = 0;
    const auto numbers = [&](Whose whose) {
        std::vector<std::size_t> out;
        for (const auto& o : told({words, row, settled}, whose)) out.push_back(o.claim);
        return out;
    };
    EXPECT_EQ(numbers(Whose::narrator), (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(numbers(Whose::record), (std::vector<std::size_t>{1}));
    EXPECT_EQ(numbers(Whose::both), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(nameOf(Whose::narrator), "narrator");
    EXPECT_EQ(nameOf(Whose::record), "record");
    EXPECT_EQ(nameOf(Whose::both), "both");
}

}  // namespace
}  // namespace retrace::model
