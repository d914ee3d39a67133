#pragma once

#include "reconstruct/words.hpp"

#include <span>
#include <string>

namespace retrace::reconstruct {

/// Who holds a place after it was taken, as the words quoted say it, in small letters.
///
/// "fell to the militia", "was taken by the militia", "fell into the militia's hands": the militia. Empty
/// where the words name nobody ("the town fell"). `actor` is who acts: the holder where it takes the place
/// itself ("the militia took the town").
[[nodiscard]] std::string holderAfter(const Words&, const text::Quote&, const std::string& actor);

/// Whether the place named behind these words is what is handed over ("the town of", "the army handed"), and
/// not where something else is ("our post in").
[[nodiscard]] bool isHandedOver(std::span<const text::Word> before);

}  // namespace retrace::reconstruct
