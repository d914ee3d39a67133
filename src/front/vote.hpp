#pragma once

#include "front/field.hpp"

namespace retrace::front {

/// Kernel vote: each side's share of the weights, drawn to equal shares by the weight of knowing nothing.
[[nodiscard]] inline Control settle(std::vector<double> votes, double weight, const Settings& settings) {
    const double all = weight + settings.prior;
    for (double& v : votes) v = (v + settings.prior / static_cast<double>(votes.size())) / all;
    return {std::move(votes), supportOf(weight)};
}

}  // namespace retrace::front
