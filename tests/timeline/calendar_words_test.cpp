#include "timeline/calendar_words.hpp"

#include <gtest/gtest.h>

namespace retrace::timeline {
namespace {

TEST(CalendarWords, Hours) {
    EXPECT_EQ(hourText(0), "00:00");
    EXPECT_EQ(hourText(6 * 60 + 5), "06:05");
    EXPECT_EQ(hourText(24 * 60), "24:00");
    EXPECT_EQ(hourText(24 * 60 + 15), "00:15");
    EXPECT_EQ(hourText(-15), "23:45");
    EXPECT_EQ(hourText(LocalTime{{2024, 5, 1}, 65}), "01:05");
    EXPECT_EQ(hourText(LocalTime{{2024, 5, 1}, 65, 9}), "01:05:09");
}

TEST(CalendarWords, MonthsAndDays) {
    EXPECT_EQ(monthName(1), "Jan");
    EXPECT_EQ(monthName(12), "Dec");
    EXPECT_EQ(monthName(0), "");
    EXPECT_EQ(monthName(13), "");
    EXPECT_EQ(fullMonthName(5), "May");
    EXPECT_EQ(fullMonthName(12), "December");
    EXPECT_EQ(fullMonthName(0), "");
    EXPECT_EQ(weekdayName({2024, 12, 8}), "Sun");
    EXPECT_EQ(weekdayName({1970, 1, 1}), "Thu");
}

}  // namespace
}  // namespace retrace::timeline
