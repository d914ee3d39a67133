#include "gazetteer/pieces.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "gazetteer/code_points.hpp"

namespace retrace::gazetteer {
namespace {

/// Levenshtein's table as in the textbook, to hold the fast one against.
std::size_t byTable(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j)
            d[i][j] = i == 0   ? j
                      : j == 0 ? i
                               : std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                                           d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
    return d[a.size()][b.size()];
}

bool shareAPiece(const std::u32string& name, const std::u32string& asked) {
    const auto probes = probesFor(asked);
    const auto pieces = piecesOf(name);
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return std::find(probes.begin(), probes.end(), piece) != probes.end();
    });
}

TEST(Pieces, AreThirdsOfTheNameOrHalves) {
    EXPECT_EQ(piecesOf(U"hama"), (std::vector<Piece>{{4, 0, "ha"}, {4, 1, "ma"}}));
    EXPECT_EQ(piecesOf(U"damascus"), (std::vector<Piece>{{8, 0, "da"}, {8, 1, "mas"}, {8, 2, "cus"}}));
    EXPECT_EQ(piecesOf(U"constantinople"), (std::vector<Piece>{{14, 0, "con"}, {14, 1, "tan"}, {14, 2, "nop"}}));
}

TEST(Pieces, ShortAndEndlessNamesHaveNone) {
    EXPECT_TRUE(piecesOf(U"ab").empty());
    EXPECT_TRUE(probesFor(U"").empty());
    EXPECT_TRUE(piecesOf(std::u32string(200, U'x')).empty());
}

TEST(Pieces, EveryNameWithinItsEditsIsProbed) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const std::u32string letters = U"abcdeж";
    const auto letter = [&] { return letters[random() % letters.size()]; };
    for (int round = 0; round < 4000; ++round) {
        std::u32string name;
        for (std::size_t n = 3 + random() % 12; name.size() < n;) name += letter();
        std::u32string asked = name;
        for (std::size_t e = random() % (editsAllowed(name.size()) + 1); e > 0; --e) {
            const std::size_t at = random() % (asked.size() + 1);
            if (const auto what = random() % 3; what == 0)
                asked.insert(at, 1, letter());
            else if (at < asked.size() && what == 1)
                asked.erase(at, 1);
            else if (at < asked.size())
                asked[at] = letter();
        }
        EXPECT_TRUE(shareAPiece(name, asked)) << utf8Of(name) << " asked as " << utf8Of(asked);
        EXPECT_EQ(EditMeter(asked).distanceTo(utf8Of(name)), byTable(asked, name))
            << utf8Of(name) << " asked as " << utf8Of(asked);
    }
}

TEST(EditMeter, LooksAtTheFirstSixtyFourLettersOnly) {
    EXPECT_EQ(EditMeter(std::u32string(80, U'a')).distanceTo(std::string(64, 'a')), 0U);
    EXPECT_EQ(EditMeter(U"").distanceTo("حمص"), 3U);
    EXPECT_EQ(EditMeter(U"حمص").distanceTo("حمس"), 1U);
}

}  // namespace
}  // namespace retrace::gazetteer
