#include "timeline/typed_time.hpp"

#include <gtest/gtest.h>

#include <random>

namespace retrace::timeline {
namespace {

const std::string zone = "Asia/Damascus";
constexpr Date frame{2024, 12, 7};

std::string read(const std::string& typed) {
    const auto time = parseTypedTime(typed, zone, frame);
    return time ? spanText(time->span, zone) + (time->uncertain ? " ?" : "") + (time->approximate ? " ~" : "")
                : "nothing";
}

TEST(TypedTime, AsPeopleWrite) {
    EXPECT_EQ(read("5 Dec 06:00"), "5 Dec 2024, 06:00");
    EXPECT_EQ(read("~5 Dec"), "5 Dec 2024 ~");
    EXPECT_EQ(read("5 Dec?"), "5 Dec 2024 ?");
    EXPECT_EQ(read("Dec 5, 2023, 6 pm"), "5 Dec 2023, 18:00");
    EXPECT_EQ(read("5th of December, 6:30pm"), "5 Dec 2024, 18:30");
    EXPECT_EQ(read("4-5 Dec"), "4-5 Dec 2024");
    EXPECT_EQ(read("30 Nov - 2 Dec 2023"), "between 30 Nov and 2 Dec 2023");
    EXPECT_EQ(read("5 Dec 06:00-11:00"), "5 Dec 2024, 06:00-11:00");
    EXPECT_EQ(read("before 7 Dec"), "before 7 Dec 2024");
    EXPECT_EQ(read("until 7 Dec"), "before 8 Dec 2024");
    EXPECT_EQ(read("after 7 Dec"), "on or after 8 Dec 2024");
    EXPECT_EQ(read("since 7 Dec"), "on or after 7 Dec 2024");
    EXPECT_EQ(read("from 5 Dec to 6 Dec"), "5-6 Dec 2024");
    EXPECT_EQ(read("about noon"), "7 Dec 2024, 12:00 ~");
    EXPECT_EQ(read("06:30"), "7 Dec 2024, 06:30");
    EXPECT_EQ(read("Sept. 2023"), "Sep 2023");
    EXPECT_EQ(read("spring 2024"), "between 1 Mar and 31 May 2024");
    EXPECT_EQ(read("2023"), "2023");
}

TEST(TypedTime, Edtf) {
    EXPECT_EQ(read("2024-12-05?"), "5 Dec 2024 ?");
    EXPECT_EQ(read("2024-12-05~"), "5 Dec 2024 ~");
    EXPECT_EQ(read("2024-12%"), "Dec 2024 ? ~");
    EXPECT_EQ(read("2024-12-05/.."), "on or after 5 Dec 2024");
    EXPECT_EQ(read("../2024-12-05"), "before 6 Dec 2024");
    EXPECT_EQ(read("2024-12-04~/2024-12-05"), "4-5 Dec 2024 ~");
    EXPECT_EQ(read("2024-12-XX"), "Dec 2024");
    EXPECT_EQ(read("2024-23"), "between 1 Sep and 30 Nov 2024");
    EXPECT_EQ(read("2024-24"), "between 1 Dec 2024 and 28 Feb 2025");
    EXPECT_EQ(read("2024-12-05T06:00:00+03:00"), "5 Dec 2024, 06:00");
}

TEST(TypedTime, WhatIsNoTimeIsRefused) {
    for (const char* text : {"", "soon", "31 Nov", "25:00", "5 Dec Dec", "13 pm", "7 Dec - 5 Dec", "?", "~",
                             "5", "2024-25", "5 Dec 06:00 07:00", "Spring 5 Dec"})
        EXPECT_EQ(read(text), text == std::string("5") ? "5 Dec 2024" : "nothing") << text;
    EXPECT_EQ(parseTypedTime("5 Dec", zone, std::nullopt), std::nullopt);
    EXPECT_TRUE(parseTypedTime("5 Dec 2024", zone, std::nullopt));
}

TEST(TypedTime, PrintsItsQualifier) {
    for (const char* text : {"2024-12-05?", "2024-12-05~", "2024-12%", "2024-12-04/2024-12-05"})
        EXPECT_EQ(edtfText(*parseQualifiedEdtf(text, zone), zone), text);
    EXPECT_EQ(edtfText(*parseTypedTime("~5 Dec", zone, frame), zone), "2024-12-05~");
}

TEST(TypedTime, AboutADayIsTheDayOnEitherSide) {
    EXPECT_EQ(spanText(boundsOf(*parseTypedTime("~5 Dec", zone, frame)), zone),
              "between 4 Dec and 6 Dec 2024");
    EXPECT_EQ(spanText(boundsOf(*parseTypedTime("about 5 Dec 06:00", zone, frame)), zone),
              "5 Dec 2024, 05:45-06:15");
    EXPECT_EQ(spanText(boundsOf(*parseTypedTime("5 Dec?", zone, frame)), zone), "5 Dec 2024");
}

TEST(TypedTime, MutatedTextsAreReadOrRefused) {
    const std::vector<std::string> seeds{"5 Dec 06:00-11:00", "about Dec 5, 2024, 6 pm",
                                         "2024-12-05~/2024-12-07?", "spring 2024", "before 7 Dec"};
    const std::string letters = "0159-:?~%/. aDpX,";
    int readable = 0;
    for (unsigned seed = 1; seed <= 20000; ++seed) {
        std::mt19937 random(seed);
        std::string text = seeds[random() % seeds.size()];
        for (std::size_t i = 1 + random() % 4; i > 0; --i)
            text[random() % text.size()] = letters[random() % letters.size()];
        const auto time = parseTypedTime(text, zone, frame);
        if (!time) continue;
        ++readable;
        const auto& span = time->span;
        EXPECT_TRUE(!span.earliest || !span.latest || *span.earliest <= *span.latest)
            << "seed " << seed << ": " << text;
        EXPECT_EQ(parseQualifiedEdtf(edtfText(*time, zone), zone), time) << "seed " << seed << ": " << text;
    }
    EXPECT_GT(readable, 300);
}

TEST(Zone, DamascusKeepsSummersTimeInDecember2024) {
    const auto noon = toInstant({{2024, 12, 7}, 12 * 60}, zone);
    EXPECT_EQ(isoText(noon, zone), "2024-12-07T12:00:00+03:00");
    // It still turned its clocks back in the autumn of 2021.
    EXPECT_EQ(isoText(toInstant({{2021, 12, 7}, 12 * 60}, zone), zone), "2021-12-07T12:00:00+02:00");
}

}  // namespace
}  // namespace retrace::timeline
