#pragma once

#include "front/field.hpp"

namespace retrace::front {

/// The scales that the claims themselves ask for, where the settings leave them open.

/// Age at which what is known has weight 1/e: `memoryChanges` times the mean time between a place's changes,
/// within 0.2 and 10 times the span of all claims. Changes are those stated, and states that differ beyond
/// what wrong claims would give.
[[nodiscard]] double memoryOf(const std::vector<Observation>&, const std::vector<Site>&, const Settings&);
/// Reach of the ground's kernel: `reachSpread` times the median distance of the places from their middle, but
/// no farther than leaves each place a number of neighbours that can still be solved for.
[[nodiscard]] double reachOf(const std::vector<Site>&, const Settings&);
/// From the first to the last claim, three days at least.
[[nodiscard]] double spanOf(const std::vector<Observation>&);

}  // namespace retrace::front
