#include "evaluate/figures.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace retrace::evaluate {
namespace {

TEST(Figures, OfNoneThereIsNoShare) {
    EXPECT_FALSE(Share{}.value());
    EXPECT_DOUBLE_EQ(*(Share{3, 4}.value()), 0.75);
    EXPECT_FALSE(Recognition{}.f1());
    const Accuracy none = accuracyOf({});
    EXPECT_FALSE(none.mean_km || none.median_km || none.logErrorAuc || none.within5.value());
    EXPECT_FALSE(calibrationOf({}).brier);
    EXPECT_TRUE(abstentionCurve({}).empty());
}

TEST(Figures, PrecisionRecallAndF1) {
    // 8 rows, 10 found, 6 of them right: F1 = 2 * 0.6 * 0.75 / 1.35.
    const Recognition r{.expected = 8, .found = 10, .right = 6};
    EXPECT_DOUBLE_EQ(*r.precision().value(), 0.6);
    EXPECT_DOUBLE_EQ(*r.recall().value(), 0.75);
    EXPECT_NEAR(*r.f1(), 0.9 / 1.35, 1e-12);
}

TEST(Figures, AccuracyByDistance) {
    const std::vector<Answer> answers{{0.5, 0.2, 1}, {4, 5, 1},   {5, 5, 1},
                                      {19, 50, 1},   {100, 5, 1}, {{}, 5, 0}};
    const Accuracy a = accuracyOf(answers);
    EXPECT_EQ(a.within1, (Share{1, 6}));
    EXPECT_EQ(a.within5, (Share{3, 6})) << "five kilometres are within five";
    EXPECT_EQ(a.within20, (Share{4, 6}));
    EXPECT_EQ(a.within161, (Share{5, 6}));
    EXPECT_EQ(a.withinTolerance, (Share{3, 6}));
    EXPECT_EQ(a.within5OfDecided, (Share{3, 5}));
    EXPECT_EQ(a.decided, 5U);
    EXPECT_NEAR(*a.meanOfDecided_km, 128.5 / 5, 1e-12);
    EXPECT_NEAR(*a.medianOfDecided_km, 5, 1e-12);
    EXPECT_NEAR(*a.mean_km, (128.5 + 20039) / 6, 1e-9) << "an open one counts as half round the Earth";
    EXPECT_NEAR(*a.median_km, 12, 1e-12);
}

TEST(Figures, AreaUnderTheLogErrors) {
    const auto height = [](double km) { return std::log(km + 1) / std::log(20039.0); };
    EXPECT_NEAR(*accuracyOf({{7, 5, 1}}).logErrorAuc, height(7), 1e-12);
    // Three trapezes' corners: (h(0) + h(9)) / 2 and (h(9) + h(99)) / 2, over two steps; order plays no part.
    const double area = ((height(0) + height(9)) / 2 + (height(9) + height(99)) / 2) / 2;
    EXPECT_NEAR(*accuracyOf({{9, 5, 1}, {99, 5, 1}, {0, 5, 1}}).logErrorAuc, area, 1e-12);
    EXPECT_DOUBLE_EQ(*accuracyOf({{0, 5, 1}, {0, 5, 1}}).logErrorAuc, 0);
    EXPECT_DOUBLE_EQ(*accuracyOf({{{}, 5, 0}, {{}, 5, 0}}).logErrorAuc, 1);
}

TEST(Figures, AbstentionGoesFromTheSurestDown) {
    const auto curve = abstentionCurve({{1, 5, 0.9}, {80, 5, 0.5}, {2, 5, 0.9}, {3, 5, 0.2}, {{}, 5, 0}});
    ASSERT_EQ(curve.size(), 3U) << "equal confidences are one point";
    EXPECT_EQ(curve[0], (AbstentionPoint{0.9, {2, 5}, {2, 2}}));
    EXPECT_EQ(curve[1], (AbstentionPoint{0.5, {3, 5}, {2, 3}}));
    EXPECT_EQ(curve[2], (AbstentionPoint{0.2, {4, 5}, {3, 4}}));
}

TEST(Figures, CalibrationByHand) {
    // Right at 0.95 and 0.85, wrong at 0.85 and 0.25; the open one plays no part.
    const Calibration c =
        calibrationOf({{1, 5, 0.95}, {1, 5, 0.85}, {99, 5, 0.85}, {99, 5, 0.25}, {{}, 5, 0}});
    EXPECT_NEAR(*c.brier, (0.0025 + 0.0225 + 0.7225 + 0.0625) / 4, 1e-12);
    ASSERT_EQ(c.bins.size(), 10U);
    EXPECT_EQ(c.bins[8].right, (Share{1, 2}));
    EXPECT_NEAR(c.bins[8].meanConfidence, 0.85, 1e-12);
    EXPECT_EQ(c.bins[9].right, (Share{1, 1}));
    EXPECT_EQ(c.bins[2].right, (Share{0, 1}));
    // Gaps by size of bin: 1 * 0.05 + 2 * 0.35 + 1 * 0.25.
    EXPECT_NEAR(*c.expectedError, 1.0 / 4, 1e-12);
}

TEST(Figures, ACertainAnswerIsInTheLastBin) {
    const Calibration c = calibrationOf({{0, 5, 1}});
    EXPECT_EQ(c.bins[9].right, (Share{1, 1}));
    EXPECT_DOUBLE_EQ(*c.brier, 0);
}

}  // namespace
}  // namespace retrace::evaluate
