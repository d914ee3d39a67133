#include "front/scales.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::front {
namespace {

constexpr double day_s = 86400, leastReach_m = 50'000, greatestReach_m = 3'000'000;
constexpr std::size_t pairsToSolve = 500'000, leastNeighbours = 48, sampledSites = 64;

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Stated changes, and how long one looked on.
struct Changes {
    double count = 0.5, watched_s = 0;  // half a change in the whole span, before anything is told
};

void addSite(const std::vector<Observation>& own, double span_s, Changes& changes) {
    const auto stated =
        std::ranges::count_if(own, [](const Observation& o) { return o.before && !o.contested; });
    if (stated > 0) {
        changes.count += static_cast<double>(stated);
        changes.watched_s += span_s;
        return;
    }
    for (std::size_t k = 1; k < own.size(); ++k) {
        const Observation &a = own[k - 1], &b = own[k];
        if (a.negated || b.negated || a.contested || b.contested) continue;
        const double byError = a.certainty * (1 - b.certainty) + b.certainty * (1 - a.certainty);
        changes.count += (a.side != b.side ? 1 : 0) - byError;
        changes.watched_s += std::max(0.0, b.earliest - a.latest);
    }
}

}  // namespace

double spanOf(const std::vector<Observation>& observations) {
    double first = INFINITY, last = -INFINITY;
    for (const Observation& o : observations) {
        first = std::min(first, o.earliest);
        last = std::max(last, o.latest);
    }
    return std::max(3 * day_s, last - first);
}

double memoryOf(const std::vector<Observation>& observations, const std::vector<Site>& sites,
                const Settings& settings) {
    if (settings.memory_s) return *settings.memory_s;
    const double span_s = spanOf(observations);
    Changes changes{.watched_s = span_s};
    for (const Site& site : sites) {
        std::vector<Observation> own;
        for (const std::size_t o : site.observations) own.push_back(observations[o]);
        std::ranges::stable_sort(own, {}, &Observation::earliest);
        addSite(own, span_s, changes);
    }
    const double between_s = changes.watched_s / std::max(changes.count, 0.05);
    return std::clamp(settings.memoryChanges * between_s, 0.2 * span_s, 10 * span_s);
}

double reachOf(const std::vector<Site>& sites, const Settings& settings) {
    if (settings.reach_m) return *settings.reach_m;
    if (sites.empty()) return leastReach_m;
    std::vector<double> lons, lats, spread, crowded;
    for (const Site& s : sites) {
        lons.push_back(std::remainder(s.at.lon - sites.front().at.lon, 360));  // over the antimeridian too
        lats.push_back(s.at.lat);
    }
    const geo::LonLat middle{sites.front().at.lon + median(lons), median(lats)};
    for (const Site& s : sites) spread.push_back(chord_m(middle, s.at));
    const double reach_m = std::clamp(settings.reachSpread * median(spread), leastReach_m, greatestReach_m);
    const std::size_t neighbours = std::max(leastNeighbours, pairsToSolve / sites.size());
    if (neighbours >= sites.size()) return reach_m;
    for (std::size_t k = 0; k < sampledSites; ++k) {
        std::vector<double> distances;
        for (const Site& s : sites)
            distances.push_back(chord_m(sites[k * sites.size() / sampledSites].at, s.at));
        const auto last = distances.begin() + static_cast<std::ptrdiff_t>(neighbours);
        std::nth_element(distances.begin(), last, distances.end());
        crowded.push_back(*last);
    }
    return std::min(reach_m, median(crowded));
}

}  // namespace retrace::front
