#pragma once

#include "scene/scene.hpp"

#include <vector>

namespace retrace::scene {

/// Degrees between the lines at a zoom: round, some 100 to 250 pixels apart.
[[nodiscard]] double graticuleStep(double zoom);

/// Where the lines meet the lower and left edge of the free part: "36° E", "34.5° N".
[[nodiscard]] std::vector<Label> graticuleLabels(const View&, const typeset::Fonts&);

}  // namespace retrace::scene
