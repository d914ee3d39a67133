#pragma once

#include "ui/style.hpp"

namespace retrace::ui {

/// The card above the timeline: the words, who says it, its time, and for both bounds the chain of reasons with
/// whose each step is.
void eventCard(const Facts&, const Layout&, const Palette&, std::size_t event);
/// The colour of a step: muted for the words, blue for the analyst, green for the record.
[[nodiscard]] ImU32 colorOf(timeline::Origin, const Palette&);
/// "No earlier than 5 Dec 2024, 06:00", "No later than ...".
[[nodiscard]] std::string boundWords(const model::When&, bool latest, const std::string& zone);

}  // namespace retrace::ui
