#pragma once

#include "model/reconstruction.hpp"

#include <vector>

namespace retrace::app {

/// What a person should look at, in the order of settling: names that may be several places, are none or were
/// matched by a similar name only; stops without a day; the rest. Within each, errors and warnings first.
/// Adds notes of kind "similar-only" and "undated-stop" to the reconstruction's own findings.
[[nodiscard]] std::vector<model::Finding> toBeSettled(const model::Reconstruction&);

}  // namespace retrace::app
