#pragma once

#include "front/observation.hpp"
#include "model/reconstruction.hpp"

#include <vector>

namespace retrace::model {

/// Whose claims a front is drawn from.
enum class Whose { narrator, record, both };
[[nodiscard]] std::string nameOf(Whose);  // "narrator", "record", "both"

/// The claims as the field of control weighs them, on the replay's line of time; `claim` is the index into
/// Reconstruction::claims. Claims without a place or a known side, and roads that are closed, are none.
/// A place that was left, to whom is not told, was its side's until then and from then on is his who is taken to
/// have come, else no longer its side's.
[[nodiscard]] std::vector<front::Observation> observations(const Reconstruction&, Whose);

}  // namespace retrace::model
