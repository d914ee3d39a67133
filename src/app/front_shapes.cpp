#include "app/front_shapes.hpp"

#include "basemap/contours.hpp"
#include "front/stated.hpp"
#include "geo/camera.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace retrace::app {
namespace {

using basemap::NumberGrid;
constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

// All that the sites reach, in samples fine enough for the least of them.
front::Frame frameOf(const front::Field& field) {
    constexpr double equator_m = 40075016.7;
    constexpr int least = 200, most = 600;  // samples along the longer side
    geo::WorldPoint low{1, 1}, high{0, 0};
    double finest = 1;
    for (const auto& site : field.sites) {
        const auto at = geo::toWorld(site.at);
        const double reach = site.support_m / (equator_m * std::cos(site.at.lat * 3.14159265358979 / 180));
        low = {std::min(low.x, at.x - reach), std::min(low.y, at.y - reach)};
        high = {std::max(high.x, at.x + reach), std::max(high.y, at.y + reach)};
        constexpr double samplesToReach = 12;
        finest = std::min(finest, reach / samplesToReach);
    }
    low = {std::max(low.x, 0.0), std::max(low.y, 0.0)};
    high = {std::min(high.x, 1.0), std::min(high.y, 1.0)};
    const double longer = std::max(high.x - low.x, high.y - low.y);
    front::Frame frame{.west = low.x, .north = low.y, .step = std::clamp(finest, longer / most, longer / least)};
    frame.cols = static_cast<int>(std::ceil((high.x - low.x) / frame.step)) + 1;
    frame.rows = static_cast<int>(std::ceil((high.y - low.y) / frame.step)) + 1;
    return frame;
}

struct Sampled {
    front::Frame frame;
    front::Grid grid;

    std::size_t plane() const { return grid.support.size(); }
    float p(std::size_t side, std::size_t i) const { return grid.p[side * plane() + i]; }
    bool isStated(std::size_t i) const { return grid.support[i] >= front::statedSupport; }
    // Whether no third side is likelier than these.
    bool areFirst(std::size_t a, std::size_t b, std::size_t i) const {
        for (std::size_t s = 0; s < grid.sides; ++s)
            if (s != a && s != b && p(s, i) > std::max(p(a, i), p(b, i))) return false;
        return true;
    }
    // How far a side is ahead of the likeliest other; negative where it is behind.
    float lead(std::size_t side, std::size_t i) const {
        float other = 0;
        for (std::size_t o = 0; o < grid.sides; ++o)
            if (o != side) other = std::max(other, p(o, i));
        return p(side, i) - other;
    }
    template <typename Value>
    NumberGrid numbers(Value value) const {
        NumberGrid out{.west = frame.west, .north = frame.north, .step = frame.step};
        out.cols = grid.cols;
        out.rows = grid.rows;
        for (std::size_t i = 0; i < plane(); ++i) out.values.push_back(value(i));
        return out;
    }
};

void addAreas(const Sampled& s, std::vector<FrontShape>& shapes) {
    constexpr std::array levels{0.5, 0.65, 0.8, 1.001};
    for (std::size_t side = 0; side < s.grid.sides; ++side) {
        const auto p = s.numbers([&](std::size_t i) { return s.isStated(i) ? s.p(side, i) : unknown; });
        for (std::size_t l = 0; l + 1 < levels.size(); ++l)
            for (auto& rings : basemap::contourAreas(p, levels[l], levels[l + 1]))
                shapes.push_back({FrontShape::Kind::area, side, side, levels[l], std::min(1.0, levels[l + 1]),
                                  std::move(rings)});
        if (s.grid.sides < 3) continue;
        // Of three sides and more the likeliest may have less than half.
        const auto least = 1 / static_cast<double>(s.grid.sides);
        const auto first = s.numbers([&](std::size_t i) {
            return s.isStated(i) ? std::min(s.lead(side, i), 0.5F - s.p(side, i)) : unknown;
        });
        for (auto& rings : basemap::contourAreas(first, 0, 1.001))
            shapes.push_back({FrontShape::Kind::area, side, side, least, levels[0], std::move(rings)});
    }
}

void addLines(const Sampled& s, std::vector<FrontShape>& shapes) {
    for (std::size_t a = 0; a < s.grid.sides; ++a)
        for (std::size_t b = a + 1; b < s.grid.sides; ++b) {
            const auto lead = s.numbers([&](std::size_t i) {
                return s.isStated(i) && s.areFirst(a, b, i) ? s.p(a, i) - s.p(b, i) : unknown;
            });
            for (auto& line : basemap::contourLines(lead, 0))
                shapes.push_back({FrontShape::Kind::line, a, b, 0, 1, {std::move(line)}});
            for (auto& rings : basemap::contourAreas(lead, -front::doubtfulLead, front::doubtfulLead))
                shapes.push_back({FrontShape::Kind::band, a, b, 0, 1, std::move(rings)});
        }
}

}  // namespace

std::vector<FrontShape> shapesOf(const front::Field& field, double t) {
    std::vector<FrontShape> shapes;
    if (field.sites.empty()) return shapes;
    Sampled s{frameOf(field), {}};
    s.grid = front::sampled(field, s.frame, t);
    addAreas(s, shapes);
    addLines(s, shapes);
    const auto support = s.numbers([&](std::size_t i) { return s.grid.support[i]; });
    for (auto& rings : basemap::contourAreas(support, -0.001, front::statedSupport))
        shapes.push_back({FrontShape::Kind::unstated, 0, 0, 0, 1, std::move(rings)});
    return shapes;
}

std::string nameOf(FrontShape::Kind kind) {
    switch (kind) {
        case FrontShape::Kind::area:
            return "area";
        case FrontShape::Kind::line:
            return "line";
        case FrontShape::Kind::band:
            return "band";
        case FrontShape::Kind::unstated:
            break;
    }
    return "unstated";
}

}  // namespace retrace::app
