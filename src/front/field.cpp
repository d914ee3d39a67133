#include "front/field.hpp"

#include "front/scales.hpp"
#include "front/sites.hpp"
#include "front/steepness.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace retrace::front {
namespace {

constexpr double metresPerDegree = 111'195;

void require(bool right, const Observation& o, const char* what) {
    if (!right) throw Error("claim " + std::to_string(o.claim) + " of the front: " + what);
}

void check(const Observation& o, std::size_t sides) {
    require(std::isfinite(o.at.lon) && std::isfinite(o.at.lat) && std::abs(o.at.lat) <= 90, o,
            "its position is none; give longitude and latitude in degrees");
    require(std::isfinite(o.earliest) && std::isfinite(o.latest) && o.earliest <= o.latest, o,
            "its span is none; give earliest and latest, in this order");
    require(o.side < sides && (!o.before || *o.before < sides), o, "its side is not among the sides");
    require(o.radius_m >= 0 && std::isfinite(o.radius_m), o, "its radius is none; give metres from 0");
    require(o.certainty >= 0 && o.certainty <= 1, o, "its certainty is none; give 0 to 1");
}

}  // namespace

Field fieldOf(std::vector<Observation> observations, std::size_t sides, const Settings& settings) {
    if (sides < 2) throw Error("a front needs two sides or more; name them");
    for (Observation& o : observations) {
        check(o, sides);
        o.at.lon = wrapped(o.at.lon);
    }
    // The order of telling says nothing: whatever it is, the same field comes out.
    std::ranges::sort(observations, {}, [](const Observation& o) {
        return std::tuple(o.at.lat, o.at.lon, o.earliest, o.latest, o.side, o.before, o.negated, o.contested,
                          o.certainty, o.radius_m, o.claim);
    });
    Field field{.observations = std::move(observations), .sides = sides, .settings = settings};
    if (field.observations.empty()) return field;
    field.sites = sitesOf(field.observations, settings);
    field.memory_s = memoryOf(field.observations, field.sites, settings);
    const double span_s = spanOf(field.observations);
    for (Site& site : field.sites) {
        std::vector<Observation> own;
        for (const std::size_t o : site.observations) own.push_back(field.observations[o]);
        site.history = historyOf(own, sides, span_s, field.memory_s);
        field.greatestSupport_m = std::max(field.greatestSupport_m, site.support_m);
    }
    field.reach_m = reachOf(field.sites, settings);
    std::vector<geo::LonLat> points;
    for (const Site& site : field.sites) points.push_back(site.at);
    field.index = PlaceIndex(points, std::min(field.reach_m, field.greatestSupport_m) / 4 / metresPerDegree);
    field.correlation = Correlation(points, field.index, field.reach_m);
    field.steepness = steepnessOf(field);
    return field;
}

}  // namespace retrace::front
