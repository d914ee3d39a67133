#pragma once

#include <algorithm>
#include <cmath>

namespace retrace::front {

/// Wendland's compact kernels, r = distance / reach: 1 on the spot, 0 from the reach on, positive definite in
/// three dimensions (Wendland 1995). (1 - r)^2 is rough like a front: near places count far more than those
/// behind them.
template <typename Number>
[[nodiscard]] inline Number ground(Number r) {
    const Number left = r < Number(1) ? Number(1) - r : Number(0);
    return left * left;
}
/// (1 - r)^4 (4 r + 1), twice smooth.
template <typename Number>
[[nodiscard]] inline Number smooth(Number r) {
    const Number left = r < Number(1) ? Number(1) - r : Number(0);
    const Number squared = left * left;
    return squared * squared * (Number(4) * r + Number(1));
}

/// The support of so much fresh weight near: one certain claim on the spot gives 0.86.
template <typename Number>
[[nodiscard]] inline Number supportOf(Number weight) {
    return Number(1) - std::exp(Number(-2) * weight);
}

/// Variance of a site's label: that of a fresh one, more the older it is.
[[nodiscard]] inline float noiseOf(float fresh, double ofFresh) {
    constexpr double leastFresh = 1e-6;
    return static_cast<float>(ofFresh / std::max(static_cast<double>(fresh), leastFresh));
}

}  // namespace retrace::front
