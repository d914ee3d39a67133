#include "text/times.hpp"

#include "text/time_patterns.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace retrace::text {
namespace {

using timeline::Date;
using timeline::Prayer;

std::optional<int> dayNumberOf(const Token* t) {
    if (!t || t->kind != Token::Kind::number) return std::nullopt;
    const std::string& s = t->lower;
    std::size_t n = 0;
    while (n < s.size() && std::isdigit(static_cast<unsigned char>(s[n]))) ++n;
    if (n == 0 || n > 2) return std::nullopt;
    const std::string tail = s.substr(n);
    if (!(tail.empty() || tail == "st" || tail == "nd" || tail == "rd" || tail == "th")) return std::nullopt;
    const int day = std::stoi(s.substr(0, n));
    return day >= 1 && day <= 31 ? std::optional<int>{day} : std::nullopt;
}

std::optional<Part> dateAt(const Cursor& c, std::size_t i) {
    Part p{i, i, {}, false};
    std::size_t j = i;
    if (c.isAny(j, {"on", "by", "until", "till", "before", "after", "since", "from"})) {
        p.time.relation = c.isAny(j, {"by", "until", "till"}) ? TimeRelation::until
                          : c.is(j, "before")                 ? TimeRelation::before
                          : c.is(j, "after")                  ? TimeRelation::after
                          : c.isAny(j, {"since", "from"})     ? TimeRelation::from
                                                              : TimeRelation::at;
        ++j;
    }
    if (c.is(j, "the") && dayNumberOf(c.at(j + 1))) ++j;
    if (c.at(j) && c.at(j)->is(Tag::weekday) && c.at(j)->capital) {
        ++j;
        if (c.is(j, ",")) ++j;
        if (c.is(j, "the") && dayNumberOf(c.at(j + 1))) ++j;
    }
    Date date;
    if (const auto d = dayNumberOf(c.at(j)); d) {
        std::size_t k = j + 1;
        if (c.is(k, "of")) ++k;
        if (const auto m = monthOf(c.at(k))) {
            date = {0, *m, *d};
            j = k + 1;
            const Token* month = c.at(k);
            if (month && c.is(j, ".") && month->lower.size() < 4 && !c.is(k, "may")) ++j;
        }
    } else if (const auto m = monthOf(c.at(j))) {
        std::size_t k = j + 1;
        if (c.is(k, ".")) ++k;
        if (c.is(k, "the")) ++k;
        if (const auto day = dayNumberOf(c.at(k))) {
            date = {0, *m, *day};
            j = k + 1;
        }
    }
    if (date.day == 0) {
        // ISO 2022-03-04 comes as one number token with its hyphens outside; three tokens.
        const auto y = yearOf(c.at(j));
        if (y && c.is(j + 1, "-") && c.at(j + 2) && c.is(j + 3, "-") && dayNumberOf(c.at(j + 4)) &&
            dayNumberOf(c.at(j + 2))) {
            date = {*y, *dayNumberOf(c.at(j + 2)), *dayNumberOf(c.at(j + 4))};
            if (date.month > 12) return std::nullopt;
            p.noSuchDay = date.day > daysIn(date.month, date.year);
            if (!p.noSuchDay) p.time.date = date;
            p.last = j + 5;
            return p;
        }
        return std::nullopt;
    }
    std::size_t k = j;
    if (c.is(k, ",")) ++k;
    if (c.is(k, "of")) ++k;
    if (const auto y = yearOf(c.at(k))) {
        date.year = *y;
        j = k + 1;
    }
    p.noSuchDay = date.day > daysIn(date.month, date.year);
    if (!p.noSuchDay) p.time.date = date;
    p.last = j;
    return p;
}

/// "on the 7th", "of the 13th": a day of the month told last; month 0 until inTimeTold() knows it. Not "on
/// the 7th floor": no noun may follow.
std::optional<Part> dayOfMonthAt(const Cursor& c, std::size_t i) {
    if (!c.isAny(i, {"on", "of", "by", "until", "till", "before", "since", "from"}) || !c.is(i + 1, "the"))
        return std::nullopt;
    const auto day = dayNumberOf(c.at(i + 2));
    if (!day || std::isdigit(static_cast<unsigned char>(c.at(i + 2)->lower.back()))) return std::nullopt;
    const bool free =
        !c.at(i + 3) || c.at(i + 3)->kind == Token::Kind::mark ||
        c.isAny(i + 3, {"we", "i", "they", "he", "she", "it", "at", "in", "before", "after", "and", "the"});
    if (!free) return std::nullopt;
    Part p{i, i + 3, {}, false};
    p.time.relation = c.isAny(i, {"by", "until", "till"}) ? TimeRelation::until
                      : c.is(i, "before")                 ? TimeRelation::before
                      : c.isAny(i, {"since", "from"})     ? TimeRelation::from
                                                          : TimeRelation::at;
    p.time.date = Date{0, 0, *day};
    return p;
}

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

std::optional<Prayer> prayerOf(const Cursor& c, std::size_t& i) {
    struct Name {
        std::string_view word;
        Prayer prayer;
        bool needsPrayer;
    };
    static constexpr std::array<Name, 13> names{{{"fajr", Prayer::fajr, false},
                                                 {"dawn", Prayer::fajr, true},
                                                 {"sunrise", Prayer::sunrise, true},
                                                 {"dhuhr", Prayer::dhuhr, false},
                                                 {"zuhr", Prayer::dhuhr, false},
                                                 {"noon", Prayer::dhuhr, true},
                                                 {"midday", Prayer::dhuhr, true},
                                                 {"asr", Prayer::asr, false},
                                                 {"afternoon", Prayer::asr, true},
                                                 {"maghrib", Prayer::maghrib, false},
                                                 {"sunset", Prayer::maghrib, true},
                                                 {"isha", Prayer::isha, false},
                                                 {"evening", Prayer::maghrib, true}}};
    for (const Name& n : names) {
        if (!c.is(i, n.word)) continue;
        const bool prayer = c.isAny(i + 1, {"prayer", "prayers"});
        if (n.needsPrayer && !prayer) return std::nullopt;
        i += prayer ? 2 : 1;
        return n.prayer;
    }
    return std::nullopt;
}

std::optional<Part> prayerAt(const Cursor& c, std::size_t i) {
    Part p{i, i, {}, false};
    std::size_t j = i;
    if (c.isAny(j, {"at", "around", "about", "by", "until", "till", "before", "after", "during", "for"})) {
        p.time.relation = c.isAny(j, {"until", "till"}) ? TimeRelation::until
                          : c.is(j, "before")           ? TimeRelation::before
                          : c.is(j, "after")            ? TimeRelation::after
                                                        : TimeRelation::at;
        p.time.approximate = c.isAny(j, {"around", "about"});
        ++j;
    }
    if (c.is(j, "the")) ++j;
    if (c.is(j, "time") && c.is(j + 1, "of")) j += 2;
    if (c.is(j, "the")) ++j;
    const auto prayer = prayerOf(c, j);
    if (!prayer) return std::nullopt;
    p.time.prayer = prayer;
    p.last = j;
    return p;
}

/// "at dawn", "before sunset", "after dark", "at first light": by the sun, so as the prayer that begins then.
std::optional<Part> sunAt(const Cursor& c, std::size_t i) {
    Part p{i, i, {}, false};
    if (!c.isAny(i, {"at", "before", "after", "until", "till", "by"})) return std::nullopt;
    std::size_t j = i + 1;
    if (c.isAny(j, {"dawn", "daybreak", "daylight"}) || (c.is(j, "first") && c.is(j + 1, "light")))
        p.time.prayer = Prayer::fajr;
    else if (c.is(j, "sunrise"))
        p.time.prayer = Prayer::sunrise;
    else if (c.isAny(j, {"sunset", "sundown", "dusk", "nightfall", "dark"}))
        p.time.prayer = Prayer::maghrib;
    else
        return std::nullopt;
    j += c.is(j, "first") ? 2 : 1;
    p.time.relation = c.isAny(i, {"until", "till", "by"}) ? TimeRelation::until
                      : c.is(i, "before")                 ? TimeRelation::before
                      : c.is(i, "after")                  ? TimeRelation::after
                                                          : TimeRelation::at;
    p.last = j;
    return p;
}

/// "(on) the night of 24 February", "the morning of the 7th": the part of the day belongs to the quote.
std::size_t withPartOfDay(const Cursor& c, const Part& p, std::size_t floor) {
    if (!p.time.date) return p.first;
    const std::size_t of = c.is(p.first, "of") ? p.first : p.first > floor ? p.first - 1 : p.first;
    if (!c.is(of, "of") || of < floor + 2 || !c.is(of - 2, "the") ||
        !c.isAny(of - 1, {"night", "morning", "evening", "afternoon", "day"}))
        return p.first;
    return of >= floor + 3 && c.isAny(of - 3, {"on", "in", "by", "during"}) ? of - 3 : of - 2;
}

/// Where the expression begins with the words that say how near: "shortly before dawn", "a little after six".
std::size_t withNearness(const Cursor& c, const Part& p, std::size_t floor) {
    const bool open = p.time.relation == TimeRelation::before || p.time.relation == TimeRelation::after;
    if (!open || p.first == floor || !(p.time.clock || p.time.prayer || p.time.date)) return p.first;
    const std::size_t one = p.first - 1;
    if (c.isAny(one, {"shortly", "just", "well", "long", "soon", "immediately", "right"})) return one;
    if (one > floor && c.isAny(one, {"little", "bit", "while", "time"}) && c.isAny(one - 1, {"a", "some"}))
        return one - 1;
    return p.first;
}

bool joinable(const TimeExpression& a, const TimeExpression& b) {
    const int kinds =
        (a.clock.has_value() && b.clock.has_value()) + (a.date.has_value() && b.date.has_value()) +
        (a.dayOffset.has_value() && b.dayOffset.has_value()) + (a.prayer.has_value() && b.prayer.has_value());
    const auto day = [](const TimeExpression& t) { return t.date || t.days || t.dayOffset; };
    if (day(a) && day(b)) return false;  // two days, or the one within the other: leave them apart
    if ((a.weekday && (b.weekday || b.date || b.dayOffset)) || (b.weekday && (a.date || a.dayOffset)))
        return false;
    const bool duration = a.lowSeconds || b.lowSeconds || a.highSeconds || b.highSeconds;
    return kinds == 0 && !duration && !(a.clock && b.prayer) && !(a.prayer && b.clock);
}

void join(Part& a, const Part& b) {
    a.last = b.last;
    a.noSuchDay = a.noSuchDay || b.noSuchDay;
    if (b.time.clock) {
        a.time.clock = b.time.clock;
        a.time.relation = b.time.relation;
    }
    if (b.time.prayer) {
        a.time.prayer = b.time.prayer;
        if (!a.time.clock) a.time.relation = b.time.relation;
    }
    if (b.time.date) a.time.date = b.time.date;
    if (b.time.days) a.time.days = b.time.days;
    if (b.time.weekday) a.time.weekday = b.time.weekday;
    if (b.time.dayOffset) a.time.dayOffset = b.time.dayOffset;
    a.time.approximate = a.time.approximate || b.time.approximate;
}

}  // namespace

std::vector<FoundTime> timesOf(const Source& source, const Tokens& tokens,
                               const std::vector<ParagraphPart>& paragraphs) {
    std::vector<Part> parts;
    for (const Sentence& sentence : tokens.sentences) {
        const Cursor c{tokens, static_cast<std::size_t>(&sentence - tokens.sentences.data())};
        for (std::size_t i = sentence.first; i < sentence.last;) {
            std::optional<Part> best;
            for (const auto& pattern : {dateAt, dayOfMonthAt, daySpanAt, weekdayAt, dayOffsetAt, prayerAt,
                                        sunAt, durationAt, clockRangeAt, clockAt}) {
                const auto p = pattern(c, i);
                if (p && (!best || p->last > best->last)) best = p;
            }
            if (!best) {
                ++i;
                continue;
            }
            const std::size_t floor =
                parts.empty() ? sentence.first : std::max(sentence.first, parts.back().last);
            i = best->last;
            best->first = std::min(withNearness(c, *best, floor), withPartOfDay(c, *best, floor));
            best->framed = sentence.paragraph < paragraphs.size() &&
                           paragraphs[sentence.paragraph].speaker != Speaker::narrator;
            if (!parts.empty()) {
                Part& before = parts.back();
                const bool same = tokens.all[before.first].sentence == tokens.all[best->first].sentence;
                const bool adjacent = best->first == before.last ||
                                      (best->first == before.last + 1 && tokens.all[before.last].text == ",");
                if (same && adjacent && joinable(before.time, best->time)) {
                    join(before, *best);
                    continue;
                }
            }
            parts.push_back(*best);
        }
    }
    std::vector<FoundTime> out;
    for (Part& p : inTimeTold(parts)) {
        FoundTime f{std::move(p.time), p.first, p.last, p.figure, p.noSuchDay};
        f.time.quote = {source.id, tokens.all[p.first].begin, tokens.all[p.last - 1].end};
        out.push_back(std::move(f));
    }
    return out;
}

}  // namespace retrace::text
