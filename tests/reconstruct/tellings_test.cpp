#include "reconstruct/order_events.hpp"

#include "little_map.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace retrace::reconstruct::test {
namespace {

const Lookup plain = drawnMap("A.B.C.D", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});

// A story of two paragraphs: the second begins with the sentence whose number is given.
model::Reconstruction inTwoParagraphs(const Story& story, std::size_t second) {
    Words words = story.words();
    const auto cut = story.reading.statements[second].evidence.begin;
    words.sources.front().paragraphs = {{0, cut - 1}, {cut, words.sources.front().letters.size()}};
    return reconstructRead(std::move(words), plain, {}, {}, {.zone = "+03:00"});
}

TEST(Tellings, whatIsDatedBeforeTheStoryGoesWhereItBelongs) {
    Story story;
    story.tell("move", "On 9 May we went to [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.tell("arrive", "We reached [Bram:stop].");
    story.tell("move", "On 2 May, I should have said, we went to [Corl:stop].");
    story.when().date = timeline::Date{2024, 5, 2};
    story.tell("arrive", "And we came to [Dorn:stop].");
    const auto r = inTwoParagraphs(story, 2);
    EXPECT_EQ(chainOf(r), "1 Corl, 2 Dorn, 3 Arla, 4 Bram");
    EXPECT_EQ(r.events.front().told, 3);
    EXPECT_EQ(findingOf(r, "contradiction"), nullptr);
}

TEST(Tellings, eachWhoTellsHasHisOwnOrderAndClock) {
    Story story;
    story.tell("move", "Ada went to [Arla:stop] on 9 May.").speaker = "Ada";
    story.when().date = timeline::Date{2024, 5, 9};
    story.tell("move", "Ben went to [Corl:stop] on 7 May.").speaker = "Ben";
    story.when().date = timeline::Date{2024, 5, 7};
    story.tell("arrive", "Ada reached [Bram:stop].").speaker = "Ada";
    const auto r = story.told(plain);
    ASSERT_EQ(r.itineraries.size(), 2U);
    EXPECT_EQ(r.itineraries[0].actor, "Ada");
    EXPECT_EQ(r.itineraries[0].stops.size(), 2U);
    EXPECT_EQ(r.itineraries[1].actor, "Ben");
    EXPECT_EQ(r.itineraries[1].stops.size(), 1U);
    EXPECT_EQ(findingOf(r, "contradiction"), nullptr);  // what Ben says orders nothing of Ada's
}

// By the number of the statement.
const model::When& whenOf(const model::Reconstruction& r, std::size_t statement) {
    return std::ranges::find(r.events, statement, &model::Event::statement)->when;
}

// Ada is told of up to 9 May, then Ben, whose words count from the day that Ada had reached.
Story adaThenBen(const std::string& words) {
    Story story;
    story.tell("move", "Ada went to [Corl:stop] on 2 May.").speaker = "Ada";
    story.when().date = timeline::Date{2024, 5, 2};
    story.tell("arrive", "Ben stood at [Dorn:stop] on 3 May.").speaker = "Ben";
    story.when().date = timeline::Date{2024, 5, 3};
    story.tell("move", "Ada reached [Arla:stop] on 9 May.").speaker = "Ada";
    story.when().date = timeline::Date{2024, 5, 9};
    story.tell("stay", words).speaker = "Ben";
    story.when().dayOffset = 0;
    return story;
}

TEST(Tellings, thatSameDayIsTheOneThatAnotherToldOfJustBefore) {
    const auto r = adaThenBen("Ben came to [Bram:stop] on that same day.").told(plain);
    EXPECT_EQ(whenOf(r, 3).span.earliest, at(5, 9, 0));
    EXPECT_EQ(whenOf(r, 3).span.latest, at(5, 10, 0));
}

TEST(Tellings, thatNightAfterAnothersDayMayBeTheOneJustOver) {
    const auto r = adaThenBen("Ben had spent that night in [Bram:stop].").told(plain);
    EXPECT_EQ(whenOf(r, 3).span.earliest, at(5, 8, 18));
    EXPECT_EQ(whenOf(r, 3).span.latest, at(5, 10, 6));
}

TEST(Tellings, theNightOfAnEntryMayBeTheOneJustOver) {
    Story story;
    story.tell("stay", "9 May. In the night a bridge was hit at [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    const auto r = story.told(plain);
    EXPECT_EQ(whenOf(r, 0).span.earliest, at(5, 8, 18));
    EXPECT_EQ(whenOf(r, 0).span.latest, at(5, 10, 6));
}

TEST(Tellings, sinceYesterdayLeadsTheTellingBackToNoDay) {
    Story story;
    story.tell("stay", "9 May, in [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.tell("hold", "Since yesterday noon carts come to [Arla:stop].");
    auto& since = story.when();
    since.date = timeline::Date{2024, 5, 8};
    since.clock = oClock(12);
    story.tell("move", "At 22:00 we went to [Bram:stop].");
    story.when().clock = oClock(22);
    EXPECT_EQ(whenOf(story.told(plain), 2).span.earliest, at(5, 9, 22));
}

TEST(Tellings, anHourLeftOverGoesToWhoseWordsHoldIt) {
    Story story;
    story.tell("stay", "9 May, in [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.tell("arrive", "At nine hung a note: the carts come to [Bram:other] at two.");
    auto& carts = story.reading.statements.back();
    carts.status = text::Status::otherActor;
    const auto begin = carts.evidence.begin, end = carts.evidence.end;
    auto& nine = story.when();
    nine.quote.end = begin + 7;
    nine.clock = oClock(9);
    auto two = nine;
    two.quote.begin = end - 7;
    two.quote.end = end - 1;
    two.clock = oClock(14);
    two.statement = static_cast<std::size_t>(-1);
    story.reading.times.push_back(two);
    carts.evidence.begin = begin + 21;
    const auto r = story.told(plain);
    EXPECT_EQ(r.events.size(), 3U);
    EXPECT_EQ(whenOf(r, 1).span.earliest, at(5, 9, 9));
    EXPECT_EQ(whenOf(r, 2).span.earliest, at(5, 9, 14));
}

TEST(Tellings, twoTestimoniesAreTwoWaysOnOneClock) {
    Story first, second;
    first.tell("move", "On 9 May we went to [Arla:stop].");
    first.when().date = timeline::Date{2024, 5, 9};
    second.id = "second";
    second.tell("move", "On 7 May we went to [Bram:stop].");
    second.when().date = timeline::Date{2024, 5, 7};
    Words words = first.words();
    const Words other = second.words();
    words.sources.push_back(other.sources.front());
    words.readings.push_back(other.readings.front());
    const auto r = reconstructRead(std::move(words), plain, {}, {}, {.zone = "+03:00"});
    ASSERT_EQ(r.itineraries.size(), 2U);
    EXPECT_EQ(findingOf(r, "contradiction"), nullptr);
    for (const auto& event : r.events) EXPECT_EQ(event.when.day, model::DayCode::stated);
}

TEST(Tellings, aGoalWithoutAnArrivalIsNoStop) {
    Story story;
    story.tell("stay", "We slept in [Arla:stop].");
    auto& left = story.tell("move", "We left in the direction of [Corl:stop].");
    left.places.back().role = text::Role::destination;
    story.reading.mentions.back().role = text::Role::destination;
    EXPECT_EQ(chainOf(story.told(plain)), "1 Arla");
}

}  // namespace
}  // namespace retrace::reconstruct::test
