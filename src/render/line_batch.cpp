#include "render/line_batch.hpp"

#include "render/shaders.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace retrace::render {
namespace {

struct Segment {
    Pixel from, to, direction;
    float length = 0;
};

std::vector<Segment> segmentsOf(std::span<const Pixel> path) {
    std::vector<Segment> segments;
    if (path.empty()) return segments;
    segments.reserve(path.size());
    Pixel last = path.front();
    for (const Pixel p : path.subspan(1)) {
        const float dx = p.x - last.x, dy = p.y - last.y;
        const float length = std::sqrt(dx * dx + dy * dy);
        if (!(length > 0.1F)) continue;
        segments.push_back({last, p, {dx / length, dy / length}, length});
        last = p;
    }
    return segments;
}

/// Half the bend's tangent: how far a mitre reaches along the line per pixel of half width; a negative
/// value asks for a round join.
float mitreShift(const Segment& a, const Segment& b, float reach) {
    const float cosine = a.direction.x * b.direction.x + a.direction.y * b.direction.y;
    if (cosine < 0.2F) return -1;
    const float sine = a.direction.x * b.direction.y - a.direction.y * b.direction.x;
    const float shift = std::abs(sine) / (1 + cosine);
    return shift * reach < std::min(a.length, b.length) ? shift : -1;
}

}  // namespace

void widen(std::vector<LineVertex>& out, std::span<const Pixel> path, const LineStyle& style) {
    const std::vector<Segment> segments = segmentsOf(path);
    if (segments.empty() || style.width <= 0 || style.color.a == 0) return;
    scene::Color color = style.color;
    if (style.width < 1)
        color.a = static_cast<std::uint8_t>(std::lround(style.width * static_cast<float>(color.a)));
    const float half = std::max(style.width, 1.0F) / 2;
    const float reach = half + 1;  // one pixel more for the soft edge
    const auto dash = static_cast<float>(style.dash);

    float along = 0;  // at the start of the segment
    float pieceStart = 0;
    std::size_t pieceFirst = out.size();
    Pixel startLeft{}, startRight{};
    bool joined = false;  // the segment's start is mitred to the one before
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& s = segments[i];
        const Pixel normal{-s.direction.y, s.direction.x};
        const auto corner = [&](Pixel at, float across, float alongAt) {
            out.push_back({at.x, at.y, across, alongAt, half, pieceStart, 0, dash, color});
        };
        const auto beside = [&](Pixel at, float forward, float side) {
            return Pixel{at.x + s.direction.x * forward + normal.x * side,
                         at.y + s.direction.y * forward + normal.y * side};
        };
        const auto alongOf = [&](Pixel p) {
            return along + (p.x - s.from.x) * s.direction.x + (p.y - s.from.y) * s.direction.y;
        };
        if (!joined) {
            startLeft = beside(s.from, -reach, reach);
            startRight = beside(s.from, -reach, -reach);
        }
        corner(startLeft, reach, alongOf(startLeft));
        corner(startRight, -reach, alongOf(startRight));

        const bool last = i + 1 == segments.size();
        const float shift = last ? -1 : mitreShift(s, segments[i + 1], reach);
        joined = shift >= 0;
        if (joined) {
            const Segment& next = segments[i + 1];
            const float turn = s.direction.x * next.direction.y - s.direction.y * next.direction.x;
            const float signedShift = turn > 0 ? -shift * reach : shift * reach;
            startLeft = beside(s.to, signedShift, reach);
            startRight = beside(s.to, -signedShift, -reach);
            corner(startLeft, reach, alongOf(startLeft));
            corner(startRight, -reach, alongOf(startRight));
        } else {
            const Pixel left = beside(s.to, reach, reach), right = beside(s.to, reach, -reach);
            corner(left, reach, alongOf(left));
            corner(right, -reach, alongOf(right));
        }
        along += s.length;
        if (!joined) {
            for (std::size_t v = pieceFirst; v < out.size(); ++v) out[v].end = along;
            pieceFirst = out.size();
            pieceStart = along;
        }
    }
}

LineBatch::LineBatch() {
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    const auto attribute = [](GLuint index, GLint count, GLenum type, GLboolean normalised,
                              std::size_t offset) {
        glEnableVertexAttribArray(index);
        glVertexAttribPointer(index, count, type, normalised, sizeof(LineVertex),
                              reinterpret_cast<const void*>(offset));
    };
    attribute(0, 4, GL_FLOAT, GL_FALSE, offsetof(LineVertex, x));
    attribute(1, 4, GL_FLOAT, GL_FALSE, offsetof(LineVertex, halfWidth));
    attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(LineVertex, color));
}

void LineBatch::add(std::span<const Pixel> path, const LineStyle& style) {
    const std::size_t first = vertices_.size();
    widen(vertices_, path, style);
    count(first, style.dash != scene::Dash::solid);
}

void LineBatch::fill(std::span<const Pixel> ring, std::span<const std::array<std::uint32_t, 3>> triangles,
                     scene::Color color) {
    const std::size_t first = vertices_.size();
    // Far inside a line as wide as the world every pixel is covered; the fourth corner repeats the third.
    for (const auto& triangle : triangles)
        for (const std::size_t k : {0U, 1U, 2U, 2U}) {
            const Pixel p = ring[triangle[k]];
            vertices_.push_back({p.x, p.y, 0, 0, 1e4F, -1e4F, 1e4F, 0, color});
        }
    std::vector<Pixel> rim(ring.begin(), ring.end());
    rim.push_back(ring.front());
    widen(vertices_, rim, {1, color, scene::Dash::solid});
    count(first, false);
}

void LineBatch::count(std::size_t first, bool pattern) {
    const std::size_t added = vertices_.size() - first;
    if (added == 0) return;
    if (stretches_.empty() || stretches_.back().pattern != pattern) stretches_.push_back({pattern, first, 0});
    stretches_.back().vertices += added;
}

void LineBatch::flush(const PixelToClip& toClip, QuadIndices& indices) {
    if (vertices_.empty()) return;
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices_.size() * sizeof(LineVertex)),
                 vertices_.data(), GL_STREAM_DRAW);
    indices.bind(vertices_.size() / 4);
    for (const Stretch& stretch : stretches_) {
        std::unique_ptr<Program>& program = stretch.pattern ? pattern_ : solid_;
        if (!program)
            program = std::make_unique<Program>("line", shaders::line_vert, shaders::line_frag,
                                                stretch.pattern ? "PATTERN" : "");
        program->use();
        setPixelToClip(*program, toClip);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(stretch.vertices / 4 * 6), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(stretch.firstVertex / 4 * 6 * sizeof(std::uint32_t)));
    }
    vertices_.clear();
    stretches_.clear();
}

}  // namespace retrace::render
