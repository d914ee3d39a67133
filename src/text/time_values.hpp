#pragma once

#include "text/reading.hpp"
#include "text/time_match.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::text {

/// An expression of time on its tokens, before its neighbours join it.
struct Part {
    std::size_t first = 0, last = 0;
    TimeExpression time;
    bool figure = false;
    bool noSuchDay = false;  // "31 November"
    bool heads = false;      // stands by itself at the head of its paragraph: "28 Nov."
    bool ofEntry = false;    // "yesterday": its days count from a diary's entry
    bool framed = false;     // an editor's or interviewer's words: they give no year to the narrator's
    std::size_t rule = 0;    // of TimeGrammar::rules
};

/// What a rule's words say; nothing where they contradict each other.
[[nodiscard]] std::optional<Part> partOf(TimeKind, std::size_t first, const TimeMatch&);
/// Days of a month; 29 in February where the year is 0.
[[nodiscard]] int daysIn(int month, int year);
/// Gives days without a month that of the date told before, and months without a year the year in which they
/// lie closest to it. In a diary (dates that open paragraphs) "yesterday" is the day before the entry, and a
/// day without a month inside an entry lies before it. Leaves out days of the month before any date, and
/// "yesterday" elsewhere, unless an hour stands with them. A date takes its year so only from a month or a
/// season, and where no date in the text has a year of its own.
[[nodiscard]] std::vector<Part> inTimeTold(const std::vector<Part>&);

}  // namespace retrace::text
