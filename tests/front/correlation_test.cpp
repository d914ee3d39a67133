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

}  // namespace
