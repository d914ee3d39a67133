#pragma once

#include "ui/panels.hpp"
#include "ui/style.hpp"

namespace retrace::ui {

// How the inspector shows and takes decisions.

/// "stands for Dar al-Kabira (gn:170654), wherever it is named", "no place", "between ... and ...".
[[nodiscard]] std::string decisionWords(const model::Decision&, const model::Reconstruction&);

/// The decision on the time (or else the place) of these words, with its reason and the button that drops
/// it; nothing where none is taken.
void decisionCard(const Facts&, const Palette&, const text::Quote&, bool onTime, Requests&);
/// Every decision of the document, for what is not seen in the testimony any more.
void decisionList(const Facts&, const Palette&, Requests&);

/// Fields for why, and how surely, the next decision on a place is taken.
void groundsFields(const Facts&, const Palette&, PanelState&);
/// A point on the map for a name: by a click, or by its position in letters.
void pointFields(const Facts&, const Palette&, const model::PlaceMention&, PanelState&, Requests&);
/// The button that opens the fields of an event's time, and the fields.
void timeFields(const Facts&, const Palette&, const model::Event&, PanelState&, Requests&);

}  // namespace retrace::ui
