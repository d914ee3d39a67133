#pragma once

#include "geo/place.hpp"

#include <string>

namespace retrace::model {

/// A plausible upper speed on the ground, m/s, of what the words say the movers used ("on foot", "two
/// trucks"; empty: not said). On foot 6 km/h: half as fast again as the 4 km/h that a column on foot keeps on
/// roads by day (US Army FM 21-18, Foot Marches, 1990); ridden or drawn by animals 12; by air 250; anything
/// else 60 km/h, the road speed of the main battle tanks and laden lorries of a column.
[[nodiscard]] double plausibleSpeed_m_s(const std::string& means);

/// The space-time prism between two anchors (Hägerstrand 1970; Miller 1991): one left at a time, within its
/// radius, the other reached at a later time.
struct Prism {
    geo::Whereabouts left, reached;
    double seconds = 0;  // from the one to the other
    double speed_m_s = 0;
};

/// How far, in metres, from the drawn point `at` the mover may be, `gone` seconds after it left: the farthest
/// point of what is both within speed * gone of the first anchor and within speed * (seconds - gone) of the
/// second, each widened by its anchor's radius. Never less than the radii between which it goes over, so at
/// the anchors it is their radius; where nothing is in reach of both, only that. Computed in the plane
/// (azimuthal equidistant about `at`).
[[nodiscard]] double reach_m(const Prism&, const geo::LonLat& at, double gone);

}  // namespace retrace::model
