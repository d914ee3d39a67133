#include "render/renderer.hpp"

#include "geo/error.hpp"
#include "render/area_layer.hpp"
#include "render/ground_layer.hpp"
#include "render/state.hpp"
#include "render/strokes.hpp"

#include <cmath>

namespace retrace::render {
namespace {

/// The state of OpenGL that drawing relies on; others (Dear ImGui) share the context.
void prepare() {
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_FRAMEBUFFER_SRGB);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glActiveTexture(GL_TEXTURE0);
    glBindSampler(0, 0);  // a sampler left by others would override the textures' own settings
}

void addLines(LineBatch& batch, const scene::Scene& scene, const Projector& project) {
    std::vector<Pixel> path;
    for (const scene::Line& line : scene.lines) {
        path.clear();
        for (const geo::LonLat& p : line.path) path.push_back(project(p));
        if (line.casing > 0)
            batch.add(path, {line.width + 2 * line.casing, line.casingColor, scene::Dash::solid});
        batch.add(path, {line.width, line.color, line.dash});
    }
}

}  // namespace

void Renderer::State::draw(const scene::Scene& scene, GLuint framebuffer, int offsetX, int offsetY,
                           bool upsideDown, bool quick) {
    const geo::ScreenSize size = scene.ground.size;
    if (size.width <= 0 || size.height <= 0) return;
    prepare();
    ground.draw(scene.ground, framebuffer, offsetX, offsetY, upsideDown, quick, brushes);
    glViewport(offsetX, offsetY, size.width, size.height);
    const PixelToClip toClip = pixelToClip(size.width, size.height, upsideDown);
    const Projector project(scene.ground.camera, size);

    fronts.draw(scene.fronts, scene.ground.camera, size, scene.ground.scale, toClip);
    areas.draw(scene.areas, scene.ground.camera, size, toClip);
    addLines(brushes.lines, scene, project);
    brushes.lines.flush(toClip, brushes.quads);
    for (const scene::Disc& disc : scene.discs) brushes.shapes.add(boxOf(disc, scene.ground.camera, project));
    brushes.shapes.flush(toClip, brushes.quads);
    brushes.text.draw(scene.labels, toClip, brushes.quads);
    for (const scene::Panel& panel : scene.panels) brushes.shapes.add(boxOf(panel));
    brushes.shapes.flush(toClip, brushes.quads);
    strokes.draw(scene.strokes, toClip, brushes);
    brushes.text.draw(scene.texts, toClip, brushes.quads);
    glBindVertexArray(0);
    glUseProgram(0);
}

Renderer::Renderer(const typeset::Fonts& fonts, const basemap::Ground& ground)
    : state_(std::make_unique<State>(fonts, ground)) {}

Renderer::~Renderer() = default;

void Renderer::setGround(const basemap::Ground& ground) {
    state_->ground.setGround(ground);
}

void Renderer::draw(const scene::Scene& scene, unsigned framebuffer, geo::ScreenPoint offset, bool quick) {
    state_->draw(scene, framebuffer, static_cast<int>(std::lround(offset.x)),
                 static_cast<int>(std::lround(offset.y)), false, quick);
}

std::size_t Renderer::groundRedraws() const {
    return state_->ground.redraws();
}

Image Renderer::picture(const scene::Scene& scene) {
    Image image;
    picture(scene, image);
    return image;
}

void Renderer::picture(const scene::Scene& scene, Image& into) {
    const geo::ScreenSize size = scene.ground.size;
    if (size.width <= 0 || size.height <= 0) throw Error("a picture needs a size of at least 1x1 pixels");
    state_->canvas.resize(size.width, size.height);
    // Upside down: the rows come back from the top, nothing has to be turned.
    state_->draw(scene, state_->canvas.framebuffer(), 0, 0, true, false);
    into.width = size.width;
    into.height = size.height;
    into.rgba.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, state_->canvas.framebuffer());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glPixelStorei(GL_PACK_ROW_LENGTH, 0);
    glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, into.rgba.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

}  // namespace retrace::render
