#pragma once

#include "evaluate/scores.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::evaluate {

/// A figure that an aim can be set for.
struct AimKind {
    std::string name;  // "f1"; its option is --aim-f1
    std::string help;
    bool atMost = false;  // good when small
};
/// All of them, in the order of the report. They are about literal mentions.
[[nodiscard]] const std::vector<AimKind>& aimKinds();

/// What somebody wants a figure to reach.
struct Aim {
    std::string name;
    double wanted = 0;
    std::optional<double> got;  // nothing where there was nothing to measure
    bool met = false;
};
/// Whether the figure reaches it; one that could not be measured does not. Throws Error for an unknown name.
[[nodiscard]] Aim aimOf(const std::string& name, double wanted, const Scores&);

}  // namespace retrace::evaluate
