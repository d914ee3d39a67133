#pragma once

#include "geo/lon_lat.hpp"
#include "timeline/instant.hpp"
#include "timeline/span.hpp"

#include <optional>

namespace retrace::timeline {

enum class Prayer { fajr, sunrise, dhuhr, asr, maghrib, isha };

/// The instant at which the sun's centre passes `altitude_deg` on that local day, rising or setting;
/// nothing where it does not (polar day and night). NOAA solar equations after Meeus, about one minute.
[[nodiscard]] std::optional<Instant> sunCrossing(const Date&, const geo::LonLat&, const std::string& zone,
                                                 double altitude_deg, bool rising);
[[nodiscard]] std::optional<Instant> sunset(const Date&, const geo::LonLat&, const std::string& zone);
[[nodiscard]] std::optional<Instant> sunrise(const Date&, const geo::LonLat&, const std::string& zone);
[[nodiscard]] Instant solarNoon(const Date&, const geo::LonLat&, const std::string& zone);

/// After noon, when a shadow has grown by so many times its object's length: the afternoon prayer begins at
/// one (most schools) or two (the Hanafi).
[[nodiscard]] std::optional<Instant> whenShadowHasGrown(double lengths, const Date&, const geo::LonLat&,
                                                        const std::string& zone);

/// "At the time of the ... prayer": from the prayer's beginning to the next one's. Angles: fajr 18 deg,
/// isha 17 deg below the horizon (Muslim World League); maghrib from sunset, so that both the Sunni and
/// the Ja'fari (4 deg) beginning lie inside.
[[nodiscard]] std::optional<Span> prayerSpan(Prayer, const Date&, const geo::LonLat&,
                                             const std::string& zone);

}  // namespace retrace::timeline
