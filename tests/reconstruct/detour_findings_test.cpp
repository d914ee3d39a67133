#include "little_map.hpp"

#include <gtest/gtest.h>

#include <string>

namespace retrace::reconstruct::test {
namespace {

// Sixty kilometres between A and B; F lies far from both.
const Lookup plain =
    drawnMap("A...B" + std::string(60, '.') + "F", {{'A', "Arla"}, {'B', "Bram"}, {'F', "Fern"}});

TEST(DetourFindings, ANamesakeFarFromTheStopsAroundItIsToldAndLeftOpen) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We walked to [Fern:stop].");
    story.tell("move", "We walked to [Bram:stop].");
    const auto r = story.told(plain);
    ASSERT_NE(findingOf(r, "alarm"), nullptr);
    EXPECT_EQ(chainOf(r), "1 Arla, 2 ?, 3 Bram");
    // A city that everybody knows is taken, and told.
    auto known = plain;
    known.search = [](std::string_view name, std::optional<geo::LonLat> near) {
        auto found = plain.search(name, near);
        for (auto& c : found)
            if (c.place.id == "t:F") c.place.population = 20'000'000;
        return found;
    };
    const auto taken = story.told(known);
    EXPECT_EQ(chainOf(taken), "1 Arla, 2 Fern, 3 Bram");
    EXPECT_NE(findingOf(taken, "far-off"), nullptr);
}

TEST(DetourFindings, OutAndBackAndOnAreNone) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We drove to [Fern:stop].");
    story.tell("move", "We drove back to [Arla:stop].");
    EXPECT_EQ(findingOf(story.told(plain), "far-off"), nullptr);
    Story on;
    on.tell("deploy", "We stood at [Arla:stop].");
    on.tell("move", "We walked to [Bram:stop].");
    on.tell("move", "We drove to [Fern:stop].");
    EXPECT_EQ(findingOf(on.told(plain), "far-off"), nullptr);
}

TEST(DetourFindings, ALastStopAcrossAnOceanIsTold) {
    const auto abroad = geo::Candidate{
        .place = {.id = "t:far", .name = "Porto", .type = "town", .where = {{-70, 10}, 1000}}, .score = 1};
    const Lookup wide{[=](std::string_view name, std::optional<geo::LonLat> near) {
                          return name == "Porto" ? std::vector{abroad} : plain.search(name, near);
                      },
                      plain.byId, plain.inBox};
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We walked to [Bram:stop].");
    story.tell("move", "We sailed to [Porto:stop].");
    const auto r = story.told(wide);
    EXPECT_NE(findingOf(r, "alarm"), nullptr);
    EXPECT_EQ(chainOf(r), "1 Arla, 2 Bram, 3 ?");
}

}  // namespace
}  // namespace retrace::reconstruct::test
