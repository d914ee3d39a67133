#include "render/coverage.hpp"
#include "render/ground_lines.hpp"
#include "render/hillshade.hpp"
#include "render/line_batch.hpp"
#include "render/strokes.hpp"
#include "render/yuv.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace retrace::render {
namespace {

void addRing(Coverage& coverage, const std::vector<Pixel>& ring) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) coverage.edge(ring[j], ring[i], 1);
}

std::vector<float> rowOf(const Coverage& coverage, int y, std::size_t width) {
    std::vector<float> row(width);
    coverage.row(y, row.data());
    return row;
}

TEST(Coverage, partOfAPixelCountsAsPart) {
    Coverage coverage(6, 3);
    addRing(coverage, {{1.25F, 0.5F}, {4.5F, 0.5F}, {4.5F, 3}, {1.25F, 3}});  // clockwise on the screen
    const auto half = rowOf(coverage, 0, 6), full = rowOf(coverage, 1, 6);
    const float expected[] = {0, 0.75F, 1, 1, 0.5F, 0};
    for (std::size_t x = 0; x < 6; ++x) {
        EXPECT_NEAR(full[x], expected[x], 1e-5);
        EXPECT_NEAR(half[x], expected[x] / 2, 1e-5);
    }
}

TEST(Coverage, areaOfASlantedTriangleIsExact) {
    Coverage coverage(40, 30);
    addRing(coverage, {{3.3F, 2.2F}, {36.1F, 11.7F}, {9.4F, 28.3F}});
    double sum = 0;
    for (int y = 0; y < 30; ++y)
        for (const float c : rowOf(coverage, y, 40)) sum += c;
    const double area = std::abs((36.1 - 3.3) * (28.3 - 2.2) - (9.4 - 3.3) * (11.7 - 2.2)) / 2;
    EXPECT_NEAR(sum, area, 0.01);
}

TEST(Coverage, ringsThatReachBeyondTheGridAreCutRightly) {
    Coverage coverage(8, 4);
    addRing(coverage, {{-50, -20}, {60, -30}, {70, 40}, {-40, 50}});
    for (int y = 0; y < 4; ++y)
        for (const float c : rowOf(coverage, y, 8)) EXPECT_NEAR(c, 1, 1e-4);
    Coverage left(8, 4);
    addRing(left, {{-5, -1}, {3.5F, -1}, {3.5F, 9}, {-5, 9}});
    EXPECT_NEAR(rowOf(left, 2, 8)[0], 1, 1e-5);
    EXPECT_NEAR(rowOf(left, 2, 8)[3], 0.5, 1e-5);
    EXPECT_NEAR(rowOf(left, 2, 8)[4], 0, 1e-5);
}

TEST(Coverage, neighboursLeaveNoSeamAndHolesAreSpared) {
    Coverage coverage(10, 4);
    addRing(coverage, {{0, 0}, {4.4F, 0}, {5.8F, 4}, {0, 4}});
    addRing(coverage, {{4.4F, 0}, {10, 0}, {10, 4}, {5.8F, 4}});
    for (int y = 0; y < 4; ++y)
        for (const float c : rowOf(coverage, y, 10)) EXPECT_NEAR(c, 1, 1e-5);
    addRing(coverage, {{2, 1}, {2, 3}, {3, 3}, {3, 1}});  // the other way round
    EXPECT_NEAR(rowOf(coverage, 2, 10)[2], 0, 1e-5);
}

TEST(ReliefStrength, fullUntilTwelvePixelsASample) {
    EXPECT_FLOAT_EQ(reliefStrength(4), 1);
    EXPECT_FLOAT_EQ(reliefStrength(12), 1);
    EXPECT_NEAR(reliefStrength(12 * std::sqrt(8.0)), 0.5, 1e-5);
    EXPECT_LT(reliefStrength(48), reliefStrength(24));
    EXPECT_FLOAT_EQ(reliefStrength(97), 0);
}

TEST(RiverStrength, FadesWhereVerticesLieFarApart) {
    EXPECT_EQ(riverStrength(3), 1);
    EXPECT_EQ(riverStrength(40), 1);
    EXPECT_NEAR(riverStrength(68), 0.5, 1e-9);
    EXPECT_EQ(riverStrength(200), 0);
}

TEST(Widen, mitresGentleBendsAndRoundsSharpOnes) {
    const LineStyle style{2, {0, 0, 0}, scene::Dash::solid};
    std::vector<LineVertex> gentle, sharp;
    widen(gentle, std::vector<Pixel>{{0, 0}, {20, 0}, {40, 5}}, style);
    ASSERT_EQ(gentle.size(), 8u);
    EXPECT_FLOAT_EQ(gentle[2].x, gentle[4].x);  // end of the first segment, start of the second
    EXPECT_FLOAT_EQ(gentle[2].y, gentle[4].y);
    EXPECT_NEAR(gentle[0].end, 20 + std::hypot(20.0, 5.0), 1e-3);
    widen(sharp, std::vector<Pixel>{{0, 0}, {20, 0}, {1, 2}}, style);
    ASSERT_EQ(sharp.size(), 8u);
    EXPECT_FLOAT_EQ(sharp[0].end, 20);
    EXPECT_FLOAT_EQ(sharp[4].start, 20);
}

TEST(Widen, pointsOnOneSpotGiveNothing) {
    std::vector<LineVertex> out;
    widen(out, std::vector<Pixel>{{5, 5}, {5, 5}, {5.01F, 5}}, {2, {0, 0, 0}, scene::Dash::solid});
    widen(out, {}, {2, {0, 0, 0}, scene::Dash::solid});
    EXPECT_TRUE(out.empty());
}

TEST(Triangles, coverAConcaveArrow) {
    const std::vector<Pixel> arrow{{0, 10}, {5, 0}, {10, 10}, {5, 7}};
    double sum = 0;
    for (const auto& t : triangles(arrow)) {
        const Pixel a = arrow[t[0]], b = arrow[t[1]], c = arrow[t[2]];
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
    }
    EXPECT_NEAR(sum, 35, 1e-4);  // 50 for the triangle less 15 for the notch
}

TEST(Yuv, knownColoursAndUnchangedRows) {
    Image image{34, 4, std::vector<std::uint8_t>(34 * 4 * 4, 255)};
    YuvFrame frame;
    toYuv(image, nullptr, frame);
    ASSERT_EQ(frame.planes.size(), 34u * 4u * 3u / 2u);
    EXPECT_EQ(frame.planes[0], 235);
    EXPECT_EQ(frame.planes[33], 235);  // past the part done sixteen at a time
    EXPECT_EQ(frame.planes[34 * 4], 128);
    const Image before = image;
    for (std::size_t i = 0; i < 34 * 2 * 4; i += 4) image.rgba[i + 1] = image.rgba[i + 2] = 0;  // red above
    YuvFrame fresh;
    toYuv(image, nullptr, fresh);
    toYuv(image, &before, frame);
    EXPECT_EQ(fresh.planes, frame.planes);
    EXPECT_EQ(frame.planes[0], 63);  // BT.709 red: 63, 102, 240
    EXPECT_NEAR(frame.planes[34 * 4], 102, 1);
    EXPECT_EQ(frame.planes[34 * 4 + 34], 240);
    EXPECT_EQ(frame.planes[34 * 2], 235);
}

}  // namespace
}  // namespace retrace::render
