#pragma once

#include "evaluate/front_scores.hpp"
#include "geo/place.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::evaluate {

using Ring = std::vector<geo::LonLat>;
/// All that one side holds on a day: its rings, holes too; a point is inside by the even-odd rule.
struct DatedArea {
    double t = 0;  // Unix seconds, noon UTC of the day
    std::string name;
    std::vector<Ring> rings;
};
/// Reads GeoJSON polygons and multipolygons in WGS 84; the file is named by its day, YYYYMMDD. Throws Error.
[[nodiscard]] DatedArea datedAreaOf(std::string_view json, const std::string& file);
[[nodiscard]] bool inside(const DatedArea&, const geo::LonLat&);
[[nodiscard]] geo::Box boundsOf(const std::vector<DatedArea>&);

/// The ground between the dated areas that is scored: within 60 km of anything that ever changes hands, in
/// the country in which most of that lies (by the nearest settlement).
struct PolygonGround {
    ScoredGround ground;
    std::vector<double> dates;
    std::vector<TruthRow> truth;                       // a date
    std::vector<geo::Place> settlements;               // within the ground
    std::vector<std::vector<char>> held;               // a date, a settlement: 1 inside
    std::vector<std::vector<double>> lineDistance_km;  // a date, a settlement
};
[[nodiscard]] PolygonGround polygonGround(const std::vector<DatedArea>&,
                                          const std::vector<geo::Place>& settlements, double cell_km = 5);

/// How observations are drawn from it.
struct Sampling {
    std::size_t count = 100;
    double place_km = 2, date_days = 1;
    double wrong = 0.1, missing = 0.3;
};
/// States of settlements on dates up to `last`, those near the line likelier: exp(-distance / 30 km).
[[nodiscard]] std::vector<front::Observation> drawn(const PolygonGround&, std::size_t last, const Sampling&,
                                                    std::uint64_t seed);
/// What is scored of them: the date `last`, the middles between dates where both agree, changes since the
/// first date, the dates of changes.
[[nodiscard]] ScoredRun runOf(const PolygonGround&, std::size_t last);

}  // namespace retrace::evaluate
