#include "render/front_layer.hpp"

#include "render/front_ink.hpp"
#include "render/front_tiles.hpp"
#include "render/shaders.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace retrace::render {
namespace {

constexpr float lineReach = 2.4F + 0.5F;  // units of length, from the line to the end of its casing's edge

// Three sides' probabilities and the support of each sample: the shader knows what a fourth has.
void pack(const scene::FrontPicture& picture, std::vector<float>& packed) {
    packed = picture.numbers;
    for (std::size_t i = 0; i < picture.support.size(); ++i) packed[4 * i + 3] = picture.support[i];
}

void setBrush(const Program& program, const FrontBrush& brush) {
    const auto four = [&](const char* name, const std::array<float, 4>& v) {
        glUniform4fv(program.uniform(name), 1, v.data());
    };
    program.use();
    glUniform4fv(program.uniform("tints"), 4, brush.tints.data());
    glUniform4iv(program.uniform("hatches"), 1, brush.hatches.data());
    glUniform1f(program.uniform("fourth"), brush.fourth);
    four("line", brush.line);
    four("levels", brush.levels);
    four("moved", brush.moved);
    glUniform2f(program.uniform("strokes"), brush.strokes[0], brush.strokes[1]);
    glUniform2f(program.uniform("dashMoved"), brush.dashMoved[0], brush.dashMoved[1]);
    glUniform1i(program.uniform("numbers"), 0);
}

// Tiles as one strip, by triangles without area between them. Those at the grid's edge go on beyond it.
class Strip {
public:
    Strip(const scene::FrontPicture& picture, const FrontBrush& brush, const geo::ScreenSize& size)
        : picture_(picture), brush_(brush), height_(static_cast<float>(size.height)) {}

    void add(const FrontTile& tile) {
        const float left = tile.left == 0 ? picture_.left : acrossAt(tile.left),
                    right = tile.right == picture_.cols - 1 ? picture_.right : acrossAt(tile.right),
                    top = tile.top == 0 ? 0 : downAt(tile.top),
                    bottom = tile.bottom == picture_.rows - 1 ? height_ : downAt(tile.bottom);
        if (left >= right || top >= bottom) return;
        if (!corners.empty()) {
            corners.push_back(corners.back());
            corners.push_back(cornerAt(left, top));
        }
        for (const float y : {top, bottom})
            for (const float x : {left, right}) corners.push_back(cornerAt(x, y));
    }

    std::vector<PictureBatch::Corner> corners;

private:
    [[nodiscard]] float acrossAt(int col) const {
        return std::clamp(static_cast<float>(brush_.left + col * brush_.pixels), picture_.left,
                          picture_.right);
    }
    [[nodiscard]] float downAt(int row) const {
        return std::clamp(static_cast<float>(brush_.top + row * brush_.pixels), 0.0F, height_);
    }
    [[nodiscard]] PictureBatch::Corner cornerAt(float x, float y) const {
        return {x, y, static_cast<float>((static_cast<double>(x) - brush_.left) / brush_.pixels),
                static_cast<float>((static_cast<double>(y) - brush_.top) / brush_.pixels)};
    }

    const scene::FrontPicture& picture_;
    const FrontBrush& brush_;
    float height_;
};

}  // namespace

void FrontLayer::upload(Kept& kept, const scene::FrontPicture& picture) {
    pack(picture, packed_);
    const bool sized = kept.cols == picture.cols && kept.rows == picture.rows;
    glBindTexture(GL_TEXTURE_2D, kept.numbers.id());
    if (sized && kept.of == packed_) return;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    if (sized) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, picture.cols, picture.rows, GL_RGBA, GL_FLOAT,
                        packed_.data());
    } else {
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, picture.cols, picture.rows, 0, GL_RGBA, GL_FLOAT,
                     packed_.data());
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    }
    std::swap(kept.of, packed_);
    kept.cols = picture.cols;
    kept.rows = picture.rows;
}

void FrontLayer::drawPicture(const scene::FrontPicture& picture, const FrontBrush& brush,
                             const geo::ScreenSize& size, const PixelToClip& toClip) {
    const Strip none(picture, brush, size);
    Strip whole = none;
    std::array<Strip, 4> plain{none, none, none, none};
    const float reach = lineReach * brush.strokes[0] / brush.levels[3];
    for (const FrontTile& tile : frontTiles(picture, reach))
        (tile.plain ? plain[*tile.plain] : whole).add(tile);
    if (!whole.corners.empty()) {
        setBrush(*whole_, brush);
        pictures_->draw(*whole_, whole.corners, toClip);
    }
    if (picture.opacity <= 0) return;  // only the line is drawn
    for (std::size_t s = 0; s < plain.size(); ++s) {
        if (plain[s].corners.empty() || brush.tints[4 * s + 3] <= 0) continue;
        setBrush(*plain_, brush);
        glUniform1i(plain_->uniform("plainSide"), static_cast<GLint>(s));
        pictures_->draw(*plain_, plain[s].corners, toClip);
    }
}

void FrontLayer::draw(std::span<const scene::FrontPicture> pictures, const geo::Camera& camera,
                      const geo::ScreenSize& size, float scale, const PixelToClip& toClip) {
    if (pictures.empty()) return;
    if (!whole_) {
        whole_ = std::make_unique<Program>("front", shaders::picture_vert, shaders::front_frag);
        plain_ = std::make_unique<Program>("front", shaders::picture_vert, shaders::front_frag, "PLAIN");
        pictures_ = std::make_unique<PictureBatch>();
    }
    while (kept_.size() < pictures.size()) kept_.emplace_back();
    glActiveTexture(GL_TEXTURE0);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto& picture = pictures[i];
        if (picture.cols < 2 || picture.rows < 2 || picture.right <= picture.left) continue;
        upload(kept_[i], picture);
        drawPicture(picture, frontBrush(picture, camera, size, scale), size, toClip);
    }
}

}  // namespace retrace::render
