#pragma once

#include "front/place_index.hpp"

#include <cstdint>
#include <vector>

namespace retrace::front {

/// The kernel between all pairs of points. Up to a thousand points it is a full matrix, beyond that each
/// row holds its neighbours within the reach only.
class Correlation {
public:
    Correlation() = default;
    Correlation(const std::vector<geo::LonLat>& points, const PlaceIndex& index, double reach_m);

    [[nodiscard]] bool full() const { return full_; }
    /// K x over the points `among` (rising; all of them where it is full), one number each.
    [[nodiscard]] std::vector<float> times(const std::vector<float>& x,
                                           const std::vector<std::uint32_t>& among) const;

private:
    bool full_ = true;
    std::size_t size_ = 0;
    std::vector<float> values_;          // full: size * size; else those of the neighbours
    std::vector<std::size_t> begin_;     // not full: a row's first value
    std::vector<std::uint32_t> column_;  // not full: a value's point
};

/// Solves (K + diag(noise)) x = right over the points `among` by conjugate gradients with the diagonal as
/// preconditioner (Golub and Van Loan 2013, 11.5), to 1e-4 of the right side.
[[nodiscard]] std::vector<float> solve(const Correlation&, const std::vector<float>& noise,
                                       const std::vector<float>& right,
                                       const std::vector<std::uint32_t>& among);

}  // namespace retrace::front
