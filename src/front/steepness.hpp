#pragma once

#include "front/field.hpp"

namespace retrace::front {

/// The steepness with which each place is foretold best by all others (leave-one-out, Rasmussen and Williams
/// 2006, 5.4.2 and 6.5), drawn to `usualSteepness` where there are few places. Some of the places are asked,
/// at three instants of the claims' time. The field's sites, index and correlation must be there.
[[nodiscard]] double steepnessOf(const Field&);

}  // namespace retrace::front
