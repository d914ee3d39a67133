#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace retrace::timeline {

/// Seconds since 1970-01-01T00:00Z, leap seconds not counted.
struct Instant {
    std::int64_t seconds = 0;
    auto operator<=>(const Instant&) const = default;
};

inline constexpr std::int64_t minute = 60, hour = 3600, day = 86400;

[[nodiscard]] constexpr Instant operator+(Instant t, std::int64_t s) {
    return {t.seconds + s};
}
[[nodiscard]] constexpr Instant operator-(Instant t, std::int64_t s) {
    return {t.seconds - s};
}
[[nodiscard]] constexpr std::int64_t operator-(Instant a, Instant b) {
    return a.seconds - b.seconds;
}

/// A day of the proleptic Gregorian calendar.
struct Date {
    int year = 0, month = 0, day = 0;
    auto operator<=>(const Date&) const = default;
};

/// Local civil time in a zone.
struct LocalTime {
    Date date;
    int minutes = 0;  // of the day, 0..1439
    int second = 0;
    auto operator<=>(const LocalTime&) const = default;
};

/// IANA name ("Asia/Damascus"), or a fixed offset ("+03:00"). Throws Error for a zone nobody knows.
/// An hour that a clock change repeats gives its first instant; one that it skips, the instant of the change.
[[nodiscard]] Instant toInstant(const LocalTime&, const std::string& zone);
[[nodiscard]] LocalTime toLocal(Instant, const std::string& zone);
/// Throws Error with advice when the zone is unknown.
void requireZone(const std::string& zone);

[[nodiscard]] std::int64_t dayNumber(const Date&);  // days since 1970-01-01
[[nodiscard]] Date dateFromDayNumber(std::int64_t);
[[nodiscard]] Date plusDays(const Date&, int days);
[[nodiscard]] int weekday(const Date&);  // 0 Monday .. 6 Sunday
[[nodiscard]] bool isValid(const Date&);

/// "2024-12-05T06:00:00+03:00".
[[nodiscard]] std::string isoText(Instant, const std::string& zone);
/// Reads ISO 8601: date, date and time, with Z, an offset, or (taken in `zone`) none. Nothing if it is none.
[[nodiscard]] std::optional<Instant> parseIso(std::string_view, const std::string& zone);

}  // namespace retrace::timeline
