#pragma once

#include <optional>
#include <string>

#include "geo/lon_lat.hpp"

class OGRGeometry;

namespace retrace::gather {

/// A point of the geometry and, of an area or a line, how far it reaches: the radius of a disc as large as
/// the area, half a line's extent; 0 for a point. Coordinates are longitude, latitude on WGS 84. Nothing
/// where it is empty or has coordinates that are no numbers.
[[nodiscard]] std::optional<geo::Whereabouts> whereaboutsOf(const OGRGeometry& geometry);
/// Of well-known text ("Point(36.7 34.7)") or a GeoJSON geometry object.
[[nodiscard]] std::optional<geo::Whereabouts> whereaboutsOfText(const std::string& text);

}  // namespace retrace::gather
