#include "little_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace retrace::reconstruct::test {
namespace {

using model::Control;

const Lookup plain = drawnMap("A..B....C..D", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});

text::Statement& others(Story& story, const std::string& kind, const std::string& words, const std::string& actor) {
    auto& statement = story.tell(kind, words);
    statement.actor = actor;
    statement.status = text::Status::otherActor;
    statement.presence = text::Presence::none;
    return statement;
}

std::string placesOf(const model::Reconstruction& r, Control kind) {
    std::vector<std::string> names;
    for (const auto& claim : r.claims)
        if (claim.kind == kind && claim.place) names.push_back(claim.place->name);
    std::ranges::sort(names);
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : " ") + name;
    return out;
}

TEST(PlacesSpoken, aDeedWithoutAPlaceIsWhereTheWordsSpokeOfLast) {
    Story story;
    story.tell("deploy", "We stood at [Dorn:stop].");
    others(story, "state", "The mills of [Arla:ref] and [Bram:ref] had been quiet.", "mills");
    others(story, "cut", "Then rebels cut the road.", "enemies");
    const auto r = story.told(plain);
    EXPECT_EQ(placesOf(r, Control::cut), "Arla Bram");
    for (const auto& claim : r.claims)
        if (claim.kind == Control::cut) {
            EXPECT_EQ(claim.party, 1U);
            EXPECT_LT(claim.weight, 0.9);
            EXPECT_NE(claim.why.find("spoken of last"), std::string::npos);
        }
}

TEST(PlacesSpoken, whatWasDoneToThoseWhoTellIsTheOthersDeed) {
    Story story;
    story.tell("deploy", "We stood at [Dorn:stop].");
    others(story, "attack", "The rebels fired on [Corl:ref].", "enemies").places[0].role = text::Role::otherActor;
    others(story, "cut", "At [Arla:ref] armed men came out.", "men").kind = "move";
    others(story, "cut", "They cut the road that fed us.", "men");
    const auto r = story.told(plain);
    ASSERT_EQ(placesOf(r, Control::cut), "Arla");
    for (const auto& claim : r.claims)
        if (claim.kind == Control::cut) {
            EXPECT_EQ(claim.party, 1U) << "though \"men\" may be friends";
            EXPECT_NE(claim.why.find("who it was is inferred"), std::string::npos);
        }
}

TEST(PlacesSpoken, twoSentencesAgoIsTooLongAgo) {
    Story story;
    others(story, "state", "The mills of [Arla:ref] had been quiet.", "mills");
    others(story, "state", "It was cold.", "it");
    others(story, "state", "It rained.", "it");
    others(story, "cut", "Rebels cut the road.", "enemies");
    EXPECT_EQ(placesOf(story.told(plain), Control::cut), "");
}

TEST(PlacesSpoken, whoDidNotGetThroughDidNotTakeIt) {
    Story story;
    story.tell("deploy", "We stood at [Dorn:stop].");
    others(story, "attack", "The rebels came by [Arla:ref].", "enemies");
    auto& repelled = others(story, "advance", "There they did not get through.", "they");
    repelled.status = text::Status::negated;
    const auto r = story.told(plain);
    EXPECT_EQ(placesOf(r, Control::notTaken), "Arla");
}

}  // namespace
}  // namespace retrace::reconstruct::test
