#pragma once

#include "text/time_grammar.hpp"

namespace retrace::text {

// What the files call things; nothing where they know no such name.
[[nodiscard]] std::optional<TimeSlot> timeSlotNamed(std::string_view);
[[nodiscard]] std::optional<TimeKind> timeKindNamed(std::string_view);
[[nodiscard]] std::optional<TimeSign> timeSignNamed(std::string_view);
/// What a slot may hold, both included: 1..12 for a month.
[[nodiscard]] std::pair<int, int> timeSlotBounds(TimeSlot);
/// A value as written behind its slot: "until", "7 days", "12:00", "-1".
[[nodiscard]] std::optional<int> timeValueNamed(TimeSlot, const std::vector<std::string>& words);

}  // namespace retrace::text
