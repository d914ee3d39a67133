#pragma once

#include "basemap/ground.hpp"
#include "geo/camera.hpp"
#include "scene/scene.hpp"
#include "typeset/typeset.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace retrace::render {

/// An OpenGL 3.3 core context without a display (EGL: surfaceless, then a device). Throws Error saying
/// which package is missing when neither exists.
class Offscreen {
public:
    Offscreen();
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// Pixels from the upper left, R G B A, rows without padding.
struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// The only OpenGL. Needs a current context for its whole life. The ground is drawn into a cached
/// framebuffer and again only when GroundView or the ground data change.
class Renderer {
public:
    Renderer(const typeset::Fonts&, const basemap::Ground&);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// New ground data (a user's file was added).
    void setGround(const basemap::Ground&);
    /// Draws the scene into the framebuffer that is bound (0: the window), at its lower left + offset.
    /// `quick`: while the view moves, the cached ground is shifted and scaled instead of drawn anew.
    void draw(const scene::Scene&, unsigned framebuffer = 0, geo::ScreenPoint offset = {},
              bool quick = false);
    /// Draws into an own framebuffer and reads it back.
    [[nodiscard]] Image picture(const scene::Scene&);
    /// The same into an image whose memory is used again.
    void picture(const scene::Scene&, Image& into);
    /// How often the ground was drawn anew since the start, for tests and figures.
    [[nodiscard]] std::size_t groundRedraws() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Throws Error (missing folder, full disk); nothing half-written stays.
void writePng(const Image&, const std::filesystem::path&);

struct FilmOptions {
    std::filesystem::path file;  // .mp4; or a folder for a PNG sequence
    geo::ScreenSize size{1280, 720};
    int fps = 30;
    std::size_t frames = 0;
};
struct FilmReport {
    std::size_t frames = 0;
    double seconds = 0;     // of wall time
    bool sequence = false;  // no ffmpeg: a PNG sequence was written
    std::filesystem::path written;
    std::size_t removed = 0;  // frames of an earlier film that lay in the folder
};
/// Draws frame 0..frames-1 and encodes them in a second thread. `progress` is called after each frame.
[[nodiscard]] FilmReport writeFilm(Renderer&, const FilmOptions&,
                                   const std::function<scene::Scene(std::size_t frame)>& sceneOf,
                                   const std::function<void(std::size_t done)>& progress);

}  // namespace retrace::render
