#include "text/time_patterns.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace retrace::text {

std::optional<int> smallNumber(const Token* t) {
    if (!t) return std::nullopt;
    static constexpr std::array<std::string_view, 21> names{
        "zero",     "one",     "two",     "three",     "four",     "five",     "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    for (std::size_t n = 0; n < names.size(); ++n)
        if (t->lower == names[n]) return static_cast<int>(n);
    if (t->is("thirty")) return 30;
    if (t->is("forty")) return 40;
    if (t->is("fifty")) return 50;
    if (t->kind != Token::Kind::number || t->text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : t->text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

namespace {

using timeline::ClockSpan;

constexpr int approximateMinutes = 15;

/// Moves an hour by the part of day after it; advances `i` over it.
bool partOfDay(const Cursor& c, std::size_t& i, int& minutes) {
    const int hour = minutes / 60;
    const auto pm = [&] {
        if (hour < 12) minutes += 720;
    };
    const auto am = [&] {
        if (hour == 12) minutes -= 720;
    };
    // Twelve at night ends the evening that it is told with: 24:00 of that day. Half past is the next day's.
    const auto night = [&] {
        if (hour >= 6 && hour <= 12) minutes += 720;
        if (minutes > 1440) minutes -= 1440;
    };
    if (c.isAny(i, {"a.m.", "am"})) {
        am();
        ++i;
        return true;
    }
    if (c.isAny(i, {"p.m.", "pm"})) {
        pm();
        ++i;
        return true;
    }
    if (c.is(i, "o'clock")) {
        ++i;
        (void)partOfDay(c, i, minutes);
        return true;
    }
    if (c.is(i, "hours") || c.is(i, "hrs")) {
        ++i;
        return true;
    }
    if (c.is(i, "at") && c.is(i + 1, "night")) {
        night();
        i += 2;
        return true;
    }
    if (c.is(i, "at") && c.is(i + 1, "dawn")) {
        i += 2;
        return true;
    }
    std::size_t j = i;
    if (!(c.is(j, "in") || c.is(j, "on")))
        return c.is(i, "at") && c.is(i + 1, "noon") ? (i += 2, true) : false;
    ++j;
    if (c.isAny(j, {"the", "that", "this"}))
        ++j;
    else
        return false;
    while (c.isAny(j, {"early", "late", "same", "next", "following"})) ++j;
    if (c.is(j, "morning"))
        am();
    else if (c.is(j, "afternoon"))
        pm();
    else if (c.is(j, "evening"))
        hour == 12 ? night() : pm();
    else if (c.is(j, "night"))
        night();
    else
        return false;
    i = j + 1;
    return true;
}

std::optional<int> digitsClock(const Token& t, bool& sureClock) {
    // "9:30", "21.45", "0600", "7am", "7.30pm"
    const std::string& s = t.text;
    std::size_t n = 0;
    while (n < s.size() && std::isdigit(static_cast<unsigned char>(s[n]))) ++n;
    if (n == 0 || n > 4) return std::nullopt;
    int hour = std::stoi(s.substr(0, n)), minute = 0;
    std::size_t i = n;
    bool colon = false;
    if (i + 2 < s.size() + 0 && (s[i] == ':' || s[i] == '.') &&
        std::isdigit(static_cast<unsigned char>(s[i + 1])) &&
        std::isdigit(static_cast<unsigned char>(s[i + 2]))) {
        colon = s[i] == ':';
        minute = std::stoi(s.substr(i + 1, 2));
        i += 3;
        if (n > 2) return std::nullopt;
    }
    std::string tail = s.substr(i);
    std::transform(tail.begin(), tail.end(), tail.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (n == 4 && tail.empty()) {
        minute = hour % 100;
        hour /= 100;
        if (s[0] != '0' && !sureClock) return std::nullopt;
    } else if (n > 2) {
        return std::nullopt;
    }
    if (tail == "pm" && hour < 12)
        hour += 12;
    else if (tail == "am" && hour == 12)
        hour = 0;
    else if (!tail.empty() && tail != "am" && tail != "pm" && tail != "h")
        return std::nullopt;
    if (hour > 24 || minute > 59) return std::nullopt;
    sureClock = sureClock || colon || !tail.empty() || (n == 4 && tail.empty());
    return (hour % 24) * 60 + minute;
}

/// "half past three", "quarter to six", "six", "9:30", "noon"; `sureClock` says whether it needs no
/// preposition.
std::optional<int> clockValue(const Cursor& c, std::size_t& i, bool& sureClock) {
    if (c.isAny(i, {"noon", "midday"}) && !c.is(i + 1, "prayer")) {
        ++i;
        sureClock = true;
        return 720;
    }
    if (c.is(i, "midnight")) {
        ++i;
        sureClock = true;
        return 0;
    }
    std::size_t j = i;
    int shift = 0;
    bool past = false;
    if (c.is(j, "half") && c.is(j + 1, "past")) {
        shift = 30;
        j += 2;
        past = true;
    } else {
        std::size_t k = j;
        if (c.is(k, "a")) ++k;
        const auto n = c.is(k, "quarter") ? std::optional<int>{15} : smallNumber(c.at(k));
        if (n && *n < 60) {
            std::size_t m = k + 1;
            if (c.is(m, "minutes")) ++m;
            if ((c.is(m, "past") || c.is(m, "to")) && smallNumber(c.at(m + 1)) &&
                *smallNumber(c.at(m + 1)) >= 1 && *smallNumber(c.at(m + 1)) <= 12 &&
                (c.is(k, "quarter") || c.is(k + 1, "minutes") || c.is(m, "past"))) {
                shift = c.is(m, "past") ? *n : -*n;
                j = m + 1;
                past = true;
            }
        }
    }
    if (past) {
        const auto h = smallNumber(c.at(j));
        if (!h || *h < 1 || *h > 12) return std::nullopt;
        int minutes = (*h * 60 + shift + 1440) % 1440;
        i = j + 1;
        sureClock = true;
        partOfDay(c, i, minutes);
        return minutes;
    }
    const Token* t = c.at(j);
    if (!t) return std::nullopt;
    std::optional<int> minutes;
    if (t->kind == Token::Kind::number) {
        bool certain = c.isAny(j + 1, {"hours", "hrs"});
        minutes = digitsClock(*t, certain);
        if (minutes) sureClock = sureClock || certain;
    } else if (const auto h = smallNumber(t); h && *h >= 1 && *h <= 12) {
        minutes = *h * 60;
        if (c.is(j + 1, "thirty") || c.is(j + 1, "fifteen") || c.is(j + 1, "forty-five")) {
            *minutes += c.is(j + 1, "thirty") ? 30 : c.is(j + 1, "fifteen") ? 15 : 45;
            ++j;
        }
    }
    if (!minutes) return std::nullopt;
    std::size_t k = j + 1;
    const bool hasPart = partOfDay(c, k, *minutes);
    // "until one could see", "at one of them": the pronoun and the count, not the hour
    if (!hasPart && t->is("one") &&
        c.isAny(k, {"could", "can",     "would", "should", "must",  "might", "may",   "was",
                    "is",    "has",     "had",   "knew",   "knows", "saw",   "sees",  "of",
                    "by",    "another", "side",  "man",    "point", "place", "thing", "more"}))
        return std::nullopt;
    sureClock = sureClock || hasPart;
    i = k;
    return minutes;
}

bool unitWord(const Cursor& c, std::size_t i) {
    return c.isAny(i,
                   {"minute",     "minutes",    "hour",    "hours",  "day",     "days",  "week",   "weeks",
                    "month",      "months",     "night",   "nights", "year",    "years", "metres", "meters",
                    "kilometres", "kilometers", "km",      "men",    "people",  "miles", "yards",  "of",
                    "tanks",      "second",     "seconds", "per",    "percent", "%"});
}

}  // namespace

/// "between four and five in the morning"
std::optional<Part> clockRangeAt(const Cursor& c, std::size_t i) {
    if (!c.is(i, "between")) return std::nullopt;
    Part p{i, i, {}, false};
    std::size_t j = i + 1, k = 0;
    bool one = false, two = false;
    auto from = clockValue(c, j, one);
    if (!from || !c.is(j, "and")) return std::nullopt;
    k = j + 1;
    const auto to = clockValue(c, k, two);
    if (!to || !two) return std::nullopt;
    if (!one && *to >= 720 && *from < 720 && *from + 720 <= *to) *from += 720;
    if (!one && *from == 720 && *to < 360) from = 0;  // "between twelve and one at night"
    p.time.clock = ClockSpan{*from, *to};
    p.last = k;
    return p;
}

std::optional<Part> clockAt(const Cursor& c, std::size_t i) {
    Part p{i, i, {}, false};
    std::size_t j = i;
    bool preposition = false;
    if (c.isAny(j, {"at", "by", "until", "till", "from", "before", "after", "since"})) {
        p.time.relation = c.isAny(j, {"until", "till", "by"}) ? TimeRelation::until
                          : c.isAny(j, {"from", "since"})     ? TimeRelation::from
                          : c.is(j, "before")                 ? TimeRelation::before
                          : c.is(j, "after")                  ? TimeRelation::after
                                                              : TimeRelation::at;
        preposition = true;
        ++j;
    }
    if (c.isAny(j, {"around", "about", "approximately", "roughly", "nearly", "almost", "circa", "some"})) {
        p.time.approximate = true;
        ++j;
        preposition = preposition || c.is(j - 1, "around") || c.is(j - 1, "about");
    }
    bool sureClock = false;
    const std::size_t start = j;
    const auto minutes = clockValue(c, j, sureClock);
    if (!minutes || j == start) return std::nullopt;
    if (!sureClock && !(preposition && (c.is(i, "at") || c.is(i, "until") || c.is(i, "till") ||
                                        c.is(i, "by") || c.isAny(i, {"before", "after", "around", "about"}))))
        return std::nullopt;
    if (!sureClock && (unitWord(c, j) || (c.at(j) && c.at(j)->kind == Token::Kind::number)))
        return std::nullopt;
    if (!sureClock) {  // "at two positions", "before three tanks": a counted noun, no hour
        const Token* after = c.at(j);
        if (after && (after->is(Tag::modal) || after->is(Tag::auxiliary)))
            return std::nullopt;  // "until one could see"
        const bool ends = !after || after->kind == Token::Kind::mark || after->is(Tag::function) ||
                          after->is(Tag::preposition) || after->is(Tag::splitter);
        if (!ends) return std::nullopt;
    }
    ClockSpan clock;
    const int wide = p.time.approximate ? approximateMinutes : 0;
    const auto wrap = [](int m) { return m == 1440 ? m : (m + 1440) % 1440; };
    switch (p.time.relation) {
        case TimeRelation::until:
        case TimeRelation::before:
            clock.to = wrap(*minutes + wide);
            break;
        case TimeRelation::from:
        case TimeRelation::after:
            clock.from = wrap(*minutes - wide);
            break;
        default:
            clock = {wrap(*minutes - wide), wrap(*minutes + wide)};
    }
    // "between 6 and 7", "from 6 to 7"
    p.time.clock = clock;
    if (c.is(j, "for") && (c.isAny(j + 1, {"noon", "sunset", "dawn", "morning", "evening"}) ||
                           (c.at(j + 1) && c.at(j + 1)->is(Tag::prayer)))) {
        std::size_t k = j + 2;
        if (c.is(k, "prayer") || c.is(k, "prayers")) j = k + 1;
    }
    p.last = j;
    return p;
}

}  // namespace retrace::text
