#include "render/ground_index.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::render {
namespace {

bool isArea(basemap::Layer layer) {
    return layer == basemap::Layer::land || layer == basemap::Layer::lake ||
           layer == basemap::Layer::userArea;
}

/// Twice the signed area in degrees; the sign is all that counts.
double turning(const std::vector<geo::LonLat>& ring) {
    double sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += (ring[i].lon - ring[j].lon) * (ring[i].lat + ring[j].lat);
    return sum;
}

}  // namespace

GroundIndex::GroundIndex(const basemap::Ground& ground) {
    features_.reserve(ground.features.size());
    for (const basemap::Feature& feature : ground.features) {
        GroundFeature& kept = features_.emplace_back();
        kept.layer = feature.layer;
        kept.rank = feature.rank;
        kept.parts.reserve(feature.parts.size());
        bool outer = true;
        for (const auto& points : feature.parts) {
            if (points.size() < 2) continue;
            GroundPart& part = kept.parts.emplace_back();
            part.box = {points[0].lon, points[0].lat, points[0].lon, points[0].lat};
            part.points.reserve(points.size());
            for (const geo::LonLat& p : points) {
                part.points.push_back({p.lon, p.lat});  // world units follow in project()
                part.box = {std::min(part.box.west, p.lon), std::min(part.box.south, p.lat),
                            std::max(part.box.east, p.lon), std::max(part.box.north, p.lat)};
            }
            if (isArea(feature.layer)) part.sign = (turning(points) >= 0) == outer ? 1.0F : -1.0F;
            outer = false;
        }
    }
}

void GroundIndex::project(GroundPart& part) {
    for (geo::WorldPoint& p : part.points) p = geo::toWorld({p.x, p.y});
    double length = 0;
    for (std::size_t i = 1; i < part.points.size(); ++i)
        length +=
            std::hypot(part.points[i].x - part.points[i - 1].x, part.points[i].y - part.points[i - 1].y);
    part.grain = static_cast<float>(length / static_cast<double>(part.points.size() - 1));
    part.projected = true;
}

}  // namespace retrace::render
