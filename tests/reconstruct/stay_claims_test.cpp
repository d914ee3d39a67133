#include "reconstruct/claims.hpp"

#include "claim_lines.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

using model::Control;

const Lookup plain = drawnMap("A..B....C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});

TEST(StayClaims, whereAUnitStandsThatFightsItsSideHolds) {
    for (const char* kind : {"deploy", "hold", "occupy"}) {
        Story story;
        story.tell(kind, "We held [Arla:stop].");
        const auto r = story.told(plain);
        ASSERT_EQ(linesOf(r.claims), (Lines{"holds Arla: 0"})) << kind;
        EXPECT_EQ(r.claims[0].event, 0U);
        EXPECT_EQ(r.claims[0].side, "we");
        EXPECT_FALSE(model::isChange(r.claims[0]));
    }
}

TEST(StayClaims, whoRestsOrPassesHoldsNothing) {
    for (const char* kind : {"stay", "arrive", "move", "observe"}) {
        Story story;
        story.tell(kind, "We slept at [Arla:stop].");
        EXPECT_EQ(linesOf(story.told(plain).claims), Lines{}) << kind;
    }
}

TEST(StayClaims, fromArrivalUntilTheyLeave) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We drove to [Corl:stop].");
    const auto r = story.told(plain);
    const auto& claim = onlyClaim(r, Control::holds);
    const auto& stop = r.itineraries.at(0).stops.at(0);
    EXPECT_EQ(claim.from, stop.arrive);
    EXPECT_EQ(claim.to, stop.leave);
    EXPECT_GT(claim.to, claim.from);
}

TEST(StayClaims, theNarratorsOwnStandingWeighsMoreThanHisUnits) {
    const auto weight = [](text::Presence presence) {
        Story story;
        story.tell("deploy", "The company stood at [Arla:stop].").presence = presence;
        return onlyClaim(story.told(plain), Control::holds).weight;
    };
    EXPECT_GT(weight(text::Presence::narrator), weight(text::Presence::unit));
}

TEST(StayClaims, whatWasOnlyOrderedOrDeniedIsNone) {
    for (const auto status : {text::Status::ordered, text::Status::hypothetical, text::Status::negated}) {
        Story story;
        story.tell("deploy", "We stood at [Arla:stop].").status = status;
        EXPECT_EQ(linesOf(story.told(plain).claims), Lines{}) << text::nameOf(status);
    }
}

TEST(StayClaims, noneWhereNoSideIsTheNarrators) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    EXPECT_EQ(linesOf(toldWithSides(story, plain, {{.name = "Rebels", .called = {"rebels"}}}).claims),
              Lines{});
    EXPECT_EQ(linesOf(toldWithSides(story, plain, {{.name = "Rebels", .called = {"rebels", "we"}}}).claims),
              (Lines{"holds Arla: 0"}));
}

TEST(StayClaims, onlyAPlaceThatIsNoCountryAndNotWide) {
    geo::Place place{.type = "town", .where = {{36, 36}, 500}};
    EXPECT_TRUE(isHoldable(place));
    place.type = "country";
    EXPECT_FALSE(isHoldable(place));
    place = {.type = "desert", .where = {{36, 36}, 50'000}};
    EXPECT_FALSE(isHoldable(place));
}

}  // namespace
}  // namespace retrace::reconstruct::test
