#pragma once

#include "evaluate/front_polygons.hpp"

namespace retrace::evaluate {

/// Four dates, thirty days apart, of a square that grows to the east, settlements of one country in it and
/// around.
inline PolygonGround growing() {
    std::vector<DatedArea> areas;
    for (int k = 0; k < 4; ++k) {
        const double east = 20.5 + 0.1 * k;
        areas.push_back(
            {k * 30 * 86400.0, std::to_string(k), {{{20, 40}, {east, 40}, {east, 41}, {20, 41}}}});
    }
    std::vector<geo::Place> places;
    for (int r = 0; r < 8; ++r)
        for (int c = 0; c < 10; ++c)
            places.push_back({.where = {{20.02 + 0.15 * c, 40.03 + 0.12 * r}, 500}, .country = "XX"});
    return polygonGround(areas, places);
}

}  // namespace retrace::evaluate
