#pragma once

#include "reconstruct/reconstruct.hpp"
#include "reconstruct/solve_times.hpp"

namespace retrace::reconstruct {

/// "Two days before, we had been in X": dated from the day that its teller had reached, where that is known.
[[nodiscard]] Words dateWhatIsToldBack(Words, const Options&);

}  // namespace retrace::reconstruct
