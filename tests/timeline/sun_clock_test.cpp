#include "timeline/sun_clock.hpp"

#include <gtest/gtest.h>

namespace retrace::timeline {
namespace {

const std::string zone = "Asia/Damascus";
const geo::LonLat homs{36.7135, 34.7324};
constexpr Date day7{2024, 12, 7};

double off(const Instant& t, const char* local) {
    return static_cast<double>(t - *parseIso(local, zone));
}

TEST(PrayerBeginnings, SunsetAndTheJafarisFourDegreesAndAHalf) {
    const auto maghrib = prayerBeginnings(Prayer::maghrib, day7, homs, zone);
    ASSERT_EQ(maghrib.size(), 2U);
    EXPECT_NEAR(off(maghrib[0].at, "2024-12-07T17:22"), 0, 60);
    EXPECT_NEAR(off(maghrib[1].at, "2024-12-07T17:41"), 0, 90);
    EXPECT_NE(maghrib[1].by.find("Ja'fari"), std::string::npos);
}

TEST(PrayerBeginnings, EarliestFirstAndTheFirstIsTheSpansOrNearIt) {
    for (const Prayer p : {Prayer::fajr, Prayer::dhuhr, Prayer::asr, Prayer::maghrib, Prayer::isha})
        for (const Date date : {Date{2024, 3, 20}, {2024, 6, 21}, {2024, 9, 22}, {2024, 12, 21}}) {
            const auto all = prayerBeginnings(p, date, homs, zone);
            const auto span = prayerSpan(p, date, homs, zone);
            ASSERT_TRUE(!all.empty() && span);
            for (std::size_t i = 1; i < all.size(); ++i) EXPECT_LE(all[i - 1].at, all[i].at);
            EXPECT_LE(all.front().at, *span->earliest + 60);
            EXPECT_GE(all.back().at, *span->earliest - 60);
            EXPECT_LT(all.back().at, *span->latest);
        }
}

TEST(PrayerBeginnings, AsrByOneShadowAndByTwo) {
    const auto asr = prayerBeginnings(Prayer::asr, day7, homs, zone);
    ASSERT_EQ(asr.size(), 2U);
    EXPECT_NEAR(off(asr[0].at, "2024-12-07T00:00") -
                    off(*prayerSpan(Prayer::asr, day7, homs, zone)->earliest, "2024-12-07T00:00"),
                0, 60);
    const double later = static_cast<double>(asr[1].at - asr[0].at) / 60;
    EXPECT_GT(later, 25);  // about half an hour in winter, more in summer
    EXPECT_LT(later, 50);
}

TEST(SunTimes, FollowOneAnotherThroughTheDay) {
    const auto at = [&](SunEvent event) { return *sunTime(event, Prayer::maghrib, day7, homs, zone); };
    const auto dawn = at(SunEvent::dawn), rise = at(SunEvent::sunrise), set = at(SunEvent::sunset),
               dark = at(SunEvent::dark);
    EXPECT_LT(dawn.beginsEarliest, dawn.beginsLatest);
    EXPECT_EQ(dawn.ends, *sunrise(day7, homs, zone));
    EXPECT_LT(rise.beginsEarliest, dawn.ends);
    EXPECT_LT(set.beginsEarliest, dark.beginsEarliest);
    EXPECT_NEAR(off(dark.ends, "2024-12-07T18:19"), 0, 180);  // nautical dusk
    EXPECT_NE(set.why.find("17:2"), std::string::npos);
}

TEST(SunTimes, APrayersReasonNamesTheReckonings) {
    const auto maghrib = sunTime(SunEvent::prayer, Prayer::maghrib, day7, homs, zone);
    ASSERT_TRUE(maghrib);
    EXPECT_EQ(maghrib->beginsEarliest, *sunset(day7, homs, zone));
    EXPECT_GT(maghrib->beginsLatest, maghrib->beginsEarliest);
    EXPECT_NE(maghrib->why.find("sunset"), std::string::npos);
    EXPECT_NE(maghrib->why.find("Ja'fari"), std::string::npos);
}

TEST(SunTimes, NoneWhereTheSunDoesNotSet) {
    EXPECT_EQ(sunTime(SunEvent::sunset, Prayer::maghrib, {2024, 6, 20}, {18.9553, 69.6492}, "Europe/Oslo"),
              std::nullopt);
}

}  // namespace
}  // namespace retrace::timeline
