#pragma once

#include "geo/lon_lat.hpp"

#include <optional>
#include <string_view>

namespace retrace::geo {

/// Reads "37S 295726 3890015": zone, letter, easting and northing in metres (also "37S 295726mE 3890015mN",
/// "Z 2000000 2111000" at the poles). The letter is the latitude band; N and S that do not fit as a band mean
/// the hemisphere. The radius is half a metre. Nothing where it is none.
[[nodiscard]] std::optional<Whereabouts> parseUtm(std::string_view);

/// Reads "37S BU 9572 9001" in either case, with and without spaces, 0 to 5 digits an axis: the middle of the
/// square, the radius reaches its corners. Nothing where it is none.
[[nodiscard]] std::optional<Whereabouts> parseMgrs(std::string_view);

}  // namespace retrace::geo
