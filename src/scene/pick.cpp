#include "scene/metrics.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::scene {
namespace {

constexpr double reach_px = 6;

double distanceToSegment(const geo::ScreenPoint& p, const geo::ScreenPoint& a, const geo::ScreenPoint& b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double f = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - f * dx, p.y - a.y - f * dy);
}

bool hits(const Line& line, const GroundView& ground, const geo::ScreenPoint& p) {
    for (std::size_t i = 1; i < line.path.size(); ++i) {
        const auto a = geo::toScreen(ground.camera, ground.size, line.path[i - 1]);
        const auto b = geo::toScreen(ground.camera, ground.size, line.path[i]);
        if (distanceToSegment(p, a, b) <= reach_px + static_cast<double>(line.width) / 2) return true;
    }
    return false;
}

bool hits(const Disc& disc, const GroundView& ground, const geo::ScreenPoint& p) {
    const auto middle = geo::toScreen(ground.camera, ground.size, disc.at);
    const double radius = disc.radius_m > 0 ? disc.radius_m / geo::metresPerPixel(ground.camera, disc.at.lat)
                                            : static_cast<double>(disc.radius_px) + reach_px / 2;
    return std::hypot(p.x - middle.x, p.y - middle.y) <= radius;
}

// Crossing number, all rings together: holes count themselves out.
bool hits(const Area& area, const GroundView& ground, const geo::ScreenPoint& p) {
    bool within = false;
    for (const auto& ring : area.rings)
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const auto a = geo::toScreen(ground.camera, ground.size, ring[i]);
            const auto b = geo::toScreen(ground.camera, ground.size, ring[j]);
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
                within = !within;
        }
    return within;
}

}  // namespace

Tag pick(const Scene& scene, const geo::ScreenPoint& p) {
    const auto covers = [&p](const Panel& panel) {
        return intersects({panel.x, panel.y, panel.width, panel.height},
                          {static_cast<float>(p.x), static_cast<float>(p.y), 0.01F, 0.01F});
    };
    if (std::ranges::any_of(scene.panels, covers)) return {};
    for (auto it = scene.labels.rbegin(); it != scene.labels.rend(); ++it)
        if (it->tag != Tag{} &&
            intersects(boxOf(*it), {static_cast<float>(p.x), static_cast<float>(p.y), 0.01F, 0.01F}))
            return it->tag;
    for (auto it = scene.discs.rbegin(); it != scene.discs.rend(); ++it)
        if (it->tag != Tag{} && hits(*it, scene.ground, p)) return it->tag;
    for (auto it = scene.lines.rbegin(); it != scene.lines.rend(); ++it)
        if (it->tag != Tag{} && hits(*it, scene.ground, p)) return it->tag;
    for (auto it = scene.areas.rbegin(); it != scene.areas.rend(); ++it)
        if (it->tag != Tag{} && hits(*it, scene.ground, p)) return it->tag;
    return {};
}

}  // namespace retrace::scene
