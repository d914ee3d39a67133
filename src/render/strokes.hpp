#pragma once

#include "render/ground_layer.hpp"
#include "scene/scene.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace retrace::render {

/// Triangles of a simple polygon, by cutting ears; indices into `ring`. Meant for the few corners of an
/// arrow or a scale bar. A polygon that crosses itself gives fewer triangles, never an endless loop.
[[nodiscard]] std::vector<std::array<std::uint32_t, 3>> triangles(std::span<const Pixel> ring);

/// Lines and filled polygons of the furniture, in the order of the scene.
class StrokeLayer {
public:
    void draw(std::span<const scene::Stroke>, const PixelToClip&, Brushes&);

private:
    std::vector<Pixel> path_;
};

}  // namespace retrace::render
