#pragma once

#include "render/gl.hpp"
#include "render/text_atlas.hpp"
#include "scene/scene.hpp"

#include <map>
#include <memory>
#include <span>
#include <tuple>
#include <vector>

namespace retrace::render {

/// Labels: all halos first, then all letters, so that no halo erases a neighbour's dots.
class TextBatch {
public:
    explicit TextBatch(const typeset::Fonts&);
    void draw(std::span<const scene::Label>, const PixelToClip&, QuadIndices&);

private:
    struct Vertex {
        float x, y, u, v;
        scene::Color color;
    };
    const typeset::Run& shape(const scene::Label&);
    bool collect(std::span<const scene::Label>, bool halos);

    const typeset::Fonts& fonts_;
    TextAtlas atlas_;
    std::map<std::tuple<std::string, float, typeset::Weight>, typeset::Run> runs_;
    VertexArray array_;
    Buffer buffer_;
    std::vector<Vertex> vertices_;
    std::unique_ptr<Program> program_;
};

}  // namespace retrace::render
