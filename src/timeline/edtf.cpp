// Extended Date/Time Format, ISO 8601-2:2019, of level 1: reduced precision, open and unknown ends.
#include "timeline/calendar_span.hpp"
#include "timeline/iso.hpp"
#include "timeline/span.hpp"

namespace retrace::timeline {

namespace {

std::string daysText(const Days& days) {
    const std::string first = dateText(days.first);
    if (days.first == days.last) return first;
    if (isWholeYear(days)) return first.substr(0, 4);
    if (isWholeMonth(days)) return first.substr(0, 7);
    return first + '/' + dateText(days.last);
}

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "2024", "2024-12", "2024-12-05", and unspecified digits in their place: "2024-XX", "2024-12-XX", "202X".
std::optional<Days> parseDays(std::string_view text) {
    if (const auto date = parseDate(text)) return Days{*date, *date};
    if (text.size() == 10 && text.ends_with("-XX")) return parseDays(text.substr(0, 7));
    if (text.size() == 7 && text.ends_with("-XX")) return parseDays(text.substr(0, 4));
    if (text.size() == 7) {
        const auto first = parseDate(std::string(text) + "-01");
        return first ? std::optional(Days{*first, lastOfMonth(first->year, first->month)}) : std::nullopt;
    }
    if (text.size() != 4) return std::nullopt;
    std::string low(text), high(text);
    for (std::size_t i = 4; i-- > 0 && text[i] == 'X';) {
        low[i] = '0';
        high[i] = '9';
    }
    if (!isDigits(low) || !isDigits(text.substr(0, 2))) return std::nullopt;
    return Days{{std::stoi(low), 1, 1}, {std::stoi(high), 12, 31}};
}

std::optional<Span> parsePoint(std::string_view text, const std::string& zone) {
    if (const auto days = parseDays(text)) return spanOf(*days, zone);
    if (const auto instant = parseIso(text, zone)) return Span{instant, instant, {}};
    return std::nullopt;
}

bool isOpen(std::string_view text) {
    return text.empty() || text == "..";
}

}  // namespace

std::string edtfText(const Span& span, const std::string& zone) {
    if (const auto days = wholeDays(span, zone)) return daysText(*days);
    if (span.earliest && span.latest) {
        const std::string from = isoText(*span.earliest, zone);
        return *span.earliest == *span.latest ? from : from + '/' + isoText(*span.latest, zone);
    }
    std::string from = "..", to = "..";
    if (span.earliest) {
        const auto date = dayBeginningAt(*span.earliest, zone);
        from = date ? dateText(*date) : isoText(*span.earliest, zone);
    }
    if (span.latest) {
        const auto date = dayEndingAt(*span.latest, zone);
        to = date ? dateText(*date) : isoText(*span.latest, zone);
    }
    return from + '/' + to;
}

std::optional<Span> parseEdtf(const std::string& text, const std::string& zone) {
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) {
        const auto point = parsePoint(text, zone);
        return point && hasPlainYears(*point) ? point : std::nullopt;
    }
    const std::string_view whole = text, from = whole.substr(0, slash), to = whole.substr(slash + 1);
    Span span;
    if (!isOpen(from)) {
        const auto start = parsePoint(from, zone);
        if (!start) return std::nullopt;
        span.earliest = start->earliest;
    }
    if (!isOpen(to)) {
        const auto end = parsePoint(to, zone);
        if (!end) return std::nullopt;
        span.latest = end->latest;
    }
    if (span.earliest && span.latest && *span.latest < *span.earliest) return std::nullopt;
    return hasPlainYears(span) ? std::optional(span) : std::nullopt;
}

}  // namespace retrace::timeline
