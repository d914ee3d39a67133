#pragma once

#include "text/reading.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace retrace::text {

/// The tokens of one sentence; nothing beyond its ends.
struct Cursor {
    const Tokens& tokens;
    std::size_t sentence = 0;
    const Token* at(std::size_t i) const {
        return i < tokens.all.size() && tokens.all[i].sentence == sentence ? &tokens.all[i] : nullptr;
    }
    bool is(std::size_t i, std::string_view w) const {
        const Token* t = at(i);
        return t && t->lower == w;
    }
    bool isAny(std::size_t i, std::initializer_list<std::string_view> ws) const {
        return std::any_of(ws.begin(), ws.end(), [&](std::string_view w) { return is(i, w); });
    }
};

/// The parts that several patterns may add to one expression.
struct Part {
    std::size_t first = 0, last = 0;
    TimeExpression time;
    bool figure = false;
    bool noSuchDay = false;  // "31 November"
    bool framed = false;     // an editor's or interviewer's words: they give no year to the narrator's
};

/// A number in words up to twenty, thirty, forty, fifty, or in up to four digits.
[[nodiscard]] std::optional<int> smallNumber(const Token*);
[[nodiscard]] std::optional<int> monthNamed(std::string_view lower);  // 1..12, "sept." without its dot
[[nodiscard]] std::optional<int> monthOf(const Token*);               // a capitalised name of a month
[[nodiscard]] std::optional<int> yearOf(const Token*);                // four digits, 1500..2200
[[nodiscard]] std::optional<int> weekdayOf(const Token*);             // 0 Monday, whole names only
/// Days of a month; 29 in February where the year is 0.
[[nodiscard]] int daysIn(int month, int year);
/// A stretch of days that begins at the token: "in early May", "the end of March 1944", "in 1942", "in the
/// spring of 1942"; a first or last day of a month is a date.
[[nodiscard]] std::optional<Part> daySpanAt(const Cursor&, std::size_t);
/// "on Friday", "that Monday", "Tuesday morning"
[[nodiscard]] std::optional<Part> weekdayAt(const Cursor&, std::size_t);
/// "at the time of the sunset prayer", "during Maghrib"
[[nodiscard]] std::optional<Part> prayerAt(const Cursor&, std::size_t);
/// "at dawn", "before sunset", "after dark", "at first light": by the sun, so as the prayer that begins then.
[[nodiscard]] std::optional<Part> sunAt(const Cursor&, std::size_t);
/// "the next day", "that night", "two days later"
[[nodiscard]] std::optional<Part> dayOffsetAt(const Cursor&, std::size_t);
/// "for three days", "in around 15 minutes", "less than an hour"
[[nodiscard]] std::optional<Part> durationAt(const Cursor&, std::size_t);
/// Gives days without a month that of the date told before, and months without a year the year told before
/// (the next where that would lie more than half a year back). Leaves out days of the month before any date,
/// unless an hour stands with them. A date takes its year so
/// only from a month or a season, and where no date in the text has a year of its own.
[[nodiscard]] std::vector<Part> inTimeTold(const std::vector<Part>&);
/// A clock that begins at the token: "at six in the morning", "around 9:30", "until 11 at night".
[[nodiscard]] std::optional<Part> clockAt(const Cursor&, std::size_t);
/// "between four and five in the morning"
[[nodiscard]] std::optional<Part> clockRangeAt(const Cursor&, std::size_t);

}  // namespace retrace::text
