#include "timeline/instant.hpp"

#include <date/date.h>

#include <algorithm>

namespace retrace::timeline {

namespace {

constexpr int lastYear = 9999;  // ISO 8601's four digits

date::year_month_day civil(const Date& d) {
    return date::year{d.year} / date::month{static_cast<unsigned>(d.month)} /
           date::day{static_cast<unsigned>(d.day)};
}

}  // namespace

bool isValid(const Date& d) {
    if (d.year < 0 || d.year > lastYear || d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31)
        return false;
    return civil(d).ok();
}

std::int64_t dayNumber(const Date& d) {
    return date::sys_days{civil(d)}.time_since_epoch().count();
}

Date dateFromDayNumber(std::int64_t number) {
    // The library's years are 16 bits wide: beyond them the last day that it can name.
    constexpr std::int64_t limit = 11'000'000;
    const auto days = date::days{static_cast<int>(std::clamp(number, -limit, limit))};
    const date::year_month_day d{date::sys_days{days}};
    return {static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
            static_cast<int>(static_cast<unsigned>(d.day()))};
}

Date plusDays(const Date& d, int days) {
    return dateFromDayNumber(dayNumber(d) + days);
}

int weekday(const Date& d) {
    return static_cast<int>(((dayNumber(d) + 3) % 7 + 7) % 7);  // 1970-01-01 was a Thursday
}

}  // namespace retrace::timeline
