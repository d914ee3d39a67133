#pragma once

#include "ui/style.hpp"

namespace retrace::ui {

/// The row above what stands below the map: the player, what is shown there, what counts, and at the right
/// the last message, the ground under the mouse, or keys.
void transport(const Facts&, const Palette&, PanelState&, Requests&);

/// What stands under that row.
void timelineBody(const Facts&, const Layout&, const Palette&, PanelState&, Requests&);
void itineraryBody(const Facts&, const Palette&, PanelState&, Requests&);
void doubtsBody(const Facts&, const Palette&, PanelState&, Requests&);
void ledgerBody(const Facts&, const Palette&, PanelState&, Requests&);

}  // namespace retrace::ui
