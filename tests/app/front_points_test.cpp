#include "app/front_points.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

using namespace retrace;
using app::pointsIn;

namespace {

std::string faultOf(const std::string& csv) {
    try {
        (void)pointsIn(csv, "points.csv");
    } catch (const Error& fault) {
        return fault.what();
    }
    return "none";
}

TEST(FrontPoints, ColumnsAreFoundByName) {
    const auto points = pointsIn("id;lat; lon\r\nA; 35.5 ;-36\r\n\r\nB;-90;180\r\n", "points.csv");
    EXPECT_EQ(points, (std::vector<geo::LonLat>{{-36, 35.5}, {180, -90}}));
    EXPECT_TRUE(pointsIn("lon,lat\n", "points.csv").empty());
}

TEST(FrontPoints, FaultsNameTheLine) {
    EXPECT_EQ(faultOf("lon,lat\n1,2\n1,91\n"),
              "points.csv, line 3: \"91\" is no number of degrees up to 90; correct it");
    EXPECT_EQ(faultOf("lon,lat\n\"1\n2\",3\n"),
              "points.csv, line 2: \"1?2\" is no number of degrees up to 180; correct it");
    EXPECT_EQ(faultOf("lon,lat\n1\n"), "points.csv, line 2: too few cells; give lon and lat");
    EXPECT_EQ(faultOf("lon,y\n"), "points.csv, line 1: no column \"lat\"; name the columns lon and lat");
    for (const char* none : {"", "nan", "inf", "1e999", "1x", "0x10"})
        EXPECT_NE(faultOf(std::string("lon,lat\n0,") + none + "\n").find("line 2"), std::string::npos)
            << none;
}

}  // namespace
