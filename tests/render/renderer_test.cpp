#include "drawing.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

#define GL_GLEXT_PROTOTYPES
#include <GL/glcorearb.h>

#include <algorithm>

namespace retrace::render::testing {
namespace {

using scene::Color;
using scene::Theme;

const Theme& light = scene::themeOf(scene::ThemeName::light);
constexpr Color red{200, 0, 0}, blue{0, 0, 200}, green{0, 150, 0};

class Drawing : public ::testing::Test {
protected:
    Offscreen offscreen;
    typeset::Fonts fonts{RETRACE_DATA};
    basemap::Ground ground = island();
    Renderer renderer{fonts, ground};
    scene::Scene scene = islandScene();
};

TEST_F(Drawing, needsNoDisplay) {
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    const Image image = renderer.picture(scene);
    EXPECT_EQ(image.width, 320);
    EXPECT_EQ(image.height, 240);
    EXPECT_EQ(image.rgba.size(), 320u * 240u * 4u);
}

TEST_F(Drawing, landSeaAndLakeHaveTheirColours) {
    const Image image = renderer.picture(scene);
    EXPECT_EQ(colorAt(image, scene, {12, 8}), light.land);
    EXPECT_EQ(colorAt(image, scene, {12, 2}), light.land);
    EXPECT_EQ(colorAt(image, scene, {5, 5}), light.sea);
    EXPECT_EQ(colorAt(image, scene, {15, 12}), light.sea);
    EXPECT_EQ(colorAt(image, scene, {15, 5}), light.lake);
}

TEST_F(Drawing, darkThemeHasItsOwnGround) {
    scene.ground.theme = scene::ThemeName::dark;
    const Image image = renderer.picture(scene);
    EXPECT_EQ(colorAt(image, scene, {12, 8}), scene::themeOf(scene::ThemeName::dark).land);
}

TEST_F(Drawing, islandsFillsTheViewFromWithin) {
    scene.ground.camera = {{12, 8}, 12};  // every edge of the island lies outside
    const Image image = renderer.picture(scene);
    for (const double x : {0.0, 160.0, 319.0})
        for (const double y : {0.0, 120.0, 239.0})
            EXPECT_EQ(colorAt(image, x, y), light.land) << x << " " << y;
}

TEST_F(Drawing, reliefDarkensTheSideAwayFromTheLight) {
    ground.relief = ridge();
    renderer.setGround(ground);
    const Image image = renderer.picture(scene);
    const Color west = colorAt(image, scene, {13.5, 8}), east = colorAt(image, scene, {16.5, 8});
    EXPECT_GT(west.g, east.g + 8);  // lit from the north-west
    scene.ground.relief = false;
    EXPECT_EQ(colorAt(renderer.picture(scene), scene, {16.5, 8}), light.land);
}

TEST_F(Drawing, reliefFadesOutWhereItsSamplesGrowCoarse) {
    ground.relief = ridge();
    renderer.setGround(ground);
    scene.ground.camera = {{16.5, 8}, 11};  // a sample is 146 pixels wide
    EXPECT_EQ(colorAt(renderer.picture(scene), 160, 120), light.land);
}

TEST_F(Drawing, discInPixelsAndInMetres) {
    scene.discs.push_back({.at = {12, 8}, .radius_px = 6, .fill = red, .stroke = blue, .strokeWidth = 2});
    scene.discs.push_back({.at = {18, 8}, .radius_m = 111000, .fill = green});
    const Image image = renderer.picture(scene);
    const geo::ScreenPoint p = geo::toScreen(scene.ground.camera, scene.ground.size, {12, 8});
    EXPECT_EQ(colorAt(image, p.x, p.y), red);
    EXPECT_EQ(colorAt(image, p.x + 4.5, p.y), blue);
    EXPECT_EQ(colorAt(image, p.x + 8, p.y), light.land);
    EXPECT_EQ(colorAt(image, scene, {18.8, 8}), green);
    EXPECT_EQ(colorAt(image, scene, {16.5, 8}), light.land);
}

TEST_F(Drawing, lineRunsBetweenItsEndsWithCasingBeside) {
    scene.lines.push_back(
        {.path = {{11, 8}, {13, 8}, {13, 2}}, .width = 4, .color = red, .casing = 2, .casingColor = blue});
    const Image image = renderer.picture(scene);
    const geo::ScreenPoint p = geo::toScreen(scene.ground.camera, scene.ground.size, {12, 8});
    EXPECT_EQ(colorAt(image, p.x, p.y), red);
    EXPECT_EQ(colorAt(image, p.x, p.y - 3.2), blue);
    EXPECT_EQ(colorAt(image, p.x, p.y - 7), light.land);
    EXPECT_EQ(colorAt(image, scene, {13, 5}), red);
    EXPECT_EQ(colorAt(image, scene, {13, 9}), light.land);
}

TEST_F(Drawing, dashesLeaveGaps) {
    const auto redPixels = [&](scene::Dash dash) {
        scene.lines = {{.path = {{10.5, 8}, {19.5, 8}}, .width = 3, .color = red, .dash = dash}};
        const Image image = renderer.picture(scene);
        const geo::ScreenPoint p = geo::toScreen(scene.ground.camera, scene.ground.size, {15, 8});
        int count = 0;
        for (int x = 0; x < image.width; ++x) count += difference(colorAt(image, x, p.y), red) < 30;
        return count;
    };
    const int solid = redPixels(scene::Dash::solid);
    EXPECT_GT(solid, 95);
    for (const auto dash : {scene::Dash::dashed, scene::Dash::dotted, scene::Dash::dashDot}) {
        EXPECT_LT(redPixels(dash), solid * 9 / 10);
        EXPECT_GT(redPixels(dash), solid / 6);
    }
}

TEST_F(Drawing, areaTintsItsInsideAndSparesHoles) {
    scene.areas.push_back(
        {.rings = {{{11, 1}, {19, 1}, {19, 9}, {11, 9}}, {{12, 7}, {13, 7}, {13, 8}, {12, 8}}},
         .fill = {0, 120, 60, 128}});
    const Image image = renderer.picture(scene);
    EXPECT_LT(colorAt(image, scene, {17, 8}).r, light.land.r - 90);
    EXPECT_EQ(colorAt(image, scene, {12.5, 7.5}), light.land);
    EXPECT_EQ(colorAt(image, scene, {10.5, 5}), light.land);
}

TEST_F(Drawing, hatchedAreaHasStrokes) {
    scene.areas.push_back(
        {.rings = {{{11, 1}, {19, 1}, {19, 9}, {11, 9}}}, .fill = {0, 120, 60, 60}, .hatched = true});
    const Image image = renderer.picture(scene);
    const geo::ScreenPoint p = geo::toScreen(scene.ground.camera, scene.ground.size, {15, 8});
    int least = 255, most = 0;
    for (int x = -20; x < 20; ++x) {
        const int r = colorAt(image, p.x + x, p.y).r;
        least = std::min(least, r);
        most = std::max(most, r);
    }
    EXPECT_GT(most - least, 20);
}

TEST_F(Drawing, labelInksWhereItStandsAndItsHaloAround) {
    scene.labels.push_back({.text = "Ridge",
                            .x = 40,
                            .y = 200,
                            .size = 24,
                            .color = {0, 0, 0},
                            .halo = {255, 255, 255},
                            .haloWidth = 3});
    const Image plain = renderer.picture(islandScene());
    const Image image = renderer.picture(scene);
    int dark = 0, white = 0, elsewhere = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const bool within = x >= 34 && x < 140 && y >= 170 && y < 215;
            const Color c = colorAt(image, x, y);
            if (within && difference(c, {0, 0, 0}) < 60) ++dark;
            if (within && c == Color{255, 255, 255}) ++white;
            if (!within && !(c == colorAt(plain, x, y))) ++elsewhere;
        }
    EXPECT_GT(dark, 80);
    EXPECT_GT(white, 150);
    EXPECT_EQ(elsewhere, 0);
}

TEST_F(Drawing, nextHaloDoesNotEraseTheLetterBefore) {
    scene::Label first{.text = "IIII",
                       .x = 40,
                       .y = 200,
                       .size = 24,
                       .color = {0, 0, 0},
                       .halo = {255, 255, 255},
                       .haloWidth = 3};
    const Image alone = [&] {
        scene.labels = {first};
        return renderer.picture(scene);
    }();
    scene::Label second = first;
    second.x += 4;
    second.color = {0, 0, 0, 1};  // all but invisible itself
    scene.labels = {first, second};
    const Image both = renderer.picture(scene);
    for (int y = 180; y < 200; ++y)
        for (int x = 40; x < 80; ++x)
            if (difference(colorAt(alone, x, y), {0, 0, 0}) == 0) {
                EXPECT_LE(difference(colorAt(both, x, y), {0, 0, 0}), 2) << x << " " << y;
            }
}

TEST_F(Drawing, panelsStrokesAndTextsLieAboveTheMapInThisOrder) {
    scene.lines.push_back({.path = {{5, 5}, {25, 5}}, .width = 40, .color = red});
    scene.panels.push_back({.x = 100,
                            .y = 80,
                            .width = 120,
                            .height = 80,
                            .rounding = 10,
                            .fill = {255, 255, 255},
                            .stroke = blue});
    scene.strokes.push_back({.path = {{110, 120}, {210, 120}}, .width = 6, .color = green});
    scene.strokes.push_back({.path = {{130, 130}, {150, 130}, {140, 150}}, .color = blue, .filled = true});
    scene.texts.push_back({.text = "I", .x = 180, .y = 128, .size = 24, .color = {0, 0, 0}});
    const Image image = renderer.picture(scene);
    EXPECT_EQ(colorAt(image, 90, 120), red);
    EXPECT_EQ(colorAt(image, 100.5, 120), blue);
    EXPECT_EQ(colorAt(image, 120, 100), (Color{255, 255, 255}));
    EXPECT_NE(colorAt(image, 100, 80), (Color{255, 255, 255}));  // the rounded corner
    EXPECT_EQ(colorAt(image, 120, 120), green);
    EXPECT_EQ(colorAt(image, 140, 140), blue);
    int dark = 0;
    for (int x = 178; x < 195; ++x) dark += difference(colorAt(image, x, 120), {0, 0, 0}) < 90;
    EXPECT_GT(dark, 0);
}

TEST_F(Drawing, sameSceneGivesTheSameBytes) {
    ground.relief = ridge();
    renderer.setGround(ground);
    scene.labels.push_back({.text = "Same",
                            .x = 40.3F,
                            .y = 200,
                            .size = 13,
                            .color = {0, 0, 0},
                            .halo = {255, 255, 255},
                            .haloWidth = 2});
    scene.discs.push_back({.at = {12, 8}, .radius_px = 6.5F, .fill = red});
    const Image first = renderer.picture(scene);
    (void)renderer.picture(islandScene());
    EXPECT_EQ(first.rgba, renderer.picture(scene).rgba);
    Renderer other(fonts, ground);
    EXPECT_EQ(first.rgba, other.picture(scene).rgba);
}

TEST_F(Drawing, groundIsKeptUntilViewOrDataChange) {
    (void)renderer.picture(scene);
    EXPECT_EQ(renderer.groundRedraws(), 1u);
    scene.discs.push_back({.at = {12, 8}, .radius_px = 6, .fill = red});
    (void)renderer.picture(scene);
    EXPECT_EQ(renderer.groundRedraws(), 1u);
    scene.ground.camera.zoom += 0.5;
    (void)renderer.picture(scene);
    EXPECT_EQ(renderer.groundRedraws(), 2u);
    ground.features[0].parts[0][2] = {25, 10};
    renderer.setGround(ground);
    const Image image = renderer.picture(scene);
    EXPECT_EQ(renderer.groundRedraws(), 3u);
    EXPECT_EQ(colorAt(image, scene, {21, 9}), light.land);
}

TEST_F(Drawing, groundCarriesItsOwnTownsAndNames) {
    scene.ground.towns.push_back({.at = {12, 8}, .radius_px = 5, .fill = red});
    scene.ground.labels.push_back({.text = "I", .x = 60, .y = 200, .size = 30, .color = blue});
    const Image image = renderer.picture(scene);
    EXPECT_EQ(colorAt(image, scene, {12, 8}), red);
    int inked = 0;
    for (int x = 58; x < 75; ++x) inked += difference(colorAt(image, x, 190), blue) < 40;
    EXPECT_GT(inked, 0);
}

/// Bytes of a framebuffer of its own, rows from the bottom.
class Target {
public:
    Target(int width, int height) {
        glGenTextures(1, &texture_);
        glGenFramebuffers(1, &framebuffer_);
        glBindTexture(GL_TEXTURE_2D, texture_);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
        glClearColor(1, 0, 1, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    ~Target() {
        glDeleteFramebuffers(1, &framebuffer_);
        glDeleteTextures(1, &texture_);
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    [[nodiscard]] unsigned id() const { return framebuffer_; }
    /// x, y from the lower left.
    [[nodiscard]] Color at(int x, int y) const {
        Color c;
        glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
        glReadPixels(x, y, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, &c);
        return c;
    }

private:
    GLuint texture_ = 0, framebuffer_ = 0;
};

TEST_F(Drawing, drawsAtAnOffsetIntoAWindow) {
    scene.discs.push_back({.at = {12, 8}, .radius_px = 6, .fill = red});
    Target target(500, 400);
    for (const bool quick : {false, true}) {
        renderer.draw(scene, target.id(), {100, 50}, quick);
        const geo::ScreenPoint p = geo::toScreen(scene.ground.camera, scene.ground.size, {12, 8});
        const int x = 100 + static_cast<int>(p.x), y = 50 + 240 - 1 - static_cast<int>(p.y);
        EXPECT_EQ(target.at(x, y), red);
        EXPECT_EQ(target.at(x + 10, y), light.land);
        EXPECT_EQ(target.at(101, 51), light.sea);
        for (const auto& [outX, outY] : {std::pair{99, 150}, {421, 150}, {200, 49}, {200, 291}})
            EXPECT_EQ(target.at(outX, outY), (Color{255, 0, 255})) << outX << " " << outY;
    }
}

TEST_F(Drawing, quickMovesTheKeptGround) {
    Target target(320, 240);
    renderer.draw(scene, target.id());
    ASSERT_EQ(renderer.groundRedraws(), 1u);
    scene.ground.camera = geo::panned(scene.ground.camera, scene.ground.size, 20, 10);
    renderer.draw(scene, target.id(), {}, true);
    EXPECT_EQ(renderer.groundRedraws(), 1u);
    const geo::ScreenPoint p = geo::toScreen(scene.ground.camera, scene.ground.size, {10.3, 5});
    const int y = 239 - static_cast<int>(p.y);
    EXPECT_EQ(target.at(static_cast<int>(p.x), y), light.land);
    EXPECT_EQ(target.at(static_cast<int>(p.x) - 12, y), light.sea);
    scene.ground.camera.zoom += 3;  // too far for the kept picture
    renderer.draw(scene, target.id(), {}, true);
    EXPECT_EQ(renderer.groundRedraws(), 2u);
}

TEST_F(Drawing, userImageLiesOnTheGround) {
    basemap::Raster image{.box = {11, 1, 13, 3}, .width = 2, .height = 2, .sampleDegrees = 1};
    image.rgba = {0xff0000ff, 0xff0000ff, 0xff00ff00, 0xff00ff00};  // red in the north, green in the south
    ground.images = {image};
    renderer.setGround(ground);
    const Image picture = renderer.picture(scene);
    EXPECT_LT(difference(colorAt(picture, scene, {12, 2.8}), {255, 0, 0}), 40);
    EXPECT_LT(difference(colorAt(picture, scene, {12, 1.2}), {0, 255, 0}), 40);
    EXPECT_EQ(colorAt(picture, scene, {13.5, 2}), light.land);
}

TEST_F(Drawing, impossibleSizeIsAnError) {
    scene.ground.size = {0, 240};
    EXPECT_THROW((void)renderer.picture(scene), Error);
}

}  // namespace
}  // namespace retrace::render::testing
