#pragma once

#include "model/reconstruction.hpp"
#include "reconstruct/words.hpp"

#include <vector>

namespace retrace::reconstruct {

/// Who held what, as the words tell it and the records report it, by the time at which the replay shows it.
/// Asks for `sides`, story times and itineraries.
[[nodiscard]] std::vector<model::ControlClaim> controlClaims(const model::Reconstruction&, const Words&);

/// Those of the records alone, one a row that has a date.
[[nodiscard]] std::vector<model::ControlClaim> recordClaims(const model::Reconstruction&, const text::Language&);

/// Those of the narrators' own stays: where a unit stands that fights, its side holds the place.
[[nodiscard]] std::vector<model::ControlClaim> stayClaims(const model::Reconstruction&, const text::Language&);

/// Whether something can be held there: a place on the map, no country, province or desert.
[[nodiscard]] bool isHoldable(const geo::Place&);

}  // namespace retrace::reconstruct
