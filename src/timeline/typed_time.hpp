#pragma once

#include "timeline/span.hpp"

#include <optional>
#include <string>

namespace retrace::timeline {

/// A time as somebody types it: what it says, and how sure it is (EDTF's "?" and "~", its "%" is both).
struct TypedTime {
    Span span;
    bool uncertain = false;    // "2024-12-05?": perhaps not then at all
    bool approximate = false;  // "~5 Dec": about then
    bool operator==(const TypedTime&) const = default;
};

/// EDTF (ISO 8601-2) of level 1: what parseEdtf reads, with qualifiers before or behind either end, and
/// seasons
/// ("2024-21" spring to "2024-24" winter, of the northern half by whole months: winter from December on).
[[nodiscard]] std::optional<TypedTime> parseQualifiedEdtf(const std::string&, const std::string& zone);

/// EDTF, or as people write: "5 Dec 06:00", "~5 Dec", "Dec 5, 2024, 6 pm", "4-5 Dec", "5 Dec 06:00-11:00",
/// "before 7 Dec", "5 Dec?", "spring 2024", "06:30", "noon". What is missing of year, month and day is the
/// frame's; nothing where the frame has none, it is no time, or its year is not between 1 and 9999. "Before" ends where the day begins, "until"
/// and "by" where it ends.
[[nodiscard]] std::optional<TypedTime> parseTypedTime(const std::string&, const std::string& zone,
                                                      const std::optional<Date>& frame);

/// With its qualifier behind it: "2024-12-05~".
[[nodiscard]] std::string edtfText(const TypedTime&, const std::string& zone);

/// The bounds that it sets: what is about then is taken as its own length wider on either side, an instant as
/// a quarter of an hour.
[[nodiscard]] Span boundsOf(const TypedTime&);

}  // namespace retrace::timeline
