#pragma once

#include "geo/lon_lat.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace retrace::front {

inline constexpr double earthRadius_m = 6371008.8;  // mean, IUGG

/// Haversine of the angle between two points: sin^2 of half of it. The chord is 2 R sqrt(h), which lies
/// within 0.6 % of the geodesic up to 1000 km (the sphere's share of that is 0.56 %).
[[nodiscard]] double haversine(const geo::LonLat& a, const geo::LonLat& b);
[[nodiscard]] double chord_m(const geo::LonLat& a, const geo::LonLat& b);
/// The same meridian from -180 up to, but not, 180.
[[nodiscard]] double wrapped(double lon);
/// The box that holds all points within `reach_m`; its west and east may lie beyond the antimeridian.
[[nodiscard]] geo::Box boxAround(const geo::LonLat&, double reach_m);

/// Numbers of points by square cells of degrees.
class PlaceIndex {
public:
    PlaceIndex() = default;
    PlaceIndex(const std::vector<geo::LonLat>& points, double cell_deg);
    /// Numbers of all points in cells that the box touches, rising; a box may lead over the antimeridian.
    [[nodiscard]] std::vector<std::uint32_t> near(const geo::Box&) const;

private:
    using Entry = std::pair<std::int64_t, std::uint32_t>;  // cell, point
    void addNear(const geo::Box&, std::vector<std::uint32_t>&) const;
    double cell_deg_ = 1;
    std::vector<Entry> entries_;  // sorted
};

}  // namespace retrace::front
