#include "text/time_patterns.hpp"

#include <algorithm>
#include <array>

namespace retrace::text {
namespace {

using timeline::Date;

/// Thirds of a month: early 1-10, mid 11-20, late or the end 21-last. Thirds of a year: early January-April,
/// mid May-August, late September-December. Spring is March-May and so on round the northern year; the winter
/// of a year is all its winter months and those that end it: January of it to February of the next.
enum class Third { none, early, mid, late };

Third thirdOf(std::string_view w) {
    if (w == "early" || w == "beginning" || w == "start") return Third::early;
    if (w == "mid" || w == "middle") return Third::mid;
    if (w == "late" || w == "end" || w == "close") return Third::late;
    return Third::none;
}

/// A part of a month or a year before its name: "early", "the end of", "mid-" (in one word with the name).
struct Piece {
    Third third = Third::none;
    int firstDay = 0, lastDay = 0;  // "the first week of": of the month, counted from its end where negative
    std::optional<int> weekday;     // "the first Monday of"
};

std::optional<int> ordinalOf(const Cursor& c, std::size_t i) {
    static constexpr std::array<std::string_view, 4> names{"first", "second", "third", "fourth"};
    for (std::size_t n = 0; n < names.size(); ++n)
        if (c.is(i, names[n])) return static_cast<int>(n) + 1;
    return c.is(i, "last") ? std::optional<int>{-1} : std::nullopt;
}

/// Reads a piece and advances `i` to the month or year.
std::optional<Piece> pieceAt(const Cursor& c, std::size_t& i) {
    std::size_t j = i;
    if (c.is(j, "the")) ++j;
    if (c.is(j, "very")) ++j;
    Piece piece;
    if (const Token* t = c.at(j); t && thirdOf(t->lower) != Third::none) {
        piece.third = thirdOf(t->lower);
        const bool noun = !isAny(*t, {"early", "mid", "late"});
        ++j;
        if (c.is(j, "-")) ++j;
        if (c.isAny(j, {"part", "days"})) ++j;
        if (noun && !c.is(j, "of")) return std::nullopt;
        if (c.is(j, "of")) ++j;
        if (c.is(j, "in")) ++j;  // "early in May"
        i = j;
        return piece;
    }
    const auto n = ordinalOf(c, j);
    if (!n || j == i) return std::nullopt;  // only with its article
    ++j;
    if (c.isAny(j, {"day", "days"})) {
        const int wide = c.is(j, "day") ? 1 : 3;
        if (*n != 1 && *n != -1) return std::nullopt;
        piece.firstDay = *n == 1 ? 1 : -wide;
        piece.lastDay = *n == 1 ? wide : -1;
    } else if (c.is(j, "week") || c.is(j, "weekend") || weekdayOf(c.at(j))) {
        piece.weekday = weekdayOf(c.at(j));
        piece.firstDay = *n == -1 ? -7 : 7 * (*n - 1) + 1;
        piece.lastDay = *n == -1 ? -1 : 7 * *n;
    } else if (c.is(j, "half") && (*n == 1 || *n == 2)) {
        piece.firstDay = *n == 1 ? 1 : 16;
        piece.lastDay = *n == 1 ? 15 : -1;
    } else {
        return std::nullopt;
    }
    ++j;
    if (!c.isAny(j, {"of", "in"})) return std::nullopt;
    i = j + 1;
    return piece;
}

DaySpan monthPart(const Piece& piece, int month, int year) {
    const int last = daysIn(month, year);
    int from = 1, to = last;
    if (piece.firstDay != 0) {
        from = piece.firstDay > 0 ? piece.firstDay : last + 1 + piece.firstDay;
        to = piece.lastDay > 0 ? std::min(piece.lastDay, last) : last + 1 + piece.lastDay;
    } else if (piece.third != Third::none) {
        from = piece.third == Third::early ? 1 : piece.third == Third::mid ? 11 : 21;
        to = piece.third == Third::early ? 10 : piece.third == Third::mid ? 20 : last;
    }
    return {{year, month, from}, {year, month, to}};
}

DaySpan yearPart(Third third, int year) {
    if (third == Third::early) return {{year, 1, 1}, {year, 4, 30}};
    if (third == Third::mid) return {{year, 5, 1}, {year, 8, 31}};
    if (third == Third::late) return {{year, 9, 1}, {year, 12, 31}};
    return {{year, 1, 1}, {year, 12, 31}};
}

std::optional<DaySpan> seasonOf(const Token* t, int year) {
    if (!t) return std::nullopt;
    if (t->is("spring")) return DaySpan{{year, 3, 1}, {year, 5, 31}};
    if (t->is("summer")) return DaySpan{{year, 6, 1}, {year, 8, 31}};
    if (t->is("autumn") || t->is("fall")) return DaySpan{{year, 9, 1}, {year, 11, 30}};
    if (t->is("winter")) return DaySpan{{year, 1, 1}, {year + 1, 2, daysIn(2, year + 1)}};
    return std::nullopt;
}

std::optional<int> yearAfter(const Cursor& c, std::size_t& i) {
    std::size_t j = i;
    if (c.is(j, ",")) ++j;
    if (c.is(j, "of")) ++j;
    const auto year = yearOf(c.at(j));
    if (year) i = j + 1;
    return year;
}

/// "between March and May 1943"
std::optional<Part> monthRangeAt(const Cursor& c, std::size_t i) {
    const auto from = c.is(i, "between") ? monthOf(c.at(i + 1)) : std::nullopt;
    std::size_t j = i + 2;
    const auto fromYear = yearAfter(c, j);
    const auto to = from && c.is(j, "and") ? monthOf(c.at(j + 1)) : std::nullopt;
    if (!to) return std::nullopt;
    j += 2;
    const int year = yearAfter(c, j).value_or(0);
    const int before = year > 0 && *from > *to ? year - 1 : year;
    Part p{i, j, {}, false};
    p.time.days = DaySpan{{fromYear.value_or(before), *from, 1}, {year, *to, daysIn(*to, year)}};
    return year == 0 && (fromYear || *from > *to) ? std::nullopt : std::optional(p);
}

}  // namespace

std::optional<int> weekdayOf(const Token* t) {
    static constexpr std::array<std::string_view, 7> names{"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};
    for (std::size_t d = 0; t && t->capital && d < names.size(); ++d)
        if (t->lower == names[d]) return static_cast<int>(d);
    return std::nullopt;
}

int daysIn(int month, int year) {
    if (month == 2) return year == 0 || timeline::isValid({year, 2, 29}) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Part> daySpanAt(const Cursor& c, std::size_t i) {
    if (c.is(i, "between")) return monthRangeAt(c, i);
    Part p{i, i, {}, false};
    std::size_t j = i;
    const bool preposition = c.isAny(j, {"in", "during", "at", "on", "by", "until", "till", "before", "after",
                                         "since", "from", "towards", "toward", "around", "about", "of"});
    if (preposition) {
        p.time.relation = c.isAny(j, {"by", "until", "till"}) ? TimeRelation::until
                          : c.is(j, "before")                 ? TimeRelation::before
                          : c.is(j, "after")                  ? TimeRelation::after
                          : c.isAny(j, {"since", "from"})     ? TimeRelation::from
                                                              : TimeRelation::at;
        p.time.approximate = c.isAny(j, {"towards", "toward", "around", "about"});
        ++j;
    }
    const auto piece = pieceAt(c, j);
    // "mid-June", "early-May": one word
    if (const Token* t = c.at(j); !piece && t && t->lower.find('-') != std::string::npos) {
        const std::size_t dash = t->lower.find('-');
        const auto month = monthNamed(t->lower.substr(dash + 1));
        const Third third = thirdOf(t->lower.substr(0, dash));
        if (!month || third == Third::none) return std::nullopt;
        ++j;
        const int year = yearAfter(c, j).value_or(0);
        p.time.days = monthPart({third, 0, 0, std::nullopt}, *month, year);
        p.last = j;
        return p;
    }
    if (const auto month = monthOf(c.at(j))) {
        std::size_t k = j + 1;
        const auto year = yearAfter(c, k);
        // A bare "May" or "March" wants a preposition of time or its year; "April 3" is a date.
        if (!piece && !year && !(preposition && !c.is(i, "at") && !c.is(i, "on") && !c.is(i, "of")))
            return std::nullopt;
        if (!year && c.at(k) && c.at(k)->kind == Token::Kind::number) return std::nullopt;
        // "by Jan, a friend": short forms want their year
        if (!year && c.at(j)->lower.size() < 5 && !c.isAny(j, {"may", "june", "july"})) return std::nullopt;
        if (c.isAny(k, {"street", "square", "avenue", "road", "bridge"})) return std::nullopt;
        const DaySpan span = monthPart(piece.value_or(Piece{}), *month, year.value_or(0));
        if (span.first == span.last)
            p.time.date = span.first;
        else
            p.time.days = span;
        if (piece) p.time.weekday = piece->weekday;
        p.last = k;
        return p;
    }
    if (piece && piece->firstDay != 0) return std::nullopt;
    std::size_t holiday = c.is(j, "the") ? j + 1 : j;
    if (preposition && !piece && c.is(holiday, "new") && c.is(holiday + 1, "year")) {
        const bool eve = c.is(holiday + 2, "eve");
        p.time.date = eve ? Date{0, 12, 31} : Date{0, 1, 1};
        p.last = holiday + (eve || c.is(holiday + 2, "day") ? 3 : 2);
        return p;
    }
    // "in the spring of 1942", "in spring 1942", "in late autumn 1942"
    std::size_t k = j;
    if (c.is(k, "the")) ++k;
    if (c.isAny(k, {"early", "late"})) ++k;
    if (seasonOf(c.at(k), 1900)) {
        std::size_t end = k + 1;
        const auto year = yearAfter(c, end);
        if (!year) return std::nullopt;
        p.time.days = *seasonOf(c.at(k), *year);
        p.last = end;
        return p;
    }
    if (const auto year = yearOf(c.at(j)); year && (piece || preposition)) {
        if (c.isAny(i, {"at", "on", "about", "of"}) && !piece) return std::nullopt;
        const Token* after = c.at(j + 1);  // "in 1942 houses"; "1942-43"
        const bool free = !after || (after->kind == Token::Kind::mark && after->text != "-") ||
                          after->is(Tag::function) || after->is(Tag::splitter) || after->is(Tag::preposition);
        if (!free) return std::nullopt;
        p.time.days = yearPart(piece ? piece->third : Third::none, *year);
        if (!piece) p.time.days = DaySpan{{*year, 0, 0}, {*year, 0, 0}};
        p.last = j + 1;
        return p;
    }
    return std::nullopt;
}

std::optional<Part> weekdayAt(const Cursor& c, std::size_t i) {
    Part p{i, i, {}, false};
    std::size_t j = i;
    const bool preposition = c.isAny(j, {"on", "by", "until", "till", "before", "after", "since", "from"});
    if (preposition) {
        p.time.relation = c.isAny(j, {"by", "until", "till"}) ? TimeRelation::until
                          : c.is(j, "before")                 ? TimeRelation::before
                          : c.is(j, "after")                  ? TimeRelation::after
                          : c.isAny(j, {"since", "from"})     ? TimeRelation::from
                                                              : TimeRelation::at;
        ++j;
    }
    const bool determined = c.isAny(j, {"that", "the", "a", "one", "this"});
    if (determined) ++j;
    const auto day = weekdayOf(c.at(j));
    if (!day) return std::nullopt;
    ++j;
    const bool part = c.isAny(j, {"morning", "afternoon", "evening", "night"});
    if (part) ++j;
    if (!preposition && !part && !(determined && c.isAny(i, {"that", "one"}))) return std::nullopt;
    p.time.weekday = day;
    p.last = j;
    return p;
}

}  // namespace retrace::text
