#include "gazetteer/letter_edits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <random>
#include <vector>

#include "gazetteer/code_points.hpp"

namespace retrace::gazetteer {
namespace {

TEST(SlipBetween, tellsWhatThePenDid) {
    EXPECT_EQ(slipBetween("damascus", "damascus"), Slip::none);
    EXPECT_EQ(slipBetween("damscus", "damascus"), Slip::oneLetter);
    EXPECT_EQ(slipBetween("damazcus", "damascus"), Slip::oneLetter);
    EXPECT_EQ(slipBetween("alpepo", "aleppo"), Slip::swapped);
    EXPECT_EQ(slipBetween("alepop", "aleppo"), Slip::swapped);
    EXPECT_EQ(slipBetween("hama", "homs"), Slip::twoLetters);
    EXPECT_EQ(slipBetween("hama", "idlib"), Slip::more);
    EXPECT_EQ(slipBetween("حماه", "حمده"), Slip::oneLetter);
    EXPECT_EQ(slipBetween("", "ab"), Slip::twoLetters);
}

/// Optimal string alignment as the books have it.
std::size_t edits(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min(
                {d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), d[i - 1][j] + 1, d[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

std::u32string randomLetters(std::mt19937& random) {
    const std::u32string letters = U"abcاب日";
    std::u32string word;
    for (std::size_t n = random() % 7; n > 0; --n) word += letters[random() % letters.size()];
    return word;
}

TEST(SlipBetween, isTheDistanceUpToTwo) {
    std::mt19937 random(11);
    std::size_t within = 0;
    for (int i = 0; i < 100'000; ++i) {
        const std::u32string a = randomLetters(random), b = randomLetters(random);
        const std::size_t expected = edits(a, b);
        const Slip slip = slipBetween(utf8Of(a), utf8Of(b));
        const std::size_t found = slip == Slip::none         ? 0
                                  : slip == Slip::more       ? 3
                                  : slip == Slip::twoLetters ? 2
                                                             : 1;
        within += expected < 3 ? 1 : 0;
        ASSERT_EQ(found, std::min<std::size_t>(expected, 3))
            << utf8Of(a) << " / " << utf8Of(b) << ", seed 11";
        const auto x = lettersIn(utf8Of(a)), y = lettersIn(utf8Of(b));
        ASSERT_LE(static_cast<std::size_t>(std::max(std::popcount(x & ~y), std::popcount(y & ~x))), expected);
    }
    EXPECT_GT(within, 5'000U);
}

TEST(LettersThatDiffer, namesThem) {
    EXPECT_EQ(lettersThatDiffer("safirah", "safira"), "-ah/-a");
    EXPECT_EQ(lettersThatDiffer("safira", "sfireh"), "sa/s, -a/-eh");
    EXPECT_EQ(lettersThatDiffer("qusair", "kousair"), "q/ko");
    EXPECT_EQ(lettersThatDiffer("duma", "douma"), "d/do");
    EXPECT_EQ(lettersThatDiffer("khan", "chan"), "kh/ch");
    EXPECT_EQ(lettersThatDiffer("salamiyya", "salamiya"), "yy/y");
    EXPECT_EQ(lettersThatDiffer("same", "same"), "");
    EXPECT_EQ(lettersThatDiffer("abcdefgh", "xbydzfwh"), "");
}

}  // namespace
}  // namespace retrace::gazetteer
