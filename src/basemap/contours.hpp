#pragma once

#include "geo/lon_lat.hpp"

#include <vector>

namespace retrace::basemap {

/// Numbers on a regular grid in Web Mercator (geo::WorldPoint): column c, row r at x = west + c * step,
/// y = north + r * step. Not a number: nothing known there.
struct NumberGrid {
    double west = 0, north = 0, step = 0;
    int cols = 0, rows = 0;
    std::vector<float> values;  // rows * cols
};

/// Lines of one level; none where the grid is smaller than two by two. GDAL's marching squares.
[[nodiscard]] std::vector<std::vector<geo::LonLat>> contourLines(const NumberGrid&, double level);
/// Polygons of what lies from `low` to `high`, each its outer ring and its holes.
[[nodiscard]] std::vector<std::vector<std::vector<geo::LonLat>>> contourAreas(const NumberGrid&, double low,
                                                                              double high);

}  // namespace retrace::basemap
