#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

using text::TimeRelation;
using timeline::Date;

const Lookup plain = drawnMap("A.B.C.D", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});

const model::When& whenOf(const model::Reconstruction& r, std::size_t event) {
    return r.events.at(event).when;
}

// Two visits to Arla, on 3 and 9 May, and then what hangs on one of them.
Story twoVisits(const std::string& words, TimeRelation relation) {
    Story story;
    story.tell("move", "We went to [Arla:stop] on 3 May.");
    story.when().date = Date{2024, 5, 3};
    story.tell("move", "We went to [Bram:stop] on 5 May.");
    story.when().date = Date{2024, 5, 5};
    story.tell("move", "We returned to [Arla:stop] on 9 May.");
    story.when().date = Date{2024, 5, 9};
    story.tell("stay", words).status = text::Status::otherActor;
    auto& time = story.when(relation);
    time.anchorMention = story.reading.mentions.size() - 2;
    time.anchorWords = "Arla";
    return story;
}

TEST(Anchors, theVisitToldLastIsTheLikeliest) {
    auto story = twoVisits("After [Arla:ref] the others slept in [Corl:other].", TimeRelation::after);
    const auto r = story.told(plain);
    EXPECT_EQ(whenOf(r, 3).span.earliest, at(5, 9, 0));
    EXPECT_NE(testing::PrintToString(whenOf(r, 3).derivation).find("is taken as the visit told in"), std::string::npos)
        << testing::PrintToString(whenOf(r, 3).derivation);
}

TEST(Anchors, aDateSpeaksForTheOtherVisit) {
    auto story = twoVisits("After [Arla:ref] the others slept in [Corl:other] on 4 May.", TimeRelation::after);
    story.when().date = Date{2024, 5, 4};
    const auto r = story.told(plain);
    EXPECT_EQ(whenOf(r, 3).span.latest, at(5, 5, 0));
    EXPECT_EQ(findingOf(r, "contradiction"), nullptr);
}

TEST(Anchors, beforeAVisitIsNoLaterThanIt) {
    auto story = twoVisits("Before [Arla:ref] the others slept in [Corl:other] on 8 May.", TimeRelation::before);
    story.when().date = Date{2024, 5, 8};
    const auto r = story.told(plain);
    EXPECT_EQ(findingOf(r, "contradiction"), nullptr);
    EXPECT_EQ(whenOf(r, 3).span.latest, at(5, 9, 0));
}

}  // namespace
}  // namespace retrace::reconstruct::test
