#pragma once

#include "front/field.hpp"

#include <string>
#include <vector>

namespace retrace::app {

/// A part of a front as lines or polygons, in longitude and latitude.
struct FrontShape {
    enum class Kind { area, line, band, unstated } kind = Kind::area;
    std::size_t side = 0, other = 0;  // of an area; of a line and its band both
    double low = 0, high = 1;         // of an area: the side's probability lies between
    std::vector<std::vector<geo::LonLat>> paths;  // a polygon: its outer ring, then its holes
};

/// The front at a time as shapes, over all that the claims speak of; none without claims. A line is drawn only
/// where enough is stated (front::statedSupport).
[[nodiscard]] std::vector<FrontShape> shapesOf(const front::Field&, double t);
[[nodiscard]] std::string nameOf(FrontShape::Kind);  // "area", "line", "band", "unstated"

}  // namespace retrace::app
