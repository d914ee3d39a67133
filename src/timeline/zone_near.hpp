#pragma once

#include "geo/lon_lat.hpp"

#include <string>

namespace retrace::timeline {

/// The IANA zone whose principal town lies nearest, preferring zones of the country (ISO 3166-1 alpha-2,
/// empty: any), by the system's zone.tab. "UTC" where the system has no such table.
[[nodiscard]] std::string zoneNear(const geo::LonLat&, const std::string& country);

}  // namespace retrace::timeline
