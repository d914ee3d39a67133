#include "evaluate/sequences.hpp"

#include <gtest/gtest.h>

#include <string>

namespace retrace::evaluate {
namespace {

std::size_t edits(const std::string& a, const std::string& b) {
    return editDistance(a.size(), b.size(), [&](std::size_t i, std::size_t j) { return a[i] == b[j]; });
}

TEST(Sequences, EditDistance) {
    EXPECT_EQ(edits("", ""), 0u);
    EXPECT_EQ(edits("abc", ""), 3u);
    EXPECT_EQ(edits("kitten", "sitting"), 3u);
    EXPECT_EQ(edits("abc", "acb"), 2u);
    EXPECT_EQ(edits("abc", "abxc"), 1u);
}

TEST(Sequences, KendallTau) {
    EXPECT_EQ(kendallTau({}), std::nullopt);
    EXPECT_EQ(kendallTau({{1, 1}}), std::nullopt);
    EXPECT_DOUBLE_EQ(*kendallTau({{1, 1}, {2, 2}, {3, 3}}), 1);
    EXPECT_DOUBLE_EQ(*kendallTau({{1, 3}, {2, 2}, {3, 1}}), -1);
    EXPECT_DOUBLE_EQ(*kendallTau({{1, 1}, {2, 3}, {3, 2}}), 1.0 / 3);
    EXPECT_EQ(kendallTau({{1, 1}, {1, 2}}), std::nullopt);  // parallel: no order to keep
}

TEST(Sequences, TheLargestOverlapIsTheMatch) {
    const std::vector<Stretch> rows{{0, 10}, {12, 20}}, ours{{0, 4}, {3, 12}, {15, 30}};
    EXPECT_EQ(matchStretches(rows, ours, true), (Pairs{{0, 1}, {1, 2}}));
    EXPECT_EQ(matchStretches({{0, 10}}, {{8, 28}}, true), Pairs{});  // less than half of the shorter
    EXPECT_EQ(matchStretches({{0, 10}}, {{8, 28}}, false), (Pairs{{0, 0}}));
}

}  // namespace
}  // namespace retrace::evaluate
