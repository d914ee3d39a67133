#pragma once

#include "render/projector.hpp"

#include <cstdint>
#include <vector>

namespace retrace::render {

/// Exact area coverage of polygons on a pixel grid, summed over rings: rings that run clockwise on the screen
/// (y down) add, the others take away. Neighbours that share an edge leave no seam.
/// Method: signed trapezoid areas accumulated along rows, as R. Levien's font-rs does.
class Coverage {
public:
    Coverage() = default;
    Coverage(int width, int height) { clear(width, height); }
    /// Forgets all edges; the grid may change its size.
    void clear(int width, int height);
    /// An edge of a ring; `sign` -1 turns it round. Edges outside the grid count where they must.
    void edge(Pixel from, Pixel to, float sign);
    /// Row `y` as 0..1, into `row` (width values).
    void row(int y, float* row) const;
    [[nodiscard]] std::vector<std::uint8_t> bytes() const;

private:
    void inside(float x0, float y0, float x1, float y1, float direction);
    int width_ = 0, height_ = 0, stride_ = 0;
    std::vector<float> sums_;
};

}  // namespace retrace::render
