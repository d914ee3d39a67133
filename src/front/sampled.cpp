#include "front/field.hpp"
#include "front/kernel.hpp"
#include "front/vote.hpp"
#include "geo/camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retrace::front {
namespace {

constexpr double degree = std::numbers::pi / 180;

/// What one site adds: to the weights, and to each side's votes.
struct Source {
    float weight = 0;
    std::vector<float> votes;
};

/// A row's samples [first, last) get a site's part. `half` holds sin^2 of half the longitudes between.
void addRow(const Source& source, float across, float along, float chords, const float* half, int first,
            int last, float* near, float* weight, float* votes, std::size_t plane) {
    for (int c = first; c < last; ++c) {
        const float r = std::sqrt(across + along * half[c]) * chords;
        const float left = r < 1.0f ? 1.0f - r : 0.0f;
        near[c] = left * left * left * left * (4.0f * r + 1.0f);
    }
    for (int c = first; c < last; ++c) weight[c] += source.weight * near[c];
    for (const float v : source.votes) {
        for (int c = first; c < last; ++c) votes[c] += v * near[c];
        votes += plane;
    }
}

}  // namespace

Grid sampled(const Field& field, const Frame& frame, double t) {
    const auto plane = static_cast<std::size_t>(frame.cols) * static_cast<std::size_t>(frame.rows);
    Grid grid{frame.cols, frame.rows, field.sides, std::vector<float>(plane * field.sides),
              std::vector<float>(plane)};
    if (plane == 0) return grid;
    const auto at = [&](int c, int r) {
        return geo::toLonLat(geo::WorldPoint{frame.west + c * frame.step, frame.north + r * frame.step});
    };
    std::vector<double> lons, lats;
    for (int c = 0; c < frame.cols; ++c) lons.push_back(at(c, 0).lon);
    for (int r = 0; r < frame.rows; ++r) lats.push_back(at(0, r).lat);
    std::vector<float> half(lons.size()), near(lons.size());

    const geo::LonLat corners[] = {{lons.front(), lats.back()}, {lons.back(), lats.front()}};
    const geo::Box a =
        boxAround({lons.front(), std::abs(lats.front()) > std::abs(lats.back()) ? lats.front() : lats.back()},
                  field.greatestReach_m);
    const double wide = (a.east - a.west) / 2, high = (a.north - a.south) / 2;
    const geo::Box box{corners[0].lon - wide, corners[0].lat - high, corners[1].lon + wide,
                       corners[1].lat + high};
    for (const std::uint32_t i : field.index.near(box)) {
        const Site& site = field.sites[i];
        const double weight = freshness(site.history, t, field.memory_s);
        if (weight <= 0) continue;
        std::vector<double> p(field.sides);
        addControl(site.history, field.sides, t, weight, p.data());
        Source source{static_cast<float>(weight), {p.begin(), p.end()}};
        const geo::Box own = boxAround(site.at, site.reach_m);
        const auto column = [&](double lon) { return std::ranges::lower_bound(lons, lon) - lons.begin(); };
        const int first = static_cast<int>(column(own.west)), last = static_cast<int>(column(own.east));
        if (first >= last) continue;
        for (int c = first; c < last; ++c) {
            const double s = std::sin((lons[static_cast<std::size_t>(c)] - site.at.lon) * degree / 2);
            half[static_cast<std::size_t>(c)] = static_cast<float>(s * s);
        }
        const float chords = static_cast<float>(2 * earthRadius_m / site.reach_m);
        for (int r = 0; r < frame.rows; ++r) {
            const double lat = lats[static_cast<std::size_t>(r)];
            if (lat < own.south || lat > own.north) continue;
            const double s = std::sin((lat - site.at.lat) * degree / 2);
            const float along = static_cast<float>(std::cos(lat * degree) * std::cos(site.at.lat * degree));
            const std::size_t row = static_cast<std::size_t>(r) * lons.size();
            addRow(source, static_cast<float>(s * s), along, chords, half.data(), first, last, near.data(),
                   &grid.support[row], &grid.p[row], plane);
        }
    }
    for (std::size_t i = 0; i < plane; ++i) {
        const float all = grid.support[i] + static_cast<float>(field.settings.prior);
        for (std::size_t s = 0; s < field.sides; ++s) {
            float& p = grid.p[s * plane + i];
            p = (p + static_cast<float>(field.settings.prior) / static_cast<float>(field.sides)) / all;
        }
        grid.support[i] = static_cast<float>(supportOf(grid.support[i]));
    }
    return grid;
}

}  // namespace retrace::front
