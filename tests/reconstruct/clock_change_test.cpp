// Days of 23 and 25 hours: Berlin's clocks go forward on 31 March 2024 at two and back on 27 October at
// three.
#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

using text::TimeRelation;

const Lookup plain = drawnMap("A..B............C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});
constexpr const char* berlin = "Europe/Berlin";

timeline::Instant shown(int month, int day, int hour) {
    return timeline::toInstant({{2024, month, day}, hour * 60}, berlin);
}

// Sets out on that date at six; the next day at six again.
Story twoMornings(const timeline::Date& date) {
    Story story;
    story.tell("move", "That day at six we left for [Bram:stop].");
    auto& first = story.when();
    first.date = date;
    first.clock = oClock(6);
    story.tell("stay", "We stayed in [Bram:stop].");
    story.tell("move", "The next day at six we left for [Corl:stop].");
    auto& next = story.when();
    next.dayOffset = 1;
    next.clock = oClock(6);
    return story;
}

void expectMornings(const timeline::Date& date) {
    const auto r = twoMornings(date).toldIn(berlin, plain);
    const auto next = timeline::plusDays(date, 1);
    EXPECT_EQ(r.events[0].when.span.earliest, shown(date.month, date.day, 6)) << date.day;
    EXPECT_EQ(r.events[0].when.span.latest, shown(date.month, date.day, 6)) << date.day;
    EXPECT_EQ(r.events[1].when.span.latest, shown(next.month, next.day, 0)) << date.day;
    EXPECT_EQ(r.events[2].when.best, shown(next.month, next.day, 6)) << date.day;
    EXPECT_EQ(findingOf(r, "contradiction"), nullptr) << date.day;
}

TEST(ClockChange, SixIsSixOnTheDayOfTheChangeAndBesideIt) {
    for (const int day : {29, 30, 31}) expectMornings({2024, 3, day});
    for (const int day : {25, 26, 27, 28}) expectMornings({2024, 10, day});
}

TEST(ClockChange, ManyDaysOnAreStillCountedInDays) {
    Story story;
    story.tell("move", "On 20 March we left for [Bram:stop].");
    story.when().date = timeline::Date{2024, 3, 20};
    for (int i = 0; i < 30; ++i) {
        story.tell("move",
                   std::string("The next day at nine we left for [") + (i % 2 ? "Bram" : "Arla") + ":stop].");
        auto& next = story.when();
        next.dayOffset = 1;
        next.clock = oClock(9);
    }
    const auto r = story.toldIn(berlin, plain);
    for (int i = 1; i <= 30; ++i) {
        const auto date = timeline::plusDays({2024, 3, 20}, i);
        EXPECT_EQ(r.events[static_cast<std::size_t>(i)].when.best, shown(date.month, date.day, 9)) << i;
    }
    EXPECT_EQ(findingOf(r, "contradiction"), nullptr);
}

TEST(ClockChange, ARepeatedHourMayBeEither) {
    Story story;
    story.tell("move", "On 27 October at half past two in the night we left for [Bram:stop].");
    auto& time = story.when();
    time.date = timeline::Date{2024, 10, 27};
    time.clock = oClock(2, 30);
    const auto r = story.toldIn(berlin, plain);
    ASSERT_TRUE(r.events[0].when.span.earliest && r.events[0].when.span.latest);
    EXPECT_EQ(*r.events[0].when.span.latest - *r.events[0].when.span.earliest, timeline::hour);
}

TEST(ClockChange, ADayFoundLaterBindsItsHourToo) {
    Story story;
    story.tell("move", "At six we left for [Bram:stop].");
    story.when().clock = oClock(6);
    story.tell("move", "The next day at seven we left for [Corl:stop].");
    auto& next = story.when();
    next.dayOffset = 1;
    next.clock = oClock(7);
    // Only the second event is dated, by an analyst: some time on 31 March.
    const model::Decision decision{
        .anchor = {story.reading.statements[1].evidence, "The next day at seven we left for Corl."},
        .what = model::SetTime{.span = {shown(3, 31, 0), shown(4, 1, 0), {}}, .recordRow = {}},
        .certainty = "certain",
        .reason = {}};
    const auto r = story.toldIn(berlin, plain, {decision});
    EXPECT_EQ(r.events[0].when.best, shown(3, 30, 6));
    EXPECT_EQ(r.events[1].when.best, shown(3, 31, 7));
}

TEST(ClockChange, DaysCountedFromEventToEventMayBeAnHourOff) {
    Story story;
    story.tell("move", "On 30 March at six we left for [Bram:stop].");
    auto& time = story.when();
    time.date = timeline::Date{2024, 3, 30};
    time.clock = oClock(6);
    story.tell("move", "Two days after we left, we left for [Corl:stop].");
    auto& delay = story.when(TimeRelation::after);
    delay.lowSeconds = delay.highSeconds = 2 * timeline::day;
    const auto r = story.toldIn(berlin, plain);
    EXPECT_LE(*r.events[1].when.span.earliest, shown(4, 1, 6));
    EXPECT_GE(*r.events[1].when.span.latest, shown(4, 1, 6));
    EXPECT_LE(*r.events[1].when.span.latest - *r.events[1].when.span.earliest, 2 * timeline::hour);
}

}  // namespace
}  // namespace retrace::reconstruct::test
