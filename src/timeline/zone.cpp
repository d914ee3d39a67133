// Civil time in a zone: Howard Hinnant's date library on the system's zoneinfo, or a fixed offset.
#include "geo/error.hpp"
#include "timeline/clock_change.hpp"
#include "timeline/instant.hpp"
#include "timeline/iso.hpp"

#include <date/tz.h>

#include <cstdlib>

namespace retrace::timeline {

namespace {

/// The zone that an IANA name stands for; throws Error where the system has none of that name.
const date::time_zone& located(const std::string& zone) {
    try {
        return *date::locate_zone(zone);
    } catch (const std::exception&) {
        const bool database = [] {
            try {
                return date::locate_zone("UTC") != nullptr;
            } catch (const std::exception&) {
                return false;
            }
        }();
        if (!database) throw Error("time zone '" + zone + "': this system has no zone data; install tzdata");
        throw Error("time zone '" + zone +
                    "' is not known; give an IANA name such as Asia/Damascus, or an offset such as +03:00 "
                    "(a recently renamed zone may need a newer tzdata)");
    }
}

std::int64_t secondsOf(const LocalTime& t) {
    return dayNumber(t.date) * day + static_cast<std::int64_t>(t.minutes) * minute + t.second;
}

LocalTime localOf(std::int64_t seconds) {
    std::int64_t number = seconds / day, rest = seconds % day;
    if (rest < 0) {
        rest += day;
        --number;
    }
    return {dateFromDayNumber(number), static_cast<int>(rest / minute), static_cast<int>(rest % minute)};
}

}  // namespace

void requireZone(const std::string& zone) {
    if (!parseOffset(zone)) (void)located(zone);
}

Instant toInstant(const LocalTime& local, const std::string& zone) {
    const std::int64_t seconds = secondsOf(local);
    if (const auto offset = parseOffset(zone)) return {seconds - *offset};
    const auto time = date::local_seconds{std::chrono::seconds{seconds}};
    const auto instant = located(zone).to_sys(time, date::choose::earliest);
    return {std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count()};
}

std::int64_t offsetSeconds(Instant t, const std::string& zone) {
    if (const auto offset = parseOffset(zone)) return *offset;
    return located(zone).get_info(date::sys_seconds{std::chrono::seconds{t.seconds}}).offset.count();
}

LocalTime toLocal(Instant t, const std::string& zone) {
    return localOf(t.seconds + offsetSeconds(t, zone));
}

bool changesOffset(Instant from, Instant to, const std::string& zone) {
    if (parseOffset(zone)) return false;
    const auto last = date::sys_seconds{std::chrono::seconds{to.seconds}};
    auto stretch = located(zone).get_info(date::sys_seconds{std::chrono::seconds{from.seconds}});
    const auto offset = stretch.offset;
    while (stretch.end <= last) {
        const auto begin = stretch.end;
        stretch = located(zone).get_info(begin);
        if (stretch.offset != offset) return true;
        if (stretch.end <= begin) break;  // the end of the table
    }
    return false;
}

Instant toLastInstant(const LocalTime& local, const std::string& zone) {
    const std::int64_t seconds = secondsOf(local);
    if (const auto offset = parseOffset(zone)) return {seconds - *offset};
    const auto time = date::local_seconds{std::chrono::seconds{seconds}};
    const auto instant = located(zone).to_sys(time, date::choose::latest);
    return {std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count()};
}

LocalTime localAt(const Date& date, int minutes) {
    return localOf(dayNumber(date) * day + minutes * minute);
}

int minutesFrom(const Date& date, Instant t, const std::string& zone) {
    const LocalTime local = toLocal(t, zone);
    return static_cast<int>((dayNumber(local.date) - dayNumber(date)) * (day / minute)) + local.minutes;
}

}  // namespace retrace::timeline
