#pragma once

#include "render/area_layer.hpp"
#include "render/front_layer.hpp"
#include "render/ground_layer.hpp"
#include "render/renderer.hpp"
#include "render/strokes.hpp"

namespace retrace::render {

struct Renderer::State {
    State(const typeset::Fonts& fonts, const basemap::Ground& data) : brushes(fonts), ground(data) {}
    void draw(const scene::Scene&, GLuint framebuffer, int offsetX, int offsetY, bool upsideDown, bool quick);

    Brushes brushes;
    GroundLayer ground;
    FrontLayer fronts;
    AreaLayer areas;
    StrokeLayer strokes;
    Canvas canvas;  // of picture()
};

}  // namespace retrace::render
