#include "timeline/iso.hpp"

#include <array>
#include <cstdio>

namespace retrace::timeline {

namespace {

/// Takes exactly `digits` decimal digits off the front; nothing, and `text` as it was, where they are not
/// there.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> takeDate(std::string_view& text) {
    const auto year = takeNumber(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = takeNumber(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = takeNumber(text, 2);
    if (!day) return std::nullopt;
    const Date date{*year, *month, *day};
    return isValid(date) ? std::optional(date) : std::nullopt;
}

/// "06", "06:00", "06:00:30", "06:00:30.5" as seconds of the day (a fraction is cut off); 24:00 is the day's
/// end.
std::optional<std::int64_t> takeClock(std::string_view& text) {
    const auto hours = takeNumber(text, 2);
    if (!hours || *hours > 24) return std::nullopt;
    int minutes = 0, seconds = 0;
    if (take(text, ':')) {
        const auto m = takeNumber(text, 2);
        if (!m || *m > 59) return std::nullopt;
        minutes = *m;
        if (take(text, ':')) {
            const auto s = takeNumber(text, 2);
            if (!s || *s > 59) return std::nullopt;
            seconds = *s;
            if (take(text, '.') || take(text, ',')) {
                if (!takeNumber(text, 1)) return std::nullopt;
                while (takeNumber(text, 1)) continue;
            }
        }
    }
    if (*hours == 24 && (minutes != 0 || seconds != 0)) return std::nullopt;
    return *hours * hour + minutes * minute + seconds;
}

template <typename... Values>
std::string printed(const char* format, Values... values) {
    std::array<char, 64> buffer{};
    (void)std::snprintf(buffer.data(), buffer.size(), format, values...);
    return buffer.data();
}

}  // namespace

std::optional<std::int64_t> parseOffset(std::string_view text) {
    if (text == "Z" || text == "z") return 0;
    const bool west = text.starts_with('-');
    if (!take(text, '+') && !take(text, '-')) return std::nullopt;
    const auto hours = takeNumber(text, 2);
    if (!hours) return std::nullopt;
    std::int64_t offset = *hours * hour;
    if (!text.empty()) {
        const bool colon = take(text, ':');
        const auto minutes = takeNumber(text, 2);
        if (!minutes || *minutes > 59) return std::nullopt;
        offset += *minutes * minute;
        if (colon && take(text, ':')) {
            const auto seconds = takeNumber(text, 2);
            if (!seconds || *seconds > 59) return std::nullopt;
            offset += *seconds;
        }
    }
    if (!text.empty() || offset > 18 * hour) return std::nullopt;
    return west ? -offset : offset;
}

std::string offsetText(std::int64_t seconds) {
    const char sign = seconds < 0 ? '-' : '+';
    const int size = static_cast<int>(seconds < 0 ? -seconds : seconds);
    std::string text = printed("%c%02d:%02d", sign, size / 3600, size / 60 % 60);
    if (size % 60 != 0) text += printed(":%02d", size % 60);
    return text;
}

std::optional<Date> parseDate(std::string_view text) {
    const auto date = takeDate(text);
    return text.empty() ? date : std::nullopt;
}

std::string dateText(const Date& d) {
    return printed("%04d-%02d-%02d", d.year, d.month, d.day);
}

std::string isoText(Instant t, const std::string& zone) {
    const LocalTime local = toLocal(t, zone);
    return dateText(local.date) +
           printed("T%02d:%02d:%02d", local.minutes / 60, local.minutes % 60, local.second) +
           offsetText(offsetSeconds(t, zone));
}

std::optional<Instant> parseIso(std::string_view text, const std::string& zone) {
    const auto date = takeDate(text);
    if (!date) return std::nullopt;
    std::int64_t ofDay = 0;
    bool named = false;
    if (take(text, 'T') || take(text, 't') || take(text, ' ')) {
        const auto clock = takeClock(text);
        if (!clock) return std::nullopt;
        ofDay = *clock;
        named = true;
    }
    const Date shown = ofDay == day ? plusDays(*date, 1) : *date;
    if (ofDay == day) ofDay = 0;
    const LocalTime local{shown, static_cast<int>(ofDay / minute), static_cast<int>(ofDay % minute)};
    if (text.empty()) return toInstant(local, zone);
    if (!named) return std::nullopt;  // an offset behind a bare date
    if (!parseOffset(text)) return std::nullopt;
    return toInstant(local, std::string(text));
}

}  // namespace retrace::timeline
