#pragma once

#include "scene/metrics.hpp"

namespace retrace::scene {

/// Settlements whose change of hands is stated or recorded up to now, dated: other sources' filled, the
/// narrator's outlined, "could not take it" hollow and grey.
void addSideMarks(Scene&, const model::Reconstruction&, model::StoryTime, const View&, const typeset::Fonts&,
                  Occupied&);

}  // namespace retrace::scene
