#include "reconstruct/claims.hpp"

#include "claim_lines.hpp"

#include "text/language.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

using model::Control;

const std::vector<model::Side> parties{{.name = "Guards", .called = {"guard*", "we"}},
                                       {.name = "Rebels", .called = {"rebels", "@enemy"}},
                                       {.name = "Corsairs", .called = {"corsairs"}}};

model::RecordRow row(const std::string& from, const std::string& to) {
    model::RecordRow row{.row = 2, .place = "Millford", .fromSide = from, .toSide = to, .confidence = "high"};
    row.where = {{36.5, 36}, 1500};
    row.when = {at(12, 1, 6), at(12, 1, 18), {}};
    return row;
}

std::vector<model::ControlClaim> claimsOf(std::vector<model::RecordRow> rows) {
    model::Reconstruction r;
    r.sides = parties;
    r.record = std::move(rows);
    return recordClaims(r, text::english());
}

TEST(RecordClaims, aChangeOfHands) {
    const auto claims = claimsOf({row("guards/allies", "rebels")});
    ASSERT_EQ(linesOf(claims), (Lines{"took Millford: 1, before 0"}));
    const auto& claim = claims[0];
    EXPECT_EQ(claim.from, static_cast<double>(at(12, 1, 6).seconds));
    EXPECT_EQ(claim.to, static_cast<double>(at(12, 1, 18).seconds));
    EXPECT_EQ(claim.at, static_cast<double>(at(12, 1, 12).seconds));
    EXPECT_TRUE(claim.dated);
    EXPECT_EQ(claim.record, 0U);
    EXPECT_EQ(claim.certainty, "recorded");
    EXPECT_EQ(claim.quote, std::nullopt);
    EXPECT_EQ(claim.place->where.radius_m, 1500);
    EXPECT_EQ(claim.when.origins, std::vector<timeline::Origin>{timeline::Origin::record});
}

TEST(RecordClaims, ofOneRowEach) {
    auto later = row("rebels", "guards");
    later.place = "Bridgeton";
    later.row = 3;
    const auto claims = claimsOf({row("guards", "rebels"), later});
    ASSERT_EQ(linesOf(claims), (Lines{"took Millford: 1, before 0", "took Bridgeton: 0, before 1"}));
    EXPECT_EQ(claims[1].record, 1U);
    EXPECT_NE(claims[0].place->id, claims[1].place->id);
}

TEST(RecordClaims, whoKeepsAPlaceHoldsIt) {
    EXPECT_EQ(linesOf(claimsOf({row("rebels", "rebels")})), (Lines{"holds Millford: 1, before 1"}));
    EXPECT_EQ(linesOf(claimsOf({row("", "rebels")})), (Lines{"holds Millford: 1"}));
}

TEST(RecordClaims, twoNamesOfOneSideAreNoChange) {
    EXPECT_EQ(linesOf(claimsOf({row("guard", "guards/allies")})), (Lines{"holds Millford: 0, before 0"}));
}

TEST(RecordClaims, whatNobodyHoldsIsLeft) {
    for (const char* nobody : {"none", "nobody", "withdrawn", "withdrawn/none", "None", "Withdrawn"})
        EXPECT_EQ(linesOf(claimsOf({row("guards", nobody)})), (Lines{"left Millford: 0"})) << nobody;
}

TEST(RecordClaims, whatIsFoughtForIsContested) {
    for (const char* fought : {"contested", "Contested"})
        EXPECT_EQ(linesOf(claimsOf({row("guards", fought)})), (Lines{"contested Millford: 0"})) << fought;
}

TEST(RecordClaims, aSideThatNobodyNamesIsNone) {
    EXPECT_EQ(linesOf(claimsOf({row("guards", "martians")})), (Lines{"took Millford: nobody's, before 0"}));
    EXPECT_EQ(linesOf(claimsOf({row("martians", "corsairs")})), (Lines{"took Millford: 2"}));
}

TEST(RecordClaims, oneBoundOfTheTimeIsEnoughAndNoneIsNone) {
    auto bound = row("guards", "rebels");
    bound.when.latest.reset();
    auto claims = claimsOf({bound});
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_EQ(claims[0].from, claims[0].to);
    EXPECT_EQ(claims[0].from, static_cast<double>(at(12, 1, 6).seconds));
    bound.when = {std::nullopt, at(12, 1, 18), {}};
    claims = claimsOf({bound});
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_EQ(claims[0].at, static_cast<double>(at(12, 1, 18).seconds));
    bound.when = {};
    EXPECT_TRUE(claimsOf({bound}).empty());
    EXPECT_EQ(claimsOf({bound, row("guards", "rebels")}).at(0).record, 1U) << "it is the second row";
}

TEST(RecordClaims, confidenceWeighs) {
    const auto weight = [](const char* confidence) {
        auto one = row("guards", "rebels");
        one.confidence = confidence;
        return claimsOf({one}).at(0).weight;
    };
    EXPECT_GT(weight("high"), weight("medium"));
    EXPECT_GT(weight("medium"), weight("low"));
    EXPECT_GT(weight("low"), 0.5) << "still more likely than not";
    EXPECT_EQ(weight(""), weight("medium"));
    EXPECT_EQ(weight("High"), weight("high"));
    EXPECT_EQ(weight("LOW"), weight("low"));
    EXPECT_LT(weight("high"), 1);
}

TEST(RecordClaims, controlMayFlipBackAtOnePlace) {
    auto first = row("guards", "rebels"), second = row("rebels", "guards"), third = row("guards", "rebels");
    second.when = {at(12, 3, 6), at(12, 3, 8), {}};
    third.when = {at(12, 2, 6), at(12, 2, 8), {}};  // the rows need no order
    model::Reconstruction r;
    Story story;
    story.tell("state", "It rained.");
    r = toldWithSides(story, drawnMap("", {}), parties, {first, second, third});
    EXPECT_EQ(linesOf(r.claims), (Lines{"took Millford: 1, before 0", "took Millford: 1, before 0",
                                        "took Millford: 0, before 1"}));
}

TEST(RecordClaims, whatARowSaysWasLeftIsHisWhoIsSetAgainstTheSide) {
    Story story;
    story.tell("state", "It rained.");
    const auto r = toldWithSides(story, drawnMap("", {}), parties,
                                 {row("guards", "corsairs"), row("guards", "withdrawn/none")});
    EXPECT_EQ(linesOf(r.claims), (Lines{"took Millford: 2, before 0", "left Millford: 0, then 2"}));
}

}  // namespace
}  // namespace retrace::reconstruct::test
