#pragma once

#include "model/reconstruction.hpp"
#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// Carries the decisions on who held what out on the claims. A decision that finds no claim, or names a side that
/// is not there, changes nothing and is a finding.
void settleClaims(model::Reconstruction&, const Words&);

}  // namespace retrace::reconstruct
