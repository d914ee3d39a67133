#include "evaluate/baselines.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retrace::evaluate {

std::optional<geo::LonLat> centroidOf(const std::vector<Found>& found) {
    constexpr double radian = std::numbers::pi / 180;
    const bool clear = std::ranges::any_of(found, [](const Found& f) { return f.listed.size() == 1; });
    double x = 0, y = 0, z = 0;
    for (const Found& f : found) {
        if (f.listed.empty() || (clear && f.listed.size() != 1)) continue;
        const geo::LonLat at = f.listed.front().place.where.at;
        x += std::cos(at.lat * radian) * std::cos(at.lon * radian);
        y += std::cos(at.lat * radian) * std::sin(at.lon * radian);
        z += std::sin(at.lat * radian);
    }
    if (std::hypot(x, y, z) < 1e-9) return std::nullopt;
    return geo::LonLat{std::atan2(y, x) / radian, std::atan2(z, std::hypot(x, y)) / radian};
}

std::optional<geo::Place> answerOf(Baseline baseline, const Found& found,
                                   const std::optional<geo::LonLat>& centroid) {
    if (found.listed.empty()) return std::nullopt;
    if (baseline == Baseline::populous)
        return std::ranges::max_element(found.listed, {}, [](const auto& c) { return c.place.population; })
            ->place;
    if (baseline == Baseline::central && centroid)
        return std::ranges::min_element(
                   found.listed, {},
                   [&](const auto& c) { return geo::distance_m(c.place.where.at, *centroid); })
            ->place;
    return found.listed.front().place;
}

}  // namespace retrace::evaluate
