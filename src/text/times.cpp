#include "text/times.hpp"

#include "text/time_patterns.hpp"

#include <algorithm>
#include <cctype>

namespace retrace::text {
namespace {

using timeline::Date;

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
    // "The 29th." at the head of a diary's entry
    const bool heads = c.is(i, "the") && c.at(i) && c.tokens.all[i].capital &&
                       (i == 0 || c.tokens.all[i - 1].paragraph != c.tokens.all[i].paragraph);
    if (heads) --i;
    if (!heads && (!c.isAny(i, {"on", "of", "by", "until", "till", "before", "since", "from"}) || !c.is(i + 1, "the")))
        return std::nullopt;
    const auto day = dayNumberOf(c.at(i + 2));
    if (!day || std::isdigit(static_cast<unsigned char>(c.at(i + 2)->lower.back()))) return std::nullopt;
    const bool free =
        !c.at(i + 3) || c.at(i + 3)->kind == Token::Kind::mark ||
        c.isAny(i + 3, {"we", "i", "they", "he", "she", "it", "at", "in", "before", "after", "and", "the"});
    if (!free) return std::nullopt;
    Part p{heads ? i + 1 : i, i + 3, {}, false};
    p.time.relation = c.isAny(i, {"by", "until", "till"}) ? TimeRelation::until
                      : c.is(i, "before")                 ? TimeRelation::before
                      : c.isAny(i, {"since", "from"})     ? TimeRelation::from
                                                          : TimeRelation::at;
    p.time.date = Date{0, 0, *day};
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
            // "from early May to mid-July": the end of what began before
            const bool stretches = !parts.empty() && parts.back().last + 1 == best->first &&
                                   c.is(parts.back().last, "to") &&
                                   parts.back().time.relation == TimeRelation::from;
            if (stretches && (best->time.days || best->time.date) && best->time.relation == TimeRelation::at)
                best->time.relation = TimeRelation::until;
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
