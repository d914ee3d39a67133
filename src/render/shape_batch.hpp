#pragma once

#include "render/gl.hpp"
#include "render/projector.hpp"
#include "scene/scene.hpp"

#include <memory>
#include <vector>

namespace retrace::render {

/// A box with round corners, in pixels; a disc is one rounded by half its side.
struct RoundedBox {
    Pixel middle;
    float halfWidth = 0, halfHeight = 0, rounding = 0, strokeWidth = 0;
    scene::Color fill, stroke;
};

/// Discs and panels, soft-edged, drawn in the order added.
class ShapeBatch {
public:
    ShapeBatch();
    void add(const RoundedBox&);
    void flush(const PixelToClip&, QuadIndices&);

private:
    struct Vertex {
        float x, y, offsetX, offsetY;
        float halfWidth, halfHeight, rounding, strokeWidth;
        scene::Color fill, stroke;
    };
    VertexArray array_;
    Buffer buffer_;
    std::vector<Vertex> vertices_;
    std::unique_ptr<Program> program_;
};

/// A disc where the camera shows it; radius in metres on the ground or in pixels.
[[nodiscard]] RoundedBox boxOf(const scene::Disc&, const geo::Camera&, const Projector&);
[[nodiscard]] RoundedBox boxOf(const scene::Panel&);

}  // namespace retrace::render
