// Spans for people. Every text says what the span says: a midnight that bounds whole days is not an hour.
#include "timeline/calendar_span.hpp"
#include "timeline/calendar_words.hpp"
#include "timeline/span.hpp"

namespace retrace::timeline {

namespace {

enum class Year { shown, hidden };

std::string yearOf(const Date& d, Year year) {
    return year == Year::shown ? ' ' + std::to_string(d.year) : std::string();
}
std::string dayOf(const Date& d, Year year) {
    return std::to_string(d.day) + ' ' + monthName(d.month) + yearOf(d, year);
}

std::string hourOf(const LocalTime& t, Year year) {
    return dayOf(t.date, year) + ", " + hourText(t);
}

std::string daysText(const Days& days, Year year) {
    const Date &a = days.first, &b = days.last;
    const Year early = a.year == b.year ? Year::hidden : year;  // said once where it is the same
    if (a == b) return dayOf(a, year);
    if (isWholeYear(days)) return std::to_string(a.year);
    if (isWholeMonth(days)) return monthName(a.month) + yearOf(a, year);
    if (plusDays(a, 1) == b && a.month == b.month) return std::to_string(a.day) + '-' + dayOf(b, year);
    if (plusDays(a, 1) == b) return dayOf(a, early) + " - " + dayOf(b, year);
    return "between " + dayOf(a, early) + " and " + dayOf(b, year);
}

std::string boundedText(const Span& span, const std::string& zone, Year year) {
    if (const auto days = wholeDays(span, zone)) return daysText(*days, year);
    const LocalTime from = toLocal(*span.earliest, zone), to = toLocal(*span.latest, zone);
    if (*span.earliest == *span.latest) return hourOf(from, year);
    const auto ending = dayEndingAt(*span.latest, zone);
    if (ending && *ending == from.date) return hourOf(from, year) + "-24:00";
    if (from == to) return hourOf(from, year) + " (an hour that the clock showed twice)";
    if (from.date == to.date) return hourOf(from, year) + '-' + hourText(to);
    const Year early = from.date.year == to.date.year ? Year::hidden : year;
    return "between " + hourOf(from, early) + " and " + hourOf(to, year);
}

std::string textOf(const Span& span, const std::string& zone, Year year) {
    if (span.earliest && span.latest) return boundedText(span, zone, year);
    if (span.earliest) {
        if (const auto date = dayBeginningAt(*span.earliest, zone))
            return "on or after " + dayOf(*date, year);
        return "not before " + hourOf(toLocal(*span.earliest, zone), year);
    }
    if (span.latest) {
        if (const auto date = dayEndingAt(*span.latest, zone))
            return "before " + dayOf(plusDays(*date, 1), year);
        return "by " + hourOf(toLocal(*span.latest, zone), year);
    }
    return "not stated";
}

}  // namespace

std::string spanText(const Span& span, const std::string& zone) {
    return textOf(span, zone, Year::shown);
}

std::string shortSpanText(const Span& span, const std::string& zone) {
    return textOf(span, zone, Year::hidden);
}

}  // namespace retrace::timeline
