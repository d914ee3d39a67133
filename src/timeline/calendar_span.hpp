#pragma once

#include "timeline/instant.hpp"
#include "timeline/span.hpp"

#include <optional>
#include <string>

namespace retrace::timeline {

/// The whole local days from `first` to `last`, both included.
struct Days {
    Date first, last;
    bool operator==(const Days&) const = default;
};

/// Whether the bounds can be written with a year of four digits in any zone: from the year 1 to the end of
/// 9999, but for its last days.
[[nodiscard]] bool hasPlainYears(const Span&);
/// The same span, its bounds moved to where they can.
[[nodiscard]] Span withPlainYears(Span);

/// From the first day's midnight to the midnight that ends the last day.
[[nodiscard]] Span spanOf(const Days&, const std::string& zone);

/// The day that begins at that instant; nothing in the middle of a day.
[[nodiscard]] std::optional<Date> dayBeginningAt(Instant, const std::string& zone);
/// The day that ends then: at the next midnight, or in the minute or the second before it (both spellings
/// of "the end of the day" occur).
[[nodiscard]] std::optional<Date> dayEndingAt(Instant, const std::string& zone);

/// The days, when the span is made of whole ones.
[[nodiscard]] std::optional<Days> wholeDays(const Span&, const std::string& zone);

[[nodiscard]] bool isWholeMonth(const Days&);
[[nodiscard]] bool isWholeYear(const Days&);
[[nodiscard]] Date lastOfMonth(int year, int month);

}  // namespace retrace::timeline
