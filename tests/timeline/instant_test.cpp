#include "timeline/instant.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace retrace::timeline {
namespace {

TEST(Calendar, DayNumbers) {
    EXPECT_EQ(dayNumber({1970, 1, 1}), 0);
    EXPECT_EQ(dayNumber({2000, 3, 1}), 11017);
    EXPECT_EQ(dayNumber({1969, 12, 31}), -1);
    for (std::int64_t n = -800000; n < 800000; n += 997) EXPECT_EQ(dayNumber(dateFromDayNumber(n)), n);
}

TEST(Calendar, StepsAndWeekdays) {
    EXPECT_EQ(plusDays({2024, 2, 28}, 1), (Date{2024, 2, 29}));
    EXPECT_EQ(plusDays({2024, 12, 31}, 1), (Date{2025, 1, 1}));
    EXPECT_EQ(plusDays({2024, 3, 1}, -1), (Date{2024, 2, 29}));
    EXPECT_EQ(weekday({1970, 1, 1}), 3);
    EXPECT_EQ(weekday({1969, 12, 29}), 0);
    EXPECT_EQ(weekday({2024, 12, 8}), 6);
}

TEST(Calendar, ValidDates) {
    EXPECT_TRUE(isValid({2024, 2, 29}));
    EXPECT_TRUE(isValid({2000, 2, 29}));
    EXPECT_FALSE(isValid({1900, 2, 29}));
    EXPECT_FALSE(isValid({2023, 2, 29}));
    EXPECT_FALSE(isValid({2024, 4, 31}));
    EXPECT_FALSE(isValid({2024, 13, 1}));
    EXPECT_FALSE(isValid({2024, 0, 1}));
    EXPECT_FALSE(isValid({2024, 1, 0}));
    EXPECT_FALSE(isValid({2024, 1, 257}));  // would wrap to the first in eight bits
}

TEST(Zone, DamascusIsThreeHoursAheadAllYearSince2022) {
    for (const Date date : {Date{2024, 1, 15}, {2024, 7, 15}, {2024, 12, 5}})
        EXPECT_EQ(toInstant({date, 0, 0}, "Asia/Damascus"), toInstant({date, 0, 0}, "+03:00"));
    EXPECT_EQ(toInstant({{2022, 1, 15}, 0, 0}, "Asia/Damascus"), toInstant({{2022, 1, 15}, 0, 0}, "+02:00"));
}

TEST(Zone, ThereAndBack) {
    for (const char* zone :
         {"Asia/Damascus", "America/New_York", "Australia/Lord_Howe", "UTC", "-03:30", "Z"})
        for (std::int64_t s = -3'000'000'000; s < 3'000'000'000; s += 123'456'789) {
            const LocalTime local = toLocal({s}, zone);
            EXPECT_TRUE(isValid(local.date));
            // A repeated hour comes back as its first instant: never later.
            const std::int64_t back = toInstant(local, zone).seconds;
            EXPECT_LE(back, s) << zone;
            EXPECT_LE(s - back, 2 * hour) << zone;
        }
}

TEST(Zone, ARepeatedHourGivesTheFirstInstant) {
    // Berlin, 2024-10-27: 02:30 at +02:00, and again an hour later at +01:00.
    EXPECT_EQ(toInstant({{2024, 10, 27}, 150, 0}, "Europe/Berlin"), toInstant({{2024, 10, 27}, 30, 0}, "Z"));
    EXPECT_EQ(toLocal(toInstant({{2024, 10, 27}, 90, 0}, "Z"), "Europe/Berlin"),
              (LocalTime{{2024, 10, 27}, 150, 0}));
}

TEST(Zone, ASkippedHourGivesTheChange) {
    // Berlin, 2024-03-31: from 02:00 to 03:00 there is no time.
    const Instant change = toInstant({{2024, 3, 31}, 60, 0}, "Z");
    EXPECT_EQ(toInstant({{2024, 3, 31}, 150, 0}, "Europe/Berlin"), change);
    EXPECT_EQ(toInstant({{2024, 3, 31}, 120, 0}, "Europe/Berlin"), change);
    EXPECT_EQ(toLocal(change, "Europe/Berlin"), (LocalTime{{2024, 3, 31}, 180, 0}));
}

TEST(Zone, UnknownZonesGetAdvice) {
    requireZone("Asia/Damascus");
    requireZone("+03:00");
    for (const char* zone :
         {"Asia/Damaskus", "", "+99:00", "+3", "../etc/passwd", "Asia", "tzdata.zi", "zone.tab"}) {
        try {
            requireZone(zone);
            FAIL() << zone;
        } catch (const Error& error) {
            const std::string message = error.what();
            EXPECT_NE(message.find("tzdata"), std::string::npos) << message;
            EXPECT_EQ(message.find('\n'), std::string::npos);
        }
    }
    EXPECT_THROW((void)toLocal({0}, "Nowhere/Land"), Error);
}

}  // namespace
}  // namespace retrace::timeline
