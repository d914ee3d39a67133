#include "evaluate/front_record.hpp"

#include <gtest/gtest.h>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

model::RecordRow row(const char* place, double lon, double t) {
    return model::RecordRow{.place = place,
                            .fromSide = "gov",
                            .toSide = "opp(x)",
                            .confidence = "high",
                            .where = {{lon, 35}, 1000},
                            .when = {timeline::Instant{static_cast<std::int64_t>(t)},
                                     timeline::Instant{static_cast<std::int64_t>(t) + 3600},
                                     {}}};
}

TEST(FrontRecord, RowsOfOnePlaceAreHeldOutTogether) {
    std::vector<model::RecordRow> rows{row("Northtown (east)", 36, 0), row("Northtown (all)", 36.1, 9000),
                                       row("Mill", 37, 0), row("Millbridge", 37.001, 5000),
                                       row("Ford", 38, 0)};
    const RecordPlaces record = recordPlaces(rows);
    EXPECT_EQ(record.places, 3u);
    EXPECT_EQ(record.place, (std::vector<std::size_t>{0, 0, 1, 1, 2}));
    EXPECT_EQ(record.observations[0].before, 0u);
    EXPECT_EQ(record.observations[0].side, 1u);
}

TEST(FrontRecord, WhatIsHeldOutIsNotLearnt) {
    std::vector<model::RecordRow> rows;
    for (int k = 0; k < 10; ++k)
        rows.push_back(row(("Town " + std::to_string(k)).c_str(), 36 + 0.2 * k, 86400 * k));
    const RecordPlaces record = recordPlaces(rows);
    ASSERT_EQ(record.places, 10u);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        std::vector<front::Observation> known;
        const Contender even{"even", [&](const std::vector<front::Observation>& told, std::size_t sides) {
                                 known = told;
                                 return [&known, sides](double, const std::vector<geo::LonLat>& points) {
                                     for (const geo::LonLat& p : points)
                                         for (const auto& o : known) EXPECT_NE(o.at, p);
                                     return std::vector<double>(points.size() * sides, 1.0 / 3);
                                 };
                             }};
        const FrontScores s = scoreSplit(record, even, seed);
        EXPECT_EQ(known.size(), 8u);
        EXPECT_GT(s.answers, record.instants.size());
        EXPECT_NEAR(*s.meanBrier(), 1.0 / 3, 1e-9);
    }
}

TEST(FrontRecord, IsAskedFromADayBeforeItsFirstRowToItsLast) {
    const RecordPlaces record = recordPlaces({row("Mill", 36, 0), row("Ford", 37, 86400)});
    EXPECT_EQ(record.instants.front(), -86400);
    EXPECT_GE(record.instants.back(), 86400 + 3600);
}

}  // namespace
