#include "timeline/sun.hpp"

#include <gtest/gtest.h>

namespace retrace::timeline {
namespace {

const std::string zone = "Asia/Damascus";
const geo::LonLat homs{36.7135, 34.7324}, zaynab{36.3408, 33.4447};

/// Seconds that `t` lies from the local clock time given.
double off(const std::optional<Instant>& t, const char* local) {
    return t ? static_cast<double>(*t - *parseIso(local, zone)) : 1e9;
}

TEST(Sun, SetsAtHoms) {
    EXPECT_NEAR(off(sunset({2024, 12, 7}, homs, zone), "2024-12-07T17:22"), 0, 60);
}

TEST(Sun, NoonNearDamascus) {
    EXPECT_NEAR(off(solarNoon({2024, 12, 8}, zaynab, zone), "2024-12-08T12:26:42"), 0, 20);
}

TEST(Sun, RisesAndSetsAtGreenwich) {
    // Almanac values for London on the solstice: 03:43 and 20:21 UT.
    const geo::LonLat london{-0.1278, 51.5074};
    EXPECT_NEAR(off(sunrise({2024, 6, 20}, london, "Z"), "2024-06-20T03:43Z"), 0, 90);
    EXPECT_NEAR(off(sunset({2024, 6, 20}, london, "Z"), "2024-06-20T20:21Z"), 0, 90);
}

TEST(Sun, NeitherRisesNorSetsInPolarDayAndNight) {
    const geo::LonLat tromso{18.9553, 69.6492};
    EXPECT_EQ(sunset({2024, 6, 20}, tromso, "Europe/Oslo"), std::nullopt);
    EXPECT_EQ(sunrise({2024, 12, 20}, tromso, "Europe/Oslo"), std::nullopt);
    EXPECT_TRUE(sunset({2024, 3, 20}, tromso, "Europe/Oslo"));
}

TEST(Sun, NoonBelongsToTheLocalDay) {
    const geo::LonLat kiribati{-157.4, 1.9};  // 14 hours ahead of UTC, far west of Greenwich
    for (const Date date : {Date{2024, 1, 1}, {2024, 6, 30}})
        EXPECT_EQ(toLocal(solarNoon(date, kiribati, "Pacific/Kiritimati"), "Pacific/Kiritimati").date, date);
}

TEST(Sun, SymmetricAboutNoon) {
    const Date date{2024, 9, 1};
    const auto rise = sunrise(date, homs, zone), set = sunset(date, homs, zone);
    const Instant noon = solarNoon(date, homs, zone);
    ASSERT_TRUE(rise && set);
    EXPECT_NEAR(static_cast<double>((noon - *rise) - (*set - noon)), 0, 120);
}

TEST(Prayers, FollowOneAnother) {
    const Date date{2024, 12, 7};
    std::optional<Instant> last;
    for (const Prayer p :
         {Prayer::fajr, Prayer::sunrise, Prayer::dhuhr, Prayer::asr, Prayer::maghrib, Prayer::isha}) {
        const auto span = prayerSpan(p, date, homs, zone);
        ASSERT_TRUE(span && span->earliest && span->latest);
        EXPECT_LT(*span->earliest, *span->latest);
        EXPECT_EQ(*span->earliest, last.value_or(*span->earliest));
        last = span->latest;
    }
    EXPECT_EQ(last, prayerSpan(Prayer::fajr, {2024, 12, 8}, homs, zone)->earliest);  // the night's end
}

TEST(Prayers, SunsetPrayerHoldsBothBeginnings) {
    const Date date{2024, 12, 7};
    const auto maghrib = prayerSpan(Prayer::maghrib, date, homs, zone);
    ASSERT_TRUE(maghrib);
    EXPECT_EQ(maghrib->earliest, sunset(date, homs, zone));
    const auto jafari = sunCrossing(date, homs, zone, -4, false);
    EXPECT_GT(*jafari, *maghrib->earliest);
    EXPECT_LT(*jafari, *maghrib->latest);
}

TEST(Prayers, AfternoonLiesBetweenNoonAndSunset) {
    const Date date{2024, 12, 7};
    const auto asr = prayerSpan(Prayer::asr, date, homs, zone);
    ASSERT_TRUE(asr);
    // The sun stands 22.6 deg south of the equator: tan(34.73 + 22.6) + 1 = 2.56, so 21.3 deg high.
    const auto expected = sunCrossing(date, homs, zone, 21.33, false);
    ASSERT_TRUE(expected);
    EXPECT_NEAR(static_cast<double>(*asr->earliest - *expected), 0, 60);
    EXPECT_EQ(asr->latest, sunset(date, homs, zone));
}

TEST(Prayers, NoDawnInTheNorthernSummer) {
    EXPECT_EQ(prayerSpan(Prayer::fajr, {2024, 6, 20}, {10, 60}, "Z"), std::nullopt);
}

}  // namespace
}  // namespace retrace::timeline
