#include "reconstruct/holder_words.hpp"

#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

TEST(HolderWords, WhoHoldsWhatWasTaken) {
    const auto holds = [](const char* words, const char* actor) {
        Story story;
        story.tell("capture", words);
        return holderAfter(story.words(), story.reading.statements.back().evidence, actor);
    };
    EXPECT_EQ(holds("The rebels captured Bram", "rebels"), "rebels");
    EXPECT_EQ(holds("Bram was captured by the rebels before dawn", "bram"), "rebels");
    EXPECT_EQ(holds("Bram fell to the rebels", "bram"), "rebels");
    EXPECT_EQ(holds("Bram fell into the militia's hands", "bram"), "militia");
    EXPECT_EQ(holds("Bram had fallen", "bram"), "");
    EXPECT_EQ(holds("Bram was taken by noon", "bram"), "");
    EXPECT_EQ(holds("Bram was taken by storm by the third column", "bram"), "third column");
}

bool isHanded(const std::string& before) {
    Story story;
    story.tell("hand-over", before);
    return isHandedOver(story.words().readings[0].words);
}

TEST(HolderWords, AThingHandedOverInAPlaceIsNotThePlace) {
    EXPECT_TRUE(isHanded("the army handed "));
    EXPECT_TRUE(isHanded("they handed over the town of "));
    EXPECT_TRUE(isHanded(""));
    EXPECT_FALSE(isHanded("we handed our post in "));
    EXPECT_FALSE(isHanded("we handed the lorries over in the town of "));
}

const Lookup plain = drawnMap("A..B............C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});

text::Statement& others(Story& story, const std::string& kind, const std::string& words,
                        const std::string& actor) {
    auto& statement = story.tell(kind, words);
    statement.actor = actor;
    statement.status = text::Status::otherActor;
    statement.presence = text::Presence::none;
    return statement;
}

TEST(Claims, aHandOverMarksWhoGotIt) {
    Story story;
    story.tell("deploy", "We stood at [Corl:stop].");
    others(story, "hand-over", "The army handed [Arla:ref] over to the rebels.", "army").receiver = "rebels";
    others(story, "hand-over", "The army handed [Bram:ref] over to us.", "army").receiver = "us";
    others(story, "hand-over", "The army handed over [Bram:ref].", "army");
    story.tell("hand-over", "We handed our lorries over in [Corl:ref].");
    const auto r = story.told(plain);
    const auto claims = changesOf(r);
    ASSERT_EQ(claims.size(), 3U);
    EXPECT_EQ(claims[0].place->name, "Arla");
    EXPECT_EQ(claims[0].side, "rebels");
    EXPECT_EQ(claims[1].place->name, "Bram");
    EXPECT_EQ(claims[1].side, "we");
    EXPECT_EQ(claims[2].place->name, "Bram");
    EXPECT_EQ(claims[2].side, "");
    EXPECT_TRUE(claims[2].givenUp);
    EXPECT_FALSE(claims[1].givenUp);
}

TEST(Claims, whoWithdrawsHoldsItNoLonger) {
    Story story;
    story.tell("deploy", "We stood at [Corl:stop].");
    others(story, "capture", "The rebels took [Arla:ref].", "rebels");
    others(story, "withdraw", "The army withdrew from [Arla:from] to [Bram:stop].", "army");
    others(story, "withdraw", "The rebels withdrew from [Arla:from] to [Bram:stop].", "rebels");
    const auto r = story.told(plain);
    const auto claims = changesOf(r);
    ASSERT_EQ(claims.size(), 2U);  // neither the army's leaving nor its goal is anybody's
    EXPECT_EQ(claims[0].side, "rebels");
    EXPECT_EQ(claims[1].place->name, "Arla");
    EXPECT_EQ(claims[1].side, "");
    EXPECT_TRUE(claims[1].givenUp);
    EXPECT_GE(claims[1].at, r.claims[0].at);
}

TEST(OrderEvents, othersHaveAnOriginAndAGoalToo) {
    Story story;
    story.tell("deploy", "We stood at [Corl:stop].");
    others(story, "withdraw", "The army withdrew from [Arla:from] by way of [Corl:via] to [Bram:stop].",
           "army");
    const auto r = story.told(plain);
    const auto& event = r.events[1];
    ASSERT_EQ(event.from.size(), 1U);
    ASSERT_EQ(event.via.size(), 1U);
    ASSERT_EQ(event.to.size(), 1U);
    EXPECT_EQ(r.mentions[event.from[0].mention].place->name, "Arla");
    EXPECT_EQ(r.mentions[event.to[0].mention].place->name, "Bram");
    EXPECT_EQ(chainOf(r), "1 Corl");  // not the narrator's way
}

}  // namespace
}  // namespace retrace::reconstruct::test
