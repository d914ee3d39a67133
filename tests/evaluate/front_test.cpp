#include "evaluate/front_collapse.hpp"
#include "evaluate/front_random.hpp"
#include "evaluate/front_report.hpp"
#include "geo/error.hpp"

#include <gtest/gtest.h>
#include <cmath>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

constexpr double day = 86400;

front::Observation seen(double lon, std::size_t side, double t) {
    return {.at = {lon, 35}, .earliest = t, .latest = t, .side = side, .certainty = 0.9};
}

/// A row of cells from letters: side a, side b, or not known.
struct Strip {
    ScoredGround ground;
    TruthRow truth;
    explicit Strip(const std::string& cells) {
        ground = {static_cast<int>(cells.size()), 1, 5, {}, std::vector<char>(cells.size(), 1)};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            ground.points.push_back({36 + 0.05 * static_cast<double>(i), 35});
            truth.push_back(cells[i] == '?' ? std::nullopt : std::optional<std::size_t>(cells[i] == 'b'));
        }
    }
};

/// Answers b's probability by point, whatever the time.
ControlAnswer answering(std::vector<double> b) {
    return [b](double, const std::vector<geo::LonLat>& points) {
        std::vector<double> out;
        for (const geo::LonLat& p : points) {
            const double x = b[static_cast<std::size_t>(std::lround((p.lon - 36) / 0.05))];
            out.insert(out.end(), {1 - x, x});
        }
        return out;
    };
}

TEST(FrontScores, BrierAndCalibrationByHand) {
    const Strip strip("aab?");
    ScoredRun run{.instants = {{0, strip.truth, false}}, .quiet = {1, 0, 0, 0}};
    const FrontScores s = scoreFront(answering({0.2, 0.2, 0.6, 0.5}), 2, strip.ground, run);
    EXPECT_EQ(s.answers, 3u);
    EXPECT_NEAR(*s.meanBrier(), (0.04 + 0.04 + 0.16) / 3, 1e-12);
    EXPECT_NEAR(*s.meanQuietBrier(), 0.04, 1e-12);
    EXPECT_NEAR(*s.accuracy(), 1, 1e-12);
    EXPECT_NEAR(*s.calibrationError(), (0.4 + 0.4) / 3, 1e-12);  // two right at 0.8, one right at 0.6
}

TEST(FrontScores, ChangedCellsAreThoseToldAndReal) {
    const Strip before("aaaa"), after("abba");
    ScoredRun run{.changes = {{0, day, before.truth, after.truth}}, .quiet = {1, 0, 0, 1}};
    const ControlAnswer answer = [](double t, const std::vector<geo::LonLat>& points) {
        return t == 0 ? answering({0, 0, 0, 0})(t, points) : answering({0, 0, 1, 1})(t, points);
    };
    const FrontScores s = scoreFront(answer, 2, before.ground, run);
    EXPECT_NEAR(*s.precision(), 0.5, 1e-12);
    EXPECT_NEAR(*s.recall(), 0.5, 1e-12);
    EXPECT_NEAR(*s.f1(), 0.5, 1e-12);
}

TEST(FrontScores, ALineTwoCellsOffIsSoFar) {
    const Strip strip("aaabbb");
    ScoredRun run{.instants = {{0, strip.truth, true}}, .quiet = std::vector<char>(6)};
    const FrontScores s = scoreFront(answering({0, 0, 0, 0, 0, 1}), 2, strip.ground, run);
    ASSERT_EQ(s.displacement_km.size(), 2u);
    EXPECT_NEAR(*s.meanDisplacement_km(), 0.1 * 111.195 * std::cos(35 * M_PI / 180), 0.01);
}

TEST(FrontScores, AChangeIsDatedWhereItIsCrossed) {
    const Strip strip("a");
    ScoredRun run{.dates = {{0, 3 * day, 1}}, .readings = {0, 2 * day, 4 * day, 6 * day}, .quiet = {0}};
    const ControlAnswer answer = [](double t, const std::vector<geo::LonLat>&) {
        const double b = t < 3.9 * day ? 0.2 : 0.8;
        return std::vector<double>{1 - b, b};
    };
    EXPECT_NEAR(*scoreFront(answer, 2, strip.ground, run).meanDateError_days(), 0, 1e-9);
    const ControlAnswer never = [](double, const std::vector<geo::LonLat>&) {
        return std::vector<double>{1, 0};
    };
    EXPECT_EQ(*scoreFront(never, 2, strip.ground, run).datedShare(), 0);
}

TEST(FrontBaselines, AnswerAsTheirNamesSay) {
    // a at 36.0, which b took between days 2 and 4; b at 37.0 from the start.
    front::Observation taken = seen(36, 1, 2 * day);
    taken.latest = 4 * day;
    taken.before = 0;
    const std::vector<front::Observation> told{taken, seen(37, 1, 0)};
    const auto b = [&](std::size_t method, double t, double lon) {
        return frontBaselines()[method].learn(told, 2)(t, {{lon, 35}})[1];
    };
    EXPECT_EQ(b(0, 9 * day, 36.2), 0);  // persistence: what was first
    EXPECT_EQ(b(0, 9 * day, 36.8), 1);
    EXPECT_EQ(b(1, 2.5 * day, 36.2), 0);  // nearest claim: in the middle of the span
    EXPECT_EQ(b(1, 3.5 * day, 36.2), 1);
    EXPECT_NEAR(b(2, day, 36.25), 0.1, 1e-3);  // inverse distance: 1/9 against 1
}

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

/// Two dates of a square that grows to the east, settlements of one country in it and around.
PolygonGround growing() {
    std::vector<DatedArea> areas;
    for (int k = 0; k < 4; ++k) {
        const double east = 20.5 + 0.1 * k;
        areas.push_back({k * 30 * day, std::to_string(k), {{{20, 40}, {east, 40}, {east, 41}, {20, 41}}}});
    }
    std::vector<geo::Place> places;
    for (int r = 0; r < 8; ++r)
        for (int c = 0; c < 10; ++c)
            places.push_back({.where = {{20.02 + 0.15 * c, 40.03 + 0.12 * r}, 500}, .country = "XX"});
    return polygonGround(areas, places);
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

TEST(FrontCollapse, IsTheSameForTheSameSeed) {
    const Collapse a = collapseOf(4), b = collapseOf(4), c = collapseOf(5);
    EXPECT_EQ(a.run.instants[3].truth, b.run.instants[3].truth);
    EXPECT_NE(a.run.instants[3].truth, c.run.instants[3].truth);
    ASSERT_EQ(a.observations.size(), b.observations.size());
    EXPECT_EQ(a.observations.back().at, b.observations.back().at);
}

TEST(FrontCollapse, GoesForthAndBack) {
    std::size_t forth = 0, back = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        for (const ScoredChange& change : collapseOf(seed).run.changes)
            for (std::size_t i = 0; i < change.before.size(); ++i) {
                forth += change.before[i] == 0 && change.after[i] == 1;
                back += change.before[i] == 1 && change.after[i] == 0;
            }
    EXPECT_GT(forth, 20 * back / 10);
    EXPECT_GT(back, 100u);
}

TEST(FrontRecord, RowsOfOnePlaceAreHeldOutTogether) {
    const auto row = [](const char* place, double lon, double t) {
        return model::RecordRow{.place = place,
                                .fromSide = "gov",
                                .toSide = "opp(x)",
                                .confidence = "high",
                                .where = {{lon, 35}, 1000},
                                .when = {timeline::Instant{static_cast<std::int64_t>(t)},
                                         timeline::Instant{static_cast<std::int64_t>(t) + 3600},
                                         {}}};
    };
    std::vector<model::RecordRow> rows{row("Northtown (east)", 36, 0), row("Northtown (all)", 36.1, 9000),
                                       row("Mill", 37, 0), row("Millbridge", 37.001, 5000),
                                       row("Ford", 38, 0)};
    const RecordPlaces record = recordPlaces(rows);
    EXPECT_EQ(record.places, 3u);
    EXPECT_EQ(record.place, (std::vector<std::size_t>{0, 0, 1, 1, 2}));
    EXPECT_EQ(record.observations[0].before, 0u);
    EXPECT_EQ(record.observations[0].side, 1u);
}

FrontProof proofWith(double field, double baseline) {
    FrontProof proof{.name = "record", .runs = 1};
    for (const double brier : {field, baseline, 0.5, 0.5}) {
        MethodScores m{.method = "m"};
        m.all.brier = m.all.quietBrier = brier;
        m.all.answers = m.all.quietAnswers = 1;
        proof.methods.push_back(m);
    }
    return proof;
}

TEST(FrontAims, EveryBaselineMustBeBeaten) {
    for (const Aim& aim : frontAims({proofWith(0.1, 0.2)})) EXPECT_TRUE(aim.met) << aim.name;
    EXPECT_FALSE(frontAims({proofWith(0.2, 0.2)})[0].met);
    EXPECT_FALSE(frontAims({proofWith(0.3, 0.2)})[1].met);
}

TEST(FrontRandom, HasItsMoments) {
    Random random(9);
    double sum = 0, squares = 0;
    for (int i = 0; i < 20000; ++i) {
        const double x = random.normal();
        sum += x;
        squares += x * x;
    }
    EXPECT_NEAR(sum / 20000, 0, 0.03);
    EXPECT_NEAR(squares / 20000, 1, 0.04);
}

}  // namespace
