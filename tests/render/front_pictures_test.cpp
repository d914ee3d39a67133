#include "fronts.hpp"
#include "read_png.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

namespace retrace::render::testing {
namespace {

using scene::Compare;
using scene::ThemeName;

Image frontOnTheIsland(const scene::View& view) {
    const Offscreen offscreen;
    const typeset::Fonts fonts{RETRACE_DATA};
    const basemap::Ground ground = island();
    Renderer renderer{fonts, ground};
    scene::Scene scene;
    scene.ground.size = view.size;
    scene.ground.camera = view.camera;
    scene.ground.theme = view.theme;
    scene.ground.scale = view.scale;
    scene.fronts = scene::frontPictures(view, 5 * day);
    return renderer.picture(scene);
}

/// Compares with tests/render/golden/NAME.png: a driver may round to the next number but one, and of a
/// thousand pixels one may lie on the other side of an edge. A missing one fails and is written, for a person
/// to look at.
void expectGolden(const std::string& name, const Image& image) {
    const auto file = std::filesystem::path(RETRACE_TESTS) / "render" / "golden" / (name + ".png");
    if (!std::filesystem::exists(file)) {
        writePng(image, file);
        FAIL() << file << " was missing and is written; look at it and keep it";
    }
    const auto golden =
        decoded(file, static_cast<std::size_t>(image.width), static_cast<std::size_t>(image.height));
    const std::size_t pixels = golden.size() / 3;
    std::size_t apart = 0;
    for (std::size_t i = 0; i < pixels; ++i)
        apart += difference({golden[3 * i], golden[3 * i + 1], golden[3 * i + 2]},
                            {image.rgba[4 * i], image.rgba[4 * i + 1], image.rgba[4 * i + 2]}) > 2;
    if (apart * 1000 <= pixels) return;
    const auto now = std::filesystem::temp_directory_path() / (name + ".png");
    writePng(image, now);
    ADD_FAILURE() << apart << " of " << pixels << " pixels are not those of " << file
                  << "; they are now as in " << now << ". If this is better, delete the first and run again";
}

TEST(FrontPictures, narratorsFront) {
    expectGolden("front_alone", frontOnTheIsland(frontView(Compare::alone)));
}
TEST(FrontPictures, narratorsFrontInTheDark) {
    expectGolden("front_alone_dark", frontOnTheIsland(frontView(Compare::alone, ThemeName::dark)));
}
TEST(FrontPictures, othersLineOverIt) {
    expectGolden("front_over", frontOnTheIsland(frontView(Compare::over)));
}
TEST(FrontPictures, othersBesideIt) {
    expectGolden("front_swipe", frontOnTheIsland(frontView(Compare::swipe)));
}
TEST(FrontPictures, whereTheyDiffer) {
    expectGolden("front_difference", frontOnTheIsland(frontView(Compare::difference)));
}
TEST(FrontPictures, aSideHiddenAndTwiceAsLarge) {
    auto view = frontView(Compare::alone);
    view.front->hidden = {0};
    view.front->opacity = 0.6F;
    view.scale = 2;
    view.size = {640, 480};
    view.camera.zoom += 1;
    expectGolden("front_hidden_side", frontOnTheIsland(view));
}

// What is below shows through: the picture is the ground, mixed with the front's ink.
TEST(FrontPictures, inkIsMixedWithTheGround) {
    auto view = frontView(Compare::alone);
    const Image with = frontOnTheIsland(view);
    view.front.reset();
    const Image without = frontOnTheIsland(view);
    EXPECT_GT(differing(with, without), 10'000u);
    const auto picture = scene::frontPictures(frontView(Compare::alone), 5 * day).front();
    std::size_t plain = 0;
    for (std::size_t i = 0; i < picture.support.size(); ++i) plain += picture.support[i] < 0.2F;
    EXPECT_GT(plain, 50u);
    const auto spot = geo::toScreen(view.camera, view.size, {19.5, 9.5});  // not spoken of
    EXPECT_EQ(colorAt(with, spot.x, spot.y), colorAt(without, spot.x, spot.y));
}

}  // namespace
}  // namespace retrace::render::testing
