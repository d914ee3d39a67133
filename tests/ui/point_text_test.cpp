#include "ui/point_text.hpp"

#include "geo/coordinates.hpp"
#include "geo/geodesic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

namespace retrace::ui {
namespace {

struct Case {
    const char* text;
    double lon, lat;
};

TEST(PointText, ReadsPositionsAsPeopleWriteThem) {
    for (const Case& c : {Case{"36.2 37.1", 37.1, 36.2}, Case{"36.2, 37.1", 37.1, 36.2}, Case{"36.2 N 37.1 E", 37.1, 36.2},
                          Case{"37.1E 36.2N", 37.1, 36.2}, Case{"N36.2 e37.1", 37.1, 36.2}, Case{"E 37.1, N 36.2", 37.1, 36.2},
                          Case{"-33.5 -70.25", -70.25, -33.5}, Case{"33.5 S 70.25 W", -70.25, -33.5},
                          Case{"36\u00b012' N 37\u00b06' E", 37.1, 36.2}, Case{"36\u00b012'36\" 37\u00b006'00\"", 37.1, 36.21},
                          Case{"36\u00b0 37\u00b030\u2032", 37.5, 36.0}, Case{"36 12 36 N 37 6 0 E", 37.1, 36.21},
                          Case{"35.1318 N, 36.7578 E", 36.7578, 35.1318}}) {
        const auto point = parsePoint(c.text);
        ASSERT_TRUE(point) << c.text;
        EXPECT_NEAR(point->lon, c.lon, 1e-9) << c.text;
        EXPECT_NEAR(point->lat, c.lat, 1e-9) << c.text;
    }
}

TEST(PointText, ReadsUtmAndMgrsAsTheMapShowsThem) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-79, 83);
    for (int i = 0; i < 2000; ++i) {
        const geo::LonLat p{lon(random), lat(random)};
        for (const std::string& text : {geo::utmText(p), geo::mgrsText(p), geo::mgrsText(p, 5)}) {
            const auto read = parsePoint(text);
            ASSERT_TRUE(read) << text;
            ASSERT_LT(geo::distance_m(p, *read), 10) << text;
        }
    }
    EXPECT_FALSE(parsePoint("37S BU")) << "a square of 100 km is no point";
    EXPECT_FALSE(parsePoint("37S BU 9 9"));
}

TEST(PointText, ReadsDegreesWithMinutes) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-90, 90);
    for (int i = 0; i < 2000; ++i) {
        const geo::LonLat p{lon(random), lat(random)};
        for (const char* form : {"%d\u00b0%09.6f' %c, %d\u00b0%09.6f' %c", "%d %.6f %c %d %.6f %c", "%d:%.6f%c %d:%.6f%c"}) {
            const auto whole = [](double x) { return static_cast<int>(std::abs(x)); };
            // 59.9999999 would be written as 60 minutes.
            const auto minutes = [&](double x) { return std::min((std::abs(x) - whole(x)) * 60, 59.999999); };
            char text[120];
            std::snprintf(text, sizeof text, form, whole(p.lat), minutes(p.lat), p.lat < 0 ? 'S' : 'N', whole(p.lon),
                          minutes(p.lon), p.lon < 0 ? 'W' : 'E');
            const auto read = parsePoint(text);
            ASSERT_TRUE(read) << text;
            ASSERT_NEAR(read->lat, p.lat, 1e-7) << text;
            ASSERT_NEAR(read->lon, p.lon, 1e-7) << text;
        }
    }
}

TEST(PointText, RefusesWhatIsNone) {
    for (const char* text : {"", "36.2", "Hama", "91 20", "36.2 181", "36.2 N 37.1 N", "36.2 E 37.1 E", "36.2 N 37.1", "36\u00b075' 37\u00b0",
                             "1..2 3", "36.2 37.1 1 2 3 4 5", ", 36 37", "N E", "36.2,", "nan inf", "36.5\u00b030' N 37\u00b0 E", "37S 295726", "38S BU"})
        EXPECT_FALSE(parsePoint(text)) << text;
}

}  // namespace
}  // namespace retrace::ui
