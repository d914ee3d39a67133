#include "timeline/typed_time.hpp"

#include "timeline/calendar_span.hpp"
#include "timeline/calendar_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace retrace::timeline {

namespace {

/// Takes "?", "~", "%" off both ends; says which there were.
void takeQualifiers(std::string& text, TypedTime& time) {
    const auto take = [&](char c) {
        time.uncertain = time.uncertain || c == '?' || c == '%';
        time.approximate = time.approximate || c == '~' || c == '%';
        return c == '?' || c == '~' || c == '%' || c == ' ';
    };
    while (!text.empty() && take(text.back())) text.pop_back();
    while (!text.empty() && take(text.front())) text.erase(0, 1);
}

/// Spring (0) to winter (3): March to May, and so on; winter ends in the year after.
Days seasonOf(int year, int season) {
    const int first = 3 + 3 * season, last = first + 2;
    return {{year, first, 1}, last > 12 ? lastOfMonth(year + 1, last - 12) : lastOfMonth(year, last)};
}

bool isDigits(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::optional<Span> parseEnd(const std::string& text, const std::string& zone) {
    if (text.size() == 7 && isDigits(text.substr(0, 4)) && text[4] == '-' && text[5] == '2' &&
        text[6] >= '1' && text[6] <= '4')
        return spanOf(seasonOf(std::stoi(text.substr(0, 4)), text[6] - '1'), zone);
    return parseEdtf(text, zone);
}

std::vector<std::string> tokensOf(const std::string& text) {
    std::vector<std::string> tokens(1);
    for (const unsigned char c : text) {
        if (std::isspace(c) || c == ',') {
            if (!tokens.back().empty()) tokens.emplace_back();
        } else {
            tokens.back() += static_cast<char>(std::tolower(c));
        }
    }
    if (tokens.back().empty()) tokens.pop_back();
    return tokens;
}

std::optional<int> monthNamed(std::string token) {
    if (token.ends_with('.')) token.pop_back();
    for (int month = 1; month <= 12 && token.size() >= 3; ++month) {
        std::string name = fullMonthName(month);
        name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
        if (name.starts_with(token) || (month == 9 && token == "sept")) return month;
    }
    return std::nullopt;
}

std::optional<int> seasonNamed(const std::string& token) {
    static constexpr std::array names{"spring", "summer", "autumn", "winter"};
    const auto name = std::ranges::find(names, token == "fall" ? "autumn" : token);
    return name == names.end() ? std::nullopt : std::optional(static_cast<int>(name - names.begin()));
}

/// One end, as far as it is written.
struct Written {
    std::optional<int> day, month, year, season, minutes;
    [[nodiscard]] bool isEmpty() const { return !day && !month && !year && !season && !minutes; }
};

/// "5", "5th", "2024", "06:00", "6pm": nothing where the token is no number of a time.
bool takeNumber(const std::string& token, const std::string& next, bool& tookNext, Written& w) {
    std::size_t digits = 0;
    while (digits < token.size() && std::isdigit(static_cast<unsigned char>(token[digits]))) ++digits;
    if (digits == 0 || digits > 4) return false;
    const int number = std::stoi(token.substr(0, digits));
    auto rest = token.substr(digits);
    int minutes = 0;
    const bool clock = rest.size() >= 3 && (rest[0] == ':' || rest[0] == '.') && isDigits(rest.substr(1, 2));
    if (clock) {
        minutes = std::stoi(rest.substr(1, 2));
        rest = rest.substr(3);
    }
    const bool alone = rest.empty() && (next == "am" || next == "pm" || next == "a.m." || next == "p.m.");
    const std::string half = alone ? next : rest;
    if (clock || half.starts_with("am") || half.starts_with("pm") || half.starts_with("a.m") ||
        half.starts_with("p.m")) {
        int hour = number;
        if (!half.empty()) {
            if ((half[0] != 'a' && half[0] != 'p') || hour < 1 || hour > 12) return false;
            hour = hour % 12 + (half[0] == 'p' ? 12 : 0);
        }
        if (digits > 2 || w.minutes || hour > 24 || minutes > 59 || (hour == 24 && minutes > 0)) return false;
        w.minutes = hour * 60 + minutes;
        tookNext = alone;
        return true;
    }
    if (digits == 4 && rest.empty() && !w.year) {
        w.year = number;
        return true;
    }
    if (digits <= 2 && !w.day &&
        (rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th")) {
        w.day = number;
        return true;
    }
    return false;
}

std::optional<Written> writtenIn(const std::string& text) {
    Written w;
    const auto tokens = tokensOf(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        const std::string next = i + 1 < tokens.size() ? tokens[i + 1] : std::string();
        bool tookNext = false;
        if (token == "at" || token == "on" || token == "of" || token == "the" || token == "in") continue;
        if (token == "noon" && !w.minutes)
            w.minutes = 12 * 60;
        else if (token == "midnight" && !w.minutes)
            w.minutes = 24 * 60;
        else if (const auto month = monthNamed(token); month && !w.month)
            w.month = month;
        else if (const auto season = seasonNamed(token); season && !w.season)
            w.season = season;
        else if (!takeNumber(token, next, tookNext, w))
            return std::nullopt;
        if (tookNext) ++i;
    }
    return w.isEmpty() ? std::nullopt : std::optional(w);
}

/// What the end says, with the frame's year, month and day where it has none of its own.
std::optional<Span> spanWritten(const Written& w, const std::string& zone, const std::optional<Date>& frame) {
    if (!w.year && !frame) return std::nullopt;
    const int year = w.year ? *w.year : frame->year;
    if (w.season)
        return w.month || w.day ? std::nullopt : std::optional(spanOf(seasonOf(year, *w.season), zone));
    if (!w.month && !w.day && !w.minutes) return spanOf(Days{{year, 1, 1}, {year, 12, 31}}, zone);
    if (!w.month && !frame) return std::nullopt;
    const int month = w.month ? *w.month : frame->month;
    if (!w.day && !w.minutes) return spanOf(Days{{year, month, 1}, lastOfMonth(year, month)}, zone);
    if (!w.day && (!frame || w.month)) return std::nullopt;
    const Date date{year, month, w.day ? *w.day : frame->day};
    if (!isValid(date)) return std::nullopt;
    if (!w.minutes) return spanOf(Days{date, date}, zone);
    const bool end = *w.minutes == 24 * 60;
    const auto t = toInstant({end ? plusDays(date, 1) : date, end ? 0 : *w.minutes, 0}, zone);
    return Span{t, t, {}};
}

/// What one end of a range leaves to the other: "5-7 Dec 2024", "5 Dec 06:00-11:00".
void complete(Written& first, Written& last) {
    const bool clockOnly = last.minutes && !last.day && !last.month && !last.year;
    if (clockOnly) last.day = first.day;
    if (!last.month) last.month = first.month;
    if (!last.year) last.year = first.year;
    if (!first.month) first.month = last.month;
    if (!first.year) first.year = last.year;
}

std::optional<Span> parseWritten(const std::string& text, const std::string& zone,
                                 const std::optional<Date>& frame) {
    for (const std::string dash : {" - ", " to ", "\u2013", "/", "-"}) {
        const auto at = text.find(dash);
        if (at == std::string::npos) continue;
        if (dash == "-" && at == 4 && isDigits(text.substr(0, at)))
            return std::nullopt;  // an ISO date gone wrong
        auto first = writtenIn(text.substr(0, at)), last = writtenIn(text.substr(at + dash.size()));
        if (!first || !last) return std::nullopt;
        complete(*first, *last);
        const auto from = spanWritten(*first, zone, frame), to = spanWritten(*last, zone, frame);
        if (!from || !to || *to->latest < *from->earliest) return std::nullopt;
        return Span{from->earliest, to->latest, {}};
    }
    const auto written = writtenIn(text);
    return written ? spanWritten(*written, zone, frame) : std::nullopt;
}

/// Takes a word off the front, in whatever case.
bool takeWord(std::string& text, const std::string& word) {
    if (text.size() <= word.size() || text[word.size()] != ' ') return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (std::tolower(static_cast<unsigned char>(text[i])) != word[i]) return false;
    text.erase(0, word.size() + 1);
    return true;
}

}  // namespace

std::optional<TypedTime> parseQualifiedEdtf(const std::string& text, const std::string& zone) {
    TypedTime time;
    const auto slash = text.find('/');
    std::string from = text.substr(0, slash);
    std::string to = slash == std::string::npos ? std::string() : text.substr(slash + 1);
    takeQualifiers(from, time);
    takeQualifiers(to, time);
    if (slash == std::string::npos) {
        const auto span = parseEnd(from, zone);
        if (!span || !hasPlainYears(*span)) return std::nullopt;
        time.span = *span;
        return time;
    }
    const auto isOpen = [](const std::string& end) { return end.empty() || end == ".."; };
    const auto first = isOpen(from) ? Span{} : parseEnd(from, zone);
    const auto last = isOpen(to) ? Span{} : parseEnd(to, zone);
    if (!first || !last) return std::nullopt;
    time.span = {first->earliest, last->latest, {}};
    if (time.span.earliest && time.span.latest && *time.span.latest < *time.span.earliest)
        return std::nullopt;
    return hasPlainYears(time.span) ? std::optional(time) : std::nullopt;
}

std::optional<TypedTime> parseTypedTime(const std::string& typed, const std::string& zone,
                                        const std::optional<Date>& frame) {
    if (auto edtf = parseQualifiedEdtf(typed, zone)) return edtf;
    TypedTime time;
    std::string text = typed;
    takeQualifiers(text, time);
    for (const char* about : {"about", "around", "circa", "c.", "ca."})
        time.approximate = takeWord(text, about) || time.approximate;
    const bool before = takeWord(text, "before");
    const bool until = !before && (takeWord(text, "until") || takeWord(text, "till") || takeWord(text, "by"));
    const bool after = takeWord(text, "after"), from = takeWord(text, "from") || takeWord(text, "since");
    const auto span = parseWritten(text, zone, frame);
    if (!span) return std::nullopt;
    time.span = *span;
    if (before) time.span = {std::nullopt, span->earliest, {}};
    if (until) time.span = {std::nullopt, span->latest, {}};
    if (after) time.span = {span->latest, std::nullopt, {}};
    if (from && !(text.find('-') != std::string::npos || text.find(" to ") != std::string::npos))
        time.span = {span->earliest, std::nullopt, {}};
    return hasPlainYears(time.span) ? std::optional(time) : std::nullopt;
}

std::string edtfText(const TypedTime& time, const std::string& zone) {
    return edtfText(time.span, zone) + (time.uncertain && time.approximate ? "%"
                                        : time.uncertain                   ? "?"
                                        : time.approximate                 ? "~"
                                                                           : "");
}

Span boundsOf(const TypedTime& time) {
    if (!time.approximate) return time.span;
    Span span = time.span;
    const auto length = span.earliest && span.latest ? *span.latest - *span.earliest : day;
    const auto wider = length == 0 ? 15 * minute : length;
    if (span.earliest) span.earliest = *span.earliest - wider;
    if (span.latest) span.latest = *span.latest + wider;
    return withPlainYears(span);
}

}  // namespace retrace::timeline
