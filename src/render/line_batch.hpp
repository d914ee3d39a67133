#pragma once

#include "render/gl.hpp"
#include "render/projector.hpp"
#include "scene/scene.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace retrace::render {

struct LineStyle {
    float width = 1;
    scene::Color color;
    scene::Dash dash = scene::Dash::solid;
};

/// Corner of a widened segment; see shaders/line.vert.
struct LineVertex {
    float x, y, across, along;
    float halfWidth, start, end, dash;
    scene::Color color;
};

/// Appends four corners a segment: mitred at gentle joins, round at sharp ones and at the ends. Points
/// closer than a tenth of a pixel are dropped; fewer than two points left give nothing.
void widen(std::vector<LineVertex>& out, std::span<const Pixel> path, const LineStyle&);

/// Collects lines and draws them in the order added.
class LineBatch {
public:
    LineBatch();
    void add(std::span<const Pixel> path, const LineStyle&);
    /// A polygon cut into triangles; its rim is half a pixel soft.
    void fill(std::span<const Pixel> ring, std::span<const std::array<std::uint32_t, 3>> triangles,
              scene::Color);
    /// Draws what was added and forgets it.
    void flush(const PixelToClip&, QuadIndices&);

private:
    void count(std::size_t firstVertex, bool pattern);

    struct Stretch {
        bool pattern = false;
        std::size_t firstVertex = 0, vertices = 0;
    };
    VertexArray array_;
    Buffer buffer_;
    std::vector<LineVertex> vertices_;
    std::vector<Stretch> stretches_;
    std::unique_ptr<Program> solid_, pattern_;  // made when first needed: compiling costs milliseconds
};

}  // namespace retrace::render
