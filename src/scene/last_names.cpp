#include "scene/last_names.hpp"

namespace retrace::scene {

LastNames::LastNames(const GroundView& before, bool moving) : moving_(moving) {
    for (const Label& label : before.labels) {
        if (!label.anchor) continue;
        const geo::ScreenPoint at = geo::toScreen(before.camera, before.size, *label.anchor);
        // The first line of a place comes first; those below it are not entered.
        names_.try_emplace(
            {label.anchor->lon, label.anchor->lat},
            geo::ScreenPoint{static_cast<double>(label.x) - at.x, static_cast<double>(label.y) - at.y});
    }
}

std::optional<geo::ScreenPoint> LastNames::of(const geo::LonLat& place) const {
    const auto found = names_.find({place.lon, place.lat});
    return found == names_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace retrace::scene
