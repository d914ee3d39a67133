#pragma once

#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

struct Options;

/// Statements to events, by order of happening: told order, except that what was told as earlier goes first,
/// and what is dated before what was told already goes where its date belongs, with the rest of its paragraph
/// that has no date. What pull quotes repeat is left out. `order` counts from 1.
[[nodiscard]] std::vector<model::Event> orderEvents(const Words&, const Options&);

/// The events of each who tells, by text and speaker, in their order: what one says after the other orders
/// nothing between them.
[[nodiscard]] std::vector<std::vector<std::size_t>> tellings(const std::vector<model::Event>&);

/// Done by the narrator or the unit: what stands on the narrator's line.
[[nodiscard]] bool isOnLine(const model::Event&);
/// The verb sets out for somewhere: its hour is the hour of departure.
[[nodiscard]] bool setsOut(const std::string& kind);

}  // namespace retrace::reconstruct
