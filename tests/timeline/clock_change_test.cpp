#include "timeline/clock_change.hpp"

#include <gtest/gtest.h>

#include <string>

namespace retrace::timeline {
namespace {

TEST(ClockChange, IsFoundBetweenTwoInstants) {
    const std::string berlin = "Europe/Berlin";  // changes on 31 March and 27 October 2024
    const auto noon = [&](int month, int day) { return toInstant({{2024, month, day}, 720}, berlin); };
    EXPECT_TRUE(changesOffset(noon(3, 30), noon(3, 31), berlin));
    EXPECT_TRUE(changesOffset(noon(1, 1), noon(12, 1), berlin));
    EXPECT_FALSE(changesOffset(noon(3, 31), noon(10, 26), berlin));
    EXPECT_FALSE(changesOffset(noon(1, 1), noon(12, 1), "+01:00"));
    const Instant change = toInstant({{2024, 3, 31}, 180}, berlin);
    EXPECT_TRUE(changesOffset(change - 1, change, berlin));
    EXPECT_FALSE(changesOffset(change, change + day, berlin));
}

TEST(ClockChange, DamascusChangesNoMoreSinceItsLastWinterTime) {
    const std::string zone = "Asia/Damascus";
    EXPECT_FALSE(changesOffset(toInstant({{2022, 11, 1}}, zone), toInstant({{2025, 6, 1}}, zone), zone));
    EXPECT_TRUE(changesOffset(toInstant({{2022, 3, 1}}, zone), toInstant({{2022, 4, 1}}, zone), zone));
}

TEST(ClockChange, ARepeatedHourHasALastInstant) {
    const LocalTime twice{{2024, 10, 27}, 150};
    EXPECT_EQ(toLastInstant(twice, "Europe/Berlin") - toInstant(twice, "Europe/Berlin"), hour);
    const LocalTime once{{2024, 10, 27}, 300};
    EXPECT_EQ(toLastInstant(once, "Europe/Berlin"), toInstant(once, "Europe/Berlin"));
    EXPECT_EQ(toLastInstant(twice, "+02:00"), toInstant(twice, "+02:00"));
}

TEST(ClockChange, MinutesCountByTheClock) {
    EXPECT_EQ(localAt({2024, 3, 31}, 360), (LocalTime{{2024, 3, 31}, 360}));
    EXPECT_EQ(localAt({2024, 3, 31}, 1440 + 15), (LocalTime{{2024, 4, 1}, 15}));
    EXPECT_EQ(localAt({2024, 3, 1}, -15), (LocalTime{{2024, 2, 29}, 1425}));
    const auto six = toInstant({{2024, 3, 31}, 360}, "Europe/Berlin");
    EXPECT_EQ(six - toInstant({{2024, 3, 31}}, "Europe/Berlin"), 5 * hour);
    EXPECT_EQ(minutesFrom({2024, 3, 31}, six, "Europe/Berlin"), 360);
    EXPECT_EQ(minutesFrom({2024, 3, 30}, six, "Europe/Berlin"), 1440 + 360);
}

}  // namespace
}  // namespace retrace::timeline
