#include "timeline/calendar_span.hpp"

#include <algorithm>

namespace retrace::timeline {

namespace {

// In UTC; local years then lie between 0 and 9999 in every zone.
Instant firstPlain() {
    return {dayNumber({0, 12, 30}) * day};
}
Instant lastPlain() {
    return {dayNumber({9999, 12, 30}) * day};
}

}  // namespace

bool hasPlainYears(const Span& span) {
    return (!span.earliest || (*span.earliest >= firstPlain() && *span.earliest <= lastPlain())) &&
           (!span.latest || (*span.latest >= firstPlain() && *span.latest <= lastPlain()));
}

Span withPlainYears(Span span) {
    // A day within them, so that the bound rounded to its minute has a plain year too.
    const auto moved = [](Instant t) { return std::clamp(t, firstPlain() + day, lastPlain() - day); };
    if (span.earliest) span.earliest = moved(*span.earliest);
    if (span.latest) span.latest = moved(*span.latest);
    return span;
}

Span spanOf(const Days& days, const std::string& zone) {
    return {toInstant({days.first, 0, 0}, zone), toInstant({plusDays(days.last, 1), 0, 0}, zone), {}};
}

std::optional<Date> dayBeginningAt(Instant t, const std::string& zone) {
    const Date date = toLocal(t, zone).date;
    // Compared as instants: where a clock change skips midnight, the day begins at one.
    return toInstant({date, 0, 0}, zone) == t ? std::optional(date) : std::nullopt;
}

std::optional<Date> dayEndingAt(Instant t, const std::string& zone) {
    if (const auto next = dayBeginningAt(t, zone)) return plusDays(*next, -1);
    const LocalTime local = toLocal(t, zone);
    if (local.minutes == 23 * 60 + 59 && (local.second == 0 || local.second == 59)) return local.date;
    return std::nullopt;
}

std::optional<Days> wholeDays(const Span& span, const std::string& zone) {
    if (!span.earliest || !span.latest || *span.latest <= *span.earliest) return std::nullopt;
    const auto first = dayBeginningAt(*span.earliest, zone), last = dayEndingAt(*span.latest, zone);
    if (!first || !last || *last < *first) return std::nullopt;
    return Days{*first, *last};
}

Date lastOfMonth(int year, int month) {
    const Date next = month == 12 ? Date{year + 1, 1, 1} : Date{year, month + 1, 1};
    return plusDays(next, -1);
}

bool isWholeMonth(const Days& days) {
    return days.first.day == 1 && days.last == lastOfMonth(days.first.year, days.first.month);
}

bool isWholeYear(const Days& days) {
    return days.first.year == days.last.year && days.first.month == 1 && days.first.day == 1 &&
           days.last.month == 12 && days.last.day == 31;
}

}  // namespace retrace::timeline
