#pragma once

#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// Names left open, names that may mean other places, and a gazetteer that does not know this part of the
/// world: then one finding instead of one a name.
[[nodiscard]] std::vector<model::Finding> placeFindings(const model::Reconstruction&);
/// Stops far from the stops told before and after, which lie close together: a namesake perhaps.
[[nodiscard]] std::vector<model::Finding> detourFindings(const model::Reconstruction&);
/// Legs that the told times leave too little time for.
[[nodiscard]] std::vector<model::Finding> speedFindings(const model::Reconstruction&);
/// Days of the narrator's that other sources' rows do not go with: a change of hands told at another time,
/// and a stay at a place after the record has it change hands.
[[nodiscard]] std::vector<model::Finding> recordFindings(const model::Reconstruction&);

}  // namespace retrace::reconstruct
