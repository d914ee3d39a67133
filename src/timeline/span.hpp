#pragma once

#include "timeline/instant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::timeline {

/// What narrowed a doubt: the words themselves, an analyst, or another source's record.
enum class Origin { words, decision, record };
[[nodiscard]] std::string nameOf(Origin);  // "words", "decision", "record"

/// When something was: no earlier than, no later than. A missing bound is unknown, not infinite.
struct Span {
    std::optional<Instant> earliest, latest;
    std::vector<Origin> origins;  // sorted, each once
    bool operator==(const Span&) const = default;
};

/// An hour without a day: minutes of the local day. "until eleven at night" has only `to`.
struct ClockSpan {
    std::optional<int> from, to;
    bool operator==(const ClockSpan&) const = default;
};
/// "06:00/06:00", "/23:00", "17:20/18:50".
[[nodiscard]] std::string clockText(const ClockSpan&);

/// Adds `origin` where it is not there yet.
[[nodiscard]] Span withOrigin(Span, Origin);
/// The overlap; where there is none, nothing. Origins are united.
[[nodiscard]] std::optional<Span> intersection(const Span&, const Span&);

/// For people, as exact as the span is and no more: "5 Dec 2024, 06:00", "5 Dec 2024, 06:00-11:00",
/// "4-5 Dec 2024", "before 7 Dec 2024", "between 1 Dec and 4 Dec 2024", "not stated". A whole day runs from
/// its midnight to the next (or to the minute or second before); "by" a time includes it, "before" a day not.
[[nodiscard]] std::string spanText(const Span&, const std::string& zone);
/// The same without the year, for labels beside a clock that shows it: "4-5 Dec", "before 7 Dec".
[[nodiscard]] std::string shortSpanText(const Span&, const std::string& zone);
/// Extended Date/Time Format (ISO 8601-2), level 1: "2024-12-05T06:00:00+03:00", "2024-12-04/2024-12-05",
/// "../2024-12-07".
[[nodiscard]] std::string edtfText(const Span&, const std::string& zone);
/// A date is the whole local day, a month or a year all of its days; an empty end and ".." both read as
/// unknown. Nothing for another text, qualifiers (?, ~, %) and seasons included.
[[nodiscard]] std::optional<Span> parseEdtf(const std::string&, const std::string& zone);

}  // namespace retrace::timeline
