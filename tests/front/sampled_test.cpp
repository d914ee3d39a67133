#include "claims.hpp"
#include "geo/camera.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>

using namespace retrace;

namespace {

using test::day;

geo::LonLat sampleAt(const front::Frame& f, std::size_t i) {
    const auto c = static_cast<int>(i) % f.cols, r = static_cast<int>(i) / f.cols;
    return geo::toLonLat(geo::WorldPoint{f.west + c * f.step, f.north + r * f.step});
}

void expectPoints(const front::Field& field, const front::Frame& frame, double t) {
    const auto grid = front::sampled(field, frame, t);
    ASSERT_EQ(grid.support.size(),
              static_cast<std::size_t>(frame.cols) * static_cast<std::size_t>(frame.rows));
    ASSERT_EQ(grid.p.size(), grid.support.size() * field.sides);
    const auto moment = front::momentOf(field, t);
    for (std::size_t i = 0; i < grid.support.size(); ++i) {
        const auto control = front::controlAt(field, moment, sampleAt(frame, i));
        ASSERT_NEAR(grid.support[i], control.support, 1e-3) << i;
        for (std::size_t s = 0; s < field.sides; ++s)
            ASSERT_NEAR(grid.p[s * grid.support.size() + i], control.p[s], 1e-3) << i;
    }
}

TEST(Sampled, NothingToldIsEven) {
    const auto grid = front::sampled(front::fieldOf({}, 4), {0.6, 0.4, 1e-4, 13, 9}, 0);
    ASSERT_EQ(grid.p.size(), 4u * 13 * 9);
    for (const float p : grid.p) EXPECT_FLOAT_EQ(p, 0.25f);
    for (const float s : grid.support) EXPECT_EQ(s, 0);
}

TEST(Sampled, AnySizeWillDo) {
    const auto field = front::fieldOf(test::claimsIn({35, 33, 39, 37}, 30, 2, 3), 2);
    for (const auto& [cols, rows] : {std::pair{0, 0}, {1, 1}, {10, 1}, {41, 39}, {1, 81}})
        expectPoints(field, {0.6, 0.39, 3e-4, cols, rows}, 5 * day);
}

TEST(Sampled, FromAStreetToTheWholeWorld) {
    const unsigned seed = 8;
    SCOPED_TRACE(seed);
    const auto field = front::fieldOf(test::claimsIn({35, 33, 39, 37}, 200, 2, seed), 2);
    const auto corner = geo::toWorld({36.5, 35.5});
    for (const double step : {1e-8, 1e-6, 1e-5, 1e-4, 1e-3})
        expectPoints(field, {corner.x - 20 * step, corner.y - 10 * step, step, 47, 23}, 5 * day);
    expectPoints(field, {0, 0, 1.0 / 64, 65, 64}, 5 * day);
}

TEST(Sampled, FieldsByChance) {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(seed);
        test::Chance chance(seed);
        const double wide = std::exp(chance.from(-2, 3)), south = chance.from(-60, 70);
        const double west = chance.from(-180, 180);
        const std::size_t count = 1 + chance.below(200), sides = 2 + chance.below(3);
        const auto told =
            test::claimsIn({west, south, west + wide, std::min(84.0, south + wide)}, count, sides, seed);
        front::Settings settings;
        if (chance.below(4) == 0) settings.steepness = chance.from(1, 13);
        if (chance.below(4) == 0) settings.reach_m = chance.from(5000, 300'000);
        const auto at = geo::toWorld(told[chance.below(count)].at);
        const double step = std::exp2(chance.from(-24, -7));
        expectPoints(front::fieldOf(told, sides, settings),
                     {at.x - chance.from(0, 50) * step, at.y - chance.from(0, 40) * step, step, 51, 43},
                     chance.from(-1, 12) * day);
        if (HasFatalFailure()) return;
    }
}

TEST(Sampled, OverTheAntimeridian) {
    const unsigned seed = 9;
    SCOPED_TRACE(seed);
    for (const std::size_t count : {60u, 1800u}) {
        const auto field =
            front::fieldOf(test::claimsIn({178, 50, 182, 53}, count, 2, seed), 2, {.samePlace_m = 10});
        const auto corner = geo::toWorld({178.5, 52.5});
        const front::Frame frame{corner.x, corner.y, 1e-4, 50, 40};
        const front::Frame around{corner.x - 1, corner.y, 1e-4, 50,
                                  40};  // the same one, named from the other side
        const auto a = front::sampled(field, frame, 5 * day), b = front::sampled(field, around, 5 * day);
        EXPECT_GT(*std::ranges::max_element(a.support), 0.5f);
        for (std::size_t i = 0; i < a.support.size(); ++i) {
            ASSERT_NEAR(a.p[i], b.p[i], 1e-3);
            ASSERT_NEAR(a.support[i], b.support[i], 1e-3);
        }
        if (count == 60) expectPoints(field, frame, 5 * day);
    }
}

TEST(Sampled, APlaceWithoutSizeAndAlone) {
    // The kernel has its tip within a tile: the steepest there is.
    const auto field = front::fieldOf({{.at = {36, 35}, .radius_m = 0, .side = 1}}, 2, {.reach_m = 50'000});
    const auto at = geo::toWorld({36, 35});
    for (const double step : {1e-7, 1e-5, 1e-4})
        expectPoints(field, {at.x - 15.3 * step, at.y - 12.7 * step, step, 31, 29}, 0);
}

}  // namespace
