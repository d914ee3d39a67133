#pragma once

#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// A narrator's date or hour that stands in no statement ("I speak of the ninth of May here") becomes one of
/// its own, of kind "state": its sentence, at its place in the telling. What the narrator was told ("we heard
/// that on the ninth") is reported and others'. Indices are renumbered.
[[nodiscard]] Words adoptTimes(Words);

}  // namespace retrace::reconstruct
