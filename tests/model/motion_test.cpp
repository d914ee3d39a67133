#include "geo/geodesic.hpp"
#include "model/reconstruction.hpp"

#include <gtest/gtest.h>

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
    EXPECT_NEAR(late->halo_m, 1000, 5);
    EXPECT_EQ(middle->leg, std::optional<std::size_t>(0));
}

TEST(At, aGuessedWayIsWiderThanAStatedOne) {
    auto guessed = march();
    guessed.legs[0].basis = Basis::inferred;
    EXPECT_GT(at(guessed, 150)->halo_m, at(march(), 150)->halo_m);
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
