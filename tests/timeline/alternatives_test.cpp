#include "timeline/alternatives.hpp"

#include "bellman_ford.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace retrace::timeline {
namespace {

constexpr std::int64_t h = 3600;
using Open = std::vector<std::vector<std::size_t>>;

/// A clock on a day that begins at the epoch.
Alternative atHour(Network::Variable v, std::int64_t hour, double cost = 0) {
    return {{{Network::epoch, v, hour * h, hour * h, 100}}, cost};
}

Network settledNetwork(std::size_t variables, const std::vector<Network::Constraint>& constraints) {
    Network network;
    while (network.variableCount() < variables) (void)network.addVariable();
    for (const auto& c : constraints) (void)network.add(c);
    EXPECT_TRUE(network.settle().empty());
    return network;
}

TEST(Alternatives, TheMorningUnlessItCannotBe) {
    const auto open = settledNetwork(2, {});
    const Choice five{atHour(1, 5, 0), atHour(1, 17, 1)};
    auto chosen = chooseAlternatives(open, {five}, {});
    EXPECT_EQ(chosen.best[0], 0U);
    EXPECT_EQ(chosen.open, (Open{{0}}));
    chosen = chooseAlternatives(settledNetwork(2, {{0, 1, 9 * h, {}, 0}}), {five}, {});
    EXPECT_EQ(chosen.best[0], 1U);
    EXPECT_EQ(chosen.cost, 1);
    chosen = chooseAlternatives(settledNetwork(2, {{0, 1, 9 * h, 10 * h, 0}}), {five}, {});
    EXPECT_EQ(chosen.best[0], std::nullopt);
}

TEST(Alternatives, WhatIsAsGoodStaysOpen) {
    const Choice three{atHour(1, 3, 0), atHour(1, 15, 0.25)};
    EXPECT_EQ(chooseAlternatives(settledNetwork(2, {}), {three}, {}).open, (Open{{0, 1}}));
    EXPECT_EQ(chooseAlternatives(settledNetwork(2, {}), {three}, {.margin = 0.1}).open, (Open{{0}}));
    EXPECT_EQ(chooseAlternatives(settledNetwork(2, {{0, 1, {}, 14 * h, 0}}), {three}, {}).open, (Open{{0}}));
}

TEST(Alternatives, OneChoiceMayHangOnAnother) {
    // At ten we left, within six hours, at two, we were there: 2 goes with 22, 14 with 10.
    const auto way = settledNetwork(3, {{1, 2, 1, 6 * h, 0}});
    const Choice ten{atHour(1, 10, 0), atHour(1, 22, 0.2)},
        two{atHour(2, 2, 0), atHour(2, 14, 0.2), atHour(2, 26, 0.2)};
    const auto chosen = chooseAlternatives(way, {ten, two}, {});
    EXPECT_EQ(chosen.best, (std::vector<std::optional<std::size_t>>{0, 1}));
    EXPECT_EQ(chosen.open, (Open{{0, 1}, {1, 2}}));  // 22 is possible, with 26
}

TEST(Alternatives, WhatTheCalendarForbidsIsNotMeant) {
    AlternativesAsked asked;
    asked.mayBe = [](const Network& network, std::size_t, std::size_t) {
        return network.bounds(1).latest != 5 * h;
    };
    const auto chosen =
        chooseAlternatives(settledNetwork(2, {}), {{atHour(1, 5, 0), atHour(1, 17, 0)}}, asked);
    EXPECT_EQ(chosen.open, (Open{{1}}));
}

TEST(Alternatives, ManyThatHaveNothingToDoWithEachOtherAreSoonChosen) {
    // Each has a cheap alternative that is impossible and a dearer one; and one that is as good as the
    // cheapest.
    constexpr std::size_t many = 400;
    std::vector<Network::Constraint> late;
    std::vector<Choice> choices;
    for (std::size_t v = 1; v <= many; ++v) {
        late.push_back({0, v, 9 * h, {}, v});
        choices.push_back({atHour(v, 5, 0), atHour(v, 6, 0), atHour(v, 17, 1)});
    }
    const auto chosen = chooseAlternatives(settledNetwork(many + 1, late), choices, {.mostNodes = 3 * many});
    EXPECT_FALSE(chosen.exhausted);
    EXPECT_EQ(chosen.cost, many);
    for (const auto& best : chosen.best) EXPECT_EQ(best, 2U);
}

TEST(Alternatives, AnEndOfTheSearchLeavesTheRestOpen) {
    const auto early = settledNetwork(2, {{0, 1, {}, 14 * h, 0}});
    const Choice three{atHour(1, 3, 0), atHour(1, 15, 0)};
    EXPECT_EQ(chooseAlternatives(early, {three}, {}).open, (Open{{0}}));
    const auto chosen = chooseAlternatives(early, {three}, {.mostNodes = 1});
    EXPECT_TRUE(chosen.exhausted);
    EXPECT_EQ(chosen.open, (Open{{0, 1}}));
}

// Every course tried: the cheapest, and for each alternative the cheapest course through it.
TEST(Alternatives, AgreesWithTryingEverything) {
    int open = 0, left = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        constexpr std::size_t variables = 5;
        std::vector<Network::Constraint> base;
        for (std::size_t v = 1; v + 1 < variables; ++v) base.push_back({v, v + 1, 1, 4 + below(6), v});
        std::vector<Choice> choices(3);
        for (auto& choice : choices) {
            double cost = 0;
            for (int a = 2 + below(2); a > 0; --a) {
                const auto v = 1 + static_cast<std::size_t>(below(4));
                const int t = below(14);
                choice.push_back({{{0, v, t, t + below(2), 100}}, cost});
                cost += below(3) * 0.25;
            }
        }
        std::vector<std::vector<double>> through(3);
        for (std::size_t i = 0; i < 3; ++i) through[i].assign(choices[i].size(), 1e9);
        double cheapest = 1e9;
        for (std::size_t a = 0; a < choices[0].size(); ++a)
            for (std::size_t b = 0; b < choices[1].size(); ++b)
                for (std::size_t c = 0; c < choices[2].size(); ++c) {
                    auto all = base;
                    double cost = 0;
                    for (const auto* each : {&choices[0][a], &choices[1][b], &choices[2][c]}) {
                        all.push_back(each->constraints.front());
                        cost += each->cost;
                    }
                    if (!test::bellmanFord(variables, all).consistent) continue;
                    cheapest = std::min(cheapest, cost);
                    for (const auto& [i, k] : {std::pair{0U, a}, std::pair{1U, b}, std::pair{2U, c}})
                        through[i][k] = std::min(through[i][k], cost);
                }
        const auto chosen = chooseAlternatives(settledNetwork(variables, base), choices, {});
        ASSERT_FALSE(chosen.exhausted);
        if (cheapest > 1e8) {
            ++left;
            EXPECT_GE(chosen.cost, 100);  // one choice at least is left out
            continue;
        }
        EXPECT_NEAR(chosen.cost, cheapest, 1e-9);
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t k = 0; k < choices[i].size(); ++k) {
                const bool isOpen = std::ranges::binary_search(chosen.open[i], k);
                if (chosen.best[i] != k && isOpen) ++open;
                // As good: by no more than the margin dearer in all, its own cost within the margin too.
                const bool asGood = through[i][k] <= cheapest + 0.5 &&
                                    choices[i][k].cost <= choices[i][*chosen.best[i]].cost + 0.5;
                EXPECT_EQ(isOpen, asGood) << i << " " << k;
            }
    }
    EXPECT_GT(open, 50);
    EXPECT_GT(left, 10);
}

}  // namespace
}  // namespace retrace::timeline
