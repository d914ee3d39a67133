#include "render/front_layer.hpp"

#include "render/projector.hpp"
#include "render/shaders.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::render {
namespace {

constexpr float hatchPeriod = 9;  // pixels

void setTexture(const Texture& texture, GLint inside, GLenum format, const scene::FrontPicture& picture,
                const std::vector<float>& numbers, bool sized) {
    glBindTexture(GL_TEXTURE_2D, texture.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    if (sized) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, picture.cols, picture.rows, format, GL_FLOAT, numbers.data());
        return;
    }
    glTexImage2D(GL_TEXTURE_2D, 0, inside, picture.cols, picture.rows, 0, format, GL_FLOAT, numbers.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void setLooks(const Program& program, const scene::FrontPicture& picture) {
    constexpr std::size_t most = 4;
    std::array<GLfloat, 4 * most> tints{};
    std::array<GLint, most> hatches{};
    for (std::size_t s = 0; s < std::min(most, picture.sides.size()); ++s) {
        const auto& look = picture.sides[s];
        tints[4 * s] = static_cast<float>(look.r) / 255;
        tints[4 * s + 1] = static_cast<float>(look.g) / 255;
        tints[4 * s + 2] = static_cast<float>(look.b) / 255;
        tints[4 * s + 3] = look.shown ? 1 : 0;
        hatches[s] = look.hatch;
    }
    glUniform4fv(program.uniform("tints"), most, tints.data());
    glUniform1iv(program.uniform("hatches"), most, hatches.data());
    glUniform4f(program.uniform("line"), static_cast<float>(picture.line.r) / 255,
                static_cast<float>(picture.line.g) / 255, static_cast<float>(picture.line.b) / 255,
                picture.dashed ? 1 : 0);
}

}  // namespace

void FrontLayer::upload(Kept& kept, const scene::FrontPicture& picture) {
    const bool sized = kept.cols == picture.cols && kept.rows == picture.rows;
    if (sized && kept.of == picture.numbers && kept.supportOf == picture.support) return;
    setTexture(kept.numbers, GL_RGBA32F, GL_RGBA, picture, picture.numbers, sized);
    setTexture(kept.support, GL_R32F, GL_RED, picture, picture.support, sized);
    kept.of = picture.numbers;
    kept.supportOf = picture.support;
    kept.cols = picture.cols;
    kept.rows = picture.rows;
}

void FrontLayer::draw(std::span<const scene::FrontPicture> pictures, const geo::Camera& camera,
                      const geo::ScreenSize& size, float scale, const PixelToClip& toClip) {
    if (pictures.empty()) return;
    if (!program_) {
        program_ = std::make_unique<Program>("front", shaders::picture_vert, shaders::front_frag);
        pictures_ = std::make_unique<PictureBatch>();
    }
    while (kept_.size() < pictures.size()) kept_.emplace_back();
    const Projector project(camera, size);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto& picture = pictures[i];
        if (picture.cols < 2 || picture.rows < 2 || picture.right <= picture.left) continue;
        upload(kept_[i], picture);
        program_->use();
        setLooks(*program_, picture);
        const double pixels = picture.frame.step * project.scale;  // a sample
        const double left = picture.frame.west * project.scale + project.offsetX,
                     top = picture.frame.north * project.scale + project.offsetY;
        const double period = hatchPeriod * scale * 14 * std::sqrt(2.0);  // of all patterns together
        glUniform4f(program_->uniform("levels"), picture.stated, picture.doubtful, picture.opacity, static_cast<float>(pixels));
        const float grey = picture.line.r + picture.line.g + picture.line.b > 384 ? 0.12F : 1.0F;
        glUniform4f(program_->uniform("strokes"), 1.1F * scale, 2.4F * scale, hatchPeriod * scale, grey);
        glUniform2f(program_->uniform("moved"),
                    static_cast<float>(std::fmod(picture.frame.west * project.scale, period)),
                    static_cast<float>(std::fmod(picture.frame.north * project.scale, period)));
        glUniform1i(program_->uniform("numbers"), 0);
        glUniform1i(program_->uniform("support"), 1);
        glActiveTexture(GL_TEXTURE1);
        glBindTexture(GL_TEXTURE_2D, kept_[i].support.id());
        glActiveTexture(GL_TEXTURE0);
        glBindTexture(GL_TEXTURE_2D, kept_[i].numbers.id());
        const auto sample = [&](double x, double y) {
            return std::pair(static_cast<float>((x - left) / pixels), static_cast<float>((y - top) / pixels));
        };
        const auto [u0, v0] = sample(picture.left, 0);
        const auto [u1, v1] = sample(picture.right, size.height);
        const auto bottom = static_cast<float>(size.height);
        pictures_->draw(*program_,
                        {{picture.left, 0, u0, v0},
                         {picture.right, 0, u1, v0},
                         {picture.left, bottom, u0, v1},
                         {picture.right, bottom, u1, v1}},
                        toClip);
    }
}

}  // namespace retrace::render
