#include "timeline/network.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace retrace::timeline {
namespace {

using Constraint = Network::Constraint;
using Reasons = std::vector<std::size_t>;

Network networkOf(std::size_t variables, const std::vector<Constraint>& constraints) {
    Network network;
    while (network.variableCount() < variables) (void)network.addVariable();
    for (const Constraint& c : constraints) network.add(c);
    return network;
}

TEST(Network, ChainsWithTheReasonsOnTheTightPath) {
    // 1 is at 100..200, 2 is 10..30 after 1 and no later than 215; 9 is slack and supports nothing.
    const auto solution =
        networkOf(3, {{0, 1, 100, 200, 7}, {1, 2, 10, 30, 8}, {0, 2, {}, 215, 5}, {0, 2, 0, {}, 9}}).solve();
    ASSERT_TRUE(solution.consistent);
    EXPECT_EQ(solution.bounds[2].earliest, 110);
    EXPECT_EQ(solution.bounds[2].reasonsEarliest, (Reasons{7, 8}));
    EXPECT_EQ(solution.bounds[2].latest, 215);
    EXPECT_EQ(solution.bounds[2].reasonsLatest, (Reasons{5}));
    EXPECT_EQ(solution.bounds[1].latest, 200);
    EXPECT_EQ(solution.bounds[0].earliest, 0);
    EXPECT_TRUE(solution.bounds[0].reasonsLatest.empty());
}

TEST(Network, WhatNothingBoundsStaysOpen) {
    const auto solution = networkOf(3, {{0, 1, 5, {}, 0}, {1, 2, 3, {}, 1}}).solve();
    ASSERT_TRUE(solution.consistent);
    EXPECT_EQ(solution.bounds[2].earliest, 8);
    EXPECT_EQ(solution.bounds[2].latest, std::nullopt);
    EXPECT_TRUE(solution.bounds[2].reasonsLatest.empty());
}

TEST(Network, AConflictNamesItsCycleOnly) {
    const auto solution =
        networkOf(4, {{0, 3, 0, 9, 1}, {1, 2, 10, {}, 2}, {2, 3, 10, {}, 3}, {1, 3, {}, 15, 4}}).solve();
    EXPECT_FALSE(solution.consistent);
    Reasons conflict = solution.conflict;
    std::sort(conflict.begin(), conflict.end());
    EXPECT_EQ(conflict, (Reasons{2, 3, 4}));
    EXPECT_TRUE(solution.bounds.empty());
}

TEST(Network, AConstraintMayContradictItself) {
    EXPECT_EQ(networkOf(2, {{0, 1, 9, 3, 6}}).solve().conflict, (Reasons{6}));
    EXPECT_EQ(networkOf(2, {{1, 1, 1, {}, 6}}).solve().conflict, (Reasons{6}));
}

TEST(Network, AConflictOutOfTheEpochsReachIsFound) {
    EXPECT_FALSE(networkOf(3, {{1, 2, 5, {}, 0}, {2, 1, 5, {}, 1}}).solve().consistent);
}

TEST(Network, EmptyAndUnknownVariables) {
    EXPECT_TRUE(Network{}.solve().consistent);
    Network network;
    EXPECT_THROW(network.add({0, 1, 0, 0, 0}), Error);
}

/// All whole values within -reach..reach that satisfy the constraints, tried one by one.
struct Tried {
    bool any = false;
    std::array<int, 4> low{}, high{};
};

Tried tryAll(const std::vector<Constraint>& constraints, int reach) {
    Tried tried;
    tried.low.fill(reach + 1);
    tried.high.fill(-reach - 1);
    std::array<int, 4> value{};
    for (value[1] = -reach; value[1] <= reach; ++value[1])
        for (value[2] = -reach; value[2] <= reach; ++value[2])
            for (value[3] = -reach; value[3] <= reach; ++value[3]) {
                const bool holds =
                    std::all_of(constraints.begin(), constraints.end(), [&](const Constraint& c) {
                        const int gap = value[c.to] - value[c.from];
                        return (!c.low || gap >= *c.low) && (!c.high || gap <= *c.high);
                    });
                if (!holds) continue;
                tried.any = true;
                for (std::size_t v = 0; v < 4; ++v) {
                    tried.low[v] = std::min(tried.low[v], value[v]);
                    tried.high[v] = std::max(tried.high[v], value[v]);
                }
            }
    return tried;
}

std::vector<Constraint> only(const std::vector<Constraint>& constraints, const Reasons& reasons) {
    std::vector<Constraint> kept;
    for (const std::size_t reason : reasons) kept.push_back(constraints[reason]);
    return kept;
}

TEST(Network, AgreesWithTryingEverything) {
    constexpr int reach = 6;
    int conflicts = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);  // its numbers are the same everywhere; distributions' are not
        std::vector<Constraint> constraints;
        for (std::size_t v = 1; v < 4; ++v) constraints.push_back({0, v, -reach, reach, constraints.size()});
        const std::size_t extra = 2 + random() % 4;
        for (std::size_t i = 0; i < extra; ++i) {
            Constraint c{random() % 4, random() % 4, {}, {}, constraints.size()};
            const auto low = static_cast<std::int64_t>(random() % 9) - 4;
            if (random() % 3 != 0) c.low = low;
            if (random() % 3 != 0) c.high = low + static_cast<std::int64_t>(random() % 5);
            constraints.push_back(c);
        }
        const Tried tried = tryAll(constraints, reach);
        const auto solution = networkOf(4, constraints).solve();
        ASSERT_EQ(solution.consistent, tried.any);
        if (!solution.consistent) {
            ++conflicts;
            // The named constraints alone contradict each other, and none of them can be spared.
            EXPECT_FALSE(networkOf(4, only(constraints, solution.conflict)).solve().consistent);
            for (std::size_t i = 0; i < solution.conflict.size(); ++i) {
                Reasons fewer = solution.conflict;
                fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
                EXPECT_TRUE(networkOf(4, only(constraints, fewer)).solve().consistent);
            }
            continue;
        }
        for (std::size_t v = 0; v < 4; ++v) {
            const auto& bounds = solution.bounds[v];
            EXPECT_EQ(bounds.earliest, tried.low[v]);
            EXPECT_EQ(bounds.latest, tried.high[v]);
            // The reasons given suffice for the bound.
            const auto lower = networkOf(4, only(constraints, bounds.reasonsEarliest)).solve();
            const auto upper = networkOf(4, only(constraints, bounds.reasonsLatest)).solve();
            EXPECT_EQ(lower.bounds[v].earliest, bounds.earliest);
            EXPECT_EQ(upper.bounds[v].latest, bounds.latest);
        }
    }
    EXPECT_GT(conflicts, 40);  // both outcomes are really tried
    EXPECT_LT(conflicts, 360);
}

TEST(Network, AConflictInALongChainIsFoundWithoutGoingRoundAll) {
    constexpr std::size_t many = 4000;
    std::vector<Constraint> constraints;
    for (std::size_t v = 1; v < many; ++v) constraints.push_back({v - 1, v, 60, {}, v});
    constraints.push_back({many / 2, many / 2 + 1, {}, 30, many});
    const auto solution = networkOf(many, constraints).solve();
    EXPECT_FALSE(solution.consistent);
    EXPECT_EQ(solution.conflict.size(), 2U);
    // Going round once for every variable would be 16 million.
    EXPECT_LT(solution.work, 10 * constraints.size());
}

}  // namespace
}  // namespace retrace::timeline
