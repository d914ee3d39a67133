#pragma once

#include "basemap/ground.hpp"
#include "geo/camera.hpp"

#include <vector>

namespace retrace::render {

/// A line or ring in world units, ready to be projected by a multiplication.
struct GroundPart {
    std::vector<geo::WorldPoint> points;
    geo::Box box;     // degrees
    float grain = 0;  // mean distance between vertices, world units
    float sign = 1;   // a ring: +1 or -1 so that outer rings add and holes take away
    bool projected = false;
};

struct GroundFeature {
    basemap::Layer layer = basemap::Layer::land;
    int rank = 0;
    std::vector<GroundPart> parts;
};

/// The ground's features, converted to world units part by part when a view first meets them.
class GroundIndex {
public:
    GroundIndex() = default;
    explicit GroundIndex(const basemap::Ground&);

    /// Calls `visit(const GroundPart&, int rank)` for every part of a layer whose box meets `view`.
    template <typename Visit>
    void each(basemap::Layer layer, const geo::Box& view, Visit&& visit) {
        for (GroundFeature& feature : features_) {
            if (feature.layer != layer) continue;
            for (GroundPart& part : feature.parts) {
                if (!geo::overlaps(part.box, view)) continue;
                if (!part.projected) project(part);
                visit(const_cast<const GroundPart&>(part), feature.rank);
            }
        }
    }

private:
    static void project(GroundPart&);
    std::vector<GroundFeature> features_;
};

}  // namespace retrace::render
