#pragma once

#include <cstddef>
#include <vector>

namespace retrace::reconstruct {

/// What one choice says about another: a cost for every pair of their states, `a` by rows.
struct PairCost {
    std::size_t a = 0, b = 0;  // variables
    std::vector<double> cost;
};

/// How much each state of each variable is to be believed, 0..1, each variable's adding up to 1: loopy belief
/// propagation over costs, which are negative logarithms of odds (Pearl, "Probabilistic Reasoning in
/// Intelligent Systems", 1988; Yedidia, Freeman and Weiss, "Understanding belief propagation", 2003). On a
/// chain or a tree the beliefs are exact. Messages are damped; the same costs give the same beliefs.
[[nodiscard]] std::vector<std::vector<double>> beliefsOf(const std::vector<std::vector<double>>& costs,
                                                         const std::vector<PairCost>& pairs);

}  // namespace retrace::reconstruct
