#pragma once

#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// "1 Dec., evening. Hama. We started at four in the morning": the heads of a diary's entries that say when
/// they were written, with an earlier hour told below them; what such a head tells comes last of its entry.
/// One flag for each statement of the source's reading.
[[nodiscard]] std::vector<bool> writtenLast(const Words&, std::size_t source);

/// Gives the day of such a head to what is told first below it. Indices of times are renumbered.
[[nodiscard]] Words spreadEntryDays(Words);

}  // namespace retrace::reconstruct
