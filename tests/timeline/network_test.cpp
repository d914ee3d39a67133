#include "timeline/network.hpp"

#include "bellman_ford.hpp"
#include "geo/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace retrace::timeline {
namespace {

using Constraint = Network::Constraint;
using Side = Network::Side;
using Reasons = std::vector<std::size_t>;

Network networkOf(std::size_t variables, const std::vector<Constraint>& constraints) {
    Network network;
    while (network.variableCount() < variables) (void)network.addVariable();
    for (const Constraint& c : constraints) (void)network.add(c);
    return network;
}

Reasons reasonsOf(const Network& network, const std::vector<Network::Handle>& handles) {
    Reasons reasons;
    for (const auto handle : handles) reasons.push_back(network.constraint(handle).reason);
    return reasons;
}

/// All at once, with what a bound rests on for every variable.
struct Solution {
    bool consistent = true;
    std::vector<Network::Bounds> bounds;
    std::vector<Reasons> earliest, latest;
    Reasons conflict;
    std::size_t work = 0;
};

Solution solved(Network network) {
    Solution solution;
    solution.conflict = reasonsOf(network, network.settle());
    solution.consistent = solution.conflict.empty();
    solution.work = network.work();
    if (!solution.consistent) return solution;
    for (std::size_t v = 0; v < network.variableCount(); ++v) {
        solution.bounds.push_back(network.bounds(v));
        solution.earliest.push_back(reasonsOf(network, network.path(v, Side::earliest)));
        solution.latest.push_back(reasonsOf(network, network.path(v, Side::latest)));
    }
    return solution;
}

TEST(Network, ChainsWithTheReasonsOnTheTightPath) {
    // 1 is at 100..200, 2 is 10..30 after 1 and no later than 215; 9 is slack and supports nothing.
    const auto solution =
        solved(networkOf(3, {{0, 1, 100, 200, 7}, {1, 2, 10, 30, 8}, {0, 2, {}, 215, 5}, {0, 2, 0, {}, 9}}));
    ASSERT_TRUE(solution.consistent);
    EXPECT_EQ(solution.bounds[2].earliest, 110);
    EXPECT_EQ(solution.earliest[2], (Reasons{7, 8}));
    EXPECT_EQ(solution.bounds[2].latest, 215);
    EXPECT_EQ(solution.latest[2], (Reasons{5}));
    EXPECT_EQ(solution.bounds[1].latest, 200);
    EXPECT_EQ(solution.bounds[0].earliest, 0);
    EXPECT_TRUE(solution.latest[0].empty());
}

TEST(Network, WhatNothingBoundsStaysOpen) {
    const auto solution = solved(networkOf(3, {{0, 1, 5, {}, 0}, {1, 2, 3, {}, 1}}));
    ASSERT_TRUE(solution.consistent);
    EXPECT_EQ(solution.bounds[2].earliest, 8);
    EXPECT_EQ(solution.bounds[2].latest, std::nullopt);
    EXPECT_TRUE(solution.latest[2].empty());
}

TEST(Network, AConflictNamesItsCycleOnly) {
    const auto solution =
        solved(networkOf(4, {{0, 3, 0, 9, 1}, {1, 2, 10, {}, 2}, {2, 3, 10, {}, 3}, {1, 3, {}, 15, 4}}));
    EXPECT_FALSE(solution.consistent);
    Reasons conflict = solution.conflict;
    std::sort(conflict.begin(), conflict.end());
    EXPECT_EQ(conflict, (Reasons{2, 3, 4}));
    EXPECT_TRUE(solution.bounds.empty());
}

TEST(Network, AConstraintMayContradictItself) {
    EXPECT_EQ(solved(networkOf(2, {{0, 1, 9, 3, 6}})).conflict, (Reasons{6}));
    EXPECT_EQ(solved(networkOf(2, {{1, 1, 1, {}, 6}})).conflict, (Reasons{6}));
}

TEST(Network, AConflictOutOfTheEpochsReachIsFound) {
    EXPECT_FALSE(solved(networkOf(3, {{1, 2, 5, {}, 0}, {2, 1, 5, {}, 1}})).consistent);
}

TEST(Network, EmptyAndUnknownVariables) {
    EXPECT_TRUE(solved(Network{}).consistent);
    Network network;
    EXPECT_THROW((void)network.add({0, 1, 0, 0, 0}), Error);
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
        const auto solution = solved(networkOf(4, constraints));
        ASSERT_EQ(solution.consistent, tried.any);
        if (!solution.consistent) {
            ++conflicts;
            // The named constraints alone contradict each other, and none of them can be spared.
            EXPECT_FALSE(solved(networkOf(4, only(constraints, solution.conflict))).consistent);
            for (std::size_t i = 0; i < solution.conflict.size(); ++i) {
                Reasons fewer = solution.conflict;
                fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
                EXPECT_TRUE(solved(networkOf(4, only(constraints, fewer))).consistent);
            }
            continue;
        }
        for (std::size_t v = 0; v < 4; ++v) {
            const auto& bounds = solution.bounds[v];
            EXPECT_EQ(bounds.earliest, tried.low[v]);
            EXPECT_EQ(bounds.latest, tried.high[v]);
            // The reasons given suffice for the bound.
            const auto lower = solved(networkOf(4, only(constraints, solution.earliest[v])));
            const auto upper = solved(networkOf(4, only(constraints, solution.latest[v])));
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
    const auto solution = solved(networkOf(many, constraints));
    EXPECT_FALSE(solution.consistent);
    EXPECT_EQ(solution.conflict.size(), 2U);
    // Going round once for every variable would be 16 million.
    EXPECT_LT(solution.work, 10 * constraints.size());
}

TEST(Network, ABoundBeyondAllCalendarsIsRefused) {
    Network network;
    const auto v = network.addVariable();
    EXPECT_THROW((void)network.add({0, v, 0, 1LL << 41, 0}), Error);
    EXPECT_THROW((void)network.add({0, v, std::numeric_limits<std::int64_t>::min(), {}, 0}), Error);
    EXPECT_EQ(network.constraintCount(), 0U);
}

TEST(Network, AmongEqualPathsTheShorterThenTheOneToldFirst) {
    // To 3 by 1, by 2, and at once: all by 20.
    const std::vector<Constraint> constraints{
        {0, 1, {}, 10, 0}, {0, 2, {}, 10, 1}, {2, 3, {}, 10, 2}, {1, 3, {}, 10, 3}, {0, 3, {}, 20, 4}};
    EXPECT_EQ(solved(networkOf(4, constraints)).latest[3], (Reasons{4}));
    const std::vector<Constraint> without(constraints.begin(), constraints.end() - 1);
    EXPECT_EQ(solved(networkOf(4, without)).latest[3], (Reasons{1, 2}));
    std::vector<Constraint> backwards(without.rbegin(), without.rend());
    EXPECT_EQ(solved(networkOf(4, backwards)).latest[3], (Reasons{1, 2}));  // by reason, however it was built
}

TEST(Network, TheChainBetweenTwoVariables) {
    auto network = networkOf(4, {{0, 1, 0, 10, 0}, {1, 2, 5, 7, 1}, {2, 3, 1, 2, 2}, {1, 3, 0, 20, 3}});
    ASSERT_TRUE(network.settle().empty());
    const auto all = [](const Constraint&) { return true; };
    const auto most = network.chain(1, 3, all);
    ASSERT_TRUE(most);
    EXPECT_EQ(most->seconds, 9);
    EXPECT_EQ(reasonsOf(network, most->constraints), (Reasons{1, 2}));
    const auto least = network.chain(3, 1, all);
    ASSERT_TRUE(least);
    EXPECT_EQ(least->seconds, -6);
    const auto without = network.chain(1, 3, [](const Constraint& c) { return c.reason != 2; });
    ASSERT_TRUE(without);
    EXPECT_EQ(without->seconds, 20);
    EXPECT_FALSE(network.chain(1, 3, [](const Constraint&) { return false; }));
}

TEST(Network, ACopyGoesItsOwnWay) {
    auto one = networkOf(2, {{0, 1, 5, 9, 0}});
    ASSERT_TRUE(one.settle().empty());
    auto other = one;
    (void)other.add({0, 1, 7, {}, 1});
    ASSERT_TRUE(other.settle().empty());
    EXPECT_EQ(other.bounds(1).earliest, 7);
    EXPECT_EQ(one.bounds(1).earliest, 5);
}

// Constraints come and go at random; after each settling the network is held against one solved from scratch.
class Play {
public:
    Play(unsigned seed, std::size_t variables, int reach)
        : random_(seed), variables_(variables), reach_(reach) {
        while (network_.variableCount() < variables) (void)network_.addVariable();
    }
    int conflicts = 0;

    void step(int many) {
        for (int i = 0; i < many; ++i) {
            if (!in_.empty() && below(100) < 40) {
                auto at = std::next(in_.begin(), below(static_cast<int>(in_.size())));
                network_.remove(at->second);
                in_.erase(at);
            } else {
                add();
            }
        }
        while (true) {
            const auto conflict = network_.settle();
            if (conflict.empty()) break;
            ++conflicts;
            ASSERT_NO_FATAL_FAILURE(expectIrreducible(conflict));
            const auto spared = conflict[static_cast<std::size_t>(below(static_cast<int>(conflict.size())))];
            in_.erase(network_.constraint(spared).reason);
            network_.remove(spared);
        }
        expectAsFromScratch();
    }

private:
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    void add() {
        Constraint c{static_cast<std::size_t>(below(static_cast<int>(variables_))),
                     static_cast<std::size_t>(below(static_cast<int>(variables_))),
                     {},
                     {},
                     next_++};
        const auto low = below(reach_) - reach_ / 2;
        if (below(3) != 0) c.low = low;
        if (below(3) != 0) c.high = low + below(reach_ / 2) - 1;  // now and then below its low
        in_[c.reason] = c.from == Network::epoch && below(2) == 0
                             ? network_.addBound(c.to, c.low, c.high, c.reason)
                             : network_.add(c);
    }
    std::vector<Constraint> list() const {
        std::vector<Constraint> all;
        for (const auto& [reason, handle] : in_) all.push_back(network_.constraint(handle));
        return all;
    }
    void expectIrreducible(const std::vector<Network::Handle>& conflict) {
        std::vector<Constraint> members;
        for (const auto handle : conflict) {
            ASSERT_TRUE(in_.contains(network_.constraint(handle).reason));
            members.push_back(network_.constraint(handle));
        }
        ASSERT_FALSE(test::bellmanFord(variables_, members).consistent);
        for (std::size_t i = 0; i < members.size(); ++i) {
            auto fewer = members;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            ASSERT_TRUE(test::bellmanFord(variables_, fewer).consistent);
        }
    }
    void expectAsFromScratch() {
        const auto constraints = list();
        const auto reference = test::bellmanFord(variables_, constraints);
        ASSERT_TRUE(reference.consistent);
        auto fresh = networkOf(variables_, constraints);
        ASSERT_TRUE(fresh.settle().empty());
        for (std::size_t v = 0; v < variables_; ++v) {
            ASSERT_EQ(network_.bounds(v), reference.bounds[v]);
            for (const auto side : {Side::earliest, Side::latest}) {
                const auto path = network_.path(v, side);
                // However it came to be: the same path. And the path alone makes the bound.
                ASSERT_EQ(reasonsOf(network_, path), reasonsOf(fresh, fresh.path(v, side)));
                ASSERT_EQ(path.size(), v == 0 ? 0 : network_.pathLength(v, side));
                std::vector<Constraint> members;
                for (const auto handle : path) members.push_back(network_.constraint(handle));
                const auto alone = test::bellmanFord(variables_, members).bounds[v];
                if (side == Side::earliest) {
                    ASSERT_EQ(alone.earliest, reference.bounds[v].earliest);
                } else {
                    ASSERT_EQ(alone.latest, reference.bounds[v].latest);
                }
            }
            if (before_.size() > v && !(before_[v] == reference.bounds[v])) {
                const auto touched = network_.touched();
                ASSERT_TRUE(std::ranges::binary_search(touched, v));
            }
        }
        before_ = reference.bounds;
    }

    std::mt19937 random_;
    std::size_t variables_;
    int reach_;
    Network network_;
    std::map<std::size_t, Network::Handle> in_;  // by reason
    std::vector<Network::Bounds> before_;
    std::size_t next_ = 0;
};

TEST(Network, AddingAndRemovingIsAsSolvingFromScratch) {
    int conflicts = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Play play(seed, 3 + seed % 12, 8 + static_cast<int>(seed % 40));
        std::mt19937 random(seed);
        for (int i = 0; i < 30; ++i) {
            // One at a time, a few, and so many that they are let in together.
            play.step(i % 3 == 0 ? 1 : i % 3 == 1 ? 1 + static_cast<int>(random() % 6) : 40);
            if (testing::Test::HasFatalFailure()) return;
        }
        conflicts += play.conflicts;
    }
    std::cout << conflicts << " conflicts on the way\n";
    EXPECT_GT(conflicts, 1000);
}

TEST(Network, ManyThatPullEachOtherDownAreSettledInAFewPasses) {
    // Each an hour after the one before, told from the last to the first and from the first to the last.
    constexpr std::size_t many = 20000;
    for (const bool back : {false, true}) {
        std::vector<Constraint> constraints;
        for (std::size_t i = 1; i < many; ++i) {
            const auto v = back ? many - i : i;
            constraints.push_back({v - 1, v, 3600, 7200, i});
        }
        auto network = networkOf(many, constraints);
        ASSERT_TRUE(network.settle().empty());
        EXPECT_EQ(network.bounds(many - 1).earliest, 3600 * (many - 1));
        EXPECT_EQ(network.bounds(many - 1).latest, 7200 * (many - 1));
        EXPECT_LT(network.work(), 30 * constraints.size());
        // One more, and away again: once through the chain at most, though it pulls at all of it.
        const auto before = network.work();
        const auto handle = network.add({many - 2, many - 1, 4000, {}, many});
        ASSERT_TRUE(network.settle().empty());
        network.remove(handle);
        ASSERT_TRUE(network.settle().empty());
        EXPECT_LT(network.work() - before, 3 * constraints.size());
    }
}

TEST(Network, ValuesThatFallAgainAndAgainDoNotRunOver) {
    Network network;
    const auto a = network.addVariable(), b = network.addVariable();
    constexpr std::int64_t far = 1LL << 40;
    for (int i = 0; i < 3'000'000; ++i) {  // each turn pulls one of the two down by as much as there is
        const auto handle =
            network.add(i % 2 == 0 ? Constraint{a, b, far, {}, 0} : Constraint{b, a, far, {}, 0});
        ASSERT_TRUE(network.settle().empty());
        network.remove(handle);
    }
    (void)network.add({0, a, 7, 7, 1});
    (void)network.add({a, b, far, far, 2});
    ASSERT_TRUE(network.settle().empty());
    EXPECT_EQ(network.bounds(b).latest, far + 7);
}

}  // namespace
}  // namespace retrace::timeline
