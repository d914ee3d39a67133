#pragma once

#include <cmath>

namespace retrace::front {

/// Wendland's compact, twice smooth kernel (1 - r)^4 (4 r + 1), r = distance / reach (Wendland 1995): 1 on
/// the spot, 0 from the reach on, positive definite in three dimensions.
template <typename Number>
[[nodiscard]] inline Number wendland(Number r) {
    const Number left = r < Number(1) ? Number(1) - r : Number(0);
    const Number squared = left * left;
    return squared * squared * (Number(4) * r + Number(1));
}

}  // namespace retrace::front
