#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace retrace::evaluate {

/// Half-open stretch of code points.
struct Stretch {
    std::size_t begin = 0, end = 0;
};

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;  // (of the first, of the second)

/// One-to-one, the largest overlaps first, ties in order. `half`: an overlap counts only where it is at least
/// half of the shorter.
[[nodiscard]] Pairs matchStretches(const std::vector<Stretch>&, const std::vector<Stretch>&, bool half);

/// Fewest insertions, deletions and substitutions that make one sequence the other (Levenshtein 1966).
[[nodiscard]] std::size_t editDistance(std::size_t first, std::size_t second,
                                       const std::function<bool(std::size_t, std::size_t)>& same);

/// Kendall's tau-a of the pairs' second order against their first; pairs that are equal in either rank count
/// for nothing. Nothing for fewer than two pairs that differ in both.
[[nodiscard]] std::optional<double> kendallTau(const std::vector<std::pair<int, int>>& ranks);

}  // namespace retrace::evaluate
