#include "evaluate/front_scores.hpp"

#include <gtest/gtest.h>
#include <cmath>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

constexpr double day = 86400;

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

TEST(FrontScores, NothingScoredIsNoFigure) {
    const FrontScores none;
    for (const auto& figure : {none.meanBrier(), none.meanQuietBrier(), none.accuracy(), none.precision(),
                               none.recall(), none.f1(), none.meanDisplacement_km(), none.displacement95_km(),
                               none.meanDateError_days(), none.datedShare(), none.calibrationError()})
        EXPECT_FALSE(figure.has_value());
}

TEST(FrontScores, RunsArePooled) {
    const Strip strip("aabb");
    ScoredRun run{.instants = {{0, strip.truth, true}}, .quiet = std::vector<char>(4)};
    FrontScores good = scoreFront(answering({0.1, 0.1, 0.9, 0.9}), 2, strip.ground, run);
    const FrontScores bad = scoreFront(answering({0.1, 0.1, 0.1, 0.9}), 2, strip.ground, run);
    const double mean = (*good.meanBrier() + *bad.meanBrier()) / 2;
    const auto one = good.answers;
    add(good, bad);
    EXPECT_EQ(good.answers, 2 * one);
    EXPECT_NEAR(*good.meanBrier(), mean, 1e-12);
    EXPECT_NEAR(*good.accuracy(), 7.0 / 8, 1e-12);
    EXPECT_EQ(good.displacement_km.size(), 4u);
}

TEST(FrontScores, OfThreeSidesHalfTheSquaresCount) {
    FrontScores s;
    const double p[] = {0.5, 0.3, 0.2};
    scoreAnswer(s, p, 3, 1, false);
    EXPECT_NEAR(*s.meanBrier(), (0.25 + 0.49 + 0.04) / 2, 1e-12);
    EXPECT_EQ(*s.accuracy(), 0);
    EXPECT_FALSE(s.meanQuietBrier().has_value());
}

TEST(FrontScores, ALineThatIsNotDrawnIsMissed) {
    const Strip strip("aabb");
    ScoredRun run{.instants = {{0, strip.truth, true}}, .quiet = std::vector<char>(4)};
    EXPECT_TRUE(scoreFront(answering({0, 0, 0, 0}), 2, strip.ground, run).displacement_km.empty());
}

}  // namespace
