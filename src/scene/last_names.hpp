#pragma once

#include "scene/scene.hpp"

#include <map>
#include <optional>
#include <utility>

namespace retrace::scene {

/// Where the names of the ground stood in the picture before, so that they stay on their side of the dot.
/// Empty for pictures and films, where any frame alone gives the same picture.
class LastNames {
public:
    LastNames() = default;
    /// `moving`: names are cut by the edge of the picture, and go where they meet its furniture, instead of
    /// changing sides.
    LastNames(const GroundView& before, bool moving);

    /// From the place to the left end of its first line, pixels; nothing where it had no name.
    [[nodiscard]] std::optional<geo::ScreenPoint> of(const geo::LonLat& place) const;
    [[nodiscard]] bool moving() const { return moving_; }

private:
    std::map<std::pair<double, double>, geo::ScreenPoint> names_;  // by longitude and latitude
    bool moving_ = false;
};

}  // namespace retrace::scene
