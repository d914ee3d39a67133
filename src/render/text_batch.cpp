#include "render/text_batch.hpp"

#include "render/shaders.hpp"

#include <cmath>
#include <cstddef>

namespace retrace::render {

TextBatch::TextBatch(const typeset::Fonts& fonts) : fonts_(fonts) {
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(Vertex),
                          reinterpret_cast<const void*>(offsetof(Vertex, x)));
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(Vertex),
                          reinterpret_cast<const void*>(offsetof(Vertex, color)));
}

const typeset::Run& TextBatch::shape(const scene::Label& label) {
    constexpr std::size_t mostRuns = 4000;  // a running clock makes new ones for ever
    std::tuple key{label.text, label.size, label.weight};
    if (const auto known = runs_.find(key); known != runs_.end()) return known->second;
    if (runs_.size() >= mostRuns) runs_.clear();
    typeset::Run run = fonts_.shape(label.text, label.size, label.weight);
    return runs_.emplace(std::move(key), std::move(run)).first->second;
}

/// False when the atlas ran full.
bool TextBatch::collect(std::span<const scene::Label> labels, bool halos) {
    for (const scene::Label& label : labels) {
        const scene::Color color = halos ? label.halo : label.color;
        const int haloQuarters = halos ? static_cast<int>(std::lround(label.haloWidth * 4)) : 0;
        if (color.a == 0 || label.text.empty() || (halos && haloQuarters <= 0)) continue;
        const typeset::Run& run = shape(label);
        const float baseline = std::round(label.y);
        for (const typeset::Glyph& glyph : run.glyphs) {
            const auto quarters = static_cast<long>(std::floor((label.x + glyph.x) * 4 + 0.5F));
            const long pixel = quarters >= 0 ? quarters / 4 : -((3 - quarters) / 4);
            const auto picture =
                atlas_.glyph(fonts_, glyph.face, glyph.index, run.size > 0 ? run.size : label.size,
                             static_cast<int>(quarters - 4 * pixel), haloQuarters);
            if (!picture) return false;
            if (picture->width == 0) continue;
            const auto left = static_cast<float>(pixel + picture->left);
            const float top = baseline + std::round(glyph.y) + static_cast<float>(picture->top);
            const auto width = static_cast<float>(picture->width),
                       height = static_cast<float>(picture->height);
            const auto u = static_cast<float>(picture->u), v = static_cast<float>(picture->v);
            vertices_.push_back({left, top, u, v, color});
            vertices_.push_back({left + width, top, u + width, v, color});
            vertices_.push_back({left, top + height, u, v + height, color});
            vertices_.push_back({left + width, top + height, u + width, v + height, color});
        }
    }
    return true;
}

void TextBatch::draw(std::span<const scene::Label> labels, const PixelToClip& toClip, QuadIndices& indices) {
    vertices_.clear();
    if (!collect(labels, true) || !collect(labels, false)) {
        atlas_.clear();  // full of sizes no longer used: begin anew; what still does not fit stays out
        vertices_.clear();
        if (collect(labels, true)) (void)collect(labels, false);
    }
    if (vertices_.empty()) return;
    if (!program_) program_ = std::make_unique<Program>("text", shaders::text_vert, shaders::text_frag);
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices_.size() * sizeof(Vertex)),
                 vertices_.data(), GL_STREAM_DRAW);
    indices.bind(vertices_.size() / 4);
    program_->use();
    setPixelToClip(*program_, toClip);
    glActiveTexture(GL_TEXTURE0);
    atlas_.bind();
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(vertices_.size() / 4 * 6), GL_UNSIGNED_INT, nullptr);
}

}  // namespace retrace::render
