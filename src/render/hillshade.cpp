#include "render/hillshade.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace retrace::render {
namespace {

/// Weights of the uniform cubic B-spline for four neighbours, and of its derivative: a surface without the
/// creases that linear interpolation leaves.
struct Weights {
    int first = 0;
    std::array<float, 4> value{}, slope{};
    float edge = 1;  // 0 at the raster's rim, 1 a few samples inside
};

Weights weightsAt(double sample, int count, bool wraps) {
    Weights w;
    const double whole = std::floor(sample);
    const auto t = static_cast<float>(sample - whole);
    const float s = 1 - t;
    w.first = static_cast<int>(whole) - 1;
    w.value = {s * s * s / 6, (4 - 6 * t * t + 3 * t * t * t) / 6, (4 - 6 * s * s + 3 * s * s * s) / 6,
               t * t * t / 6};
    w.slope = {-s * s / 2, (3 * t * t - 4 * t) / 2, (-3 * s * s + 4 * s) / 2, t * t / 2};
    const double rim = std::min(sample + 0.5, count - 0.5 - sample);
    if (!wraps) w.edge = static_cast<float>(std::clamp(rim / 5, 0.0, 1.0));
    return w;
}

/// One row of samples, interpolated along the columns of the picture.
struct Row {
    int sample = -1000000;
    std::vector<float> height, slope;
};

}  // namespace

float reliefStrength(double pixelsPerSample) {
    // By the logarithm, so that each zoom step takes the same share: three steps from full to nothing.
    const double t = std::clamp(std::log2(std::max(pixelsPerSample, 1e-6) / 12) / 3, 0.0, 1.0);
    return static_cast<float>(1 - t * t * (3 - 2 * t));
}

Relief::Relief(const basemap::Raster& raster) : box_(raster.box) {
    Level& finest = levels_.emplace_back();
    finest.width = raster.width;
    finest.height = raster.height;
    finest.halfMetres.reserve(raster.elevation.size());
    for (const float metres : raster.elevation) {
        // The shore of the Dead Sea lies at -430 m; what is deeper is sea floor and must not shade the coast.
        const float z = std::isfinite(metres) ? std::max(metres, -430.0F) : 0;
        finest.halfMetres.push_back(static_cast<std::int16_t>(std::clamp(z * 2, -32000.0F, 32000.0F)));
    }
    if (finest.halfMetres.size() !=
        static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height))
        levels_.clear();
}

const Relief::Level& Relief::level(std::size_t wanted) {
    while (levels_.size() <= wanted && levels_.back().width >= 8 && levels_.back().height >= 8) {
        const Level& fine = levels_.back();
        Level coarse{fine.width / 2, fine.height / 2, {}};
        coarse.halfMetres.reserve(static_cast<std::size_t>(coarse.width) *
                                  static_cast<std::size_t>(coarse.height));
        for (int y = 0; y < coarse.height; ++y) {
            const std::int16_t* upper =
                &fine.halfMetres[static_cast<std::size_t>(2 * y) * static_cast<std::size_t>(fine.width)];
            const std::int16_t* lower = upper + fine.width;
            for (int x = 0; x < coarse.width; ++x) {
                const int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];
                coarse.halfMetres.push_back(static_cast<std::int16_t>(sum / 4));
            }
        }
        levels_.push_back(std::move(coarse));
    }
    return levels_[std::min(wanted, levels_.size() - 1)];
}

void Relief::shadeInto(std::vector<float>& shade, const Projector& project, const geo::ScreenSize& size) {
    if (levels_.empty()) return;
    const double finestPixels = (box_.east - box_.west) / levels_[0].width / 360 * project.scale;
    const float strength = reliefStrength(finestPixels);
    if (strength <= 0) return;
    // The finest level whose samples are at least a pixel wide.
    const auto wanted = static_cast<std::size_t>(std::max(0.0, std::ceil(-std::log2(finestPixels))));
    const Level& grid = level(wanted);
    const double stepX = (box_.east - box_.west) / grid.width,
                 stepY = (box_.north - box_.south) / grid.height;
    const bool wraps = box_.east - box_.west > 359.9;

    std::vector<Weights> columns;
    int firstColumn = 0;
    for (int x = 0; x < size.width; ++x) {
        const double lon = ((x + 0.5 - project.offsetX) / project.scale - 0.5) * 360;
        if (lon < box_.west || lon > box_.east) {
            if (columns.empty()) firstColumn = x + 1;
            continue;
        }
        columns.push_back(weightsAt((lon - box_.west) / stepX - 0.5, grid.width, wraps));
    }
    if (columns.empty()) return;
    const std::size_t n = columns.size();

    // Smooth grids flatten slopes: the coarser the samples, the more height is stretched.
    const double metresPerSample = stepY * 110574;
    const auto stretch = static_cast<float>(1.05 * std::pow(std::max(metresPerSample, 30.0) / 90, 0.44));

    std::array<Row, 4> rows;
    for (Row& row : rows) row.height.resize(n), row.slope.resize(n);
    const auto rowAt = [&](int sample) -> const Row& {
        Row& row = rows[static_cast<std::size_t>(((sample % 4) + 4) % 4)];
        if (row.sample == sample) return row;
        row.sample = sample;
        const int j = std::clamp(sample, 0, grid.height - 1);
        const std::int16_t* z =
            &grid.halfMetres[static_cast<std::size_t>(j) * static_cast<std::size_t>(grid.width)];
        for (std::size_t x = 0; x < n; ++x) {
            const Weights& w = columns[x];
            float height = 0, slope = 0;
            for (int k = 0; k < 4; ++k) {
                int i = w.first + k;
                i = wraps ? (i + grid.width) % grid.width : std::clamp(i, 0, grid.width - 1);
                const auto value = static_cast<float>(z[i]);
                height += w.value[static_cast<std::size_t>(k)] * value;
                slope += w.slope[static_cast<std::size_t>(k)] * value;
            }
            row.height[x] = height;
            row.slope[x] = slope;
        }
        return row;
    };

    std::vector<float> edges;
    edges.reserve(n);
    for (const Weights& w : columns) edges.push_back(w.edge);
    for (int y = 0; y < size.height; ++y) {
        const double worldY = (y + 0.5 - project.offsetY) / project.scale;
        if (worldY < 0 || worldY > 1) continue;
        const double lat = geo::toLonLat(geo::WorldPoint{0.5, worldY}).lat;
        if (lat < box_.south || lat > box_.north) continue;
        const Weights v = weightsAt((box_.north - lat) / stepY - 0.5, grid.height, false);
        const std::array<const Row*, 4> r{&rowAt(v.first), &rowAt(v.first + 1), &rowAt(v.first + 2),
                                          &rowAt(v.first + 3)};
        const double metresX = stepX * 111320 * std::cos(lat * std::numbers::pi / 180);
        // 0.5: samples are half metres; 0.7071: the light comes from the north-west.
        const auto east = static_cast<float>(0.5 * stretch / metresX * 0.7071);
        const auto south = static_cast<float>(0.5 * stretch / metresPerSample * 0.7071);
        const float weight = strength * (box_.north - box_.south > 150 ? 1.0F : v.edge);
        float* out = &shade[static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width) +
                            static_cast<std::size_t>(firstColumn)];
        const float *h0 = r[0]->height.data(), *h1 = r[1]->height.data(), *h2 = r[2]->height.data(),
                    *h3 = r[3]->height.data();
        const float *s0 = r[0]->slope.data(), *s1 = r[1]->slope.data(), *s2 = r[2]->slope.data(),
                    *s3 = r[3]->slope.data();
        const float* edge = edges.data();
        for (std::size_t x = 0; x < n; ++x) {
            const float dx =
                (v.value[0] * s0[x] + v.value[1] * s1[x] + v.value[2] * s2[x] + v.value[3] * s3[x]) * east;
            const float dy =
                (v.slope[0] * h0[x] + v.slope[1] * h1[x] + v.slope[2] * h2[x] + v.slope[3] * h3[x]) * south;
            const float toLight = dx + dy;  // slopes that fall to the north-west face the light
            const float steep = std::abs(dx - dy);
            const float lit = toLight / (1 + std::abs(toLight));
            const float value = 1 + (lit < 0 ? 0.55F : 0.14F) * lit - 0.09F * steep / (1 + steep);
            const float share = weight * edge[x];
            out[x] += (value - out[x]) * share;
        }
    }
}

}  // namespace retrace::render
