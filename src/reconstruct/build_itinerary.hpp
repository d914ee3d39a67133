#pragma once

#include "reconstruct/choose_places.hpp"
#include "reconstruct/road_network.hpp"

namespace retrace::reconstruct {

/// The executed chain of one source's narrator and unit. Stops told again merge with the stop before; legs
/// join placed stops. `stopWhen` says, one an event, when its place was reached. Story times are not set yet.
[[nodiscard]] model::Itinerary buildItinerary(const Words&, const std::string& source, const std::string& speaker,
                                              const std::vector<model::Event>&,
                                              const std::vector<model::PlaceMention>&,
                                              const std::vector<std::size_t>& groupOf,
                                              const std::vector<model::When>& stopWhen, const RoadNetwork&);

/// Sets every event's, stop's and leg's time of the replay, the stretches where only the order is known,
/// begin and end.
void setStoryTimes(model::Reconstruction&);

/// Stated and recorded changes of hands.
[[nodiscard]] std::vector<model::ControlClaim> controlClaims(const model::Reconstruction&, const Words&);

/// What a person should look at, besides what choosing places and solving times found.
[[nodiscard]] std::vector<model::Finding> furtherFindings(const model::Reconstruction&, const Words&);

}  // namespace retrace::reconstruct
