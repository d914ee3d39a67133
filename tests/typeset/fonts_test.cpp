#include "typeset/typeset.hpp"

#include "geo/error.hpp"
#include "typeset/faces.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>

namespace retrace::typeset {
namespace {

const Fonts& fonts() {
    static const Fonts shared{RETRACE_DATA};
    return shared;
}

std::vector<std::uint32_t> indices(const typeset::Run& run) {
    std::vector<std::uint32_t> found;
    for (const Glyph& glyph : run.glyphs) found.push_back(glyph.index);
    return found;
}

TEST(Italic, SlantsLatinAndLeavesArabicUpright) {
    const typeset::Run upright = fonts().shape("Hill", 24),
                       slanted = fonts().shape("Hill", 24, Weight::italic);
    ASSERT_EQ(slanted.glyphs.size(), upright.glyphs.size());
    EXPECT_EQ(slanted.width, upright.width);
    EXPECT_EQ(indices(slanted), indices(upright));
    const Glyph &l = upright.glyphs[2], &leaning = slanted.glyphs[2];
    const GlyphBitmap straight = fonts().rasterise(l.face, l.index, 24),
                      slant = fonts().rasterise(leaning.face, leaning.index, 24);
    EXPECT_GT(slant.width, straight.width);
    EXPECT_EQ(slant.height, straight.height);
    const char* arabic = "\u0628\u062D\u0631";
    const typeset::Run a = fonts().shape(arabic, 24), b = fonts().shape(arabic, 24, Weight::italic);
    for (std::size_t k = 0; k < a.glyphs.size(); ++k) EXPECT_EQ(a.glyphs[k].face, b.glyphs[k].face);
}

TEST(Shape, WidthGrowsWithSizeAndAddsUp) {
    const typeset::Run small = fonts().shape("Harbour road", 10), large = fonts().shape("Harbour road", 20);
    EXPECT_GT(small.width, 0);
    EXPECT_NEAR(large.width, 2 * small.width, 0.01);
    // Spaces kern with nothing: words and spaces sum up to the line.
    const float sum =
        fonts().shape("Harbour", 20).width + fonts().shape(" ", 20).width + fonts().shape("road", 20).width;
    EXPECT_NEAR(large.width, sum, 0.5);
    EXPECT_GT(large.ascent, large.descent);
    EXPECT_GT(large.descent, 0);
}

TEST(Shape, GlyphsAdvanceFromLeftToRight) {
    for (const char* text : {"Northern bank", "\u0627\u0644\u0645\u064A\u0646\u0627\u0621"}) {
        const typeset::Run run = fonts().shape(text, 16);
        ASSERT_FALSE(run.glyphs.empty());
        EXPECT_TRUE(std::is_sorted(run.glyphs.begin(), run.glyphs.end(),
                                   [](const Glyph& a, const Glyph& b) { return a.x < b.x - 4; }));
        EXPECT_GE(run.glyphs.front().x, -4);
        EXPECT_LE(run.glyphs.back().x, run.width);
    }
}

TEST(Shape, FiguresAreOfOneWidth) {
    const float reference = fonts().shape("00:00", 18).width;
    for (const char* clock : {"11:11", "23:59", "17:47"})
        EXPECT_FLOAT_EQ(fonts().shape(clock, 18).width, reference);
}

TEST(Shape, BoldIsAnotherFace) {
    const typeset::Run regular = fonts().shape("Bridge", 18),
                       bold = fonts().shape("Bridge", 18, Weight::bold);
    EXPECT_NE(regular.glyphs[0].face, bold.glyphs[0].face);
    EXPECT_GT(bold.width, regular.width);
    EXPECT_EQ(bold.weight, Weight::bold);
}

TEST(Shape, ArabicLettersJoin) {
    // beh: isolated, initial, medial and final are four glyphs
    const std::string beh = "\u0628";
    const auto alone = indices(fonts().shape(beh, 20));
    const auto joined = indices(fonts().shape(beh + beh + beh, 20));
    ASSERT_FALSE(joined.empty());
    EXPECT_NE(joined.front(), joined.back());
    EXPECT_EQ(std::count(joined.begin(), joined.end(), alone.front()), 0);
    EXPECT_LT(fonts().shape(beh + beh + beh, 20).width, 3 * fonts().shape(beh, 20).width);
}

TEST(Shape, LamAlefIsALigature) {
    const std::size_t lam = fonts().shape("\u0644", 20).glyphs.size(),
                      alef = fonts().shape("\u0627", 20).glyphs.size();
    const typeset::Run both = fonts().shape("\u0644\u0627", 20);
    EXPECT_TRUE(both.glyphs.size() < lam + alef ||
                both.width < fonts().shape("\u0644", 20).width + fonts().shape("\u0627", 20).width);
}

TEST(Shape, JoiningGoesAcrossWhatDoesNotShow) {
    // A zero-width non-joiner parts the letters: the word is no longer the joined one.
    EXPECT_NE(indices(fonts().shape("\u0628\u0628", 20)), indices(fonts().shape("\u0628\u200C\u0628", 20)));
}

TEST(Shape, RightToLeftIsInVisualOrder) {
    // In "reh alef" neither joins forward: reh is read first and so stands at the right.
    const auto reh = indices(fonts().shape("\u0631", 20)), alef = indices(fonts().shape("\u0627", 20));
    const auto word = indices(fonts().shape("\u0631\u0627", 20));
    ASSERT_GE(word.size(), 2U);
    EXPECT_EQ(word.back(), reh.back());
    EXPECT_EQ(word.front(), alef.front());
}

TEST(Shape, MixedLinesTakeTheDirectionOfTheirFirstLetter) {
    const auto a = fonts().shape("a", 20).glyphs[0].index, b = fonts().shape("b", 20).glyphs[0].index;
    const auto latinFirst = indices(fonts().shape("a \u062F\u0627\u0631 b", 20));
    EXPECT_EQ(latinFirst.front(), a);
    EXPECT_EQ(latinFirst.back(), b);
    const auto arabicFirst = indices(fonts().shape("\u062F\u0627\u0631 a \u062F\u0627\u0631 b", 20));
    EXPECT_EQ(arabicFirst.front(), b);  // what is read last stands left
    EXPECT_GT(std::count(arabicFirst.begin() + 1, arabicFirst.end() - 1, a), 0);
}

TEST(Shape, ANumberWithinArabicReadsFromLeftToRight) {
    const auto one = fonts().shape("1", 20).glyphs[0].index, two = fonts().shape("2", 20).glyphs[0].index;
    const auto numbered = indices(fonts().shape("\u062F\u0627\u0631 12", 20));
    ASSERT_GE(numbered.size(), 5U);
    EXPECT_EQ(numbered[0], one);
    EXPECT_EQ(numbered[1], two);
}

TEST(Shape, BracketsAreMirrored) {
    const auto open = fonts().shape("(", 20).glyphs[0].index;
    const auto run = fonts().shape("\u062F(\u0631", 20);
    EXPECT_EQ(run.glyphs.size(), 3U);
    EXPECT_NE(run.glyphs[1].index, open);
}

TEST(Shape, FallsBackToOtherFaces) {
    const auto latin = fonts().shape("a", 20).glyphs[0].face;
    const typeset::Run arrow = fonts().shape("a\u2192b", 20);
    ASSERT_EQ(arrow.glyphs.size(), 3U);
    EXPECT_EQ(arrow.glyphs[0].face, latin);
    EXPECT_NE(arrow.glyphs[1].index, 0U);
    EXPECT_EQ(arrow.glyphs[2].face, latin);
    for (const char* text :
         {"\u0416\u0443\u043A", "\u0394\u03AD\u03BB\u03C4\u03B1", "\u0128"})  // Cyrillic, Greek
        for (const Glyph& glyph : fonts().shape(text, 20).glyphs) EXPECT_NE(glyph.index, 0U) << text;
    EXPECT_EQ(fonts().shape("\U000F1234", 20).glyphs.size(), 1U);  // nobody's letter: one box
}

TEST(Shape, EmptyAndSpoiltText) {
    const typeset::Run empty = fonts().shape("", 20);
    EXPECT_TRUE(empty.glyphs.empty());
    EXPECT_EQ(empty.width, 0);
    EXPECT_GT(empty.ascent, 0);
    EXPECT_EQ(fonts().shape("a\nb\tc", 20).width, fonts().shape("a b c", 20).width);
    EXPECT_EQ(fonts().shape(std::string_view("a\0b", 3), 20).width, fonts().shape("ab", 20).width);
    for (const char* spoilt : {"\xFF", "a\xC3", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC0\x80z"})
        EXPECT_FALSE(fonts().shape(spoilt, 20).glyphs.empty());
    EXPECT_GT(fonts().shape("a", -3).width, 0);
    EXPECT_GT(fonts().shape("a", std::nanf("")).width, 0);
}

TEST(Shape, SurvivesRandomBytes) {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        std::string text(random() % 40, ' ');
        for (char& c : text) c = static_cast<char>(random() % 256);
        const typeset::Run run = fonts().shape(text, 14);
        EXPECT_TRUE(std::isfinite(run.width));
        for (const std::string& line : fonts().wrap(text, 14, 60))
            EXPECT_GE(fonts().shape(line, 14).width, 0);
    }
}

TEST(Rasterise, InkIsWhereTheLetterIs) {
    const Glyph h = fonts().shape("H", 40).glyphs[0];
    const GlyphBitmap bitmap = fonts().rasterise(h.face, h.index, 40);
    ASSERT_EQ(bitmap.alpha.size(),
              static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height));
    EXPECT_NEAR(bitmap.height, 40 * 0.714, 2);  // cap height
    EXPECT_EQ(bitmap.top, bitmap.height);       // stands on the baseline
    EXPECT_EQ(*std::max_element(bitmap.alpha.begin(), bitmap.alpha.end()), 255);
    const auto at = [&](int x, int y) {
        return bitmap.alpha[static_cast<std::size_t>(y * bitmap.width + x)];
    };
    EXPECT_EQ(at(bitmap.width / 2, 2), 0);                  // between the stems
    EXPECT_GT(at(bitmap.width / 2, bitmap.height / 2), 0);  // the bar
}

TEST(Rasterise, NothingToDraw) {
    const Glyph space = fonts().shape(" ", 20).glyphs[0];
    EXPECT_TRUE(fonts().rasterise(space.face, space.index, 20).alpha.empty());
    EXPECT_TRUE(fonts().rasterise(9999, 1, 20).alpha.empty());
    EXPECT_TRUE(fonts().rasterise(0, 0x7FFFFFFF, 20).alpha.empty());
}

TEST(Rasterise, SizesDoNotMixUp) {
    const Glyph h = fonts().shape("H", 40).glyphs[0];
    const int large = fonts().rasterise(h.face, h.index, 40).height;
    EXPECT_LT(fonts().rasterise(h.face, h.index, 12).height, large);
    EXPECT_EQ(fonts().rasterise(h.face, h.index, 40).height, large);
}

TEST(Wrap, NoLineIsWiderButALongWord) {
    const std::string text =
        "The convoy left the harbour before dawn, and nobody knew where the incomprehensibilities led";
    for (const float width : {60.0F, 95.0F, 140.0F, 300.0F, 5000.0F}) {
        std::string again;
        for (const std::string& line : fonts().wrap(text, 15, width)) {
            const bool oneWord = line.find(' ') == std::string::npos;
            EXPECT_TRUE(oneWord || fonts().shape(line, 15).width <= width) << line;
            again += (again.empty() ? "" : " ") + line;
        }
        EXPECT_EQ(again, text);  // no word is lost
    }
    EXPECT_EQ(fonts().wrap(text, 15, 5000).size(), 1U);
}

TEST(Wrap, FillsItsLines) {
    // Whatever follows on the next line would not have fitted.
    const std::string text = "one two three four five six seven eight nine ten eleven twelve";
    const auto lines = fonts().wrap(text, 15, 120);
    ASSERT_GT(lines.size(), 2U);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const std::string next = lines[i + 1].substr(0, lines[i + 1].find(' '));
        EXPECT_GT(fonts().shape(lines[i] + ' ' + next, 15).width, 119.0F);
    }
}

TEST(Wrap, LineEndsAndEmptyText) {
    EXPECT_EQ(fonts().wrap("", 15, 100), std::vector<std::string>{""});
    EXPECT_EQ(fonts().wrap("   ", 15, 100), std::vector<std::string>{""});
    EXPECT_EQ(fonts().wrap("a\n\nb\n", 15, 100), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_EQ(fonts().wrap("a  b\r\nc", 15, 100), (std::vector<std::string>{"a b", "c"}));
    EXPECT_EQ(fonts().wrap("word", 15, 0), std::vector<std::string>{"word"});
}

TEST(Wrap, ALineKeepsItsParagraphsDirection) {
    // An Arabic paragraph whose second line begins with a Latin word stays right to left.
    const auto lines = fonts().wrap("\u062F\u0627\u0631 a\u062F", 20, 1);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1], "\u200Fa\u062F");
    EXPECT_NE(indices(fonts().shape(lines[1], 20)), indices(fonts().shape("a\u062F", 20)));
}

TEST(Files, ForOtherProgramsUse) {
    EXPECT_TRUE(std::filesystem::exists(fonts().latinFile(Weight::regular)));
    EXPECT_TRUE(std::filesystem::exists(fonts().arabicFile()));
    EXPECT_NE(fonts().latinFile(Weight::regular), fonts().latinFile(Weight::bold));
}

TEST(Files, ASpoiltFontCoversNothing) {
    const auto folder = std::filesystem::temp_directory_path() / "retrace_spoilt_fonts";
    std::filesystem::create_directories(folder / "fonts");
    std::ofstream(folder / "fonts" / "NotoSans-Regular.ttf") << "no font at all";
    const Fonts spoilt{folder};
    const auto run = spoilt.shape("a", 20);
    std::filesystem::remove_all(folder);
    ASSERT_EQ(run.glyphs.size(), 1U);
    EXPECT_NE(run.glyphs[0].face, 0U);  // another file of the chain has the letter
    EXPECT_NE(run.glyphs[0].index, 0U);
    EXPECT_GT(run.ascent, 0);
    EXPECT_TRUE(spoilt.rasterise(0, 1, 20).alpha.empty());
}

TEST(Files, MissingFontsNameThePackage) {
    try {
        (void)familiesIn({"/nonexistent"});
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("fonts-noto-core"), std::string::npos);
    }
}

}  // namespace
}  // namespace retrace::typeset
