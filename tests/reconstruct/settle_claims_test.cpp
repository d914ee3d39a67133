#include "little_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace retrace::reconstruct::test {
namespace {

using model::Control;

const Lookup plain = drawnMap("A..B....C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});

Story fallen() {
    Story story;
    auto& told = story.tell("capture", "The rebels took [Arla:ref] and [Bram:ref].");
    told.actor = "enemies";
    told.status = text::Status::otherActor;
    told.presence = text::Presence::none;
    return story;
}

model::Decision settled(const Story& story, model::SettleControl what, const std::string& certainty = "certain") {
    return {{story.reading.statements[0].evidence, text::utf8(story.letters.substr(0, story.letters.size() - 1))},
            std::move(what),
            certainty,
            "a photograph"};
}

const model::ControlClaim* claimOn(const model::Reconstruction& r, const std::string& place) {
    const auto found = std::ranges::find_if(r.claims, [&](const auto& c) { return c.place && c.place->name == place; });
    return found == r.claims.end() ? nullptr : &*found;
}

TEST(SettleClaims, theAnalystsSideTimeAndCertaintyTakeTheirPlace) {
    const auto story = fallen();
    const auto before = story.told(plain);
    ASSERT_EQ(before.claims.size(), 2U);
    const timeline::Span span{at(12, 5, 6), at(12, 5, 8), {timeline::Origin::decision}};
    const auto r = story.told(plain, {settled(story, {.place = "t:A", .side = "the narrator's side", .span = span})});
    ASSERT_EQ(r.claims.size(), 2U);
    const auto* arla = claimOn(r, "Arla");
    ASSERT_NE(arla, nullptr);
    EXPECT_EQ(arla->party, 0U);
    EXPECT_EQ(arla->kind, Control::took);
    EXPECT_EQ(arla->from, static_cast<double>(at(12, 5, 6).seconds));
    EXPECT_EQ(arla->to, static_cast<double>(at(12, 5, 8).seconds));
    EXPECT_EQ(arla->weight, 0.95);
    EXPECT_EQ(arla->certainty, "decided");
    EXPECT_EQ(arla->decision, 0U);
    EXPECT_NE(arla->why.find("a photograph"), std::string::npos);
    EXPECT_EQ(arla->when.origins, std::vector<timeline::Origin>{timeline::Origin::decision});
    EXPECT_EQ(claimOn(r, "Bram")->decision, std::nullopt) << "another place of the same words";
    EXPECT_EQ(claimOn(r, "Bram")->party, 1U);
}

TEST(SettleClaims, anIgnoredClaimIsGone) {
    const auto story = fallen();
    const auto one = story.told(plain, {settled(story, {.place = "t:B", .ignored = true})});
    EXPECT_EQ(claimOn(one, "Bram"), nullptr);
    EXPECT_NE(claimOn(one, "Arla"), nullptr);
    const auto all = story.told(plain, {settled(story, {.ignored = true})});
    EXPECT_TRUE(all.claims.empty());
    EXPECT_EQ(findingOf(all, "not-reanchored"), nullptr);
}

TEST(SettleClaims, ARowOfTheRecord) {
    const auto story = fallen();
    model::RecordRow row{.row = 4, .place = "Corl", .fromSide = "we", .toSide = "enemies", .confidence = "high"};
    row.where = {{36.5, 36}, 500};
    row.when = {at(12, 1, 0), at(12, 2, 0), {}};
    model::Decision decision{.what = model::SettleControl{.row = 4, .side = "the narrator's side"}, .certainty = "possible"};
    decision.anchor.words = "Corl";
    const auto r = story.told(plain, {decision}, {row});
    const auto* corl = claimOn(r, "Corl");
    ASSERT_NE(corl, nullptr);
    EXPECT_EQ(corl->party, 0U);
    EXPECT_EQ(corl->weight, 0.55);
    EXPECT_EQ(findingOf(story.told(plain, {decision}), "not-reanchored"), nullptr) << "the record is left out";
    decision.anchor.words = "Elsewhere";
    EXPECT_NE(findingOf(story.told(plain, {decision}, {row}), "not-reanchored"), nullptr);
}

TEST(SettleClaims, WhatFindsNothingIsToldAndChangesNothing) {
    const auto story = fallen();
    const auto elsewhere = story.told(plain, {settled(story, {.place = "t:C", .ignored = true})});
    EXPECT_EQ(elsewhere.claims.size(), 2U);
    ASSERT_NE(findingOf(elsewhere, "not-reanchored"), nullptr);
    const auto unknown = story.told(plain, {settled(story, {.place = "t:A", .side = "Martians"})});
    ASSERT_NE(findingOf(unknown, "not-reanchored"), nullptr);
    EXPECT_NE(findingOf(unknown, "not-reanchored")->message.find("Martians"), std::string::npos);
    EXPECT_EQ(claimOn(unknown, "Arla")->party, 1U);
}

}  // namespace
}  // namespace retrace::reconstruct::test
