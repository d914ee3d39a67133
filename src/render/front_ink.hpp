#pragma once

#include "geo/camera.hpp"
#include "scene/front_picture.hpp"

#include <array>

namespace retrace::render {

/// What shaders/front.frag is told beside the numbers on the grid, by the names of its uniforms, and where
/// the grid lies.
struct FrontBrush {
    std::array<float, 16> tints{};  // R G B, shown; four sides
    std::array<int, 4> hatches{};
    float fourth = 0;
    std::array<float, 4> line{}, levels{}, moved{};
    std::array<float, 2> strokes{}, dashMoved{};
    double left = 0, top = 0, pixels = 1;  // of the first sample, from the picture's upper left; a sample's
};
/// `scale`: of lines and hatch, pixels of a unit of length.
[[nodiscard]] FrontBrush frontBrush(const scene::FrontPicture&, const geo::Camera&, const geo::ScreenSize&,
                                    float scale);

/// R, G, B and opacity, 0..1; the colours not multiplied by the opacity.
using Ink = std::array<float, 4>;
/// What the shader gives a pixel, to within 1e-3; nothing outside the part of the picture in which the front
/// is drawn.
[[nodiscard]] Ink frontInk(const FrontBrush&, const scene::FrontPicture&, int column, int row);

}  // namespace retrace::render
