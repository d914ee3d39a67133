#pragma once

#include <string>

namespace retrace::reconstruct {

/// Who holds a place after it was taken, as the words of the statement say it, in small letters.
///
/// "fell to the militia", "was taken by the militia", "fell into the militia's hands": the militia. Empty
/// where the words name nobody ("the town fell"). `actor` is who acts: the holder where it takes the place
/// itself ("the militia took the town").
[[nodiscard]] std::string holderAfter(const std::string& words, const std::string& actor);

/// Whether the place named behind these words is what is handed over ("the town of", "the army handed"), and
/// not where something else is ("our post in").
[[nodiscard]] bool isHandedOver(const std::string& wordsBefore);

}  // namespace retrace::reconstruct
