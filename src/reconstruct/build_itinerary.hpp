#pragma once

#include "reconstruct/choose_places.hpp"
#include "reconstruct/road_network.hpp"

#include <functional>
#include <string>
#include <vector>

namespace retrace::reconstruct {

/// The chain of the events that are taken. Stops told again merge with the stop before; legs join placed
/// stops. `stopWhen` says, one an event, when its place was reached. Story times are not set yet.
[[nodiscard]] model::Itinerary buildItinerary(const Words&, const std::string& actor,
                                              const std::function<bool(const model::Event&)>& takes,
                                              const std::vector<model::Event>&,
                                              const std::vector<model::PlaceMention>&,
                                              const std::vector<std::size_t>& groupOf,
                                              const std::vector<model::When>& stopWhen, const RoadNetwork&);

/// The ways of others that have a leg: of each who is told of by himself ("my brother"), one way; of groups
/// ("insurgents"), who may be in many places at once, one way a movement.
[[nodiscard]] std::vector<model::Itinerary> waysOfOthers(const Words&, const std::vector<model::Event>&,
                                                         const std::vector<model::PlaceMention>&,
                                                         const std::vector<std::size_t>& groupOf,
                                                         const std::vector<model::When>& stopWhen,
                                                         const RoadNetwork&);

/// Sets every event's, stop's and leg's time of the replay, the stretches where only the order is known,
/// begin and end.
void setStoryTimes(model::Reconstruction&);

/// What a person should look at, besides what choosing places and solving times found.
[[nodiscard]] std::vector<model::Finding> furtherFindings(const model::Reconstruction&, const Words&);

}  // namespace retrace::reconstruct
