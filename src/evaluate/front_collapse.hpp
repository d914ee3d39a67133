#pragma once

#include "evaluate/front_scores.hpp"

#include <cstdint>

namespace retrace::evaluate {

/// A made-up collapse of ten days with known truth. Side 1 holds the north-west and breaks out along an axis,
/// ever faster; where it comes late (pockets passed by), where it is thrown back for a day or two, and what
/// it never takes is drawn by chance. Of settlements some are told of: changes within a span of hours, states
/// seen; in the wrong place by some kilometres, one in ten wrong.
struct Collapse {
    ScoredGround ground;
    ScoredRun run;
    std::vector<front::Observation> observations;
};
[[nodiscard]] Collapse collapseOf(std::uint64_t seed);
inline constexpr std::size_t collapseSides = 2;

}  // namespace retrace::evaluate
