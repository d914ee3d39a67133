#include "text/time_names.hpp"

#include <algorithm>
#include <charconv>

namespace retrace::text {
namespace {

template <std::size_t N>
using Names = std::array<std::string_view, N>;

// In the order of the enumerations.
constexpr Names<timeSlotCount> slotNames{
    "relation", "about",   "value",      "day",      "month",   "year",  "weekday", "third",
    "from-day", "to-day",  "from-month", "to-month", "shift",   "count", "unit",    "share",
    "several",  "compare", "lasts",      "figure",   "sun",     "light", "clock",   "hour",
    "past",     "lacking", "half",       "sure",     "midnight"};
constexpr Names<13> kindNames{"date", "day-of-month", "month", "months",   "season", "year",  "weekday",
                              "day",  "entry-day",    "sun",   "duration", "clock",  "clocks"};
constexpr Names<12> signNames{"digits",      "day",     "nth",  "year", "clock",   "hour-digits",
                              "four-digits", "numeral", "mark", "end",  "opening", "any"};
constexpr Names<6> relationNames{"at", "from", "until", "before", "after", "during"};
constexpr Names<4> thirdNames{"whole", "early", "middle", "late"};
constexpr Names<4> comparisonNames{"none", "more", "less", "within"};
constexpr Names<5> halfNames{"none", "am", "pm", "evening", "night"};
constexpr Names<6> sunNames{"fajr", "sunrise", "dhuhr", "asr", "maghrib", "isha"};
constexpr Names<5> lightNames{"prayer", "dawn", "sunrise", "sunset", "dark"};

template <std::size_t N>
std::optional<int> indexIn(const Names<N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional<int>{static_cast<int>(found - names.begin())};
}

template <typename Enum, std::size_t N>
std::optional<Enum> memberIn(const Names<N>& names, std::string_view name) {
    const auto at = indexIn(names, name);
    return at ? std::optional<Enum>{static_cast<Enum>(*at)} : std::nullopt;
}

std::optional<int> integerIn(std::string_view s) {
    int value = 0;
    const auto [end, fault] = std::from_chars(s.data(), s.data() + s.size(), value);
    return fault == std::errc{} && end == s.data() + s.size() ? std::optional<int>{value} : std::nullopt;
}

/// "7 days" in seconds.
std::optional<int> spanIn(const std::vector<std::string>& words) {
    constexpr int most = 20000;  // days in an int of seconds
    const auto count = integerIn(words[0]);
    if (!count || words.size() != 2 || *count < 1 || *count > most) return std::nullopt;
    const std::string_view unit = words[1];
    if (unit == "minute" || unit == "minutes") return *count * 60;
    if (unit == "hour" || unit == "hours") return *count * 3600;
    if (unit == "day" || unit == "days") return *count * 86400;
    return std::nullopt;
}

std::optional<int> clockIn(std::string_view s) {
    const std::size_t colon = s.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto hour = integerIn(s.substr(0, colon)), minute = integerIn(s.substr(colon + 1));
    if (!hour || !minute || *hour < 0 || *hour > 24 || *minute < 0 || *minute > 59) return std::nullopt;
    return *hour * 60 + *minute;
}

}  // namespace

std::optional<TimeSlot> timeSlotNamed(std::string_view name) {
    return memberIn<TimeSlot>(slotNames, name);
}

std::optional<TimeKind> timeKindNamed(std::string_view name) {
    return memberIn<TimeKind>(kindNames, name);
}

std::optional<TimeSign> timeSignNamed(std::string_view name) {
    return memberIn<TimeSign>(signNames, name);
}

std::optional<int> timeValueNamed(TimeSlot slot, const std::vector<std::string>& words) {
    if (words.empty()) return std::nullopt;
    if (slot == TimeSlot::unit) return spanIn(words);
    if (words.size() > 1) return std::nullopt;
    switch (slot) {
        case TimeSlot::relation:
            return indexIn(relationNames, words[0]);
        case TimeSlot::third:
            return indexIn(thirdNames, words[0]);
        case TimeSlot::compare:
            return indexIn(comparisonNames, words[0]);
        case TimeSlot::half:
            return indexIn(halfNames, words[0]);
        case TimeSlot::sun:
            return indexIn(sunNames, words[0]);
        case TimeSlot::light:
            return indexIn(lightNames, words[0]);
        case TimeSlot::clock:
            return clockIn(words[0]);
        default:
            break;
    }
    const auto value = integerIn(words[0]);
    const auto [low, high] = timeSlotBounds(slot);
    return value && *value >= low && *value <= high ? value : std::nullopt;
}

std::pair<int, int> timeSlotBounds(TimeSlot slot) {
    switch (slot) {
        case TimeSlot::day:
            return {1, 31};
        case TimeSlot::fromDay:
        case TimeSlot::toDay:
            return {-31, 31};
        case TimeSlot::month:
            return {1, 12};
        case TimeSlot::fromMonth:
        case TimeSlot::toMonth:
            return {1, 24};
        case TimeSlot::weekday:
            return {1, 7};
        case TimeSlot::third:
            return {0, 3};
        case TimeSlot::hour:
            return {0, 24};
        case TimeSlot::past:
        case TimeSlot::lacking:
            return {0, 59};
        case TimeSlot::clock:
            return {0, 1440};
        case TimeSlot::share:
            return {1, 1000};
        case TimeSlot::shift:
            return {-10000, 10000};
        default:
            return {0, 10000};
    }
}

}  // namespace retrace::text
