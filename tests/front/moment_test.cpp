#include "claims.hpp"
#include "front/kernel.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>

using namespace retrace;

namespace {

using test::day;

TEST(Moment, OneClaimByHand) {
    // Certainty 1 counts as 0.999: the other side is half of the rest. All of it over 1 + noise.
    const auto field = front::fieldOf({{.at = {36, 35}, .side = 1}}, 2, {.noise = 0.25, .steepness = 4});
    const double label = 0.9995 - 0.5, weight = label / 1.25;
    const auto moment = front::momentOf(field, 0);
    ASSERT_EQ(moment.sites, (std::vector<std::uint32_t>{0}));
    EXPECT_NEAR(static_cast<double>(moment.weights[0]), -weight, 1e-4);  // of the first side's score
    EXPECT_EQ(moment.fresh[0], 1.0f);
    EXPECT_NEAR(front::controlAt(field, moment, {36, 35}).p[1], 1 / (1 + std::exp(-2 * 4 * weight)), 1e-4);
    EXPECT_NEAR(front::controlAt(field, moment, {36, 35}).support, 1 - std::exp(-2.0), 1e-6);
}

TEST(Moment, TheWeightsSolveTheRegression) {
    const unsigned seed = 4;
    SCOPED_TRACE(seed);
    const auto field = front::fieldOf(test::claimsIn({35, 33, 39, 37}, 50, 3, seed), 3);
    const double t = 4 * day;
    const auto moment = front::momentOf(field, t);
    for (std::size_t i = 0; i < moment.sites.size(); ++i)
        for (std::size_t s = 0; s < 2; ++s) {
            const double noise = static_cast<double>(front::noiseOf(moment.fresh[i], field.settings.noise));
            double sum = noise * static_cast<double>(moment.weights[i * 2 + s]);
            for (std::size_t j = 0; j < moment.sites.size(); ++j)
                sum += front::ground(
                           front::chord_m(field.sites[moment.sites[i]].at, field.sites[moment.sites[j]].at) /
                           field.reach_m) *
                       static_cast<double>(moment.weights[j * 2 + s]);
            std::vector<double> p(3);
            front::addControl(field.sites[moment.sites[i]].history, 3, t, 1, p.data());
            EXPECT_NEAR(sum, p[s] - 1.0 / 3, 1e-3) << i;
        }
}

TEST(Moment, SharesSumToOneOrAreNone) {
    const unsigned seed = 6;
    SCOPED_TRACE(seed);
    const auto field = front::fieldOf(test::claimsIn({35, 33, 39, 37}, 80, 2, seed), 2);
    test::Chance chance(seed);
    std::size_t decided = 0;
    for (int k = 0; k < 100; ++k) {
        const geo::LonLat at{chance.from(34, 40), chance.from(32, 38)};
        const auto shares = front::decidingAt(field, at, 5 * day);
        double sum = 0;
        for (const auto& share : shares) {
            EXPECT_LT(share.claim, 80u);
            EXPECT_GE(share.weight, 0.01);
            sum += share.weight;
        }
        EXPECT_LT(sum, 1 + 1e-9);
        EXPECT_TRUE(std::ranges::is_sorted(shares, std::ranges::greater(), &front::ClaimShare::weight));
        decided += !shares.empty() && sum > 0.5;
        EXPECT_EQ(shares.empty(), front::controlAt(field, at, 5 * day).support == 0)
            << at.lon << " " << at.lat;
    }
    EXPECT_GT(decided, 30u);
}

TEST(Moment, AClaimOfAChangeSpeaksForBothSides) {
    const auto field =
        front::fieldOf({{.at = {36, 35}, .earliest = 0, .latest = 2 * day, .side = 1, .before = 0}}, 2);
    EXPECT_EQ(front::decidingAt(field, {36, 35}, 0.5 * day).at(0).side, 0u);
    EXPECT_EQ(front::decidingAt(field, {36, 35}, 1.5 * day).at(0).side, 1u);
}

TEST(Moment, AFieldOfFewIsSolvedWhole) {
    const auto field = front::fieldOf(test::claimsIn({35, 33, 39, 37}, 50, 2, 1), 2);
    EXPECT_EQ(front::momentOf(field, 0, geo::Box{35, 33, 35.1, 33.1}).sites.size(), field.sites.size());
}

}  // namespace
