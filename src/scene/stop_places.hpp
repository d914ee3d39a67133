#pragma once

#include "model/reconstruction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::scene {

/// One place of an itinerary with all its visits: a place that is returned to has one mark.
struct StopPlace {
    geo::LonLat at;
    std::string name, name_ar;
    std::vector<std::size_t> visits;  // indices into Itinerary::stops, by order
    std::string said{};  // the name in the words, in quotation marks, where an analyst took it for another
};

/// Of the stops that are placed and whose event is told as done, by first visit.
[[nodiscard]] std::vector<StopPlace> stopPlaces(const model::Reconstruction&, std::size_t itinerary);

/// Index into Itinerary::stops; nothing before the first.
[[nodiscard]] std::optional<std::size_t> lastVisit(const StopPlace&, const model::Itinerary&,
                                                   model::StoryTime);

/// Indices of the places reached by then, the latest visited last.
[[nodiscard]] std::vector<std::size_t> reachedPlaces(const std::vector<StopPlace>&, const model::Itinerary&,
                                                     model::StoryTime);

/// Several stops held at once hang on the stop before them as a fan.
[[nodiscard]] bool isFan(const model::Itinerary&, const model::Stop&);

/// Whether the words tell the event as done by this mover: only then is it drawn as a stop or a path.
[[nodiscard]] bool isTravelled(const model::Reconstruction&, std::size_t itinerary, std::size_t event);
[[nodiscard]] bool isTravelled(const model::Reconstruction&, std::size_t itinerary, const model::Leg&);

}  // namespace retrace::scene
