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

struct Unit {
    double x = 0, y = 0, z = 0;
};
Unit unitOf(const geo::LonLat& p) {
    const double lon = p.lon * degree, lat = p.lat * degree;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}
float chord(const Unit& a, const Unit& b) {
    const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
    return static_cast<float>(std::sqrt(x * x + y * y + z * z));
}

/// Half angles of the samples' columns and rows, padded to whole tiles.
struct Axes {
    std::vector<double> lon, lat;
    std::vector<float> sinLon, cosLon, sinLat, cosLat, shrink;  // shrink: cosine of the whole latitude
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

/// A site at this moment.
struct Source {
    Unit at;
    float sinLon = 0, cosLon = 0, sinLat = 0, cosLat = 0;  // of half the angles
    float shrink = 0;
    float perSupport = 0, fresh = 0;  // one over the support's reach, in radii of the Earth
    const float* weights = nullptr;
};

std::vector<Source> sourcesOf(const Field& field, const Moment& moment) {
    std::vector<Source> sources;
    const std::size_t scores = field.sides - 1;
    for (std::size_t i = 0; i < moment.sites.size(); ++i) {
        const Site& site = field.sites[moment.sites[i]];
        const double lon = site.at.lon * degree, lat = site.at.lat * degree;
        sources.push_back({.at = unitOf(site.at),
                           .sinLon = static_cast<float>(std::sin(lon / 2)),
                           .cosLon = static_cast<float>(std::cos(lon / 2)),
                           .sinLat = static_cast<float>(std::sin(lat / 2)),
                           .cosLat = static_cast<float>(std::cos(lat / 2)),
                           .shrink = static_cast<float>(std::cos(lat)),
                           .perSupport = static_cast<float>(earthRadius_m / site.support_m),
                           .fresh = moment.fresh[i],
                           .weights = &moment.weights[i * scores]});
    }
    return sources;
}

struct Tile {
    std::size_t col = 0, row = 0;  // of its first sample
    Unit middle;
    float half = 0;  // the farthest corner's chord from the middle, in radii
};

Tile tileAt(const Axes& axes, std::size_t col, std::size_t row) {
    const std::size_t east = col + tileSize - 1, south = row + tileSize - 1;
    Tile tile{col, row, unitOf({(axes.lon[col] + axes.lon[east]) / 2, (axes.lat[row] + axes.lat[south]) / 2}),
              1e-9f};
    for (const geo::LonLat& corner :
         {geo::LonLat{axes.lon[col], axes.lat[row]}, geo::LonLat{axes.lon[east], axes.lat[south]}})
        tile.half = std::max(tile.half, chord(tile.middle, unitOf(corner)));
    return tile;
}

/// Chords, in radii, from a site to side * side points of a tile, `step` samples apart. The sine of a
/// difference is told by its addition theorem: a metre is lost to rounding, and no sine is called.
template <std::size_t side, std::size_t step>
void chordsTo(const Source& source, const Axes& axes, const Tile& tile, std::array<float, side * side>& out) {
    std::array<float, side> across;
    for (std::size_t k = 0; k < side; ++k) {
        const std::size_t c = tile.col + k * step;
        const float sine = axes.sinLon[c] * source.cosLon - axes.cosLon[c] * source.sinLon;
        across[k] = sine * sine;
    }
    for (std::size_t k = 0; k < side; ++k) {
        const std::size_t r = tile.row + k * step;
        const float sine = axes.sinLat[r] * source.cosLat - axes.cosLat[r] * source.sinLat;
        const float down = sine * sine, along = axes.shrink[r] * source.shrink;
        for (std::size_t x = 0; x < side; ++x) out[k * side + x] = 2 * std::sqrt(down + along * across[x]);
    }
}

template <std::size_t count>
void addGround(const std::array<float, count>& chords, float perReach, const float* weights,
               std::size_t planes, float* scores) {
    std::array<float, count> near;
    for (std::size_t i = 0; i < count; ++i) near[i] = ground(chords[i] * perReach);
    for (std::size_t s = 0; s < planes; ++s)
        for (std::size_t i = 0; i < count; ++i) scores[s * count + i] += weights[s] * near[i];
}

template <std::size_t count>
void addStated(const std::array<float, count>& chords, float perSupport, float fresh, float* stated) {
    for (std::size_t i = 0; i < count; ++i) stated[i] += fresh * smooth(chords[i] * perSupport);
}

/// Sums over sites at the points of a tile: planes of scores a side but the last, then what is stated.
struct Sums {
    std::vector<float> atSamples, atNodes;
    explicit Sums(std::size_t planes) : atSamples(planes * samples), atNodes(planes * nodeCount) {}
};

void gather(const Field& field, const std::vector<Source>& sources, const Axes& axes, const Tile& tile,
            Sums& sums) {
    const std::size_t scores = field.sides - 1;
    const auto reach = static_cast<float>(field.reach_m / earthRadius_m);
    std::array<float, samples> chords;
    std::array<float, nodeCount> nodeChords;
    std::ranges::fill(sums.atSamples, 0.0f);
    std::ranges::fill(sums.atNodes, 0.0f);
    for (const Source& source : sources) {
        const float distance = chord(tile.middle, source.at);
        const bool grounded = distance < reach + tile.half;
        const bool stated = source.fresh > 0 && (distance - tile.half) * source.perSupport < 1;
        const bool smoothGround = grounded && distance >= 3 * tile.half &&
                                  (distance + tile.half < reach || tile.half < 0.05f * reach);
        const bool smoothStated = stated && 10 * tile.half * source.perSupport < 1;
        if (smoothGround || smoothStated) chordsTo<nodes, nodeStep>(source, axes, tile, nodeChords);
        if (smoothGround) addGround(nodeChords, 1 / reach, source.weights, scores, sums.atNodes.data());
        if (smoothStated)
            addStated(nodeChords, source.perSupport, source.fresh, &sums.atNodes[scores * nodeCount]);
        if (grounded == smoothGround && stated == smoothStated) continue;
        chordsTo<tileSize, 1>(source, axes, tile, chords);
        if (grounded && !smoothGround)
            addGround(chords, 1 / reach, source.weights, scores, sums.atSamples.data());
        if (stated && !smoothStated)
            addStated(chords, source.perSupport, source.fresh, &sums.atSamples[scores * samples]);
    }
}

/// Adds what stands at the nodes of one plane to its samples.
void drawOver(const float* atNodes, float* atSamples) {
    std::array<std::array<float, tileSize>, nodes> rows{};
    for (std::size_t j = 0; j < nodes; ++j)
        for (std::size_t x = 0; x < tileSize; ++x)
            for (std::size_t i = 0; i < nodes; ++i)
                rows[j][x] += interpolation[x][i] * atNodes[j * nodes + i];
    for (std::size_t y = 0; y < tileSize; ++y)
        for (std::size_t j = 0; j < nodes; ++j)
            for (std::size_t x = 0; x < tileSize; ++x)
                atSamples[y * tileSize + x] += interpolation[y][j] * rows[j][x];
}

/// Writes the tile's part of the grid: scores squashed, weights as support.
void settle(const Field& field, const Tile& tile, const Sums& sums, Grid& grid) {
    const std::size_t cols = static_cast<std::size_t>(grid.cols), rows = static_cast<std::size_t>(grid.rows);
    const std::size_t plane = cols * rows, scores = field.sides - 1;
    const auto steepness = static_cast<float>(field.settings.steepness);
    for (std::size_t y = 0; y < std::min<std::size_t>(tileSize, rows - tile.row); ++y)
        for (std::size_t x = 0; x < std::min<std::size_t>(tileSize, cols - tile.col); ++x) {
            const std::size_t from = y * tileSize + x, to = (tile.row + y) * cols + tile.col + x;
            float all = 0, last = 0;
            for (std::size_t s = 0; s < scores; ++s) {
                const float score = sums.atSamples[s * samples + from];
                last -= score;
                all += grid.p[s * plane + to] = std::exp(steepness * score);
            }
            all += grid.p[scores * plane + to] = std::exp(steepness * last);
            for (std::size_t s = 0; s < field.sides; ++s) grid.p[s * plane + to] /= all;
            grid.support[to] = supportOf(std::max(0.0f, sums.atSamples[scores * samples + from]));
        }
}

}  // namespace

Grid sampled(const Field& field, const Moment& moment, const Frame& frame) {
    const auto plane = static_cast<std::size_t>(frame.cols) * static_cast<std::size_t>(frame.rows);
    Grid grid{frame.cols, frame.rows, field.sides, std::vector<float>(plane * field.sides),
              std::vector<float>(plane)};
    if (plane == 0) return grid;
    const Axes axes = axesOf(frame);
    const std::vector<Source> sources = sourcesOf(field, moment);
    Sums sums(field.sides);
    for (std::size_t row = 0; row < axes.lat.size(); row += tileSize)
        for (std::size_t col = 0; col < axes.lon.size(); col += tileSize) {
            const Tile tile = tileAt(axes, col, row);
            gather(field, sources, axes, tile, sums);
            for (std::size_t s = 0; s < field.sides; ++s)
                drawOver(&sums.atNodes[s * nodeCount], &sums.atSamples[s * samples]);
            settle(field, tile, sums, grid);
        }
    return grid;
}

Grid sampled(const Field& field, const Frame& frame, double t) {
    const geo::LonLat northWest = geo::toLonLat(geo::WorldPoint{frame.west, frame.north});
    const geo::LonLat southEast = geo::toLonLat(
        geo::WorldPoint{frame.west + frame.cols * frame.step, frame.north + frame.rows * frame.step});
    const geo::Box view{northWest.lon, southEast.lat, southEast.lon, northWest.lat};
    return sampled(field, momentOf(field, t, view), frame);
}

}  // namespace retrace::front
