#include "ui/visual_text.hpp"
#include "text/source.hpp"

#include <gtest/gtest.h>

#include <random>

namespace retrace::ui {
namespace {

TEST(VisualText, LeavesOtherScriptsAsTheyAre) {
    for (const char* words :
         {"", "Oldbridge", "Ca\u00f1on de l'\u00c9toile \u2014 \u201cquoted\u201d",
          "\u0411\u0430\u0445\u043c\u0443\u0442", "\u0391\u03b8\u03ae\u03bd\u03b1", "\U0001F6A9 flag"})
        EXPECT_EQ(visualText(words), words);
}

TEST(VisualText, JoinsArabicLettersAndReversesThem) {
    // The four letters of "Aleppo" have three joined forms: heh-like initial, medial, final, right to left.
    const std::u32string shown = text::utf32(visualText("\u062d\u0644\u0628"));
    ASSERT_EQ(shown.size(), 3U);
    EXPECT_EQ(shown[0], U'\ufe90');  // beh, final form, leftmost
    EXPECT_EQ(shown[1], U'\ufee0');  // lam, medial
    EXPECT_EQ(shown[2], U'\ufea3');  // hah, initial, rightmost
}

TEST(VisualText, JoinsLamAndAlefInOne) {
    const std::u32string shown = text::utf32(visualText("\u0633\u0644\u0627\u0645"));
    EXPECT_NE(shown.find(U'\ufefc'), std::u32string::npos);  // the ligature, final form
}

TEST(VisualText, KeepsLatinAroundArabicInItsOrder) {
    const std::string shown = visualText("Homs (\u062d\u0645\u0635) 2024");
    EXPECT_EQ(shown.substr(0, 6), "Homs (");
    EXPECT_EQ(shown.substr(shown.size() - 6), ") 2024");
    EXPECT_EQ(text::utf32(shown).size(), text::utf32("Homs (\u062d\u0645\u0635) 2024").size());
}

TEST(VisualText, ReversesHebrew) {
    EXPECT_EQ(visualText("\u05d0\u05d1\u05d2"), "\u05d2\u05d1\u05d0");
}

TEST(VisualText, ReplacesWhatIsNoUtf8) {
    const std::string sign = "\xEF\xBF\xBD";
    EXPECT_EQ(visualText("bad \xff byte"), "bad " + sign + " byte");
    EXPECT_EQ(visualText("cut \xC3"), "cut " + sign);
    EXPECT_EQ(visualText(std::string("\xD8")), sign);
}

TEST(VisualText, TakesAnyBytes) {
    const unsigned seed = 20240511;
    std::mt19937 random(seed);
    for (int round = 0; round < 3000; ++round) {
        std::string bytes(random() % 24, ' ');
        for (char& byte : bytes) byte = static_cast<char>(random() % 256);
        const std::string shown = visualText(bytes);
        EXPECT_EQ(text::utf8(text::utf32(shown)), shown)
            << "no UTF-8 came back; seed " << seed << ", round " << round;
    }
}

}  // namespace
}  // namespace retrace::ui
