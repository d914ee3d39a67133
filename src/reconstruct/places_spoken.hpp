#pragma once

#include "reconstruct/words.hpp"

#include <vector>

namespace retrace::reconstruct {

/// Meant as a place on the map, and not set aside by the analyst; no country.
[[nodiscard]] bool isPoint(const model::PlaceMention&);

/// The places that the same sentence names before the event's words, or else the sentence before it, in the same
/// paragraph: "there", "from it", "in X and Y armed men cut the road". Numbers of mentions, each place once, in the
/// order of telling; only such as can be held.
[[nodiscard]] std::vector<std::size_t> placesSpokenOf(const model::Reconstruction&, const Words&, const model::Event&);

}  // namespace retrace::reconstruct
