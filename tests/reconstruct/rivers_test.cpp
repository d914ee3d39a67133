#include "reconstruct/rivers.hpp"

#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

// The Runa is listed as a river, as wide as its course is long.
Lookup withRiver() {
    const auto towns =
        drawnMap("A..B..C\n\n...D", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});
    const geo::Candidate river{
        .place = {.id = "t:river", .name = "Runa", .type = "river", .where = {{36.3, 37}, 80000}},
        .score = 1};
    return {[=](std::string_view name, std::optional<geo::LonLat> near) {
                return name == "Runa" ? std::vector{river} : towns.search(name, near);
            },
            towns.byId, towns.inBox};
}

TEST(Rivers, areGoneByAndNotStoppedAt) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We went on towards the [Runa:stop].");
    story.tell("move", "We crossed the [Runa:via] at [Bram:stop].");
    story.tell("arrive", "We reached the [Runa:stop] again at [Corl:stop].");
    story.tell("withdraw", "We withdrew from the [Runa:from] to [Dorn:stop].");
    const auto r = story.told(withRiver());
    EXPECT_EQ(chainOf(r), "1 Arla, 2 Bram, 3 Corl, 4 Dorn");
    EXPECT_EQ(r.events[1].via.size(), 1U);
    // Its middle is a hundred kilometres off: nobody went there.
    for (const auto& leg : r.itineraries.front().legs) EXPECT_LT(leg.distance_m, 60000) << leg.why;
    EXPECT_EQ(r.itineraries.front().legs[0].via.size(), 1U);
}

TEST(Rivers, anUnknownNameThatIsCrossedIsOne) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We went on towards the [Sarn:stop].");
    story.tell("move", "We crossed the [Sarn:via] at [Bram:stop].");
    EXPECT_EQ(chainOf(story.told(withRiver())), "1 Arla, 2 Bram");
    Story town;
    town.tell("deploy", "We stood at [Arla:stop].");
    town.tell("move", "We went on to [Sarn:stop].");
    town.tell("move", "We crossed [Sarn:via] to [Bram:stop].");
    EXPECT_EQ(chainOf(town.told(withRiver())), "1 Arla, 2 ?, 3 Bram");
}

TEST(Rivers, aLineHeldAlongOneIsStillAStop) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("hold", "We held the line on the [Runa:stop].");
    EXPECT_EQ(chainOf(story.told(withRiver())), "1 Arla, 2 Runa");
}

}  // namespace
}  // namespace retrace::reconstruct::test
