#pragma once

#include "model/reconstruction.hpp"

#include <string>
#include <vector>

namespace retrace::ui {

/// One step of why a time is bounded as it is, and whose it is.
struct Reason {
    std::string words;
    timeline::Origin origin = timeline::Origin::words;
    bool operator==(const Reason&) const = default;
};

/// The chain behind one bound of an event's time.
struct BoundReasons {
    enum class Which { earliest, latest, neither } which = Which::neither;
    std::vector<Reason> steps;  // those that narrow it, nearest first as the solver tells them
};

/// The derivation of a time taken apart again. A step that both bounds rest on is told at the first only.
[[nodiscard]] std::vector<BoundReasons> reasonsOf(const model::When&);
/// "the words", "the analyst", "the record".
[[nodiscard]] std::string originWords(timeline::Origin);

}  // namespace retrace::ui
