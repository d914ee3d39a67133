#include "front/field.hpp"

#include "front/kernel.hpp"
#include "front/sites.hpp"
#include "front/vote.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::front {
namespace {

constexpr double day_s = 86400, metresPerDegree = 111'195;

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

double memoryOf(const std::vector<Observation>& observations, const Settings& settings) {
    if (settings.memory_s) return *settings.memory_s;
    double first = INFINITY, last = -INFINITY;
    for (const Observation& o : observations) {
        first = std::min(first, o.earliest);
        last = std::max(last, o.latest);
    }
    return std::max(3 * day_s, last - first);
}

}  // namespace

Field fieldOf(std::vector<Observation> observations, std::size_t sides, const Settings& settings) {
    if (sides < 2) throw Error("a front needs two sides or more; name them");
    for (const Observation& o : observations) check(o, sides);
    Field field{.observations = std::move(observations),
                .sides = sides,
                .settings = settings,
                .memory_s = 0,
                .sites = {},
                .index = {}};
    field.memory_s = memoryOf(field.observations, settings);
    field.sites = sitesOf(field.observations, sides, field.memory_s, settings);
    std::vector<geo::LonLat> points;
    for (const Site& site : field.sites) {
        points.push_back(site.at);
        field.greatestReach_m = std::max(field.greatestReach_m, site.reach_m);
    }
    field.index = PlaceIndex(points, field.greatestReach_m / 4 / metresPerDegree);
    return field;
}

Control controlAt(const Field& field, const geo::LonLat& p, double t) {
    std::vector<double> votes(field.sides);
    double weight = 0;
    for (const std::uint32_t i : field.index.near(boxAround(p, field.greatestReach_m))) {
        const Site& site = field.sites[i];
        const double near = wendland(chord_m(p, site.at) / site.reach_m);
        if (near <= 0) continue;
        const double w = near * freshness(site.history, t, field.memory_s);
        addControl(site.history, field.sides, t, w, votes.data());
        weight += w;
    }
    return settle(std::move(votes), weight, field.settings);
}

std::vector<ClaimShare> decidingAt(const Field& field, const geo::LonLat& p, double t) {
    std::vector<ClaimShare> shares;
    double sum = 0;
    for (const std::uint32_t i : field.index.near(boxAround(p, field.greatestReach_m))) {
        const Site& site = field.sites[i];
        const double near = wendland(chord_m(p, site.at) / site.reach_m);
        if (near <= 0) continue;
        const double w = near * freshness(site.history, t, field.memory_s);
        std::vector<double> own;
        double all = 0;
        for (const std::size_t o : site.observations) {
            own.push_back(freshness(field.observations[o], t, field.memory_s));
            all += own.back();
        }
        if (all <= 0) continue;
        for (std::size_t k = 0; k < own.size(); ++k) {
            const Observation& o = field.observations[site.observations[k]];
            const bool until = o.before && t < (o.earliest + o.latest) / 2;
            shares.push_back({o.claim, until ? *o.before : o.side, w * own[k] / all});
            sum += shares.back().weight;
        }
    }
    for (ClaimShare& s : shares) s.weight /= sum;
    std::erase_if(shares, [](const ClaimShare& s) { return !(s.weight > 1e-6); });
    std::ranges::stable_sort(shares, std::ranges::greater(), &ClaimShare::weight);
    return shares;
}

}  // namespace retrace::front
