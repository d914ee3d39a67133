#include "geo/camera.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace retrace::geo {
namespace {

constexpr ScreenSize screen{1280, 800};
const Camera aleppo{{37.16, 36.2}, 9};

TEST(Camera, WorldIsASquareFromTheNorthWest) {
    EXPECT_NEAR(toWorld({0, 0}).x, 0.5, 1e-12);
    EXPECT_NEAR(toWorld({0, 0}).y, 0.5, 1e-12);
    EXPECT_NEAR(toWorld({-180, 85.0511287798}).x, 0, 1e-12);
    EXPECT_NEAR(toWorld({-180, 85.0511287798}).y, 0, 1e-9);
    EXPECT_NEAR(toWorld({0, -90}).y, 1, 1e-9);  // the pole is clamped, not infinite
    EXPECT_LT(toWorld({0, 40}).y, toWorld({0, 30}).y);
}

TEST(Camera, ScreenAndGroundAreInverse) {
    EXPECT_EQ(toScreen(aleppo, screen, aleppo.center), (ScreenPoint{640, 400}));
    for (const ScreenPoint p : {ScreenPoint{0, 0}, {1280, 800}, {17.5, 420.25}}) {
        const ScreenPoint back = toScreen(aleppo, screen, toLonLat(aleppo, screen, p));
        EXPECT_NEAR(back.x, p.x, 1e-6);
        EXPECT_NEAR(back.y, p.y, 1e-6);
    }
}

TEST(Camera, MetresPerPixelHalvesWithEachZoom) {
    EXPECT_NEAR(metresPerPixel({{0, 0}, 0}, 0), 156543.034, 0.001);
    EXPECT_NEAR(metresPerPixel(aleppo, 60), metresPerPixel(aleppo, 0) / 2, 1e-9);
    EXPECT_NEAR(metresPerPixel({{0, 0}, 8}, 0), 2 * metresPerPixel({{0, 0}, 9}, 0), 1e-9);
}

TEST(Camera, FitShowsTheBoxWithItsMargin) {
    const Box box{35.5, 33.2, 38.0, 36.4};
    const Camera camera = fit(box, screen, 40);
    const ScreenPoint northWest = toScreen(camera, screen, {box.west, box.north});
    const ScreenPoint southEast = toScreen(camera, screen, {box.east, box.south});
    EXPECT_NEAR(northWest.y, 40, 1e-6);  // the taller side decides
    EXPECT_NEAR(southEast.y, 760, 1e-6);
    EXPECT_GE(northWest.x, 40);
    EXPECT_NEAR(northWest.x + southEast.x, 1280, 1e-6);
}

TEST(Camera, FitOfAPointTakesTheZoomForPoints) {
    EXPECT_EQ(fit({36, 34, 36, 34}, screen, 40), (Camera{{36, 34}, 11}));
    EXPECT_EQ(fit({36, 34, 36, 34}, screen, 40, 30).zoom, maximumZoom);
    EXPECT_EQ(fit({-180, -85, 180, 85}, {100, 100}, 60).zoom, minimumZoom);  // margins wider than the screen
}

TEST(Camera, ZoomAboutKeepsTheGroundUnderTheCursor) {
    const ScreenPoint cursor{1100, 90};
    const LonLat under = toLonLat(aleppo, screen, cursor);
    for (const double steps : {1.0, -2.0, 0.3, 40.0}) {
        const Camera zoomed = zoomAbout(aleppo, screen, cursor, steps);
        const ScreenPoint after = toScreen(zoomed, screen, under);
        EXPECT_NEAR(after.x, cursor.x, 1e-4) << steps;
        EXPECT_NEAR(after.y, cursor.y, 1e-4) << steps;
    }
    EXPECT_EQ(zoomAbout(aleppo, screen, cursor, 40).zoom, maximumZoom);
    EXPECT_EQ(zoomAbout(aleppo, screen, cursor, 0), aleppo);
}

TEST(Camera, ADragToTheRightShowsWhatLiesLeft) {
    const Camera moved = panned(aleppo, screen, 100, 0);
    EXPECT_LT(moved.center.lon, aleppo.center.lon);
    const ScreenPoint old = toScreen(moved, screen, aleppo.center);
    EXPECT_NEAR(old.x, 740, 1e-6);
    EXPECT_NEAR(old.y, 400, 1e-6);
    EXPECT_EQ(panned(aleppo, screen, 0, 0), aleppo);
}

TEST(Camera, ViewBoxHoldsItsCorners) {
    const Box box = viewBox(aleppo, screen);
    EXPECT_LT(box.west, box.east);
    EXPECT_LT(box.south, box.north);
    EXPECT_TRUE(contains(box, aleppo.center));
    EXPECT_NEAR(toScreen(aleppo, screen, {box.east, box.south}).x, 1280, 1e-6);
}

}  // namespace
}  // namespace retrace::geo
