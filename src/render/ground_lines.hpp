#pragma once

#include "render/ground_index.hpp"
#include "render/line_batch.hpp"
#include "scene/scene.hpp"

namespace retrace::render {

/// Adds the lines of the ground that the view shows, lowest layer first: graticule, provinces, rivers,
/// shores, coast, roads, borders, the user's own.
void addGroundLines(LineBatch&, GroundIndex&, const scene::GroundView&);

/// How strongly a river is drawn: 1 while its vertices lie at most 40 pixels apart, 0 from 96 on, where the
/// simplified line may err by some 12 pixels.
[[nodiscard]] double riverStrength(double pixelsPerVertex);

/// The colour of bare paper.
[[nodiscard]] scene::Color groundPaper(scene::ThemeName);

}  // namespace retrace::render
