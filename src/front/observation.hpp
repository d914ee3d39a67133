#pragma once

#include "geo/lon_lat.hpp"

#include <cstddef>
#include <optional>

namespace retrace::front {

/// What one claim says of who held a place. Sides are numbered from 0; times are Unix seconds.
/// A state seen (`before` missing): `side` held it from `earliest` to `latest`. A change: until `earliest`
/// `before` held it, from `latest` on `side`, and between them it came.
struct Observation {
    geo::LonLat at;
    double radius_m = 1000;  // how far from there it may be true
    double earliest = 0, latest = 0;
    std::size_t side = 0;
    std::optional<std::size_t> before;
    double certainty = 1;   // 0..1, that it is true
    std::size_t claim = 0;  // the number by which the caller knows it
    bool negated = false;   // it is denied: `side` did not hold or take it, whoever did
    bool contested =
        false;  // neither has it alone: `side` and `before` (missing: any other) both fight for it
};

}  // namespace retrace::front
