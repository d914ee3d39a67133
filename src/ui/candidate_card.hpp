#pragma once

#include "ui/card.hpp"
#include "ui/panels.hpp"
#include "ui/style.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace retrace::ui {

/// How far a place lies from those settled for the names said next before and next after: "12 km from
/// Oldbridge". Names of the same words, and mentions that are no place, are passed over.
[[nodiscard]] std::vector<std::string> distancesToNeighbours(const model::Reconstruction&,
                                                             std::size_t mention, const geo::Place&);

/// One place that a name may stand for: what it is, how well it fits and why, and the buttons that settle it.
/// The one under the mouse is given to the map.
void candidateCard(const Facts&, const Palette&, std::size_t mention, std::size_t candidate, PanelState&,
                   Requests&);

/// The findings that say a gazetteer is missing: the names that none has, each with a way to its point.
void missingNames(const Facts&, const Palette&, const model::Finding&, Requests&);

}  // namespace retrace::ui
