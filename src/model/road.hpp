#pragma once

#include "geo/lon_lat.hpp"

#include <string>
#include <vector>

namespace retrace::model {

/// A main road as the map draws it, by hand through its towns: no survey. Roads meet where they share a
/// vertex.
struct Road {
    std::string name;                 // "M5", as the ground writes it; " (schematic)" behind it is left out
    std::vector<geo::LonLat> course;  // two points or more
    bool operator==(const Road&) const = default;
};

}  // namespace retrace::model
