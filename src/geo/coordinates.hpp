#pragma once

#include "geo/lon_lat.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace retrace::geo {

/// "35.1318 N, 36.7578 E"; `digits` after the point.
[[nodiscard]] std::string degreesText(const LonLat&, int digits = 4);
/// "37S 295726 3890015"; empty outside UTM's and UPS's reach.
[[nodiscard]] std::string utmText(const LonLat&);
/// "37S BU 9572 9001" for precision 4 (10 m); precision 0..5.
[[nodiscard]] std::string mgrsText(const LonLat&, int precision = 4);
/// Reads "lon,lat" in degrees (the command line's order); nothing when it is no such pair or out of range.
[[nodiscard]] std::optional<LonLat> parseLonLat(std::string_view);

/// "about 45 km", "600 m": no false digits.
[[nodiscard]] std::string distanceText(double metres);

}  // namespace retrace::geo
