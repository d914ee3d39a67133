#include "little_map.hpp"
#include "reconstruct/solve_times.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

using text::TimeRelation;
using timeline::Date;

const Lookup plain = drawnMap("A..B............C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});

const model::When& whenOf(const model::Reconstruction& r, std::size_t event) {
    return r.events.at(event).when;
}
std::string spanOf(const model::Reconstruction& r, std::size_t event) {
    return timeline::spanText(whenOf(r, event).span, r.zone);
}

TEST(Stretches, someDayOfThemIsTheEventsDay) {
    Story story;
    story.tell("move", "At the end of March 1945 we went to [Arla:stop].");
    story.when().days = text::DaySpan{{1945, 3, 21}, {1945, 3, 31}};
    const auto r = story.told(plain);
    EXPECT_EQ(spanOf(r, 0), "between 21 Mar and 31 Mar 1945");
    EXPECT_EQ(whenOf(r, 0).day, model::DayCode::open);
    EXPECT_EQ(whenOf(r, 0).span.origins, std::vector{timeline::Origin::words});
    ASSERT_FALSE(whenOf(r, 0).derivation.empty());
    EXPECT_NE(whenOf(r, 0).derivation.front().find("is taken as 21 to 31 March 1945"), std::string::npos);
}

TEST(Stretches, aYearIsFoundAsForDatesAndABareYearIsAllItsDays) {
    const Story story;
    const auto days = [&](const text::DaySpan& span, std::optional<Date> reference) {
        return completeDays(story.words(), span, {"story", 0, 0},
                            {.zone = "UTC", .referenceDate = reference});
    };
    const text::DaySpan february{{0, 2, 21}, {0, 2, 29}};
    EXPECT_EQ(days(february, Date{2023, 5, 1}), (timeline::Days{{2023, 2, 21}, {2023, 2, 28}}));
    EXPECT_EQ(days(february, Date{2024, 5, 1}), (timeline::Days{{2024, 2, 21}, {2024, 2, 29}}));
    EXPECT_EQ(days(february, std::nullopt), std::nullopt);
    EXPECT_EQ(days({{1942, 0, 0}, {1942, 0, 0}}, std::nullopt),
              (timeline::Days{{1942, 1, 1}, {1942, 12, 31}}));
}

TEST(Stretches, whatIsToldOnStaysAmongItsDays) {
    Story story;
    story.tell("stay", "In June 1911 we lay in [Arla:stop].");
    story.when().days = text::DaySpan{{1911, 6, 1}, {1911, 6, 30}};
    story.tell("move", "We went to [Bram:stop].");
    story.tell("move", "On 4 July we went to [Corl:stop].");
    story.when().date = Date{0, 7, 4};
    const auto r = story.told(plain);
    EXPECT_EQ(spanOf(r, 0), "Jun 1911");
    EXPECT_EQ(spanOf(r, 1), "Jun 1911");
    EXPECT_EQ(spanOf(r, 2), "4 Jul 1911");  // the month told gives the day its year
    EXPECT_FALSE(findingOf(r, "contradiction"));
}

TEST(Stretches, whatCannotHaveBeenAmongItsDaysIsNotHeldThere) {
    Story story;
    story.tell("stay", "In June 1911 we lay in [Arla:stop].");
    story.when().days = text::DaySpan{{1911, 6, 1}, {1911, 6, 30}};
    story.tell("hold", "We held it for seven weeks.");
    auto& lasted = story.when(TimeRelation::during);
    lasted.lasts = true;
    lasted.lowSeconds = 49 * timeline::day;
    story.tell("move", "We went to [Bram:stop].");
    const auto r = story.told(plain);
    EXPECT_FALSE(whenOf(r, 2).span.latest);
    EXPECT_FALSE(findingOf(r, "contradiction"));
}

TEST(Stretches, beforeAMonthIsBeforeItsFirstDayAndAfterItBehindItsLast) {
    Story story;
    story.tell("move", "Before May 1943 we went to [Arla:stop].");
    story.when(TimeRelation::before).days = text::DaySpan{{1943, 5, 1}, {1943, 5, 31}};
    story.tell("move", "After June 1943 we went to [Bram:stop].");
    story.when(TimeRelation::after).days = text::DaySpan{{1943, 6, 1}, {1943, 6, 30}};
    const auto r = story.told(plain);
    EXPECT_EQ(spanOf(r, 0), "before 1 May 1943");
    EXPECT_EQ(spanOf(r, 1), "on or after 1 Jul 1943");
}

TEST(Stretches, fromAndUntilBoundTheTwoEnds) {
    Story story;
    story.tell("hold", "From early May to mid-July 1943 we held [Arla:stop].");
    story.when(TimeRelation::from).days = text::DaySpan{{1943, 5, 1}, {1943, 5, 10}};
    story.when(TimeRelation::until).days = text::DaySpan{{1943, 7, 11}, {1943, 7, 20}};
    const auto r = story.told(plain);
    EXPECT_EQ(spanOf(r, 0), "between 1 May and 20 Jul 1943");
}

TEST(Stretches, aWeekdayOfAWeekIsADay) {
    Story story;
    story.tell("move", "On the first Monday of April 2004 we went to [Arla:stop].");
    auto& time = story.when();
    time.days = text::DaySpan{{2004, 4, 1}, {2004, 4, 7}};
    time.weekday = 0;
    const auto r = story.told(plain);
    EXPECT_EQ(spanOf(r, 0), "5 Apr 2004");
    EXPECT_EQ(whenOf(r, 0).day, model::DayCode::stated);
}

TEST(Weekdays, theFirstFromTheDayToldBeforeOn) {
    Story story;
    story.tell("move", "On Wednesday, 3 April 2024 we went to [Arla:stop].");
    story.when().date = Date{2024, 4, 3};
    story.tell("move", "On Friday we went to [Bram:stop].");
    story.when().weekday = 4;
    story.tell("move", "The next day we went to [Corl:stop].");
    story.when().dayOffset = 1;
    const auto r = story.told(plain);
    EXPECT_EQ(spanOf(r, 1), "5 Apr 2024");
    EXPECT_EQ(whenOf(r, 1).day, model::DayCode::derived);
    EXPECT_EQ(spanOf(r, 2), "6 Apr 2024");
    EXPECT_FALSE(findingOf(r, "week-missing"));
}

TEST(Weekdays, theLastBeforeTheFirstDateToldAfter) {
    Story story;
    story.tell("move", "On Friday we went to [Arla:stop].");
    story.when().weekday = 4;
    story.tell("move", "On Sunday we went to [Bram:stop].");
    story.when().weekday = 6;
    story.tell("move", "On 9 April 2024 we went to [Corl:stop].");
    story.when().date = Date{2024, 4, 9};
    const auto r = story.told(plain);
    EXPECT_EQ(spanOf(r, 0), "5 Apr 2024");
    EXPECT_EQ(spanOf(r, 1), "7 Apr 2024");
}

TEST(Weekdays, whatTheWordsDelayGoesToALaterWeek) {
    Story story;
    story.tell("arrive", "On 3 April 2024 we came to [Arla:stop].");
    story.when().date = Date{2024, 4, 3};
    story.tell("hold", "We held it for nine days.");
    auto& lasted = story.when(TimeRelation::during);
    lasted.lasts = true;
    lasted.lowSeconds = 9 * timeline::day;
    story.tell("move", "On Friday we went to [Bram:stop].");
    story.when().weekday = 4;
    const auto r = story.told(plain);
    EXPECT_EQ(spanOf(r, 2), "12 Apr 2024");
    EXPECT_NE(whenOf(r, 2).derivation.front().find(
                  "is taken as the Friday a week after the first one; the first Friday from the day told before it "
                  "on would contradict"),
              std::string::npos)
        << whenOf(r, 2).derivation.front();
    EXPECT_FALSE(findingOf(r, "week-missing"));
    EXPECT_FALSE(findingOf(r, "contradiction"));
}

TEST(Weekdays, withoutAnyDateOfNoWeek) {
    Story story;
    story.tell("move", "On Friday we went to [Arla:stop].");
    story.when().weekday = 4;
    const auto r = story.told(plain);
    EXPECT_EQ(spanOf(r, 0), "not stated");
    EXPECT_EQ(whenOf(r, 0).day, model::DayCode::open);
    EXPECT_TRUE(findingOf(r, "week-missing"));
}

}  // namespace
}  // namespace retrace::reconstruct::test
