#pragma once

#include "timeline/sun.hpp"

#include <string>
#include <vector>

namespace retrace::timeline {

/// One reckoning of when a prayer's time begins.
struct PrayerBeginning {
    Instant at;
    std::string by;  // "sunset", "the sun 4.5 deg below the horizon (Ja'fari)"
};
/// The schools' and the calendars' reckonings, earliest first: fajr and isha by the sun's depth (Muslim World
/// League, Egypt, Karachi, North America, Ja'fari), asr by a shadow as long as its object or twice (Hanafi),
/// maghrib by sunset or 4.5 deg below (Ja'fari). Nothing where the sun does not do so.
[[nodiscard]] std::vector<PrayerBeginning> prayerBeginnings(Prayer, const Date&, const geo::LonLat&,
                                                            const std::string& zone);

/// What words by the sun name: the prayer's time, or the light itself.
enum class SunEvent { prayer, dawn, sunrise, sunset, dark };

/// When it may have begun, and when it ends, on a local day.
struct SunTime {
    Instant beginsEarliest, beginsLatest, ends;
    std::string why;  // one line: by which reckonings
};
/// Dawn begins between 18 deg (astronomical) and 6 deg (civil) of depth and ends at sunrise; sunset and
/// sunrise are told within a quarter of an hour before and 25 minutes after; it is dark between sunset and 12
/// deg (nautical). A prayer lasts from its first beginning to the next prayer's (isha at 17 deg, fajr at 18).
[[nodiscard]] std::optional<SunTime> sunTime(SunEvent, Prayer, const Date&, const geo::LonLat&,
                                             const std::string& zone);

}  // namespace retrace::timeline
