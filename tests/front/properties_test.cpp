// What holds of the field whatever is told.
#include "claims.hpp"
#include "front/stated.hpp"
#include "geo/error.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace retrace;
using test::Chance;
using test::claimsIn;
using test::day;

namespace {

constexpr geo::Box box{35, 33, 39, 37};

class FieldProperties : public testing::TestWithParam<unsigned> {
protected:
    FieldProperties() : trace_(__FILE__, __LINE__, "seed " + std::to_string(GetParam())) {}

private:
    testing::ScopedTrace trace_;
};
INSTANTIATE_TEST_SUITE_P(Seeds, FieldProperties, testing::Values(1u, 2u, 3u, 4u, 5u, 6u));

TEST_P(FieldProperties, ProbabilitiesSumToOne) {
    Chance chance(GetParam());
    const std::size_t sides = 2 + GetParam() % 3;
    const auto field = front::fieldOf(claimsIn(box, 1 + 15 * GetParam(), sides, GetParam()), sides);
    for (int k = 0; k < 200; ++k) {
        const geo::LonLat at{chance.from(30, 44), chance.from(28, 42)};
        const auto control = front::controlAt(field, at, chance.from(-5, 15) * day);
        ASSERT_EQ(control.p.size(), sides);
        EXPECT_NEAR(std::accumulate(control.p.begin(), control.p.end(), 0.0), 1, 1e-12);
        for (const double p : control.p) EXPECT_TRUE(p > 0 && p < 1) << p;
        EXPECT_TRUE(control.support >= 0 && control.support <= 1) << control.support;
    }
}

TEST_P(FieldProperties, NothingIsStatedFarFromAllClaims) {
    Chance chance(GetParam());
    const auto told = claimsIn(box, 40, 2, GetParam());
    const auto field = front::fieldOf(told, 2);
    for (int k = 0; k < 300; ++k) {
        const geo::LonLat at{chance.from(25, 50), chance.from(20, 50)};
        const auto near = [&](const front::Site& s) { return front::chord_m(s.at, at) < s.support_m; };
        const auto control = front::controlAt(field, at, 5 * day);
        if (std::ranges::none_of(field.sites, near)) {
            EXPECT_EQ(control.support, 0) << at.lon << " " << at.lat;
            EXPECT_TRUE(front::decidingAt(field, at, 5 * day).empty());
        }
    }
}

TEST_P(FieldProperties, NothingIsStatedLongBeforeAndAfter) {
    const auto field = front::fieldOf(claimsIn(box, 40, 2, GetParam()), 2);
    for (const double away : {-1.0, 1.0})
        for (const front::Site& site : field.sites) {
            const double t = 5 * day + away * (10 * day + 10 * field.memory_s);
            EXPECT_LT(front::controlAt(field, site.at, t).support, front::statedSupport / 10);
        }
}

TEST_P(FieldProperties, AMinuteChangesLittle) {
    Chance chance(GetParam());
    const auto field = front::fieldOf(claimsIn(box, 60, 2, GetParam()), 2);
    // Also where most happens: at the ends of all spans.
    std::vector<double> times;
    for (const auto& o : field.observations) times.insert(times.end(), {o.earliest, o.latest});
    for (const double around : times) {
        const geo::LonLat at{chance.from(35, 39), chance.from(33, 37)};
        for (double t = around - 120; t < around + 120; t += 60) {
            const auto a = front::controlAt(field, at, t), b = front::controlAt(field, at, t + 60);
            ASSERT_LT(std::abs(a.p[0] - b.p[0]), 0.02) << at.lon << " " << at.lat << " at " << t;
            ASSERT_LT(std::abs(a.support - b.support), 0.02) << t;
        }
    }
}

void expectSame(const front::Field& a, const front::Field& b, double lonShift, unsigned seed, double within) {
    Chance chance(seed + 100);
    for (int k = 0; k < 60; ++k) {
        const geo::LonLat at{chance.from(box.west - 1, box.east + 1),
                             chance.from(box.south - 1, box.north + 1)};
        const double t = chance.from(-1, 11) * day;
        const auto x = front::controlAt(a, at, t), y = front::controlAt(b, {at.lon + lonShift, at.lat}, t);
        ASSERT_NEAR(x.support, y.support, within) << at.lon << " " << at.lat << " at " << t;
        for (std::size_t s = 0; s < x.p.size(); ++s)
            ASSERT_NEAR(x.p[s], y.p[s], within) << at.lon << " " << t;
    }
}

TEST_P(FieldProperties, TheOrderOfTellingDoesNotMatter) {
    Chance chance(GetParam());
    auto told = claimsIn({36, 34, 36.2, 34.2}, 60, 3, GetParam());  // so near that places flow together
    const auto field = front::fieldOf(told, 3);
    EXPECT_LT(field.sites.size(), told.size());
    for (std::size_t i = told.size(); i > 1; --i) std::swap(told[i - 1], told[chance.below(i)]);
    const auto shuffled = front::fieldOf(told, 3);
    expectSame(field, shuffled, 0, GetParam(), 1e-12);
    const auto a = front::decidingAt(field, {36.1, 34.1}, 5 * day);
    const auto b = front::decidingAt(shuffled, {36.1, 34.1}, 5 * day);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].claim, b[i].claim);
}

TEST_P(FieldProperties, TheAntimeridianIsNoEdge) {
    const auto told = claimsIn(box, 60, 2, GetParam());
    const auto field = front::fieldOf(told, 2);
    for (const double shift : {143.0, 143.0 - 360, 360.0}) {  // 37 E comes to lie on it
        auto turned = told;
        for (auto& o : turned) o.at.lon += shift;
        expectSame(field, front::fieldOf(turned, 2), shift, GetParam(), 1e-4);
    }
}

TEST_P(FieldProperties, ThePolesArePoints) {
    for (const double pole : {90.0, -90.0}) {
        auto told =
            claimsIn({-180, pole > 0 ? 89.0 : -90.0, 180, pole > 0 ? 90.0 : -89.0}, 30, 2, GetParam());
        const auto field = front::fieldOf(told, 2);
        const auto at = front::controlAt(field, {0, pole}, 5 * day);
        EXPECT_GT(at.support, 0);
        for (double lon = -180; lon <= 180; lon += 45) {
            const auto same = front::controlAt(field, {lon, pole}, 5 * day);
            EXPECT_NEAR(same.p[0], at.p[0], 1e-9) << lon;
            EXPECT_NEAR(same.support, at.support, 1e-9) << lon;
            // 11 m beyond it, on the other side of the world.
            EXPECT_NEAR(front::controlAt(field, {lon, pole * 0.999999}, 5 * day).p[0], at.p[0], 1e-2);
        }
    }
}

TEST_P(FieldProperties, TheGridHasTheNumbersOfThePoint) {
    Chance chance(GetParam());
    const std::size_t sides = 2 + GetParam() % 2;
    const auto field = front::fieldOf(claimsIn(box, 20 * GetParam() * GetParam(), sides, GetParam()), sides);
    const double t = chance.from(0, 10) * day, step = std::exp2(chance.from(-16, -8));
    const front::Frame frame{(chance.from(35, 39) + 180) / 360 - 25 * step, 0.4 - 15 * step, step, 53, 31};
    const auto moment = front::momentOf(field, t);
    const auto grid = front::sampled(field, moment, frame);
    const std::size_t plane = grid.support.size();
    ASSERT_EQ(plane, 53u * 31u);
    const double pi = std::acos(-1.0);
    for (std::size_t i = 0; i < plane; ++i) {
        const double x = frame.west + static_cast<double>(i % 53) * step;
        const double y = frame.north + static_cast<double>(i / 53) * step;
        const geo::LonLat at{x * 360 - 180, std::atan(std::sinh(pi * (1 - 2 * y))) * 180 / pi};
        const auto control = front::controlAt(field, moment, at);
        ASSERT_NEAR(grid.support[i], control.support, 1e-3) << at.lon << " " << at.lat << " step " << step;
        for (std::size_t s = 0; s < sides; ++s)
            ASSERT_NEAR(grid.p[s * plane + i], control.p[s], 1e-3) << at.lon << " " << at.lat;
    }
}

TEST(FieldOfManyPlaces, HasNoEdgeAtTheAntimeridian) {
    for (const unsigned seed : {1u, 2u}) {
        SCOPED_TRACE(seed);
        const auto told = claimsIn(box, 2500, 2, seed);
        const front::Settings finely{.samePlace_m = 10};
        const auto field = front::fieldOf(told, 2, finely);
        ASSERT_FALSE(field.correlation.full());
        auto turned = told;
        for (auto& o : turned) o.at.lon += 143;
        // The cells lie otherwise, so others are left out as too far to matter.
        expectSame(field, front::fieldOf(turned, 2, finely), 143, seed, 5e-3);
    }
}

TEST(FieldOfOne, IsSurestThereAndThen) {
    const auto field = front::fieldOf({{.at = {36, 35}, .earliest = 0, .latest = 0, .side = 1}}, 2);
    ASSERT_EQ(field.sites.size(), 1u);
    const auto there = front::controlAt(field, {36, 35}, 0);
    EXPECT_GT(there.p[1], 0.9);
    for (const geo::LonLat away : {geo::LonLat{36.05, 35}, geo::LonLat{36, 34.9}, geo::LonLat{-144, -35}})
        EXPECT_LT(front::controlAt(field, away, 0).support, there.support);
    EXPECT_EQ(front::decidingAt(field, {36, 35}, 0).size(), 1u);
}

TEST(FieldOfDuplicates, IsThatOfOnePlace) {
    const front::Observation once{.at = {36, 35}, .side = 1, .certainty = 0.7};
    const auto one = front::fieldOf({once}, 2), three = front::fieldOf({once, once, once}, 2);
    ASSERT_EQ(three.sites.size(), 1u);
    const auto p = front::controlAt(one, {36, 35}, 0).p[1], q = front::controlAt(three, {36, 35}, 0).p[1];
    EXPECT_GT(q, p);  // three who agree are surer than one
    EXPECT_LT(q, 1);
    EXPECT_NEAR(front::controlAt(three, {36, 35}, 0).support, front::controlAt(one, {36, 35}, 0).support,
                1e-12);
}

TEST(FieldRefuses, WhatIsNoNumber) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN(),
                     inf = std::numeric_limits<double>::infinity();
    for (const double none : {nan, inf, -inf}) {
        using Change = void (*)(front::Observation&, double);
        for (const Change change :
             {Change{[](auto&o, double v) { o.at.lon = v; }}, Change{[](auto&o, double v) { o.at.lat = v; }},
              Change{[](auto&o, double v) { o.earliest = v; }},
              Change{[](auto&o, double v) { o.latest = v; }},
              Change{[](auto&o, double v) { o.certainty = v; }},
              Change{[](auto&o, double v) { o.radius_m = v; }}}) {
            front::Observation o{.at = {36, 35}, .claim = 17};
            change(o, none);
            try {
                (void)front::fieldOf({o}, 2);
                FAIL() << "taken: " << none;
            } catch (const Error& fault) {
                EXPECT_NE(std::string(fault.what()).find("17"), std::string::npos) << fault.what();
            }
        }
    }
}

TEST(FieldRefuses, ASpanThatEndsBeforeItBegins) {
    EXPECT_THROW((void)front::fieldOf({{.at = {36, 35}, .earliest = 10, .latest = 9}}, 2), Error);
}

}  // namespace
