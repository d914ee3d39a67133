#include "front/correlation.hpp"

#include "front/field.hpp"
#include "front/kernel.hpp"
#include "front/scales.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <numeric>
#include <random>

using namespace retrace;

namespace {

std::vector<geo::LonLat> pointsIn(const geo::Box& box, std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto from = [&](double low, double high) { return low + (high - low) * random() / 4294967296.0; };
    std::vector<geo::LonLat> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back({from(box.west, box.east), from(box.south, box.north)});
    return out;
}

TEST(Correlation, TheSolutionSolves) {
    const unsigned seed = 3;
    SCOPED_TRACE(seed);
    for (const std::size_t count : {150u, 2500u}) {  // a full matrix, and one of neighbours
        const auto points = pointsIn({36, 33, 39, 37}, count, seed);
        const double reach_m = 60'000;
        const front::Correlation kernel(points, front::PlaceIndex(points, 0.2), reach_m);
        EXPECT_EQ(kernel.full(), count == 150);
        std::vector<std::uint32_t> all(count);
        std::iota(all.begin(), all.end(), 0u);
        std::vector<float> right, noise;
        for (std::size_t i = 0; i < count; ++i) {
            right.push_back(i % 3 ? 0.5f : -0.5f);
            noise.push_back(0.15f * static_cast<float>(1 + i % 5));
        }
        const auto x = front::solve(kernel, noise, right, all);
        for (std::size_t i = 0; i < count; i += 17) {
            double sum = static_cast<double>(noise[i] * x[i]);
            for (std::size_t j = 0; j < count; ++j)
                sum +=
                    front::ground(front::chord_m(points[i], points[j]) / reach_m) * static_cast<double>(x[j]);
            ASSERT_NEAR(sum, static_cast<double>(right[i]), 2e-3) << i;
        }
    }
}

TEST(PlaceIndex, FindsAllWithinReach) {
    const unsigned seed = 11;
    SCOPED_TRACE(seed);
    const auto points = pointsIn({-10, 50, 10, 70}, 800, seed);
    const front::PlaceIndex index(points, 0.3);
    for (std::size_t i = 0; i < points.size(); i += 40) {
        const auto found = index.near(front::boxAround(points[i], 90'000));
        for (std::uint32_t j = 0; j < points.size(); ++j) {
            if (front::chord_m(points[i], points[j]) >= 90'000) continue;
            EXPECT_TRUE(std::ranges::binary_search(found, j)) << i << " " << j;
        }
    }
}

TEST(Scales, AFrontThatMovesFastForgetsFast) {
    std::vector<front::Observation> still, moving;
    for (std::size_t i = 0; i < 40; ++i) {
        front::Observation o{.at = {36 + 0.1 * static_cast<double>(i), 35}, .certainty = 0.9};
        o.latest = o.earliest = 86400.0 * static_cast<double>(i % 20);
        still.push_back(o);
        o.side = 1;
        o.before = 0;
        moving.push_back(o);
    }
    EXPECT_LT(front::fieldOf(moving, 2).memory_s, 0.5 * front::spanOf(moving));
    EXPECT_GE(front::fieldOf(still, 2).memory_s, 0.5 * front::spanOf(still));
}

TEST(Scales, TheReachGrowsWithTheMap) {
    const auto reach = [](double width) {
        std::vector<front::Observation> told;
        for (const geo::LonLat& p : pointsIn({36, 35, 36 + width, 35 + width}, 60, 5))
            told.push_back({.at = p});
        return front::fieldOf(told, 2).reach_m;
    };
    EXPECT_NEAR(reach(2) / reach(1), 2, 0.1);
}

}  // namespace
