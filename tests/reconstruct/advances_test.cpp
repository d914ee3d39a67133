#include "reconstruct/advances.hpp"

#include "geo/geodesic.hpp"
#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

const Lookup plain = drawnMap("A..B....C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});

std::optional<double> headingOf(const std::string& words) {
    Story story;
    story.tell("move", words);
    return headingIn(story.words().readings[0].words);
}

TEST(Advances, TheHeadingIsWhitherTheyGo) {
    EXPECT_EQ(headingOf("they came from the east"), 270);
    EXPECT_EQ(headingOf("they came from the far northern side"), 180);
    EXPECT_EQ(headingOf("they turned to the east"), 90);
    EXPECT_EQ(headingOf("they pushed towards the south-west"), 225);
    EXPECT_EQ(headingOf("they came from the east, towards the west"), 270) << "both say the same";
    EXPECT_EQ(headingOf("they came from the east and from the north"), std::nullopt);
    EXPECT_EQ(headingOf("they came from the village"), std::nullopt);
    EXPECT_EQ(headingOf("the eastern front held"), std::nullopt);
}

text::Statement& others(Story& story, const std::string& kind, const std::string& words, const std::string& actor) {
    auto& statement = story.tell(kind, words);
    statement.actor = actor;
    statement.status = text::Status::otherActor;
    statement.presence = text::Presence::none;
    return statement;
}

TEST(Advances, AreDrawnWhereTheWordsSayWhence) {
    Story story;
    story.tell("deploy", "We stood at [Bram:stop].");
    others(story, "advance", "The rebels came from [Arla:from] to [Bram:stop].", "enemies");
    others(story, "attack", "The rebels attacked [Corl:stop] from the east.", "enemies");
    others(story, "attack", "The rebels attacked [Corl:stop].", "enemies");
    const auto r = story.told(plain);
    ASSERT_EQ(r.advances.size(), 2U);
    EXPECT_TRUE(r.advances[0].named);
    EXPECT_EQ(r.advances[0].party, 1U);
    EXPECT_FALSE(r.advances[1].named);
    EXPECT_GT(r.advances[1].from.lon, r.advances[1].to.lon) << "from the east";
    EXPECT_NEAR(r.advances[1].from.lat, r.advances[1].to.lat, 0.01);
    EXPECT_NE(r.advances[1].why.find("heading west"), std::string::npos);
}

TEST(Advances, WhatWasNotDoneOrIsOursIsNone) {
    Story story;
    story.tell("deploy", "We stood at [Bram:stop].");
    others(story, "advance", "They feared that the rebels would come to [Bram:stop] from the east.", "enemies").status =
        text::Status::hypothetical;
    auto& denied = others(story, "advance", "The rebels did not come to [Bram:stop] from the east.", "enemies");
    denied.status = text::Status::negated;
    others(story, "move", "Our comrades came to [Bram:stop] from the east.", "comrades");
    EXPECT_TRUE(story.told(plain).advances.empty());
}

}  // namespace
}  // namespace retrace::reconstruct::test
