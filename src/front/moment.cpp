#include "front/field.hpp"

#include "front/kernel.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace retrace::front {
namespace {

/// The sites that may matter within the box: those whose kernel reaches it, and those that touch these.
std::vector<std::uint32_t> sitesFor(const Field& field, const std::optional<geo::Box>& view) {
    std::vector<std::uint32_t> all(field.sites.size());
    std::iota(all.begin(), all.end(), 0u);
    if (!view || field.correlation.full()) return all;
    const double reach_m = std::max(2 * field.reach_m, field.greatestSupport_m);
    const double far = std::abs(view->south) > std::abs(view->north) ? view->south : view->north;
    const geo::Box around = boxAround({0, far}, reach_m);
    return field.index.near({view->west + around.west, view->south - (far - around.south),
                             view->east + around.east, view->north + (around.north - far)});
}

}  // namespace

Moment momentOf(const Field& field, double t, const std::optional<geo::Box>& view) {
    Moment moment{.t = t, .sites = sitesFor(field, view), .weights = {}, .fresh = {}};
    const std::size_t n = moment.sites.size(), scores = field.sides - 1;
    std::vector<std::vector<float>> labels(scores, std::vector<float>(n));
    std::vector<float> noise(n);
    std::vector<double> p(field.sides);
    for (std::size_t i = 0; i < n; ++i) {
        const History& history = field.sites[moment.sites[i]].history;
        moment.fresh.push_back(static_cast<float>(freshness(history, t, field.memory_s)));
        noise[i] = noiseOf(moment.fresh[i], field.settings.noise);
        std::ranges::fill(p, 0.0);
        addControl(history, field.sides, t, 1, p.data());
        for (std::size_t s = 0; s < scores; ++s)
            labels[s][i] = static_cast<float>(p[s] - 1.0 / static_cast<double>(field.sides));
    }
    moment.weights.resize(n * scores);
    for (std::size_t s = 0; s < scores; ++s) {
        const std::vector<float> weights = solve(field.correlation, noise, labels[s], moment.sites);
        for (std::size_t i = 0; i < n; ++i) moment.weights[i * scores + s] = weights[i];
    }
    return moment;
}

Control controlAt(const Field& field, const Moment& moment, const geo::LonLat& p) {
    const std::size_t scores = field.sides - 1;
    Control control{std::vector<double>(field.sides), 0};
    double stated = 0;
    for (std::size_t i = 0; i < moment.sites.size(); ++i) {
        const Site& site = field.sites[moment.sites[i]];
        const double distance = chord_m(p, site.at);
        const double near = ground(distance / field.reach_m);
        for (std::size_t s = 0; s < scores; ++s)
            control.p[s] += near * static_cast<double>(moment.weights[i * scores + s]);
        stated += static_cast<double>(moment.fresh[i]) * smooth(distance / site.support_m);
    }
    control.support = supportOf(stated);
    control.p.back() = -std::accumulate(control.p.begin(), control.p.end() - 1, 0.0);
    double sum = 0;
    for (double& score : control.p) sum += score = std::exp(field.steepness * score);
    for (double& score : control.p) score /= sum;
    return control;
}

Control controlAt(const Field& field, const geo::LonLat& p, double t) {
    return controlAt(field, momentOf(field, t, geo::Box{p.lon, p.lat, p.lon, p.lat}), p);
}

std::vector<ClaimShare> decidingAt(const Field& field, const geo::LonLat& p, double t) {
    const auto among = sitesFor(field, geo::Box{p.lon, p.lat, p.lon, p.lat});
    std::vector<float> noise, near;
    double stated = 0;
    for (const std::uint32_t i : among) {
        const Site& site = field.sites[i];
        const double fresh = freshness(site.history, t, field.memory_s), distance = chord_m(p, site.at);
        noise.push_back(noiseOf(static_cast<float>(fresh), field.settings.noise));
        near.push_back(static_cast<float>(ground(distance / field.reach_m)));
        stated += fresh * smooth(distance / site.support_m);
    }
    if (stated <= 0) return {};
    const std::vector<float> part = solve(field.correlation, noise, near, among);
    std::vector<ClaimShare> shares;
    double sum = 0;
    for (std::size_t i = 0; i < among.size(); ++i) {
        const Site& site = field.sites[among[i]];
        std::vector<double> own;
        for (const std::size_t o : site.observations)
            own.push_back(freshness(field.observations[o], t, field.memory_s));
        const double all = std::accumulate(own.begin(), own.end(), 0.0);
        if (all <= 0) continue;
        for (std::size_t k = 0; k < own.size(); ++k) {
            const Observation& o = field.observations[site.observations[k]];
            const bool until = o.before && t < (o.earliest + o.latest) / 2;
            shares.push_back(
                {o.claim, until ? *o.before : o.side, std::abs(static_cast<double>(part[i])) * own[k] / all});
            sum += shares.back().weight;
        }
    }
    for (ClaimShare& s : shares) s.weight /= sum;
    std::erase_if(shares, [](const ClaimShare& s) { return !(s.weight >= 0.01); });
    std::ranges::stable_sort(shares, std::ranges::greater(), &ClaimShare::weight);
    return shares;
}

}  // namespace retrace::front
