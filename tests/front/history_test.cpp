#include "front/history.hpp"

#include <gtest/gtest.h>
#include <cmath>

using namespace retrace;
using front::Observation;

namespace {

constexpr double day = 86400;

Observation seen(std::size_t side, double t, double certainty = 0.9) {
    return {.earliest = t, .latest = t, .side = side, .certainty = certainty};
}

double heldBy(const front::History& h, std::size_t side, double t) {
    std::vector<double> p(2);
    front::addControl(h, 2, t, 1, p.data());
    return p[side];
}

TEST(History, TwoThatAgreeOutweighOne) {
    const auto h =
        front::historyOf({seen(0, 0), seen(1, 0.1 * day), seen(0, 0.2 * day)}, 2, 30 * day, 30 * day);
    EXPECT_GT(heldBy(h, 0, 0.1 * day), 0.5);
}

TEST(History, ALaterClaimSupersedesAnEarlierOne) {
    const auto h = front::historyOf({seen(0, 0), seen(1, 20 * day)}, 2, 30 * day, 30 * day);
    EXPECT_GT(heldBy(h, 0, 0), 0.7);
    EXPECT_GT(heldBy(h, 1, 20 * day), 0.7);
    EXPECT_NEAR(heldBy(h, 0, 10 * day), 0.5, 1e-6);
}

TEST(History, AClaimCountsOnceHoweverLongItsSpan) {
    Observation held = seen(0, 0);
    held.latest = 10 * day;
    const auto h = front::historyOf({held}, 2, 1e9 * day, 30 * day);
    EXPECT_NEAR(heldBy(h, 0, 5 * day), 0.95, 1e-3);
    EXPECT_DOUBLE_EQ(front::freshness(h, 5 * day, 30 * day), 0.9);
    EXPECT_NEAR(front::freshness(h, 40 * day, 30 * day), 0.9 * std::exp(-1.0), 1e-9);
}

TEST(History, TheOrderOfTellingDoesNotMatter) {
    const std::vector<Observation> told{seen(0, 0), seen(1, 3 * day, 0.6), seen(1, 9 * day)};
    const auto h = front::historyOf(told, 2, 5 * day, 5 * day);
    const auto g = front::historyOf({told[2], told[0], told[1]}, 2, 5 * day, 5 * day);
    for (double t = -day; t < 11 * day; t += day / 3) EXPECT_NEAR(heldBy(h, 1, t), heldBy(g, 1, t), 1e-12);
}

TEST(History, FreshnessNeverJumps) {
    // A strong claim, then a weak one: the strong one goes on fading past the weak one.
    const auto h = front::historyOf({seen(0, 0, 1), seen(0, day, 0.2)}, 2, 5 * day, 5 * day);
    for (double t = -day; t < 3 * day; t += 600)
        ASSERT_LT(std::abs(front::freshness(h, t + 600, 5 * day) - front::freshness(h, t, 5 * day)), 0.002)
            << t;
}

}  // namespace
