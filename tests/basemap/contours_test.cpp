#include "basemap/contours.hpp"

#include "geo/camera.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace retrace::basemap::test {
namespace {

// Digits are the numbers of the samples, points nothing known.
NumberGrid drawn(const std::vector<std::string>& rows) {
    NumberGrid grid{.west = 0.5, .north = 0.4, .step = 0.001};
    grid.rows = static_cast<int>(rows.size());
    grid.cols = static_cast<int>(rows.front().size());
    for (const auto& row : rows)
        for (const char c : row)
            grid.values.push_back(c == '.' ? std::numeric_limits<float>::quiet_NaN()
                                           : static_cast<float>(c - '0'));
    return grid;
}

TEST(Contours, ALineWhereTheNumbersPassTheLevel) {
    const auto lines = contourLines(drawn({"0099", "0099", "0099"}), 4.5);
    ASSERT_EQ(lines.size(), 1U);
    const double x = geo::toWorld(lines[0].front()).x;
    EXPECT_NEAR(x, 0.5 + 1.5 * 0.001, 1e-9);  // halfway between the second and the third column
    for (const auto& p : lines[0]) EXPECT_NEAR(geo::toWorld(p).x, x, 1e-9);
}

TEST(Contours, NothingIsDrawnWhereNothingIsKnown) {
    EXPECT_TRUE(contourLines(drawn({"00..", "00..", "00.."}), 4.5).empty());
    EXPECT_TRUE(contourLines(drawn({"0.9", "0.9", "0.9"}), 4.5).empty());
    EXPECT_TRUE(contourLines(drawn({"5"}), 4.5).empty());
}

TEST(Contours, AnAreaWithAHole) {
    const auto areas = contourAreas(drawn({"0000000", "0888880", "0811180", "0811180", "0888880", "0000000"}), 5, 9);
    ASSERT_EQ(areas.size(), 1U);
    EXPECT_EQ(areas[0].size(), 2U);
}

}  // namespace
}  // namespace retrace::basemap::test
