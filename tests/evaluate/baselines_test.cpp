#include "evaluate/baselines.hpp"

#include "fixture.hpp"

namespace retrace::evaluate {
namespace {

// lon 9   10   11   12
//      .    A    B1   .      one place is called A, two are called B
//      .    .    .    B2     B2 is the city
const geo::Candidate a = candidate("A", 10, 50, 10), b1 = candidate("B1", 11, 50, 20),
                     b2 = candidate("B2", 12, 49, 9000);

TEST(Baselines, TheThreeAnswers) {
    const std::vector<Found> all{found(0, 1, {a}), found(5, 6, {b2, b1})};
    const auto centroid = centroidOf(all);
    ASSERT_TRUE(centroid);
    EXPECT_NEAR(centroid->lon, 10, 1e-9);
    EXPECT_NEAR(centroid->lat, 50, 1e-9) << "names with one candidate only";
    EXPECT_EQ(answerOf(Baseline::central, all[1], centroid)->name, "B1");
    EXPECT_EQ(answerOf(Baseline::populous, all[1], centroid)->name, "B2");
    EXPECT_EQ(answerOf(Baseline::first, found(5, 6, {b1, b2}), centroid)->name, "B1");
    EXPECT_FALSE(answerOf(Baseline::first, found(5, 6), centroid));
}

TEST(Baselines, TheFirstCandidatesWhereNoNameIsClear) {
    const auto centroid = centroidOf({found(0, 1, {a, b2}), found(5, 6, {candidate("C", 10, 40), b1})});
    ASSERT_TRUE(centroid);
    EXPECT_NEAR(centroid->lat, 45, 1e-9);
    EXPECT_FALSE(centroidOf({found(0, 1)}));
}

TEST(Baselines, TheMiddleAcrossTheDateLine) {
    const auto centroid =
        centroidOf({found(0, 1, {candidate("W", 179, 0)}), found(2, 3, {candidate("E", -179, 0)})});
    ASSERT_TRUE(centroid);
    EXPECT_NEAR(std::abs(centroid->lon), 180, 1e-9);
}

}  // namespace
}  // namespace retrace::evaluate
