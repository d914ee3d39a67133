#include "front/field.hpp"
#include "front/kernel.hpp"
#include "geo/camera.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

// Block by block, tile by tile. A site far from a square changes so smoothly over it that its part is
// reckoned at 4 x 4 nodes only, summed there with that of all other far sites and drawn over the samples by
// cubic interpolation (the split into near and far field of Barnes and Hut 1986). What is near to a block is
// asked again for each of its tiles, and what is near to a tile is reckoned at each sample.

namespace retrace::front {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr std::size_t blockSize = 40, tileSize = 10, nodes = 4;
// With these, ten thousand fields by chance were all met within 1e-3 (mostly within 1e-4).
constexpr float nearest = 2, errors = 400;
constexpr std::size_t samples = tileSize * tileSize, nodeCount = nodes * nodes;

/// Cubic Lagrange polynomials through 4 nodes from the first to the last sample of a square's side, at each
/// sample.
template <std::size_t size>
constexpr auto interpolation = [] {
    std::array<std::array<float, nodes>, size> out{};
    constexpr double step = static_cast<double>((size - 1) / (nodes - 1));
    for (std::size_t x = 0; x < size; ++x)
        for (std::size_t k = 0; k < nodes; ++k) {
            double product = 1;
            for (std::size_t j = 0; j < nodes; ++j)
                if (j != k)
                    product *= (static_cast<double>(x) - static_cast<double>(j) * step) /
                               ((static_cast<double>(k) - static_cast<double>(j)) * step);
            out[x][k] = static_cast<float>(product);
        }
    return out;
}();

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

/// Half angles of the samples' columns and rows, padded to whole blocks.
struct Axes {
    std::vector<double> lon, lat;
    std::vector<float> sinLon, cosLon, sinLat, cosLat, shrink;  // shrink: cosine of the whole latitude
};

Axes axesOf(const Frame& frame) {
    Axes axes;
    const auto whole = [](int count) {
        return (count + static_cast<int>(blockSize) - 1) / static_cast<int>(blockSize) *
               static_cast<int>(blockSize);
    };
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
    float strength = 0;  // the greatest of its weights, by the steepness
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
        for (std::size_t s = 0; s < scores; ++s)
            sources.back().strength =
                std::max(sources.back().strength,
                         static_cast<float>(field.steepness) * std::abs(moment.weights[i * scores + s]));
    }
    return sources;
}

/// A square of samples.
struct Square {
    std::size_t col = 0, row = 0;  // of its first sample
    Unit middle;
    float half = 0;  // the farthest corner's chord from the middle, in radii
};

Square squareAt(const Axes& axes, std::size_t col, std::size_t row, std::size_t size) {
    const std::size_t east = col + size - 1, south = row + size - 1;
    const geo::LonLat middle{(axes.lon[col] + axes.lon[east]) / 2, (axes.lat[row] + axes.lat[south]) / 2};
    Square square{col, row, unitOf(middle), 1e-9f};
    for (const std::size_t c : {col, east})
        for (const std::size_t r : {row, south})
            square.half = std::max(square.half, chord(square.middle, unitOf({axes.lon[c], axes.lat[r]})));
    return square;
}

/// Chords, in radii, from a site to side * side points of a square, `step` samples apart. The sine of a
/// difference is told by its addition theorem: a metre is lost to rounding, and no sine is called.
template <std::size_t side, std::size_t step>
void chordsTo(const Source& source, const Axes& axes, const Square& square,
              std::array<float, side * side>& out) {
    std::array<float, side> across;
    for (std::size_t k = 0; k < side; ++k) {
        const std::size_t c = square.col + k * step;
        const float sine = axes.sinLon[c] * source.cosLon - axes.cosLon[c] * source.sinLon;
        across[k] = sine * sine;
    }
    for (std::size_t k = 0; k < side; ++k) {
        const std::size_t r = square.row + k * step;
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

/// A site, and which of its parts are still to be added: to the scores, to what is stated.
struct Pending {
    const Source* source = nullptr;
    bool ground = false, stated = false;
};

/// Planes of scores, a side but the last, then one of what is stated.
using Planes = std::vector<float>;

/// Whether the kernel's tip lies so far from a square that cubic interpolation over it errs little. The
/// fourth derivative of a distance goes with its inverse cube, so over half a side h it errs by h^4 /
/// distance^3, times the kernel's slope and the source's weight.
bool isSmooth(const Source& source, float distance, float half, float reach) {
    const float share = distance / half;
    return share >= nearest && share * share * share * reach >= errors * source.strength * half;
}

/// Adds at the square's nodes the part of all sites that are far enough; the others are left. Sites that do
/// not reach the square are left out.
template <std::size_t size>
std::vector<Pending> addFar(const Field& field, const std::vector<Pending>& pending, const Axes& axes,
                            const Square& square, Planes& atNodes) {
    constexpr std::size_t step = (size - 1) / (nodes - 1);
    const std::size_t scores = field.sides - 1;
    const auto reach = static_cast<float>(field.reach_m / earthRadius_m);
    std::array<float, nodeCount> chords;
    std::vector<Pending> left;
    std::ranges::fill(atNodes, 0.0f);
    for (const Pending& p : pending) {
        const Source& source = *p.source;
        const float distance = chord(square.middle, source.at);
        const bool ground = p.ground && distance < reach + square.half;
        const bool stated = p.stated && (distance - square.half) * source.perSupport < 1;
        const bool smoothGround = ground && isSmooth(source, distance, square.half, reach) &&
                                  (distance + square.half < reach || square.half < 0.05f * reach);
        const bool smoothStated =
            stated && (distance >= 3 * square.half ? 6 : 10) * square.half * source.perSupport < 1;
        if (smoothGround || smoothStated) chordsTo<nodes, step>(source, axes, square, chords);
        if (smoothGround) addGround(chords, 1 / reach, source.weights, scores, atNodes.data());
        if (smoothStated) addStated(chords, source.perSupport, source.fresh, &atNodes[scores * nodeCount]);
        if (ground != smoothGround || stated != smoothStated)
            left.push_back({p.source, ground && !smoothGround, stated && !smoothStated});
    }
    return left;
}

void addNear(const Field& field, const std::vector<Pending>& pending, const Axes& axes, const Square& tile,
             Planes& atSamples) {
    const std::size_t scores = field.sides - 1;
    const auto reach = static_cast<float>(field.reach_m / earthRadius_m);
    std::array<float, samples> chords;
    std::ranges::fill(atSamples, 0.0f);
    for (const Pending& p : pending) {
        chordsTo<tileSize, 1>(*p.source, axes, tile, chords);
        if (p.ground) addGround(chords, 1 / reach, p.source->weights, scores, atSamples.data());
        if (p.stated) addStated(chords, p.source->perSupport, p.source->fresh, &atSamples[scores * samples]);
    }
}

/// Adds what stands at the nodes of a square of one plane to the samples of a tile in it, `col` and `row`
/// samples from its corner.
template <std::size_t size>
void drawOver(const float* atNodes, std::size_t col, std::size_t row, float* atSamples) {
    std::array<std::array<float, tileSize>, nodes> rows{};
    for (std::size_t j = 0; j < nodes; ++j)
        for (std::size_t x = 0; x < tileSize; ++x)
            for (std::size_t i = 0; i < nodes; ++i)
                rows[j][x] += interpolation<size>[col + x][i] * atNodes[j * nodes + i];
    for (std::size_t y = 0; y < tileSize; ++y)
        for (std::size_t j = 0; j < nodes; ++j)
            for (std::size_t x = 0; x < tileSize; ++x)
                atSamples[y * tileSize + x] += interpolation<size>[row + y][j] * rows[j][x];
}

/// Writes the tile's part of the grid: scores squashed, weights as support.
void settle(const Field& field, const Square& tile, const Planes& sums, Grid& grid) {
    const std::size_t cols = static_cast<std::size_t>(grid.cols), rows = static_cast<std::size_t>(grid.rows);
    const std::size_t plane = cols * rows, scores = field.sides - 1;
    const auto steepness = static_cast<float>(field.steepness);
    for (std::size_t y = 0; tile.row + y < std::min(rows, tile.row + tileSize); ++y)
        for (std::size_t x = 0; tile.col + x < std::min(cols, tile.col + tileSize); ++x) {
            const std::size_t from = y * tileSize + x, to = (tile.row + y) * cols + tile.col + x;
            float last = 0, all = 1;
            for (std::size_t s = 0; s < scores; ++s) last -= sums[s * samples + from];
            for (std::size_t s = 0; s < scores; ++s)
                all += grid.p[s * plane + to] = std::exp(steepness * (sums[s * samples + from] - last));
            for (std::size_t s = 0; s < scores; ++s) grid.p[s * plane + to] /= all;
            grid.p[scores * plane + to] = 1 / all;
            grid.support[to] = supportOf(std::max(0.0f, sums[scores * samples + from]));
        }
}

}  // namespace

Grid sampled(const Field& field, const Moment& moment, const Frame& frame) {
    const auto plane = static_cast<std::size_t>(frame.cols) * static_cast<std::size_t>(frame.rows);
    Grid grid{frame.cols, frame.rows, field.sides, std::vector<float>(plane * field.sides),
              std::vector<float>(plane)};
    const Axes axes = axesOf(frame);
    const std::vector<Source> sources = sourcesOf(field, moment);
    std::vector<Pending> all;
    for (const Source& source : sources) all.push_back({&source, true, source.fresh > 0});
    Planes blockNodes(field.sides * nodeCount), tileNodes(field.sides * nodeCount),
        atSamples(field.sides * samples);
    const auto cols = static_cast<std::size_t>(frame.cols), rows = static_cast<std::size_t>(frame.rows);
    for (std::size_t top = 0; top < rows; top += blockSize)
        for (std::size_t west = 0; west < cols; west += blockSize) {
            const Square block = squareAt(axes, west, top, blockSize);
            const auto nearer = addFar<blockSize>(field, all, axes, block, blockNodes);
            for (std::size_t row = top; row < std::min(rows, top + blockSize); row += tileSize)
                for (std::size_t col = west; col < std::min(cols, west + blockSize); col += tileSize) {
                    const Square tile = squareAt(axes, col, row, tileSize);
                    const auto nearest = addFar<tileSize>(field, nearer, axes, tile, tileNodes);
                    addNear(field, nearest, axes, tile, atSamples);
                    for (std::size_t s = 0; s < field.sides; ++s) {
                        drawOver<blockSize>(&blockNodes[s * nodeCount], col - west, row - top,
                                            &atSamples[s * samples]);
                        drawOver<tileSize>(&tileNodes[s * nodeCount], 0, 0, &atSamples[s * samples]);
                    }
                    settle(field, tile, atSamples, grid);
                }
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
