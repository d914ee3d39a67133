#pragma once

#include "geo/camera.hpp"

namespace retrace::render {

/// Pixels from the upper left, small enough for float.
struct Pixel {
    float x = 0, y = 0;
};

/// The camera as one multiplication and one addition an axis, in double: world units to pixels.
struct Projector {
    double scale = 256, offsetX = 0, offsetY = 0;

    Projector(const geo::Camera& camera, const geo::ScreenSize& size) : scale(geo::worldPixels(camera)) {
        const geo::WorldPoint center = geo::toWorld(camera.center);
        offsetX = size.width / 2.0 - center.x * scale;
        offsetY = size.height / 2.0 - center.y * scale;
    }
    [[nodiscard]] Pixel operator()(const geo::WorldPoint& p) const {
        return {static_cast<float>(p.x * scale + offsetX), static_cast<float>(p.y * scale + offsetY)};
    }
    [[nodiscard]] Pixel operator()(const geo::LonLat& p) const { return (*this)(geo::toWorld(p)); }
};

}  // namespace retrace::render
