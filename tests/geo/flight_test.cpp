#include "geo/camera.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace retrace::geo {
namespace {

constexpr ScreenSize screen{1280, 800};
const Camera aleppo{{37.16, 36.2}, 12}, amman{{35.93, 31.95}, 10};

TEST(Flight, EndsAreExact) {
    EXPECT_EQ(flyTo(aleppo, amman, screen, 0), aleppo);
    EXPECT_EQ(flyTo(aleppo, amman, screen, 1), amman);
    EXPECT_EQ(flyTo(aleppo, amman, screen, -1), aleppo);
    EXPECT_EQ(flyTo(aleppo, amman, screen, 2), amman);
    EXPECT_EQ(flyTo(aleppo, aleppo, screen, 0.5), aleppo);
}

TEST(Flight, IsContinuousUpToItsEnds) {
    const Camera nearlyThere = flyTo(aleppo, amman, screen, 1 - 1e-9);
    EXPECT_NEAR(nearlyThere.center.lon, amman.center.lon, 1e-6);
    EXPECT_NEAR(nearlyThere.center.lat, amman.center.lat, 1e-6);
    EXPECT_NEAR(nearlyThere.zoom, amman.zoom, 1e-6);
}

TEST(Flight, RisesOverAFarWayAndGoesThere) {
    double lowest = 99, previousLat = 90;
    for (int i = 0; i <= 100; ++i) {
        const Camera camera = flyTo(aleppo, amman, screen, i / 100.0);
        lowest = std::min(lowest, camera.zoom);
        EXPECT_LE(camera.center.lat, previousLat);  // never turns back
        previousLat = camera.center.lat;
    }
    EXPECT_LT(lowest, 9);
    EXPECT_GT(lowest, 6);
}

TEST(Flight, TheSameBackwards) {
    for (const double s : {0.1, 0.35, 0.8}) {
        const Camera there = flyTo(aleppo, amman, screen, s), back = flyTo(amman, aleppo, screen, 1 - s);
        EXPECT_NEAR(there.zoom, back.zoom, 1e-9);
        EXPECT_NEAR(there.center.lon, back.center.lon, 1e-9);
        EXPECT_NEAR(there.center.lat, back.center.lat, 1e-9);
    }
}

TEST(Flight, OnTheSpotOnlyZooms) {
    const Camera near{aleppo.center, 16};
    const Camera half = flyTo(aleppo, near, screen, 0.5);
    EXPECT_NEAR(half.zoom, 14, 1e-9);
    EXPECT_NEAR(half.center.lon, aleppo.center.lon, 1e-12);
}

TEST(Flight, AlmostOnTheSpotIsNoDifferent) {
    for (const double offset : {1e-12, 1e-9, 1e-7, 1e-6, 1e-5}) {
        const Camera near{{aleppo.center.lon + offset, aleppo.center.lat}, 16};
        const Camera half = flyTo(aleppo, near, screen, 0.5);
        EXPECT_NEAR(half.zoom, 14, 0.01) << offset;
        EXPECT_TRUE(std::isfinite(half.center.lon) && std::isfinite(half.center.lat)) << offset;
    }
}

TEST(Flight, LastsLongerWhereItIsFarther) {
    EXPECT_EQ(flightSeconds(aleppo, aleppo, screen), 0);
    const double nearby = flightSeconds(aleppo, {{37.2, 36.2}, 12}, screen);
    EXPECT_GT(nearby, 0);
    EXPECT_LT(nearby, flightSeconds(aleppo, amman, screen));
    EXPECT_LE(flightSeconds(aleppo, {{-70, -33}, 18}, screen), 2.5);
}

}  // namespace
}  // namespace retrace::geo
