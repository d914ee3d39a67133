#pragma once

#include "model/reconstruction.hpp"
#include "text/language.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::reconstruct {

/// Which side is meant by whom a statement or a record's row names ("the enemy", "gov/allies"); nothing where no
/// side is so called. The whole name goes before its last word, a side named first before a later one.
[[nodiscard]] std::optional<std::size_t> sideCalled(const std::vector<model::Side>&, const std::string& name,
                                                    const text::Language&);

/// Whose "we" it is: the side that is called by the speaker's name, else that of those who tell.
[[nodiscard]] std::optional<std::size_t> ownSide(const std::vector<model::Side>&, const std::string& speaker,
                                                 const text::Language&);

/// A record's words for a place that nobody holds: "none", "withdrawn", "withdrawn/none".
[[nodiscard]] bool isNobody(const std::string& recordedSide);

}  // namespace retrace::reconstruct
