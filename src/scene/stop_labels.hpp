#pragma once

#include "scene/metrics.hpp"

namespace retrace::scene {

/// Names and hours of the stops. Their places are chosen for the whole itinerary at once, so that nothing
/// jumps while it plays; names of the ground that would lie below them leave `scene.ground`, whatever the
/// time.
void addStopLabels(Scene&, const model::Reconstruction&, model::StoryTime, const View&, const typeset::Fonts&,
                   Occupied&);

}  // namespace retrace::scene
