#include "timeline/calendar_words.hpp"

#include <array>

namespace retrace::timeline {

namespace {

std::string twoDigits(int value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

}  // namespace

std::string hourText(int minutes) {
    constexpr int dayMinutes = 24 * 60;
    if (minutes < 0 || minutes > dayMinutes) minutes = (minutes % dayMinutes + dayMinutes) % dayMinutes;
    return twoDigits(minutes / 60) + ':' + twoDigits(minutes % 60);
}

std::string hourText(const LocalTime& t) {
    return t.second == 0 ? hourText(t.minutes) : hourText(t.minutes) + ':' + twoDigits(t.second);
}

std::string monthName(int month) {
    static constexpr std::array names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return month >= 1 && month <= 12 ? names[static_cast<std::size_t>(month - 1)] : "";
}

std::string fullMonthName(int month) {
    static constexpr std::array names{"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
    return month >= 1 && month <= 12 ? names[static_cast<std::size_t>(month - 1)] : "";
}

std::string weekdayName(const Date& date) {
    static constexpr std::array names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return names[static_cast<std::size_t>(weekday(date))];
}

}  // namespace retrace::timeline
