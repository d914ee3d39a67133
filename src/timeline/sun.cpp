// The sun after Meeus, "Astronomical Algorithms", in the form of NOAA's solar calculator.
#include "timeline/sun.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retrace::timeline {

namespace {

constexpr double horizon_deg = -0.833;  // refraction and the sun's radius
constexpr double fajr_deg = -18, isha_deg = -17;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}
double degrees(double radians) {
    return radians * 180 / std::numbers::pi;
}

struct Sun {
    double declination_deg = 0;
    double equationOfTime_s = 0;  // sundial ahead of the mean clock
};

Sun sunAt(double seconds) {
    const double t =
        (seconds / static_cast<double>(day) + 2440587.5 - 2451545.0) / 36525.0;  // centuries from J2000
    const double longitude = std::fmod(280.46646 + t * (36000.76983 + t * 0.0003032), 360.0);
    const double anomaly = radians(357.52911 + t * (35999.05029 - 0.0001537 * t));
    const double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
    const double center = std::sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
                          std::sin(2 * anomaly) * (0.019993 - 0.000101 * t) +
                          std::sin(3 * anomaly) * 0.000289;
    const double node = radians(125.04 - 1934.136 * t);
    const double apparent = radians(longitude + center - 0.00569 - 0.00478 * std::sin(node));
    const double obliquity =
        radians(23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60 +
                0.00256 * std::cos(node));

    const double y = std::pow(std::tan(obliquity / 2), 2), l = radians(longitude);
    const double equation = y * std::sin(2 * l) - 2 * eccentricity * std::sin(anomaly) +
                            4 * eccentricity * y * std::sin(anomaly) * std::cos(2 * l) -
                            0.5 * y * y * std::sin(4 * l) -
                            1.25 * eccentricity * eccentricity * std::sin(2 * anomaly);
    return {degrees(std::asin(std::sin(obliquity) * std::sin(apparent))), degrees(equation) * 240};
}

Instant rounded(double seconds) {
    return {std::llround(seconds)};
}

/// Seconds since 1970 at which the sun stands highest on that local day.
double noonSeconds(const Date& date, const geo::LonLat& at, const std::string& zone) {
    const double midday = static_cast<double>(toInstant({date, 12 * 60, 0}, zone).seconds);
    const double dayLength = static_cast<double>(day);
    // Mean noon of the meridian, on the day that lies nearest to the zone's midday.
    const double meridian = (0.5 - at.lon / 360) * dayLength;
    const double mean = meridian + std::round((midday - meridian) / dayLength) * dayLength;
    double noon = mean;
    for (int i = 0; i < 3; ++i) noon = mean - sunAt(noon).equationOfTime_s;
    return noon;
}

/// Half the time that the sun spends above the altitude, in seconds; nothing where it never crosses.
std::optional<double> halfArc(double seconds, double lat, double altitude_deg) {
    const double declination = radians(sunAt(seconds).declination_deg), phi = radians(lat);
    const double cosine = (std::sin(radians(altitude_deg)) - std::sin(phi) * std::sin(declination)) /
                          (std::cos(phi) * std::cos(declination));
    if (!(cosine >= -1 && cosine <= 1)) return std::nullopt;
    return degrees(std::acos(cosine)) * 240;
}

std::optional<Instant> begins(Prayer prayer, const Date& date, const geo::LonLat& at,
                              const std::string& zone) {
    switch (prayer) {
        case Prayer::fajr:
            return sunCrossing(date, at, zone, fajr_deg, true);
        case Prayer::sunrise:
            return sunrise(date, at, zone);
        case Prayer::dhuhr:
            return solarNoon(date, at, zone);
        case Prayer::asr:
            return whenShadowHasGrown(1, date, at, zone);
        case Prayer::maghrib:
            return sunset(date, at, zone);
        case Prayer::isha:
            return sunCrossing(date, at, zone, isha_deg, false);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Instant> sunCrossing(const Date& date, const geo::LonLat& at, const std::string& zone,
                                   double altitude_deg, bool rising) {
    const double noon = noonSeconds(date, at, zone);
    double crossing = noon;
    for (int i = 0; i < 4; ++i) {
        const auto half = halfArc(crossing, at.lat, altitude_deg);
        if (!half) return std::nullopt;
        // The equation of time moves by seconds between noon and the crossing: taken where it happens.
        const double drift = sunAt(noon).equationOfTime_s - sunAt(crossing).equationOfTime_s;
        crossing = noon + drift + (rising ? -*half : *half);
    }
    return rounded(crossing);
}

std::optional<Instant> whenShadowHasGrown(double lengths, const Date& date, const geo::LonLat& at,
                                          const std::string& zone) {
    const double declination = sunAt(noonSeconds(date, at, zone)).declination_deg;
    const double shadow = lengths + std::tan(radians(std::abs(at.lat - declination)));
    return sunCrossing(date, at, zone, degrees(std::atan(1 / shadow)), false);
}

std::optional<Instant> sunset(const Date& date, const geo::LonLat& at, const std::string& zone) {
    return sunCrossing(date, at, zone, horizon_deg, false);
}

std::optional<Instant> sunrise(const Date& date, const geo::LonLat& at, const std::string& zone) {
    return sunCrossing(date, at, zone, horizon_deg, true);
}

Instant solarNoon(const Date& date, const geo::LonLat& at, const std::string& zone) {
    return rounded(noonSeconds(date, at, zone));
}

std::optional<Span> prayerSpan(Prayer prayer, const Date& date, const geo::LonLat& at,
                               const std::string& zone) {
    const bool night = prayer == Prayer::isha;  // lasts until the next day's dawn
    const Prayer next = night ? Prayer::fajr : static_cast<Prayer>(static_cast<int>(prayer) + 1);
    const auto from = begins(prayer, date, at, zone);
    const auto to = begins(next, night ? plusDays(date, 1) : date, at, zone);
    if (!from || !to || *to < *from) return std::nullopt;
    return Span{from, to, {}};
}

}  // namespace retrace::timeline
