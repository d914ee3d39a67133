#include "geo/coordinates.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace retrace::geo {
namespace {

const LonLat hama{36.7578, 35.1318};

TEST(Coordinates, Degrees) {
    EXPECT_EQ(degreesText(hama), "35.1318 N, 36.7578 E");
    EXPECT_EQ(degreesText({-70.5, -33.25}, 1), "33.2 S, 70.5 W");
    EXPECT_EQ(degreesText({0, 0}, 0), "0 N, 0 E");
}

TEST(Coordinates, UtmAndMgrs) {
    // The Washington Monument lies in 18SUJ2348306479.
    const LonLat monument{-77.0352, 38.8895};
    EXPECT_EQ(utmText(monument).substr(0, 8), "18S 3234");
    EXPECT_EQ(mgrsText(monument, 2), "18S UJ 23 06");
    EXPECT_EQ(mgrsText(monument, 0), "18S UJ");
    EXPECT_EQ(mgrsText(hama, 5).size(), std::string("37S BU 95726 90014").size());
    EXPECT_EQ(mgrsText(hama).substr(0, 4), "37S ");
    EXPECT_EQ(mgrsText(hama, 99), mgrsText(hama, 5));
}

TEST(Coordinates, GridsAtTheEdges) {
    EXPECT_EQ(utmText({0, 91}), "");
    EXPECT_EQ(mgrsText({0, std::numeric_limits<double>::quiet_NaN()}), "");
    EXPECT_EQ(mgrsText({0, 89}, 0).substr(0, 2), "Z ");  // UPS, no zone number
}

TEST(Coordinates, ReadsLonLat) {
    EXPECT_EQ(parseLonLat("36.75,35.13"), (LonLat{36.75, 35.13}));
    EXPECT_EQ(parseLonLat(" -70.5 , +33 "), (LonLat{-70.5, 33}));
    for (const char* bad : {"", "36.75", "36.75,", ",35", "a,b", "36.7 35.1", "181,0", "0,91", "1,2,3",
                            "nan,1", "inf,1", "1e999,0", "36.75E,35N"})
        EXPECT_EQ(parseLonLat(bad), std::nullopt) << bad;
}

TEST(Coordinates, DistancesWithoutFalseDigits) {
    EXPECT_EQ(distanceText(0), "0 m");
    EXPECT_EQ(distanceText(7.4), "7 m");
    EXPECT_EQ(distanceText(612), "600 m");
    EXPECT_EQ(distanceText(960), "about 1 km");
    EXPECT_EQ(distanceText(1530), "about 1.5 km");
    EXPECT_EQ(distanceText(9800), "about 10 km");
    EXPECT_EQ(distanceText(12300), "about 12 km");
    EXPECT_EQ(distanceText(44100), "about 45 km");
    EXPECT_EQ(distanceText(183000), "about 180 km");
    EXPECT_EQ(distanceText(2345000), "about 2300 km");
}

}  // namespace
}  // namespace retrace::geo
