#include "fixture.hpp"

namespace retrace::evaluate {
namespace {

TEST(Judge, TheLargestOverlapComesFirst) {
    // expected   [----------)      [---)
    // found       [--)[-----------------)
    const auto pairs = matched({expected(10, 20), expected(26, 30)}, {found(11, 14), found(14, 31)});
    // 14-31 shares six letters with the first row and four with the second: it is the first's.
    EXPECT_EQ(pairs, (std::vector<Match>{{0, 1}}));
}

TEST(Judge, OneToOneWhateverTheOrderOfTheFound) {
    const auto pairs = matched({expected(0, 5), expected(10, 15), expected(20, 25)},
                               {found(20, 25), found(1, 4), found(3, 12)});
    EXPECT_EQ(pairs, (std::vector<Match>{{0, 1}, {1, 2}, {2, 0}}));
}

TEST(Judge, SpansThatTouchDoNotOverlap) {
    EXPECT_TRUE(matched({expected(0, 5)}, {found(5, 9)}).empty());
    EXPECT_EQ(matched({expected(0, 5)}, {found(4, 9)}).size(), 1U);
}

TEST(Judge, WhatRepeatsCountsWithItsOriginal) {
    Testimony t;
    t.expected = {expected(0, 5), expected(40, 45), expected(60, 65)};
    t.expected[1].repeats = t.expected[2].repeats = true;
    t.found = {found(0, 5), found(40, 45), found(80, 85), found(90, 95)};
    t.found[2].mention.mention.repeats = text::Quote{"t.txt", 0, 5};
    const Judgement j = judge(t);
    EXPECT_EQ(j.matches, (std::vector<Match>{{0, 0}}));
    EXPECT_TRUE(j.missed.empty()) << "a repeated row that was not found is no miss";
    EXPECT_EQ(j.extra, (std::vector<std::size_t>{3}));
}

TEST(Judge, AFoundRepeatStillServesARowThatIsNone) {
    Testimony t;
    t.expected = {expected(0, 5)};
    t.found = {found(0, 5)};
    t.found[0].mention.mention.repeats = text::Quote{"t.txt", 50, 55};
    EXPECT_EQ(judge(t).matches.size(), 1U);
}

TEST(Judge, LookalikesTakenForLiteralPlaces) {
    Testimony t;
    t.expected = {expected(20, 25)};
    t.lookalikes = {
        {0, 8, "Captain X", "person"}, {10, 15, "X News", "newspaper"}, {18, 25, "Old X", "ship"}};
    t.found = {found(3, 8), found(10, 15, {}, 0, 0, false), found(20, 25)};
    // The second is a mention of no point; the third belongs to a row.
    EXPECT_EQ(judge(t).taken, (std::vector<std::size_t>{0}));
}

TEST(Judge, ErrorAndRank) {
    const Expected e = expected(0, 5);
    const geo::Candidate near = candidate("near", 10, 50.01), far = candidate("far", 10, 51);
    EXPECT_NEAR(*error_km(e, near.place), 1.112, 0.01);
    EXPECT_FALSE(error_km(e, std::nullopt));
    EXPECT_FALSE(error_km(expected(0, 5, std::nullopt), near.place));
    EXPECT_EQ(rankOfRight(e, {far, near}), 2U);
    EXPECT_EQ(rankOfRight(e, {far}), 0U);
}

}  // namespace
}  // namespace retrace::evaluate
