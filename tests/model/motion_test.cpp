#include "geo/geodesic.hpp"
#include "model/reconstruction.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace retrace::model {
namespace {

Stop stopAt(int order, double lon, StoryTime arrive, StoryTime leave) {
    return {.order = order,
            .place = geo::Place{.name = "P", .where = {{lon, 35}, 1000}},
            .arrive = arrive,
            .leave = leave};
}

// One place, then two posts held at once, then on.
Itinerary march() {
    Itinerary way{.actor = "narrator"};
    way.stops = {stopAt(1, 36, 0, 100), stopAt(2, 37, 200, 300), stopAt(2, 37, 200, 300),
                 stopAt(3, 38, 400, 500)};
    way.stops[2].place->where.at.lat = 35.5;
    const auto leg = [&](std::size_t from, std::size_t to, double depart, double arrive) {
        const std::vector path{way.stops[from].place->where.at, way.stops[to].place->where.at};
        way.legs.push_back({.fromStop = from,
                            .toStop = to,
                            .basis = Basis::stated,
                            .path = path,
                            .distance_m = geo::length_m(path),
                            .depart = depart,
                            .arrive = arrive});
    };
    leg(0, 1, 100, 200);
    leg(0, 2, 100, 200);
    leg(1, 3, 300, 400);
    return way;
}

TEST(At, nothingBeforeTheFirstStop) {
    EXPECT_FALSE(at(march(), -1));
    EXPECT_TRUE(at(march(), 0));
    EXPECT_FALSE(at(Itinerary{}, 0));
}

TEST(At, staysAtItsStopWithItsRadius) {
    const auto p = at(march(), 50);
    ASSERT_TRUE(p);
    EXPECT_EQ(p->stop, std::optional<std::size_t>(0));
    EXPECT_FALSE(p->leg);
    EXPECT_DOUBLE_EQ(p->at.lon, 36);
    EXPECT_DOUBLE_EQ(p->halo_m, 1000);
}

TEST(At, easesAlongTheLegAndTheDoubtIsWidestBetween) {
    const auto start = at(march(), 100), early = at(march(), 110), middle = at(march(), 150),
               late = at(march(), 199.99);
    ASSERT_TRUE(start && early && middle && late);
    EXPECT_NEAR(start->at.lon, 36, 1e-9);
    EXPECT_NEAR(middle->at.lon, 36.5, 0.01);
    EXPECT_LT(early->legFraction, 0.05);  // slow at first
    EXPECT_NEAR(late->at.lon, 37, 1e-3);
    EXPECT_GT(middle->halo_m, early->halo_m);
    EXPECT_NEAR(start->halo_m, 1000, 1);
    EXPECT_NEAR(late->halo_m, 1000, 20);  // 91 km in 100 s: 10 m in the last hundredth
    EXPECT_EQ(middle->leg, std::optional<std::size_t>(0));
}

// An hour and a half for 91 km: in the middle it may be well off the line, at the ends it is where it is.
TEST(At, theHaloIsWhatCanBeReachedBetweenTheAnchors) {
    auto way = march();
    way.legs.erase(way.legs.begin() + 1, way.legs.end());
    auto& leg = way.legs.front();
    leg.arrive = 100 + 5400;
    way.stops.resize(2);
    way.stops[1].arrive = leg.arrive;
    EXPECT_DOUBLE_EQ(at(way, 100)->halo_m, 1000);
    EXPECT_NEAR(at(way, leg.arrive - 0.01)->halo_m, 1000, 1);
    EXPECT_DOUBLE_EQ(at(way, leg.arrive)->halo_m, 1000);
    const double middle = at(way, 100 + 2700)->halo_m;
    const double budget = std::max(60 / 3.6 * 5400, 1.125 * leg.distance_m) / 2 + 1000;
    EXPECT_NEAR(middle, std::sqrt(budget * budget - leg.distance_m * leg.distance_m / 4), 300);
    leg.means = "two trucks";
    EXPECT_DOUBLE_EQ(at(way, 2800)->halo_m, middle);
    leg.means = "by helicopter";
    EXPECT_GT(at(way, 2800)->halo_m, middle);
}

TEST(At, theHaloGrowsToItsWidestAndNarrowsAgainWithoutALeap) {
    for (const double hours : {0.03, 0.5, 1.5, 3.0, 12.0})
        for (const double wide_m : {200.0, 1000.0, 15000.0}) {
            auto way = march();
            way.legs.resize(1);
            way.stops.resize(2);
            way.stops[0].place->where.radius_m = wide_m;
            auto& leg = way.legs.front();
            leg.arrive = leg.depart + hours * 3600;
            way.stops[1].arrive = leg.arrive;
            constexpr int steps = 2000;
            const double step = (leg.arrive - leg.depart) / steps;
            const double fastest = std::max(60 / 3.6, 1.125 * leg.distance_m / (leg.arrive - leg.depart));
            std::vector<double> halos;
            for (int i = 0; i <= steps; ++i) halos.push_back(at(way, leg.depart + step * i)->halo_m);
            EXPECT_NEAR(halos.front(), wide_m, 1e-6);
            EXPECT_NEAR(halos.back(), 1000, 1e-6);
            const auto widest = std::ranges::max_element(halos) - halos.begin();
            for (int i = 1; i <= steps; ++i) {
                const auto k = static_cast<std::size_t>(i);
                const double change = halos[k] - halos[k - 1];
                EXPECT_LE(std::abs(change), 4 * fastest * step + 60) << hours << " h, step " << i;
                if (wide_m > 1000) continue;  // a wide anchor narrows first: the mover leaves it
                EXPECT_GE(i <= widest ? change : -change, -1.0) << hours << " h, step " << i;
            }
        }
}

TEST(At, parallelPostsAreShownTogether) {
    const auto there = at(march(), 250), underway = at(march(), 150);
    ASSERT_EQ(there->others.size(), 1U);
    EXPECT_DOUBLE_EQ(there->others.front().lat, 35.5);
    ASSERT_EQ(underway->others.size(), 1U);  // both columns go at once
    EXPECT_TRUE(at(march(), 450)->others.empty());
}

TEST(At, theSameTimeGivesTheSamePositionInAnyOrder) {
    const auto way = march();
    const auto once = at(way, 333);
    (void)at(way, 10);
    (void)at(way, 480);
    const auto again = at(way, 333);
    EXPECT_EQ(once->at, again->at);
    EXPECT_EQ(once->halo_m, again->halo_m);
}

TEST(At, anOpenStopIsPassedOver) {
    auto way = march();
    way.stops[3].place.reset();
    way.legs.pop_back();
    EXPECT_EQ(at(way, 450)->stop, std::optional<std::size_t>(1));
}

TEST(At, glidesAlongABentWayByDistanceNotByVertex) {
    auto way = march();
    auto& leg = way.legs.front();
    // Three vertices crowd the first tenth; then one long straight.
    leg.path = {{36, 35}, {36.05, 35.02}, {36.1, 35}, {37, 35}};
    leg.basis = Basis::schematic;
    leg.distance_m = geo::length_m(leg.path);
    way.legs.erase(way.legs.begin() + 1);
    double gone = 0;
    std::optional<Position> before;
    for (double t = 100; t < 200; t += 0.5) {
        const auto here = at(way, t);
        ASSERT_TRUE(here && here->leg);
        EXPECT_NEAR(geo::distance_m(here->at, geo::along(leg.path, here->legFraction)), 0, 1);
        if (before) gone += geo::distance_m(before->at, here->at);
        before = here;
    }
    EXPECT_NEAR(gone, leg.distance_m, 0.01 * leg.distance_m);
    const auto half = at(way, 150);
    EXPECT_NEAR(half->legFraction, 0.5, 1e-9);
    EXPECT_GT(half->at.lon, 36.4);  // by vertices it would be 36.075
}

}  // namespace
}  // namespace retrace::model
