#include "geo/geodesic.hpp"

#include <gtest/gtest.h>

namespace retrace::geo {
namespace {

const LonLat london{-0.1278, 51.5074}, paris{2.3522, 48.8566};

TEST(Geodesic, DistanceOnTheEllipsoid) {
    // One degree of the meridian at the equator, and of the equator: WGS 84's known lengths.
    EXPECT_NEAR(distance_m({0, 0}, {0, 1}), 110574.389, 0.01);
    EXPECT_NEAR(distance_m({0, 0}, {1, 0}), 111319.491, 0.01);
    EXPECT_EQ(distance_m(london, london), 0);
    EXPECT_DOUBLE_EQ(distance_m(london, paris), distance_m(paris, london));
}

TEST(Geodesic, AzimuthRunsClockwiseFromNorth) {
    EXPECT_NEAR(azimuth_deg({10, 0}, {10, 5}), 0, 1e-9);
    EXPECT_NEAR(azimuth_deg({10, 0}, {12, 0}), 90, 1e-9);
    EXPECT_NEAR(azimuth_deg({10, 5}, {10, 0}), 180, 1e-9);
    EXPECT_NEAR(azimuth_deg({10, 0}, {8, 0}), 270, 1e-9);
    EXPECT_EQ(azimuth_deg(paris, paris), 0);
}

TEST(Geodesic, DestinationAndDistanceAreInverse) {
    const LonLat end = destination(london, 148.2, 100000);
    EXPECT_NEAR(distance_m(london, end), 100000, 1e-6);
    EXPECT_NEAR(azimuth_deg(london, end), 148.2, 1e-9);
}

TEST(Geodesic, BetweenKeepsTheEndsExactly) {
    EXPECT_EQ(between(london, paris, 0), london);
    EXPECT_EQ(between(london, paris, 1), paris);
    EXPECT_EQ(between(london, paris, -3), london);
    EXPECT_EQ(between(london, paris, 7), paris);
    const LonLat third = between(london, paris, 1.0 / 3);
    EXPECT_NEAR(distance_m(london, third) * 2, distance_m(third, paris), 1e-6);
}

TEST(Geodesic, AlongAPathGoesByLengthNotByVertex) {
    const std::vector<LonLat> path{{0, 0}, {0.1, 0}, {0.1, 0}, {1, 0}};
    EXPECT_NEAR(along(path, 0.5).lon, 0.5, 1e-9);
    EXPECT_EQ(along(path, 0), path.front());
    EXPECT_EQ(along(path, 1), path.back());
    EXPECT_EQ(along({}, 0.5), (LonLat{0, 0}));
    EXPECT_EQ(along({paris}, 0.5), paris);
    EXPECT_EQ(along({paris, paris}, 0.5), paris);
}

TEST(Geodesic, PathUpToContainsTheCut) {
    const std::vector<LonLat> path{{0, 0}, {1, 0}, {1, 1}, {2, 1}};
    const auto half = pathUpTo(path, 0.5);
    ASSERT_EQ(half.size(), 3U);
    EXPECT_NEAR(length_m(half), length_m(path) / 2, 1e-3);
    EXPECT_EQ(half.back(), along(path, 0.5));
    EXPECT_EQ(pathUpTo(path, 1), path);
    EXPECT_EQ(pathUpTo(path, 0).size(), 1U);
    EXPECT_TRUE(pathUpTo({}, 0.5).empty());
}

TEST(Geodesic, LengthAndBounds) {
    EXPECT_EQ(length_m({}), 0);
    EXPECT_EQ(length_m({paris}), 0);
    EXPECT_EQ(boundsOf({}), Box{});
    EXPECT_EQ(boundsOf({paris, london}), (Box{-0.1278, 48.8566, 2.3522, 51.5074}));
}

}  // namespace
}  // namespace retrace::geo
