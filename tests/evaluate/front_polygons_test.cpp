#include "evaluate/front_polygons.hpp"
#include "front_growing.hpp"
#include "geo/error.hpp"

#include <gtest/gtest.h>
#include <cmath>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

constexpr double day = 86400;

const char* square(const char* extra) {
    static std::string text;
    text = std::string(R"({"features": [{"geometry": {"type": "MultiPolygon", "coordinates": [[
        [[0,0],[4,0],[4,4],[0,4],[0,0]], [[1,1],[3,1],[3,3],[1,3],[1,1]]]]}}])") +
           extra;
    return text.c_str();
}

TEST(FrontPolygons, HolesAreOutside) {
    const DatedArea area = datedAreaOf(square("}"), "19700102.geojson");
    EXPECT_EQ(area.t, 1.5 * day);
    EXPECT_TRUE(inside(area, {0.5, 2}));
    EXPECT_FALSE(inside(area, {2, 2}));
    EXPECT_FALSE(inside(area, {5, 2}));
}

TEST(FrontPolygons, WhatIsNoneIsRefused) {
    EXPECT_THROW((void)datedAreaOf(square("}"), "front.geojson"), Error);
    EXPECT_THROW((void)datedAreaOf(square(""), "19700102.geojson"), Error);
    EXPECT_THROW((void)datedAreaOf(R"({"features": []})", "19700102.geojson"), Error);
}

TEST(FrontPolygons, SettlementsAreDrawnWithTheirSide) {
    const PolygonGround ground = growing();
    ASSERT_FALSE(ground.settlements.empty());
    const Sampling exact{.count = 400, .place_km = 0, .date_days = 0, .wrong = 0, .missing = 0};
    const auto told = drawn(ground, 3, exact, 5);
    EXPECT_EQ(told.size(), 400u);
    for (const front::Observation& o : told) {
        const double east = 20.5 + 0.1 * std::round(o.earliest / (30 * day));
        EXPECT_EQ(o.side == 1, o.at.lon < east && o.at.lon >= 20 && o.at.lat < 41) << o.at.lon << " " << east;
    }
    Sampling rough = exact;
    rough.wrong = 0.1;
    rough.missing = 0.3;
    rough.count = 4000;
    const auto some = drawn(ground, 3, rough, 6);
    EXPECT_NEAR(static_cast<double>(some.size()), 2800, 120);
    EXPECT_EQ(drawn(ground, 3, rough, 6).size(), some.size());
}

TEST(FrontPolygons, BetweenDatesOnlyWhatBothSayCounts) {
    const PolygonGround ground = growing();
    const ScoredRun run = runOf(ground, 3);
    ASSERT_EQ(run.instants.size(), 3u);
    for (const ScoredInstant& instant : run.instants)
        for (std::size_t i = 0; i < instant.truth.size(); ++i) {
            const double lon = ground.ground.points[i].lon, lat = ground.ground.points[i].lat;
            if (instant.line || lat <= 40.05 || lat >= 40.95) continue;
            const double k = instant.t / (30 * day), west = 20.5 + 0.1 * std::floor(k);
            EXPECT_EQ(instant.truth[i].has_value(), !(lon > west && lon < west + 0.1)) << lon << " at " << k;
        }
    EXPECT_FALSE(run.dates.empty());
}

}  // namespace
