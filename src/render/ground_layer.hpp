#pragma once

#include "render/gl.hpp"
#include "render/ground_base.hpp"
#include "render/ground_index.hpp"
#include "render/hillshade.hpp"
#include "render/line_batch.hpp"
#include "render/shape_batch.hpp"
#include "render/text_batch.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace retrace::render {

/// What draws; shared by the ground and what moves on it.
struct Brushes {
    explicit Brushes(const typeset::Fonts& fonts) : text(fonts) {}
    LineBatch lines;
    ShapeBatch shapes;
    TextBatch text;
    QuadIndices quads;
};

/// A texture over a rectangle of the picture, in pixels.
class PictureBatch {
public:
    PictureBatch();
    struct Corner {
        float x, y, u, v;
    };
    /// Strips of corners, two a row from the top.
    void draw(const Program&, const std::vector<Corner>& strip, const PixelToClip&);

private:
    VertexArray array_;
    Buffer buffer_;
};

/// The ground with its towns and names, kept as a picture and drawn anew only when it changes.
class GroundLayer {
public:
    explicit GroundLayer(const basemap::Ground&);
    void setGround(const basemap::Ground&);

    /// Copies the ground into a framebuffer at an offset from its lower left. `quick`: where the kept
    /// picture still covers most of the view it is moved and scaled instead of drawn anew.
    void draw(const scene::GroundView&, GLuint framebuffer, int offsetX, int offsetY, bool upsideDown,
              bool quick, Brushes&);
    /// How often the ground was drawn anew.
    [[nodiscard]] std::size_t redraws() const { return redraws_; }

private:
    struct UserImage {
        Texture texture;
        geo::Box box;
    };
    void redraw(const scene::GroundView&, bool upsideDown, Brushes&);
    void drawImages(const scene::GroundView&, const PixelToClip&);
    bool drawMoved(const scene::GroundView&, GLuint framebuffer, int offsetX, int offsetY, bool upsideDown);
    const Program& pictureProgram();

    GroundIndex index_;
    GroundBase base_;
    std::vector<Relief> reliefs_;
    std::vector<UserImage> images_;
    Canvas canvas_;
    PictureBatch pictures_;
    std::unique_ptr<Program> pictureProgram_;
    std::optional<scene::GroundView> drawn_;  // what the canvas shows
    bool drawnUpsideDown_ = false;
    std::size_t redraws_ = 0;
};

}  // namespace retrace::render
