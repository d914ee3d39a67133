#pragma once

#include "render/renderer.hpp"

#include <cstdint>
#include <vector>

namespace retrace::render {

/// Planes Y, U, V one after the other, BT.709 in the television range, half the colour resolution both ways.
/// An odd last row or column is left out: the format has none.
struct YuvFrame {
    int width = 0, height = 0;
    std::vector<std::uint8_t> planes;
};

/// Fills `frame` from `image`. Where `before` is the image that `frame` was last filled from, pairs of rows
/// that have not changed are left as they are: with a still camera that is most of the film.
void toYuv(const Image& image, const Image* before, YuvFrame& frame);

}  // namespace retrace::render
