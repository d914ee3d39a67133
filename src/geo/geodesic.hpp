#pragma once

#include "geo/lon_lat.hpp"

#include <vector>

namespace retrace::geo {

/// Geodesic distance on WGS 84 in metres (Karney 2013, through GeographicLib).
[[nodiscard]] double distance_m(const LonLat& a, const LonLat& b);

/// Azimuth at `a` towards `b`, degrees clockwise from north, 0..360. Equal points give 0.
[[nodiscard]] double azimuth_deg(const LonLat& a, const LonLat& b);

/// The point `distance_m` metres from `start` in direction `azimuth_deg`.
[[nodiscard]] LonLat destination(const LonLat& start, double azimuth_deg, double distance_m);

/// The point at `fraction` (clamped to 0..1) of the geodesic from `a` to `b`.
[[nodiscard]] LonLat between(const LonLat& a, const LonLat& b, double fraction);

/// Length of a path in metres; 0 for fewer than two points.
[[nodiscard]] double length_m(const std::vector<LonLat>& path);

/// The point at `fraction` (clamped) of the path's length. An empty path gives {0, 0}.
[[nodiscard]] LonLat along(const std::vector<LonLat>& path, double fraction);

/// The path from its start up to `fraction` of its length, the cut point included.
[[nodiscard]] std::vector<LonLat> pathUpTo(const std::vector<LonLat>& path, double fraction);

/// The smallest box around the points; an empty list gives an all-zero box.
[[nodiscard]] Box boundsOf(const std::vector<LonLat>& points);

}  // namespace retrace::geo
