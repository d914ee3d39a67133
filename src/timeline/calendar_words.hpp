#pragma once

#include "timeline/instant.hpp"

#include <string>

namespace retrace::timeline {

/// "06:05" for minutes of the day; 1440 is "24:00", beyond either end it is the hour of the day before or
/// after.
[[nodiscard]] std::string hourText(int minutes);
/// "06:05", with seconds only where there are some: "06:05:30".
[[nodiscard]] std::string hourText(const LocalTime&);

/// "Jan" .. "Dec" for 1 .. 12, else empty.
[[nodiscard]] std::string monthName(int month);
/// "January" .. "December" for 1 .. 12, else empty.
[[nodiscard]] std::string fullMonthName(int month);
/// "Mon" .. "Sun".
[[nodiscard]] std::string weekdayName(const Date&);

}  // namespace retrace::timeline
