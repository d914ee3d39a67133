#pragma once

#include "scene/metrics.hpp"

namespace retrace::scene {

/// Signs of the narrators' words about control that no tint can show: arrows of attacks whose direction is told, roads
/// that were cut, towns that were encircled. Only beside a front that is theirs. An arrow fades within half a day.
void addControlSigns(Scene&, const model::Reconstruction&, model::StoryTime, const View&, const typeset::Fonts&);

/// Their boxes, pixels: the names of the story keep away from them.
[[nodiscard]] std::vector<Rect> controlSignRects(const model::Reconstruction&, model::StoryTime, const View&);

}  // namespace retrace::scene
