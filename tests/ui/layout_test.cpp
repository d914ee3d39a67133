#include "ui/panels.hpp"

#include <gtest/gtest.h>

namespace retrace::ui {
namespace {

double areaOf(const Layout::Rect& r) {
    return static_cast<double>(r.width) * static_cast<double>(r.height);
}

bool overlap(const Layout::Rect& a, const Layout::Rect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

class Windows : public testing::TestWithParam<std::tuple<int, int, float>> {};

TEST_P(Windows, AreTiledByTheRooms) {
    const auto [width, height, scale] = GetParam();
    const Layout l = layoutFor({width, height}, scale, false);
    const std::vector<Layout::Rect> rooms{l.top, l.left, l.map, l.right, l.bottom};
    double sum = 0;
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        const Layout::Rect& room = rooms[i];
        EXPECT_GT(room.width, 0) << i;
        EXPECT_GT(room.height, 0) << i;
        EXPECT_GE(room.x, 0) << i;
        EXPECT_GE(room.y, 0) << i;
        EXPECT_LE(room.x + room.width, static_cast<float>(width)) << i;
        EXPECT_LE(room.y + room.height, static_cast<float>(height) + 0.01f) << i;
        for (std::size_t j = i + 1; j < rooms.size(); ++j)
            EXPECT_FALSE(overlap(room, rooms[j])) << i << " and " << j;
        sum += areaOf(room);
    }
    const double window = static_cast<double>(width) * height;
    EXPECT_NEAR(sum, window, window * 1e-4);
}

TEST_P(Windows, LeaveTheMapTheGreatestPart) {
    const auto [width, height, scale] = GetParam();
    const Layout l = layoutFor({width, height}, scale, false);
    EXPECT_GE(l.map.width, l.left.width);
    EXPECT_GE(l.map.width, static_cast<float>(width) * 0.35f);
    EXPECT_GE(l.map.height, static_cast<float>(height) * 0.4f);
}

TEST_P(Windows, AreAllMapWhenPresenting) {
    const auto [width, height, scale] = GetParam();
    const Layout l = layoutFor({width, height}, scale, true);
    EXPECT_DOUBLE_EQ(areaOf(l.map), static_cast<double>(width) * height);
    for (const Layout::Rect& room : {l.top, l.left, l.right, l.bottom}) EXPECT_EQ(areaOf(room), 0);
}

INSTANTIATE_TEST_SUITE_P(Sizes, Windows,
                         testing::Values(std::tuple{1280, 800, 1.0f}, std::tuple{1440, 900, 1.0f},
                                         std::tuple{1920, 1080, 1.0f}, std::tuple{800, 600, 1.0f},
                                         std::tuple{1280, 800, 2.0f}, std::tuple{1440, 900, 2.0f},
                                         std::tuple{1920, 1080, 2.0f}, std::tuple{800, 600, 2.0f}));

}  // namespace
}  // namespace retrace::ui
