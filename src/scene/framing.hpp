#pragma once

#include "scene/metrics.hpp"

#include <vector>

namespace retrace::scene {

/// The camera that shows the points in the part of the picture that no panel covers, with a margin; never
/// closer than `closest`. The caller sees to it that there is a point.
[[nodiscard]] geo::Camera framed(const std::vector<geo::LonLat>& points, const View&, double closest);

/// Whether the camera shows the points well inside the free part.
[[nodiscard]] bool showsWell(const geo::Camera&, const std::vector<geo::LonLat>& points, const View&);

}  // namespace retrace::scene
