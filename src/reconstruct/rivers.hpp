#pragma once

#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// A river is gone to, crossed or left somewhere along it: as the goal or the start of a movement it becomes
/// a place gone by. Nobody stops in its middle. A name is a river where the gazetteer or the sentence says
/// so, or where no gazetteer knows it and the words tell of crossing it ("we crossed the Marne"). `groupOf`:
/// one a mention, the same for mentions of one name.
void goByRivers(const Words&, const std::vector<model::PlaceMention>&,
                const std::vector<std::size_t>& groupOf, std::vector<model::Event>&);

/// By the gazetteer or the sentence alone.
[[nodiscard]] bool isRiver(const model::PlaceMention&);

}  // namespace retrace::reconstruct
