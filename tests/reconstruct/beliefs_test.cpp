#include "reconstruct/beliefs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace retrace::reconstruct {
namespace {

using Costs = std::vector<std::vector<double>>;

/// Every joint choice weighed by hand.
Costs byEnumeration(const Costs& costs, const std::vector<PairCost>& pairs) {
    Costs sums;
    for (const auto& each : costs) sums.emplace_back(each.size(), 0.0);
    std::vector<std::size_t> state(costs.size(), 0);
    double all = 0;
    for (;;) {
        double cost = 0;
        for (std::size_t v = 0; v < costs.size(); ++v) cost += costs[v][state[v]];
        for (const auto& pair : pairs)
            cost += pair.cost[state[pair.a] * costs[pair.b].size() + state[pair.b]];
        all += std::exp(-cost);
        for (std::size_t v = 0; v < costs.size(); ++v) sums[v][state[v]] += std::exp(-cost);
        std::size_t v = 0;
        while (v < costs.size() && ++state[v] == costs[v].size()) state[v++] = 0;
        if (v == costs.size()) break;
    }
    for (auto& each : sums)
        for (double& s : each) s /= all;
    return sums;
}

TEST(Beliefs, areExactOnAChain) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> cost(0, 3);
    for (int round = 0; round < 50; ++round) {
        Costs costs(5);
        for (auto& each : costs) {
            each.resize(1 + random() % 4);
            for (double& c : each) c = cost(random);
        }
        std::vector<PairCost> pairs;
        for (std::size_t v = 0; v + 1 < costs.size(); ++v) {
            PairCost pair{v, v + 1, {}};
            for (std::size_t i = 0; i < costs[v].size() * costs[v + 1].size(); ++i)
                pair.cost.push_back(cost(random));
            pairs.push_back(pair);
        }
        const auto expected = byEnumeration(costs, pairs), found = beliefsOf(costs, pairs);
        for (std::size_t v = 0; v < costs.size(); ++v)
            for (std::size_t i = 0; i < costs[v].size(); ++i) EXPECT_NEAR(found[v][i], expected[v][i], 1e-3);
    }
}

TEST(Beliefs, addUpToOneWhateverTheCosts) {
    const auto beliefs =
        beliefsOf({{0, 1e6, 50}, {1e9, 1e9}, {}}, {{0, 1, {0, 1e5, 3, 3, 0, 0}}, {1, 2, {}}});
    for (std::size_t v = 0; v < 2; ++v)
        EXPECT_NEAR(std::accumulate(beliefs[v].begin(), beliefs[v].end(), 0.0), 1, 1e-9);
    EXPECT_TRUE(beliefs[2].empty());
}

TEST(Beliefs, agreeOnWhatSuitsBoth) {
    // Alone the first would rather be 0, the second does not care; together they are 1 and 1.
    const auto beliefs = beliefsOf({{0, 1}, {0, 0}}, {{0, 1, {5, 5, 5, 0}}});
    EXPECT_GT(beliefs[0][1], 0.9);
    EXPECT_GT(beliefs[1][1], 0.9);
}

}  // namespace
}  // namespace retrace::reconstruct
