#include "front/field.hpp"
#include "front/kernel.hpp"
#include "geo/camera.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

// Tile by tile. A site far from a tile changes so smoothly over it that its part is reckoned at 4 x 4 nodes
// only, summed there with that of all other far sites and drawn over the samples by cubic interpolation (the
// near-field and far-field split of Barnes and Hut 1986). Near sites are reckoned at each sample.

namespace retrace::front {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr int tileSize = 16, nodes = 4, nodeStep = (tileSize - 1) / (nodes - 1);

/// Cubic Lagrange polynomials through nodes 0, 5, 10, 15 at each sample of a tile's side.
constexpr auto interpolation = [] {
    std::array<std::array<float, nodes>, tileSize> out{};
    for (int x = 0; x < tileSize; ++x)
        for (int k = 0; k < nodes; ++k) {
            double product = 1;
            for (int j = 0; j < nodes; ++j)
                if (j != k)
                    product *=
                        static_cast<double>(x - j * nodeStep) / static_cast<double>((k - j) * nodeStep);
            out[static_cast<std::size_t>(x)][static_cast<std::size_t>(k)] = static_cast<float>(product);
        }
    return out;
}();

constexpr std::size_t samples = tileSize * tileSize, nodeCount = nodes * nodes;

/// What is known of a site in the frame.
struct Source {
    float sinLon = 0, cosLon = 0, sinLat = 0, cosLat = 0;  // of half the angles
    float shrink = 0;                                      // cosine of the latitude
    geo::LonLat at;
    float support_m = 0, fresh = 0;
    const float* weights = nullptr;
};

/// Half angles of the samples' columns and rows, padded to whole tiles.
struct Axes {
    std::vector<double> lon, lat;
    std::vector<float> sinLon, cosLon, sinLat, cosLat, shrink;
};

Axes axesOf(const Frame& frame) {
    Axes axes;
    const auto whole = [](int count) { return (count + tileSize - 1) / tileSize * tileSize; };
    for (int c = 0; c < whole(frame.cols); ++c) {
        axes.lon.push_back(geo::toLonLat(geo::WorldPoint{frame.west + c * frame.step, 0.5}).lon);
        axes.sinLon.push_back(static_cast<float>(std::sin(axes.lon.back() * degree / 2)));
        axes.cosLon.push_back(static_cast<float>(std::cos(axes.lon.back() * degree / 2)));
    }
    for (int r = 0; r < whole(frame.rows); ++r) {
        axes.lat.push_back(geo::toLonLat(geo::WorldPoint{0.5, frame.north + r * frame.step}).lat);
        axes.sinLat.push_back(static_cast<float>(std::sin(axes.lat.back() * degree / 2)));
        axes.cosLat.push_back(static_cast<float>(std::cos(axes.lat.back() * degree / 2)));
        axes.shrink.push_back(static_cast<float>(std::cos(axes.lat.back() * degree)));
    }
    return axes;
}

/// Terms of the haversine for one site and tile: down + along * across.
struct Angles {
    std::array<float, tileSize> across{}, down{}, along{};
};

/// The sine of a difference by its addition theorem: a metre is lost to rounding, and no sine is called.
Angles anglesOf(const Source& source, const Axes& axes, std::size_t col, std::size_t row) {
    Angles out;
    for (std::size_t k = 0; k < tileSize; ++k) {
        const float x = axes.sinLon[col + k] * source.cosLon - axes.cosLon[col + k] * source.sinLon;
        const float y = axes.sinLat[row + k] * source.cosLat - axes.cosLat[row + k] * source.sinLat;
        out.across[k] = x * x;
        out.down[k] = y * y;
        out.along[k] = axes.shrink[row + k] * source.shrink;
    }
    return out;
}

/// Sums over sites at the samples or nodes of a tile: a score a side but the last, and what is stated.
struct Sums {
    std::vector<float> scores;  // planes
    std::vector<float> stated;
    Sums(std::size_t planes, std::size_t points) : scores(planes * points), stated(points) {}
    void clear() {
        std::ranges::fill(scores, 0.0f);
        std::ranges::fill(stated, 0.0f);
    }
};

/// Adds a site's part at points whose chords (in radii of the Earth) are given.
template <std::size_t count>
void addGround(const std::array<float, count>& chords, float perReach, const Source& source,
               std::size_t planes, float* scores) {
    std::array<float, count> near;
    for (std::size_t i = 0; i < count; ++i) {
        const float left = std::max(0.0f, 1.0f - chords[i] * perReach);
        near[i] = left * left;
    }
    for (std::size_t s = 0; s < planes; ++s)
        for (std::size_t i = 0; i < count; ++i) scores[s * count + i] += source.weights[s] * near[i];
}

template <std::size_t count>
void addStated(const std::array<float, count>& chords, const Source& source, float* stated) {
    const float perReach = static_cast<float>(earthRadius_m) / source.support_m;
    for (std::size_t i = 0; i < count; ++i) {
        const float r = chords[i] * perReach;
        const float left = std::max(0.0f, 1.0f - r);
        stated[i] += source.fresh * (left * left * left * left * (4.0f * r + 1.0f));
    }
}

}  // namespace

Grid sampled(const Field& field, const Moment& moment, const Frame& frame) {
    const auto plane = static_cast<std::size_t>(frame.cols) * static_cast<std::size_t>(frame.rows);
    const std::size_t scores = field.sides - 1;
    Grid grid{frame.cols, frame.rows, field.sides, std::vector<float>(plane * field.sides),
              std::vector<float>(plane)};
    if (plane == 0) return grid;
    const Axes axes = axesOf(frame);
    std::vector<Source> sources;
    for (std::size_t i = 0; i < moment.sites.size(); ++i) {
        const Site& site = field.sites[moment.sites[i]];
        const auto half = [](double degrees, auto function) {
            return static_cast<float>(function(degrees * degree / 2));
        };
        const auto sine = [](double x) { return std::sin(x); };
        const auto cosine = [](double x) { return std::cos(x); };
        sources.push_back({.sinLon = half(site.at.lon, sine),
                           .cosLon = half(site.at.lon, cosine),
                           .sinLat = half(site.at.lat, sine),
                           .cosLat = half(site.at.lat, cosine),
                           .shrink = half(2 * site.at.lat, cosine),
                           .at = site.at,
                           .support_m = static_cast<float>(site.support_m),
                           .fresh = moment.fresh[i],
                           .weights = &moment.weights[i * scores]});
    }
    const float perReach = static_cast<float>(earthRadius_m / field.reach_m);
    Sums atSamples(scores, samples), atNodes(scores, nodeCount);
    std::array<float, samples> chords;
    std::array<float, nodeCount> nodeChords;
    const auto at = [&](std::size_t row, std::size_t col) {
        return geo::LonLat{axes.lon[col], axes.lat[row]};
    };
    for (std::size_t row = 0; row < axes.lat.size(); row += tileSize)
        for (std::size_t col = 0; col < axes.lon.size(); col += tileSize) {
            const geo::LonLat middle{(axes.lon[col] + axes.lon[col + tileSize - 1]) / 2,
                                     (axes.lat[row] + axes.lat[row + tileSize - 1]) / 2};
            const double half_m =
                std::max({chord_m(middle, at(row, col)), chord_m(middle, at(row + tileSize - 1, col)), 1.0});
            atSamples.clear();
            atNodes.clear();
            for (const Source& source : sources) {
                const double distance = chord_m(middle, source.at);
                const bool grounded = distance < field.reach_m + half_m;
                const bool stated =
                    source.fresh > 0 && distance < static_cast<double>(source.support_m) + half_m;
                if (!grounded && !stated) continue;
                const bool groundByNodes =
                    grounded && distance >= 3 * half_m &&
                    (distance + half_m < field.reach_m || half_m < 0.05 * field.reach_m);
                const bool statedByNodes = stated && static_cast<double>(source.support_m) > 10 * half_m;
                const Angles a = anglesOf(source, axes, col, row);
                if (groundByNodes || statedByNodes) {
                    for (std::size_t y = 0; y < nodes; ++y)
                        for (std::size_t x = 0; x < nodes; ++x)
                            nodeChords[y * nodes + x] =
                                2 * std::sqrt(a.down[y * nodeStep] +
                                              a.along[y * nodeStep] * a.across[x * nodeStep]);
                    if (groundByNodes) addGround(nodeChords, perReach, source, scores, atNodes.scores.data());
                    if (statedByNodes) addStated(nodeChords, source, atNodes.stated.data());
                }
                if ((grounded && !groundByNodes) || (stated && !statedByNodes)) {
                    for (std::size_t y = 0; y < tileSize; ++y)
                        for (std::size_t x = 0; x < tileSize; ++x)
                            chords[y * tileSize + x] = 2 * std::sqrt(a.down[y] + a.along[y] * a.across[x]);
                    if (grounded && !groundByNodes)
                        addGround(chords, perReach, source, scores, atSamples.scores.data());
                    if (stated && !statedByNodes) addStated(chords, source, atSamples.stated.data());
                }
            }
            const auto smoothed = [&](const float* values, std::size_t y, std::size_t x) {
                float sum = 0;
                for (std::size_t j = 0; j < nodes; ++j) {
                    float line = 0;
                    for (std::size_t i = 0; i < nodes; ++i)
                        line += interpolation[x][i] * values[j * nodes + i];
                    sum += interpolation[y][j] * line;
                }
                return sum;
            };
            const std::size_t lastRow =
                std::min<std::size_t>(tileSize, static_cast<std::size_t>(frame.rows) - row);
            const std::size_t lastCol =
                std::min<std::size_t>(tileSize, static_cast<std::size_t>(frame.cols) - col);
            for (std::size_t y = 0; y < lastRow; ++y)
                for (std::size_t x = 0; x < lastCol; ++x) {
                    const std::size_t to = (row + y) * static_cast<std::size_t>(frame.cols) + col + x,
                                      from = y * tileSize + x;
                    grid.support[to] = supportOf(atSamples.stated[from] +
                                                 std::max(0.0f, smoothed(atNodes.stated.data(), y, x)));
                    float sum = 0, last = 0;
                    for (std::size_t s = 0; s < scores; ++s) {
                        const float score = atSamples.scores[s * samples + from] +
                                            smoothed(&atNodes.scores[s * nodeCount], y, x);
                        last -= score;
                        sum += grid.p[s * plane + to] =
                            std::exp(static_cast<float>(field.settings.steepness) * score);
                    }
                    sum += grid.p[scores * plane + to] =
                        std::exp(static_cast<float>(field.settings.steepness) * last);
                    for (std::size_t s = 0; s < field.sides; ++s) grid.p[s * plane + to] /= sum;
                }
        }
    return grid;
}

Grid sampled(const Field& field, const Frame& frame, double t) {
    const geo::LonLat northWest = geo::toLonLat(geo::WorldPoint{frame.west, frame.north});
    const geo::LonLat southEast = geo::toLonLat(
        geo::WorldPoint{frame.west + frame.cols * frame.step, frame.north + frame.rows * frame.step});
    return sampled(field,
                   momentOf(field, t, geo::Box{northWest.lon, southEast.lat, southEast.lon, northWest.lat}),
                   frame);
}

}  // namespace retrace::front
