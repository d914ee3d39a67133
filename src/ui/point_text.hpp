#pragma once

#include "geo/lon_lat.hpp"

#include <optional>
#include <string_view>

namespace retrace::ui {

/// A position as people write it: "36.2 37.1" and "36.2, 37.1" (latitude first, as on maps), letters in any
/// order ("37.1 E 36.2 N", "N36.2 E37.1"), degrees with minutes and seconds ("36°12'30\" N 37°6' E",
/// "36 12.5 N 37 6.25 E"), UTM ("37S 295726 3890015"), MGRS of 1 km or finer ("37S BU 9572 9001").
/// Nothing where it is none or out of range.
[[nodiscard]] std::optional<geo::LonLat> parsePoint(std::string_view utf8);

}  // namespace retrace::ui
