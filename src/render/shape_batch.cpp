#include "render/shape_batch.hpp"

#include "render/shaders.hpp"

#include <algorithm>
#include <cstddef>

namespace retrace::render {

ShapeBatch::ShapeBatch() {
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    const auto attribute = [](GLuint index, GLenum type, GLboolean normalised, std::size_t offset) {
        glEnableVertexAttribArray(index);
        glVertexAttribPointer(index, 4, type, normalised, sizeof(Vertex),
                              reinterpret_cast<const void*>(offset));
    };
    attribute(0, GL_FLOAT, GL_FALSE, offsetof(Vertex, x));
    attribute(1, GL_FLOAT, GL_FALSE, offsetof(Vertex, halfWidth));
    attribute(2, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(Vertex, fill));
    attribute(3, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(Vertex, stroke));
}

void ShapeBatch::add(const RoundedBox& box) {
    if (box.halfWidth <= 0 || box.halfHeight <= 0) return;
    const float reachX = box.halfWidth + 1, reachY = box.halfHeight + 1;  // room for the soft edge
    const float rounding = std::min({box.rounding, box.halfWidth, box.halfHeight});
    for (const float sy : {-1.0F, 1.0F})
        for (const float sx : {-1.0F, 1.0F})
            vertices_.push_back({box.middle.x + sx * reachX, box.middle.y + sy * reachY, sx * reachX,
                                 sy * reachY, box.halfWidth, box.halfHeight, rounding, box.strokeWidth,
                                 box.fill, box.stroke});
}

void ShapeBatch::flush(const PixelToClip& toClip, QuadIndices& indices) {
    if (vertices_.empty()) return;
    if (!program_) program_ = std::make_unique<Program>("shape", shaders::shape_vert, shaders::shape_frag);
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices_.size() * sizeof(Vertex)),
                 vertices_.data(), GL_STREAM_DRAW);
    indices.bind(vertices_.size() / 4);
    program_->use();
    setPixelToClip(*program_, toClip);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(vertices_.size() / 4 * 6), GL_UNSIGNED_INT, nullptr);
    vertices_.clear();
}

RoundedBox boxOf(const scene::Disc& disc, const geo::Camera& camera, const Projector& project) {
    float radius = disc.radius_px;
    if (disc.radius_m > 0)
        radius = static_cast<float>(disc.radius_m / geo::metresPerPixel(camera, disc.at.lat));
    return {project(disc.at), radius, radius, radius, disc.strokeWidth, disc.fill, disc.stroke};
}

RoundedBox boxOf(const scene::Panel& panel) {
    // A panel whose stroke nobody set (opaque black, no colour of a theme) has none.
    const float hairline = panel.stroke.a > 0 && panel.stroke != scene::Color{} ? 1.0F : 0.0F;
    return {{panel.x + panel.width / 2, panel.y + panel.height / 2},
            panel.width / 2,
            panel.height / 2,
            panel.rounding,
            hairline,
            panel.fill,
            panel.stroke};
}

}  // namespace retrace::render
