#include "render/ground_layer.hpp"

#include "render/ground_lines.hpp"
#include "render/shaders.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::render {
namespace {

std::vector<Relief> reliefsOf(const basemap::Ground& ground) {
    std::vector<Relief> reliefs;
    if (ground.relief) reliefs.emplace_back(*ground.relief);
    for (const basemap::Raster& raster : ground.reliefs) reliefs.emplace_back(raster);
    return reliefs;
}

}  // namespace

PictureBatch::PictureBatch() {
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(Corner), nullptr);
}

void PictureBatch::draw(const Program& program, const std::vector<Corner>& strip, const PixelToClip& toClip) {
    glBindVertexArray(array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(strip.size() * sizeof(Corner)), strip.data(),
                 GL_STREAM_DRAW);
    program.use();
    setPixelToClip(program, toClip);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, static_cast<GLsizei>(strip.size()));
}

GroundLayer::GroundLayer(const basemap::Ground& ground) {
    setGround(ground);
}

void GroundLayer::setGround(const basemap::Ground& ground) {
    index_ = GroundIndex(ground);
    reliefs_ = reliefsOf(ground);
    images_.clear();
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    for (const basemap::Raster& raster : ground.images) {
        const auto samples = static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height);
        if (samples == 0 || raster.rgba.size() != samples || raster.width > largest ||
            raster.height > largest)
            continue;
        UserImage& image = images_.emplace_back();
        image.box = raster.box;
        glBindTexture(GL_TEXTURE_2D, image.texture.id());
        glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, raster.width, raster.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                     raster.rgba.data());
        glGenerateMipmap(GL_TEXTURE_2D);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    }
    drawn_.reset();
}

const Program& GroundLayer::pictureProgram() {
    if (!pictureProgram_)
        pictureProgram_ = std::make_unique<Program>("picture", shaders::picture_vert, shaders::picture_frag);
    return *pictureProgram_;
}

void GroundLayer::draw(const scene::GroundView& view, GLuint framebuffer, int offsetX, int offsetY,
                       bool upsideDown, bool quick, Brushes& brushes) {
    const bool same = drawn_ && drawnUpsideDown_ == upsideDown && *drawn_ == view;
    if (!same && quick && drawMoved(view, framebuffer, offsetX, offsetY, upsideDown)) return;
    if (!same) redraw(view, upsideDown, brushes);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, canvas_.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glBlitFramebuffer(0, 0, view.size.width, view.size.height, offsetX, offsetY, offsetX + view.size.width,
                      offsetY + view.size.height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

void GroundLayer::redraw(const scene::GroundView& view, bool upsideDown, Brushes& brushes) {
    ++redraws_;
    drawn_.reset();  // should anything below throw, the canvas is not to be trusted
    const std::vector<std::uint32_t>& base = base_.paint(index_, reliefs_, view, !upsideDown);
    canvas_.resize(view.size.width, view.size.height);
    glBindTexture(GL_TEXTURE_2D, canvas_.texture());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, view.size.width, view.size.height, GL_RGBA, GL_UNSIGNED_BYTE,
                    base.data());
    glBindFramebuffer(GL_FRAMEBUFFER, canvas_.framebuffer());
    glViewport(0, 0, view.size.width, view.size.height);
    const PixelToClip toClip = pixelToClip(view.size.width, view.size.height, upsideDown);
    drawImages(view, toClip);
    addGroundLines(brushes.lines, index_, view);
    brushes.lines.flush(toClip, brushes.quads);
    const Projector project(view.camera, view.size);
    for (const scene::Disc& town : view.towns) brushes.shapes.add(boxOf(town, view.camera, project));
    brushes.shapes.flush(toClip, brushes.quads);
    brushes.text.draw(view.labels, toClip, brushes.quads);
    drawn_ = view;
    drawnUpsideDown_ = upsideDown;
}

void GroundLayer::drawImages(const scene::GroundView& view, const PixelToClip& toClip) {
    const Projector project(view.camera, view.size);
    for (const UserImage& image : images_) {
        if (!geo::overlaps(image.box, geo::viewBox(view.camera, view.size))) continue;
        // Rows of an image are even in latitude, those of the picture are not: many thin strips.
        constexpr int strips = 96;
        std::vector<PictureBatch::Corner> corners;
        for (int i = 0; i <= strips; ++i) {
            const double share = static_cast<double>(i) / strips;
            const double lat = image.box.north + (image.box.south - image.box.north) * share;
            const Pixel left = project(geo::LonLat{image.box.west, lat});
            const Pixel right = project(geo::LonLat{image.box.east, lat});
            const auto v = static_cast<float>(share);
            corners.push_back({left.x, left.y, 0, v});
            corners.push_back({right.x, right.y, 1, v});
        }
        glActiveTexture(GL_TEXTURE0);
        glBindTexture(GL_TEXTURE_2D, image.texture.id());
        pictures_.draw(pictureProgram(), corners, toClip);
    }
}

bool GroundLayer::drawMoved(const scene::GroundView& view, GLuint framebuffer, int offsetX, int offsetY,
                            bool upsideDown) {
    if (!drawn_ || drawn_->theme != view.theme || drawn_->size != view.size ||
        drawn_->relief != view.relief || drawn_->graticule != view.graticule ||
        drawnUpsideDown_ != upsideDown)
        return false;
    const Projector was(drawn_->camera, drawn_->size), now(view.camera, view.size);
    const double ratio = now.scale / was.scale;
    if (ratio < 0.55 || ratio > 1.8) return false;
    const double left = now.offsetX - was.offsetX * ratio, top = now.offsetY - was.offsetY * ratio;
    const double right = left + view.size.width * ratio, bottom = top + view.size.height * ratio;
    const double coveredX = std::min<double>(right, view.size.width) - std::max(left, 0.0);
    const double coveredY = std::min<double>(bottom, view.size.height) - std::max(top, 0.0);
    constexpr double enough = 0.8;  // of the view; less bare paper than this is not noticed while it moves
    if (coveredX <= 0 || coveredY <= 0 || coveredX * coveredY < enough * view.size.width * view.size.height)
        return false;

    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(offsetX, offsetY, view.size.width, view.size.height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(offsetX, offsetY, view.size.width, view.size.height);
    const scene::Color paper = groundPaper(view.theme);
    glClearColor(static_cast<float>(paper.r) / 255, static_cast<float>(paper.g) / 255,
                 static_cast<float>(paper.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
    const float topV = upsideDown ? 0 : 1, bottomV = 1 - topV;
    const auto x0 = static_cast<float>(left), x1 = static_cast<float>(right);
    const auto y0 = static_cast<float>(top), y1 = static_cast<float>(bottom);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, canvas_.texture());
    pictures_.draw(pictureProgram(),
                   {{x0, y0, 0, topV}, {x1, y0, 1, topV}, {x0, y1, 0, bottomV}, {x1, y1, 1, bottomV}},
                   pixelToClip(view.size.width, view.size.height, upsideDown));
    return true;
}

}  // namespace retrace::render
