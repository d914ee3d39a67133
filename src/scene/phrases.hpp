#pragma once

#include "model/reconstruction.hpp"

#include <string>

namespace retrace::scene {

/// What an event says, without who says it: "they withdrew from A to B by way of C". No full stop.
[[nodiscard]] std::string deedPhrase(const model::Reconstruction&, const model::Event&);
/// "the order was to go to A": not that anyone went.
[[nodiscard]] std::string orderPhrase(const model::Reconstruction&, const model::Event&);
/// "it was feared that ... might ...": not that it happened.
[[nodiscard]] std::string fearPhrase(const model::Reconstruction&, const model::Event&);
/// "the attackers did not take A".
[[nodiscard]] std::string denialPhrase(const model::Reconstruction&, const model::Event&);

/// The actor as a reader who is not the narrator calls it: "we" becomes "they".
[[nodiscard]] std::string actorWords(const std::string& actor);

}  // namespace retrace::scene
