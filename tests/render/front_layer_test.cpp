#include "fronts.hpp"

#include "render/front_ink.hpp"
#include "render/front_layer.hpp"

#include <gtest/gtest.h>

namespace retrace::render::testing {
namespace {

using scene::Compare;
using scene::FrontPicture;

/// A framebuffer of floats: what the shader gives, neither rounded nor mixed with what is below.
class FrontInk : public ::testing::Test {
protected:
    FrontInk() {
        glDisable(GL_BLEND);
        glDisable(GL_DEPTH_TEST);
    }

    [[nodiscard]] std::vector<float> drawn(const std::vector<FrontPicture>& pictures,
                                           const scene::View& view) {
        const Texture texture;
        const Framebuffer framebuffer;
        glBindTexture(GL_TEXTURE_2D, texture.id());
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, view.size.width, view.size.height, 0, GL_RGBA, GL_FLOAT,
                     nullptr);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.id());
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture.id(), 0);
        EXPECT_EQ(glCheckFramebufferStatus(GL_FRAMEBUFFER), GLenum{GL_FRAMEBUFFER_COMPLETE});
        glViewport(0, 0, view.size.width, view.size.height);
        glClearColor(0, 0, 0, 0);
        glClear(GL_COLOR_BUFFER_BIT);
        layer.draw(pictures, view.camera, view.size, view.scale,
                   pixelToClip(view.size.width, view.size.height, true));
        std::vector<float> out(static_cast<std::size_t>(view.size.width) *
                               static_cast<std::size_t>(view.size.height) * 4);
        glReadPixels(0, 0, view.size.width, view.size.height, GL_RGBA, GL_FLOAT, out.data());
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        return out;
    }

    /// A colour counts by what it gives the picture: the next to nothing of a pixel with an opacity of 1e-9
    /// has any colour.
    static float number(const float* ink, std::size_t c) { return c < 3 ? ink[c] * ink[3] : ink[3]; }

    /// Every pixel, all four numbers; but for `mayDiffer` of them. Gives how many pixels have ink.
    std::size_t expectSame(const FrontPicture& picture, const scene::View& view, std::size_t mayDiffer = 0) {
        const auto shader = drawn({picture}, view);
        const FrontBrush brush = frontBrush(picture, view.camera, view.size, view.scale);
        std::size_t inked = 0, apart = 0, i = 0;
        float worst = 0;
        for (int row = 0; row < view.size.height; ++row)
            for (int column = 0; column < view.size.width; ++column) {
                const Ink ink = frontInk(brush, picture, column, row);
                inked += ink[3] > 0;
                float off = 0;
                for (std::size_t c = 0; c < 4; ++c)
                    off = std::max(off, std::abs(number(ink.data(), c) - number(&shader[i], c)));
                i += 4;
                worst = std::max(worst, off);
                if (off > 1e-3F && ++apart > mayDiffer && apart < mayDiffer + 4)
                    ADD_FAILURE() << "pixel " << column << " " << row << ": shader " << shader[i - 4] << " "
                                  << shader[i - 3] << " " << shader[i - 2] << " " << shader[i - 1]
                                  << ", processor " << ink[0] << " " << ink[1] << " " << ink[2] << " "
                                  << ink[3];
            }
        EXPECT_LE(apart, mayDiffer) << "of " << i / 4 << " pixels differ by more than 0.001";
        RecordProperty("worst", std::to_string(worst));
        return inked;
    }

    Offscreen offscreen;
    FrontLayer layer;
};

/// Numbers without any order: every cell has lines, ties and corners of its own, and saddles, where the slope
/// vanishes and with it any certainty of how far a line is: there rounding may decide a pixel in 100,000.
FrontPicture noise(const scene::View& view, unsigned seed, std::size_t sides) {
    std::mt19937 random(seed);
    const auto share = [&] { return static_cast<float>(random() / 4294967296.0); };
    FrontPicture picture;
    const auto corner = geo::toWorld(geo::toLonLat(view.camera, view.size, geo::ScreenPoint{0, 0}));
    picture.frame = {.step = 4.3 / geo::worldPixels(view.camera), .cols = 90, .rows = 70};
    picture.frame.west = corner.x - 1.7 * picture.frame.step;
    picture.frame.north = corner.y - 2.2 * picture.frame.step;
    picture.cols = 90;
    picture.rows = 70;
    for (int i = 0; i < picture.cols * picture.rows; ++i) {
        std::array<float, 4> p{};
        float sum = 0;
        for (std::size_t s = 0; s < sides; ++s) sum += p[s] = share();
        for (const float each : p) picture.numbers.push_back(each / sum);
        picture.support.push_back(share());
    }
    for (std::size_t s = 0; s < sides; ++s)
        picture.sides.push_back({static_cast<std::uint8_t>(40 + 50 * s), 90,
                                 static_cast<std::uint8_t>(200 - 40 * s), 1 + static_cast<int>(s), s != 1});
    picture.line = {58, 50, 44, 0, true};
    picture.stated = 0.4F;
    picture.doubtful = 0.3F;
    picture.right = static_cast<float>(view.size.width);
    return picture;
}

TEST_F(FrontInk, ofTheProcessorIsTheShaders) {
    for (const auto theme : {scene::ThemeName::light, scene::ThemeName::dark})
        for (const auto compare : {Compare::alone, Compare::over, Compare::swipe, Compare::difference}) {
            scene::View view = frontView(compare, theme);
            const auto pictures = scene::frontPictures(view, 5.3 * day);
            for (std::size_t i = 0; i < pictures.size(); ++i) {
                SCOPED_TRACE(::testing::Message()
                             << "comparison " << static_cast<int>(compare) << ", picture " << i);
                EXPECT_GT(expectSame(pictures[i], view), 250u);
            }
        }
}

TEST_F(FrontInk, isTheShadersAtAnyCameraAndScale) {
    scene::View view = frontView(Compare::alone);
    for (const double zoom : {3.1, 5.37, 8.5})
        for (const float scale : {0.75F, 1.0F, 2.5F}) {
            SCOPED_TRACE(::testing::Message() << "zoom " << zoom << ", scale " << scale);
            view.camera = geo::Camera{{15.0123, 3.4567}, zoom};
            view.scale = scale;
            auto picture = scene::frontPictures(view, 5.3 * day).front();
            picture.dashed = scale < 1;
            EXPECT_GT(expectSame(picture, view), 300u);
        }
}

TEST_F(FrontInk, isTheShadersOnNumbersWithoutOrder) {
    scene::View view;
    view.size = {320, 240};
    view.camera = geo::Camera{{15, 5}, 4.7};
    for (unsigned seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(::testing::Message() << "seed " << seed);
        auto picture = noise(view, seed, 2 + seed % 3);
        picture.dashed = seed % 2 == 0;
        picture.opacity = seed % 5 == 0 ? 0 : 0.7F;
        if (seed % 4 == 0) picture.left = 101;
        EXPECT_GT(expectSame(picture, view, 1), 20'000u);  // of 76,800
    }
}

TEST_F(FrontInk, ofAWidePictureIsTheShaders) {
    scene::View view = frontView(Compare::alone);
    view.size = {1280, 720};
    view.camera = geo::Camera{{15, 5}, 6.6};
    EXPECT_GT(expectSame(scene::frontPictures(view, 4 * day).front(), view), 100'000u);
}

TEST_F(FrontInk, isNoneWhereNothingIsStatedOrTheOtherPictureIsDrawn) {
    scene::View view = frontView(Compare::swipe);
    const auto pictures = scene::frontPictures(view, 5 * day);
    ASSERT_EQ(pictures.size(), 2u);
    const auto left = drawn({pictures[0]}, view), right = drawn({pictures[1]}, view);
    const auto brush = frontBrush(pictures[0], view.camera, view.size, 1);
    for (int row = 0; row < view.size.height; ++row)
        for (int column = 0; column < view.size.width; ++column) {
            const auto i = static_cast<std::size_t>(row * view.size.width + column) * 4 + 3;
            ASSERT_EQ((column < 160 ? right : left)[i], 0) << column << " " << row;
        }
    const auto unspoken = geo::toScreen(view.camera, view.size, {19.5, 9.5});
    EXPECT_EQ(frontInk(brush, pictures[0], static_cast<int>(unspoken.x), static_cast<int>(unspoken.y)),
              Ink{});
}

TEST_F(FrontInk, goesToTheCardAgainWhenOnlyTheSupportHasChanged) {
    const scene::View view = frontView(Compare::alone);
    auto picture = scene::frontPictures(view, 5 * day).front();
    (void)expectSame(picture, view);
    for (float& each : picture.support) each *= 0.8F;
    (void)expectSame(picture, view);
    for (std::size_t i = 0; i < picture.support.size(); ++i)
        std::swap(picture.numbers[4 * i], picture.numbers[4 * i + 1]);
    (void)expectSame(picture, view);
    picture.rows /= 2;  // another size of the grid
    picture.support.resize(static_cast<std::size_t>(picture.rows * picture.cols));
    picture.numbers.resize(picture.support.size() * 4);
    (void)expectSame(picture, view);
}

// Moved by some pixels, the ground takes all ink with it: no hatch and no dash swims, however far it goes.
TEST_F(FrontInk, staysOnTheGroundWhenTheCameraMoves) {
    const scene::View view = frontView(Compare::alone);
    auto before = noise(view, 3, 3);
    before.dashed = true;
    before.sides = {{200, 20, 20, 4, true}, {20, 200, 20, 3, true}, {20, 20, 200, 2, true}};
    const auto was = frontBrush(before, view.camera, view.size, 1);
    for (const int samples : {1, 7, 40}) {
        auto after = before;  // the same samples of the ground, told from a grid that begins elsewhere
        after.frame.west += samples * before.frame.step;
        after.frame.north += samples * before.frame.step;
        const std::size_t cols = static_cast<std::size_t>(before.cols - samples),
                          rows = static_cast<std::size_t>(before.rows - samples),
                          skip = static_cast<std::size_t>(samples);
        after.cols = static_cast<int>(cols);
        after.rows = static_cast<int>(rows);
        after.numbers.clear();
        after.support.clear();
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < cols; ++c) {
                const std::size_t from = (r + skip) * static_cast<std::size_t>(before.cols) + c + skip;
                after.support.push_back(before.support[from]);
                for (std::size_t s = 0; s < 4; ++s) after.numbers.push_back(before.numbers[4 * from + s]);
            }
        const auto now = frontBrush(after, view.camera, view.size, 1);
        const int begin = static_cast<int>(std::ceil(std::max(now.left, now.top))) + 5;
        for (int row = begin; row < view.size.height; row += 3)
            for (int column = begin; column < view.size.width; ++column) {
                const Ink a = frontInk(was, before, column, row), b = frontInk(now, after, column, row);
                for (std::size_t c = 0; c < 4; ++c)
                    ASSERT_NEAR(a[c], b[c], 2e-3) << samples << " samples, pixel " << column << " " << row;
            }
    }
}

}  // namespace
}  // namespace retrace::render::testing
