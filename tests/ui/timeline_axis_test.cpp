#include "ui/timeline_axis.hpp"
#include "small_case.hpp"

#include <gtest/gtest.h>

#include <random>

namespace retrace::ui {
namespace {

void expectMonotone(const TimelineAxis& axis, const std::string& note) {
    ASSERT_GE(axis.knots.size(), 2U) << note;
    EXPECT_EQ(axis.knots.front().x, 0) << note;
    EXPECT_DOUBLE_EQ(axis.knots.back().x, 1) << note;
    for (std::size_t i = 1; i < axis.knots.size(); ++i) {
        EXPECT_LT(axis.knots[i - 1].t, axis.knots[i].t) << note;
        EXPECT_LT(axis.knots[i - 1].x, axis.knots[i].x) << note;
    }
}

void expectInverse(const TimelineAxis& axis, const std::string& note) {
    double last = -1;
    for (int i = 0; i <= 200; ++i) {
        const double x = i / 200.0, t = storyTimeAt(axis, x);
        EXPECT_NEAR(position(axis, t), x, 1e-6) << note;
        EXPECT_GE(t, last) << note;
        last = t;
    }
}

TEST(TimelineAxis, IsMonotoneAndItsOwnInverse) {
    const TimelineAxis axis = axisOf(smallCase().reconstruction);
    expectMonotone(axis, "small case");
    expectInverse(axis, "small case");
}

TEST(TimelineAxis, ClampsToTheStory) {
    const model::Reconstruction r = smallCase().reconstruction;
    const TimelineAxis axis = axisOf(r);
    EXPECT_EQ(position(axis, r.begin - 1e6), 0);
    EXPECT_DOUBLE_EQ(position(axis, r.end + 1e6), 1);
    EXPECT_EQ(storyTimeAt(axis, -3), r.begin);
    EXPECT_EQ(storyTimeAt(axis, 3), r.end);
}

TEST(TimelineAxis, PressesEmptyDaysTogether) {
    model::Reconstruction r = smallCase().reconstruction;
    r.events.resize(2);
    r.orderOnly.clear();
    r.begin = static_cast<double>(r.events[0].when.best->seconds);
    r.events[1].when.best = *r.events[0].when.best + 30 * timeline::day;
    r.end = static_cast<double>(r.events[1].when.best->seconds) + 6 * timeline::hour;
    const TimelineAxis axis = axisOf(r);
    const double month = position(axis, r.end - 6 * timeline::hour);
    EXPECT_LT(month, 0.85);  // 120 times as long as the last six hours, but no 120 times as wide
    EXPECT_GT(month, 0.5);
}

TEST(TimelineAxis, StandsForAnEmptyStory) {
    const TimelineAxis axis = axisOf({});
    expectMonotone(axis, "empty");
    EXPECT_TRUE(dayTicks(axis, {}, 0.01).empty());
}

TEST(TimelineAxis, TakesEventsAtTheSameMomentAndOutsideOfTheStory) {
    const unsigned seed = 4242;
    std::mt19937 random(seed);
    for (int round = 0; round < 300; ++round) {
        model::Reconstruction r;
        r.begin = 1.7e9;
        r.end = r.begin + static_cast<double>(random() % 10'000'000);
        for (unsigned i = random() % 20; i > 0; --i) {
            model::Event event;
            event.shown = r.begin - 1e5 + static_cast<double>(random() % 400) * 3600;
            r.events.push_back(event);
        }
        const std::string note = "seed " + std::to_string(seed) + ", round " + std::to_string(round);
        expectMonotone(axisOf(r), note);
        expectInverse(axisOf(r), note);
        if (testing::Test::HasFailure()) return;
    }
}

TEST(DayTicks, StandAtLocalMidnights) {
    model::Reconstruction r = smallCase().reconstruction;
    const TimelineAxis axis = axisOf(r);
    const std::vector<Tick> ticks = dayTicks(axis, r, 0.001);
    ASSERT_EQ(ticks.size(), 2U);  // the third midnight lies in the order-only stretch
    EXPECT_EQ(ticks[0].label, "4 May");
    EXPECT_EQ(ticks[1].label, "5 May");
    EXPECT_NEAR(ticks[0].x, position(axis, static_cast<double>(inParis(2023, 5, 4, 0).seconds)), 1e-9);
    r.zone = "UTC";
    EXPECT_NEAR(dayTicks(axis, r, 0.001)[0].x,
                position(axis, static_cast<double>(inParis(2023, 5, 4, 120).seconds)), 1e-9);
}

TEST(DayTicks, FindTheMidnightAfterAClockChange) {
    model::Reconstruction r = smallCase().reconstruction;
    r.orderOnly.clear();
    r.begin = static_cast<double>(inParis(2023, 3, 24, 600).seconds);
    r.end = static_cast<double>(inParis(2023, 3, 28, 600).seconds);
    const TimelineAxis axis = axisOf(r);
    const std::vector<Tick> ticks = dayTicks(axis, r, 0.0);
    ASSERT_EQ(ticks.size(), 4U);
    for (int i = 0; i < 4; ++i)
        EXPECT_NEAR(ticks[static_cast<std::size_t>(i)].x,
                    position(axis, static_cast<double>(inParis(2023, 3, 25 + i, 0).seconds)), 1e-9);
}

TEST(DayTicks, CountDaysByTheCalendarAndNotByTheirHours) {
    model::Reconstruction r = smallCase().reconstruction;
    r.orderOnly.clear();
    r.begin = static_cast<double>(inParis(2023, 3, 25, 23 * 60 + 50).seconds);
    r.end = static_cast<double>(inParis(2023, 3, 27, 0).seconds);  // 23 hours and ten minutes later
    EXPECT_EQ(dayTicks(axisOf(r), r, 0.0).size(), 2U);
    r.begin = static_cast<double>(inParis(2023, 10, 29, 0).seconds);  // the day has 25 hours
    r.end = static_cast<double>(inParis(2023, 10, 29, 23 * 60).seconds) + 7200;
    EXPECT_EQ(dayTicks(axisOf(r), r, 0.0).size(), 2U);
}

TEST(DayTicks, AreThinnedOutWhereTheyWouldCrowd) {
    model::Reconstruction r = smallCase().reconstruction;
    r.orderOnly.clear();
    r.end = r.begin + 40 * static_cast<double>(timeline::day);
    const TimelineAxis axis = axisOf(r);
    const std::vector<Tick> ticks = dayTicks(axis, r, 0.08);
    ASSERT_GE(ticks.size(), 2U);
    for (std::size_t i = 1; i < ticks.size(); ++i) EXPECT_GE(ticks[i].x - ticks[i - 1].x, 0.08);
    EXPECT_GT(dayTicks(axis, r, 0.0).size(), ticks.size());
}

TEST(DayTicks, AreNoneWhereTheWordsGiveOnlyAnOrder) {
    model::Reconstruction r = smallCase().reconstruction;
    r.orderOnly = {{r.begin, r.end}};
    EXPECT_TRUE(dayTicks(axisOf(r), r, 0.0).empty());
}

}  // namespace
}  // namespace retrace::ui
