#pragma once

#include "ui/style.hpp"
#include "ui/timeline_bars.hpp"

namespace retrace::ui {

/// Draws one bar: solid where both bounds are known, fading out where one is open, a tick at the instant that
/// the replay shows, an outline only for what was not done, caps in blue or green where an analyst or a record
/// has set its time.
void drawBar(ImDrawList&, const Facts&, const Bar&, ImVec2 at, float height, const Palette&, bool chosen,
             bool hovered);
/// Vermilion the narrator's own, paler his unit's without him, sky blue others', grey what was not done.
[[nodiscard]] ImU32 barColor(const model::Event&, const Palette&);

}  // namespace retrace::ui
