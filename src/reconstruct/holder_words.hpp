#pragma once

#include <string>

namespace retrace::reconstruct {

/// Who has a place after a change of hands, as the words of the statement say it, in small letters.
///
/// "handed the town over to the militia", "fell to the militia", "was taken by the militia": the militia.
/// Empty where the words name nobody ("the army handed over the town", "the town fell"). `actor` is who acts:
/// the holder where it takes the place itself ("the militia took the town"). `kind`: "capture" or
/// "hand-over".
[[nodiscard]] std::string holderAfter(const std::string& kind, const std::string& words,
                                      const std::string& actor);

/// Whether the place named behind these words is what is handed over ("the town of", "the army handed"), and
/// not where something else is ("our post in").
[[nodiscard]] bool isHandedOver(const std::string& wordsBefore);

}  // namespace retrace::reconstruct
