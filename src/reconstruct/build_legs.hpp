#pragma once

#include "reconstruct/road_network.hpp"
#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// A country, a province, a desert: no one place. What we or an analyst have placed is none, wide as it may
/// be.
[[nodiscard]] bool isArea(const geo::Place&);

/// Whether the place lies in the area: of a country by its code, of others as far as their circle says.
[[nodiscard]] bool isWithin(const geo::Place& place, const geo::Place& area);

/// Joins placed stops by legs. Every stop hangs on the first placed stop of the order before it; what stays
/// where it was needs no leg. `movedBy`: one a stop, the event that states the movement to it.
void addLegs(model::Itinerary&, const std::vector<std::optional<std::size_t>>& movedBy, const Words&,
             const std::vector<model::Event>&, const std::vector<model::PlaceMention>&, const RoadNetwork&);

}  // namespace retrace::reconstruct
