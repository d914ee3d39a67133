#include "ui/point_text.hpp"

#include <gtest/gtest.h>

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

TEST(PointText, RefusesWhatIsNone) {
    for (const char* text : {"", "36.2", "Hama", "91 20", "36.2 181", "36.2 N 37.1 N", "36.2 E 37.1 E", "36.2 N 37.1", "36\u00b075' 37\u00b0",
                             "1..2 3", "36.2 37.1 1 2 3 4 5", ", 36 37", "N E", "36.2,", "nan inf"})
        EXPECT_FALSE(parsePoint(text)) << text;
}

}  // namespace
}  // namespace retrace::ui
