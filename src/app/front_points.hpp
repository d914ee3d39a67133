#pragma once

#include "geo/lon_lat.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::app {

/// The points of a CSV with the columns lon and lat, WGS 84 degrees, in any order among others; spaces around
/// a cell do not count. Throws Error naming file and line.
[[nodiscard]] std::vector<geo::LonLat> pointsIn(std::string_view csv, const std::string& file);
[[nodiscard]] std::vector<geo::LonLat> readPoints(const std::filesystem::path&);

}  // namespace retrace::app
