#include "text/source.hpp"
#include "text/reading.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace retrace::text {
namespace {

using namespace std::string_literals;

std::string utf16(std::u32string_view s, bool big) {
    std::string out;
    for (const char32_t c : s) {
        const char high = static_cast<char>(c >> 8u), low = static_cast<char>(c & 0xFFu);
        out += big ? high : low;
        out += big ? low : high;
    }
    return out;
}

TEST(Source, DecodesTheEncodingsOfTestimonies) {
    const std::u32string words = U"We went to K\u00F6nigsberg \u2019and back.\n\nThen home.";
    EXPECT_EQ(readSource("a", utf8(words)).letters, words);
    EXPECT_EQ(readSource("a", "\xEF\xBB\xBF" + utf8(words)).letters, words);
    EXPECT_EQ(readSource("a", "\xFF\xFE" + utf16(words, false)).letters, words);
    EXPECT_EQ(readSource("a", "\xFE\xFF" + utf16(words, true)).letters, words);
    EXPECT_EQ(readSource("a", utf16(words, false)).letters, words);
    EXPECT_EQ(readSource("a", utf16(words, true)).letters, words);
    const auto windows = readSource(
        "a", "The caf\xE9 in the rue Fran\xE7ois was where we met \x96 it\x92s gone now, the old caf\xE9.");
    EXPECT_EQ(windows.letters.substr(0, 8), U"The caf\u00E9");
    EXPECT_NE(windows.letters.find(U'\u2019'), std::u32string::npos);
}

TEST(Source, AFewBadBytesLeaveUtf8WhatItIs) {
    const std::string good = utf8(U"Caf\u00E9 M\u00FCller, Stra\u00DFe,\r\nZ\u00FCrich\n");
    const Source s = readSource("a", good + "and one \xE9 here, one \xFF there.");
    EXPECT_EQ(s.letters.substr(0, 4), U"Caf\u00E9");
    EXPECT_EQ(std::count(s.letters.begin(), s.letters.end(), U'\uFFFD'), 2);
    EXPECT_EQ(s.badBytes, 2u);
    EXPECT_EQ(s.firstBadLine, 3u);
    const auto notes = read(s, {}).notes;
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].kind, "encoding");
    EXPECT_NE(notes[0].message.find("2 bytes"), std::string::npos);
    EXPECT_NE(notes[0].message.find("line 3"), std::string::npos);
    EXPECT_EQ(words(s, notes[0].evidence.at(0)), utf8(U"\uFFFD"));
    // Plain letters with some high bytes are a code page's.
    const Source windows = readSource("a", "The caf\xE9 was where we met \x96 it\x92s gone now, and quiet.");
    EXPECT_EQ(windows.badBytes, 0u);
    EXPECT_EQ(windows.letters.find(U'\uFFFD'), std::u32string::npos);
    EXPECT_EQ(readSource("a", good).badBytes, 0u);
}

TEST(Source, RefusesWhatIsNoText) {
    EXPECT_THROW((void)readSource("a", ""), Error);
    EXPECT_THROW((void)readSource("a", " \n\n \r\n"), Error);
    EXPECT_THROW((void)readSource("a",
                                  "\x7F"
                                  "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"s),
                 Error);
    EXPECT_THROW((void)readSource("a", "half text\0 half not"s), Error);
    EXPECT_THROW((void)readSource("a", "\x01\x02\x03\x04 \x05\x06\x07"), Error);
}

TEST(Source, CutsParagraphsAtBlankLines) {
    const Source s = readSource("a", "  One\r\nstill one\r\n\r\n \r\nTwo  \r\n");
    ASSERT_EQ(s.paragraphs.size(), 2u);
    EXPECT_EQ(words(s, {"a", s.paragraphs[0].begin, s.paragraphs[0].end}), "One\r\nstill one");
    EXPECT_EQ(words(s, {"a", s.paragraphs[1].begin, s.paragraphs[1].end}), "Two");
    EXPECT_EQ(paragraphAt(s, s.paragraphs[1].begin), 2u);
    EXPECT_EQ(paragraphAt(s, 0), 0u);
    EXPECT_EQ(paragraphAt(s, 4000), 0u);
    EXPECT_EQ(readSource("a", "One\nTwo\nThree").paragraphs.size(), 3u);
}

TEST(Source, QuotesAreClampedAndCountCodePoints) {
    const Source s = readSource("a", utf8(U"\U0001F30D\u2018X\u2019 y"));
    EXPECT_EQ(words(s, {"a", 1, 4}), utf8(U"\u2018X\u2019"));
    EXPECT_EQ(words(s, {"a", 5, 999}), "y");
    EXPECT_EQ(words(s, {"a", 900, 999}), "");
    EXPECT_EQ(utf32("\xC3("), U"\uFFFD(");
}

}  // namespace
}  // namespace retrace::text
