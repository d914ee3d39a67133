#include "text/time_patterns.hpp"

namespace retrace::text {
namespace {

std::optional<std::int64_t> unitSeconds(const Token* t) {
    if (!t) return std::nullopt;
    if (t->is("minute") || t->is("minutes") || t->is("mins")) return timeline::minute;
    if (t->is("hour") || t->is("hours")) return timeline::hour;
    if (t->is("day") || t->is("days") || t->is("night") || t->is("nights")) return timeline::day;
    if (t->is("week") || t->is("weeks")) return 7 * timeline::day;
    if (t->is("fortnight") || t->is("fortnights")) return 14 * timeline::day;
    if (t->is("month") || t->is("months")) return 30 * timeline::day;
    return std::nullopt;
}

}  // namespace

std::optional<Part> dayOffsetAt(const Cursor& c, std::size_t i) {
    Part p{i, i, {}, false};
    std::size_t j = i;
    if (c.isAny(j, {"on", "by", "in", "during"})) ++j;
    if (c.is(j, "the") && c.isAny(j + 1, {"next", "following", "same", "previous"})) {
        const bool same = c.is(j + 1, "same");
        if (c.isAny(j + 2, {"day", "morning", "evening", "night", "afternoon"})) {
            p.time.dayOffset = same ? 0 : c.is(j + 1, "previous") ? -1 : 1;
            p.last = j + 3;
            return p;
        }
    }
    if (c.is(i, "next") && c.isAny(i + 1, {"day", "morning"})) {
        p.time.dayOffset = 1;
        p.last = i + 2;
        return p;
    }
    if (c.is(j, "that") && c.isAny(j + 1, {"day", "night", "evening", "afternoon", "morning", "same"})) {
        std::size_t k = j + 2;
        if (c.is(j + 1, "same")) {
            if (!c.isAny(j + 2, {"day", "night", "evening", "afternoon", "morning"})) return std::nullopt;
            ++k;
        }
        p.time.dayOffset = 0;
        p.last = k;
        return p;
    }
    if (c.is(j, "the") && c.is(j + 1, "day") && c.is(j + 2, "after") && !c.isAny(j + 3, {"we", "the", "i"})) {
        p.time.dayOffset = 1;
        p.last = j + 3;
        return p;
    }
    // "two days later", "three nights after"
    std::size_t k = j;
    if (c.is(k, "a")) {
        if (c.isAny(k + 1, {"day", "week"}) && c.is(k + 2, "later")) {
            p.time.dayOffset = c.is(k + 1, "week") ? 7 : 1;
            p.last = k + 3;
            return p;
        }
    }
    if (const auto n = smallNumber(c.at(k)); n &&
                                             c.isAny(k + 1, {"days", "day", "nights", "weeks", "week"}) &&
                                             c.isAny(k + 2, {"later", "afterwards"})) {
        p.time.dayOffset = *n * (c.isAny(k + 1, {"weeks", "week"}) ? 7 : 1);
        p.last = k + 3;
        return p;
    }
    return std::nullopt;
}

std::optional<Part> durationAt(const Cursor& c, std::size_t i) {
    Part p{i, i, {}, false};
    std::size_t j = i;
    bool within = false, moreThan = false, lessThan = false;
    if (c.isAny(j, {"for", "in", "within", "during", "after"})) {
        p.time.lasts = c.is(j, "for");
        within = c.is(j, "within");
        p.time.relation = c.is(j, "for") || c.is(j, "during") ? TimeRelation::during : TimeRelation::after;
        ++j;
    }
    if (c.isAny(j, {"more", "less"}) && c.is(j + 1, "than")) {
        moreThan = c.is(j, "more");
        lessThan = !moreThan;
        j += 2;
    } else if (c.is(j, "at") && c.is(j + 1, "least")) {
        moreThan = true;
        j += 2;
    } else if (c.isAny(j,
                       {"over", "nearly", "almost", "about", "around", "some", "roughly", "approximately"})) {
        moreThan = c.is(j, "over");
        p.time.approximate = !moreThan;
        ++j;
    }
    std::int64_t seconds = 0;
    if (c.is(j, "half") && c.isAny(j + 1, {"an", "a"}) && unitSeconds(c.at(j + 2))) {
        seconds = *unitSeconds(c.at(j + 2)) / 2;
        j += 3;
    } else if (c.is(j, "a") && c.is(j + 1, "quarter") && c.is(j + 2, "of") && c.isAny(j + 3, {"an", "a"}) &&
               unitSeconds(c.at(j + 4))) {
        seconds = *unitSeconds(c.at(j + 4)) / 4;
        j += 5;
    } else if (c.isAny(j, {"a", "an", "one"}) && c.at(j + 1) &&
               c.isAny(j + 1, {"minute", "hour", "day", "night", "week", "fortnight", "month"})) {
        if (i == j) return std::nullopt;
        seconds = *unitSeconds(c.at(j + 1));
        j += 2;
    } else if (c.isAny(j, {"several", "few"}) || (c.is(j, "a") && c.is(j + 1, "few"))) {
        j += c.is(j, "a") ? 2 : 1;
        const auto unit = unitSeconds(c.at(j));
        if (!unit) return std::nullopt;
        p.time.lowSeconds = 2 * *unit;
        p.time.highSeconds = 9 * *unit;
        p.time.approximate = true;
        p.last = j + 1;
        return p;
    } else if (const auto n = smallNumber(c.at(j)); n && unitSeconds(c.at(j + 1))) {
        if (*n == 0 || *n > 5000) return std::nullopt;
        seconds = *n * *unitSeconds(c.at(j + 1));
        j += 2;
    } else {
        return std::nullopt;
    }
    if (c.isAny(j, {"old", "ago", "walk", "away", "drive", "march"})) p.figure = !c.is(j, "ago");
    if (c.isAny(j, {"each", "every", "per"}) || (c.is(j, "a") && c.isAny(j + 1, {"day", "night", "week"})))
        p.figure = true;
    // "two hours of sleep a night": how often, not how long a step took.
    if (c.is(j, "of") && (c.isAny(j + 2, {"each", "every", "per"}) ||
                          (c.is(j + 2, "a") && c.isAny(j + 3, {"day", "night", "week"}))))
        p.figure = true;
    if (moreThan) {
        p.time.lowSeconds = seconds;
    } else if (lessThan || within) {
        p.time.lowSeconds = 0;
        p.time.highSeconds = seconds;
    } else if (p.time.approximate) {
        p.time.lowSeconds = seconds - seconds / 3;
        p.time.highSeconds = seconds + seconds / 3;
    } else {
        p.time.lowSeconds = p.time.highSeconds = seconds;
    }
    if (c.isAny(j, {"later", "afterwards", "after"})) {
        p.time.relation = TimeRelation::after;
        p.time.lasts = false;
        ++j;
    }
    p.last = j;
    return p;
}

}  // namespace retrace::text
