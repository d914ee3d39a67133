#include "front/field.hpp"

#include "geo/camera.hpp"
#include "geo/error.hpp"

#include <gtest/gtest.h>
#include <random>

using namespace retrace;
using front::Observation;

namespace {

constexpr double day = 86400, hour = 3600;

Observation seen(double lon, double lat, std::size_t side, double t = 0) {
    return {.at = {lon, lat}, .earliest = t, .latest = t, .side = side};
}
Observation taken(double lon, double lat, std::size_t from, std::size_t to, double earliest, double latest) {
    return {.at = {lon, lat}, .earliest = earliest, .latest = latest, .side = to, .before = from};
}

TEST(Field, NothingToldIsNotStated) {
    const auto control = front::controlAt(front::fieldOf({}, 2), {36, 35}, 0);
    EXPECT_EQ(control.support, 0);
    EXPECT_DOUBLE_EQ(control.p[0], 0.5);
    EXPECT_TRUE(front::decidingAt(front::fieldOf({}, 2), {36, 35}, 0).empty());
}

TEST(Field, TheNearerClaimDecides) {
    const auto field = front::fieldOf({seen(36, 35, 0), seen(37, 35, 1)}, 2);
    EXPECT_GT(front::controlAt(field, {36.1, 35}, 0).p[0], 0.6);
    EXPECT_GT(front::controlAt(field, {36.9, 35}, 0).p[1], 0.6);
    EXPECT_NEAR(front::controlAt(field, {36.5, 35}, 0).p[0], 0.5, 1e-6);
}

TEST(Field, SupportGoesWithDistanceAndAge) {
    const auto field = front::fieldOf({seen(36, 35, 0)}, 2, {.memory_s = 5 * day});
    EXPECT_GT(front::controlAt(field, {36, 35}, 0).support, 0.8);
    EXPECT_EQ(front::controlAt(field, {38, 35}, 0).support, 0);
    EXPECT_LT(front::controlAt(field, {36, 35}, 60 * day).support, 0.01);
    EXPECT_LT(front::controlAt(field, {36, 35}, -60 * day).support, 0.01);
}

TEST(Field, AChangeIsARampBetweenEarliestAndLatest) {
    const auto field = front::fieldOf({taken(36, 35, 0, 1, 0, 10 * hour)}, 2);
    const auto p = [&](double t) { return front::controlAt(field, {36, 35}, t).p[1]; };
    EXPECT_LT(p(-hour), 0.05);
    EXPECT_NEAR(p(5 * hour), 0.5, 1e-3);
    EXPECT_GT(p(11 * hour), 0.95);
    EXPECT_LT(p(3 * hour), p(4 * hour));
}

TEST(Field, ControlFlipsBack) {
    const auto field =
        front::fieldOf({taken(36, 35, 0, 1, day, day + hour), taken(36, 35, 1, 0, 2 * day, 2 * day + hour),
                        taken(36, 35, 0, 1, 4 * day, 4 * day + hour)},
                       2);
    const auto p = [&](double t) { return front::controlAt(field, {36, 35}, t).p[1]; };
    EXPECT_LT(p(0), 0.1);
    EXPECT_GT(p(1.5 * day), 0.9);
    EXPECT_LT(p(3 * day), 0.1);
    EXPECT_GT(p(5 * day), 0.9);
}

TEST(Field, WhatWasDeniedDidNotCome) {
    Observation denied = seen(36, 35, 1);
    denied.negated = true;
    EXPECT_GT(front::controlAt(front::fieldOf({denied}, 2), {36, 35}, 0).p[0], 0.9);
}

TEST(Field, WhatIsContestedIsHeldByNeither) {
    Observation fought = taken(36, 35, 0, 1, 0, day);
    fought.contested = true;
    const auto p = front::controlAt(front::fieldOf({fought}, 3), {36, 35}, day / 2).p;
    EXPECT_NEAR(p[0], p[1], 1e-9);
    EXPECT_LT(p[2], 0.1);
}

TEST(Field, TheClaimsThatDecideAreNamed) {
    Observation a = seen(36, 35, 0), b = seen(36.3, 35, 1);
    a.claim = 7;
    b.claim = 9;
    const auto shares = front::decidingAt(front::fieldOf({a, b}, 2), {36.05, 35}, 0);
    ASSERT_EQ(shares.size(), 2u);
    EXPECT_EQ(shares[0].claim, 7u);
    EXPECT_GT(shares[0].weight, shares[1].weight);
    EXPECT_NEAR(shares[0].weight + shares[1].weight, 1, 1e-9);
}

TEST(Field, WhatIsNoClaimIsRefused) {
    EXPECT_THROW((void)front::fieldOf({seen(36, 35, 2)}, 2), Error);
    EXPECT_THROW((void)front::fieldOf({seen(36, 95, 0)}, 2), Error);
    EXPECT_THROW((void)front::fieldOf({}, 1), Error);
    EXPECT_THROW((void)front::fieldOf({taken(36, 35, 0, 1, day, 0)}, 2), Error);
}

std::vector<Observation> manyClaims(std::size_t count, std::size_t sides, unsigned seed) {
    std::mt19937 random(seed);
    const auto from = [&](double low, double high) { return low + (high - low) * random() / 4294967296.0; };
    std::vector<Observation> out;
    for (std::size_t i = 0; i < count; ++i) {
        Observation o = seen(from(35.5, 38.5), from(33, 37), random() % sides, from(0, 10) * day);
        o.latest += from(0, 1) * day;
        o.certainty = from(0.3, 1);
        o.radius_m = from(0, 5000);
        if (random() % 2) o.before = random() % sides;
        o.claim = i;
        out.push_back(o);
    }
    return out;
}

TEST(Field, TheGridHasTheNumbersOfThePoint) {
    const unsigned seed = 20241205;
    SCOPED_TRACE(seed);
    for (const std::size_t sides : {2u, 3u}) {
        const auto field = front::fieldOf(manyClaims(120, sides, seed), sides);
        const auto corner = geo::toWorld({35, 37.5});
        const front::Frame frame{corner.x, corner.y, 0.0004, 40, 33};
        const auto grid = front::sampled(field, frame, 4.3 * day);
        const std::size_t plane = 40 * 33;
        for (int r = 0; r < frame.rows; ++r)
            for (int c = 0; c < frame.cols; ++c) {
                const auto at =
                    geo::toLonLat(geo::WorldPoint{frame.west + c * frame.step, frame.north + r * frame.step});
                const auto control = front::controlAt(field, at, 4.3 * day);
                const std::size_t i = static_cast<std::size_t>(r * frame.cols + c);
                ASSERT_NEAR(grid.support[i], control.support, 1e-3);
                for (std::size_t s = 0; s < sides; ++s)
                    ASSERT_NEAR(grid.p[s * plane + i], control.p[s], 1e-3);
            }
    }
}

TEST(Field, ManyThousandPlacesAreCulled) {
    const unsigned seed = 5;
    SCOPED_TRACE(seed);
    const auto field = front::fieldOf(manyClaims(6000, 2, seed), 2, {.samePlace_m = 10});
    EXPECT_FALSE(field.correlation.full());
    const auto corner = geo::toWorld({36.5, 35.5});
    const front::Frame frame{corner.x, corner.y, 0.00002, 33, 18};
    const auto moment = front::momentOf(field, 5 * day, geo::Box{36.5, 35.3, 36.8, 35.5});
    EXPECT_LT(moment.sites.size(), field.sites.size() / 2);
    const auto grid = front::sampled(field, moment, frame);
    const auto all = front::momentOf(field, 5 * day);
    for (int r = 0; r < frame.rows; ++r)
        for (int c = 0; c < frame.cols; ++c) {
            const auto at =
                geo::toLonLat(geo::WorldPoint{frame.west + c * frame.step, frame.north + r * frame.step});
            const std::size_t i = static_cast<std::size_t>(r * frame.cols + c);
            ASSERT_NEAR(grid.p[i], front::controlAt(field, moment, at).p[0], 1e-3);
            ASSERT_NEAR(grid.p[i], front::controlAt(field, all, at).p[0],
                        5e-3);  // what was left out hardly matters
        }
}

TEST(Field, NothingJumpsInTimeOrSpace) {
    const unsigned seed = 7;
    SCOPED_TRACE(seed);
    const auto field = front::fieldOf(manyClaims(60, 2, seed), 2);
    double before = front::controlAt(field, {36.6, 35.2}, 0).p[0];
    for (double t = 0; t < 11 * day; t += 60) {
        const double now = front::controlAt(field, {36.6, 35.2}, t).p[0];
        ASSERT_LT(std::abs(now - before), 0.02) << t;
        before = now;
    }
    before = front::controlAt(field, {35.4, 35.2}, 5 * day).p[0];
    for (double lon = 35.4; lon < 38.6; lon += 0.0005) {
        const double now = front::controlAt(field, {lon, 35.2}, 5 * day).p[0];
        ASSERT_LT(std::abs(now - before), 0.05) << lon;
        before = now;
    }
}

}  // namespace
