#pragma once

#include "scene/metrics.hpp"

#include <vector>

namespace retrace::scene {

/// Where what is told has to stay: about the middle 70 % of the part that no panel covers, below the clock
/// and the title, above the caption strip, with room beside it for names.
[[nodiscard]] Rect safeFrame(const View&);

/// The camera that shows the points in the safe frame and clear of the legend; never closer than `closest`.
/// The caller sees to it that there is a point.
[[nodiscard]] geo::Camera framed(const std::vector<geo::LonLat>& points, const View&, double closest);

/// Whether the camera shows the points in the safe frame and clear of the legend.
[[nodiscard]] bool showsWell(const geo::Camera&, const std::vector<geo::LonLat>& points, const View&);

}  // namespace retrace::scene
