#pragma once

#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// Statements to events, by order of happening: told order, except that what was told as earlier goes
/// first. What pull quotes repeat is left out. `order` counts from 1.
[[nodiscard]] std::vector<model::Event> orderEvents(const Words&);

/// Done by the narrator or the unit: what stands on the narrator's line.
[[nodiscard]] bool isOnLine(const model::Event&);
/// The verb sets out for somewhere: its hour is the hour of departure.
[[nodiscard]] bool setsOut(const std::string& kind);

}  // namespace retrace::reconstruct
