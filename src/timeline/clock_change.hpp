#pragma once

#include "timeline/instant.hpp"

#include <string>

namespace retrace::timeline {

/// Whether the zone's offset is another one somewhere after `from` and up to `to`. False for a fixed offset.
[[nodiscard]] bool changesOffset(Instant from, Instant to, const std::string& zone);

/// As toInstant, but of an hour that a clock change repeats the last instant.
[[nodiscard]] Instant toLastInstant(const LocalTime&, const std::string& zone);

/// The local time so many minutes by the clock after the midnight that begins the date: below 0 it is the
/// day before, from 1440 on a later one. By the clock, not by elapsed time: 360 is six in the morning on any
/// day.
[[nodiscard]] LocalTime localAt(const Date&, int minutes);
/// Its inverse: minutes by the clock from the date's midnight to the instant, seconds cut off.
[[nodiscard]] int minutesFrom(const Date&, Instant, const std::string& zone);

}  // namespace retrace::timeline
