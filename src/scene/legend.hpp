#pragma once

#include "scene/furniture.hpp"

namespace retrace::scene {

/// Room for all samples, pixels: the same whatever a picture shows, so that names keep away from it
/// before one is known.
[[nodiscard]] geo::ScreenPoint legendSize(const View&, const typeset::Fonts&);

/// Samples of what the marks to be seen in the scene mean, and of no others, in one box; nothing where there
/// is no room or nothing to explain.
void addLegend(Scene&, const View&, const typeset::Fonts&);

}  // namespace retrace::scene
