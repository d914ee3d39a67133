#include "front/scales.hpp"
#include "claims.hpp"

#include <gtest/gtest.h>

using namespace retrace;

namespace {

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
        for (const auto& p : test::claimsIn({36, 35, 36 + width, 35 + width}, 60, 2, 5))
            told.push_back({.at = p.at});
        return front::fieldOf(told, 2).reach_m;
    };
    EXPECT_NEAR(reach(2) / reach(1), 2, 0.1);
}

TEST(Scales, TheSettingsComeFirst) {
    const auto field = front::fieldOf(test::claimsIn({36, 33, 38, 35}, 20, 2, 1), 2,
                                      {.reach_m = 70'000, .memory_s = 5000, .steepness = 3});
    EXPECT_EQ(field.reach_m, 70'000);
    EXPECT_EQ(field.memory_s, 5000);
    EXPECT_EQ(field.steepness, 3);
}

TEST(Scales, ThreeDaysAreTheShortestSpan) {
    const double hour = 3600;
    EXPECT_EQ(front::spanOf({{.earliest = 5 * hour, .latest = 6 * hour}}), 3 * test::day);
    EXPECT_EQ(front::spanOf({{.earliest = 0, .latest = test::day},
                             {.earliest = 9 * test::day, .latest = 9 * test::day}}),
              9 * test::day);
}

TEST(Scales, WrongClaimsAreNoChanges) {
    // Two claims of each place; a tenth of them tell of the other side, as their certainty says.
    const auto memory = [](std::size_t wrongEvery) {
        std::vector<front::Observation> told;
        for (std::size_t i = 0; i < 80; ++i) {
            front::Observation o{.at = {36 + 0.1 * static_cast<double>(i / 2), 35}, .certainty = 0.9};
            o.earliest = o.latest = (i % 2 ? 10 : 0) * test::day;
            o.side = i % wrongEvery == 0;
            told.push_back(o);
        }
        return front::fieldOf(told, 2).memory_s;
    };
    EXPECT_GT(memory(10), 3 * memory(2));  // each second one: every place changed hands
}

TEST(Scales, ManyThousandPlacesReachLessFar) {
    const auto few = front::fieldOf(test::claimsIn({30, 30, 40, 40}, 900, 2, 1), 2, {.samePlace_m = 10});
    const auto many = front::fieldOf(test::claimsIn({30, 30, 40, 40}, 9000, 2, 1), 2, {.samePlace_m = 10});
    EXPECT_LT(many.reach_m, few.reach_m / 2);
}

}  // namespace
