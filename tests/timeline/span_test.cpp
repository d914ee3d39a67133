#include "timeline/span.hpp"

#include <gtest/gtest.h>

#include <random>

namespace retrace::timeline {
namespace {

const std::string zone = "Asia/Damascus";

std::optional<Instant> at(const char* text) {
    return parseIso(text, zone);
}
Span span(const char* from, const char* to) {
    return {at(from), at(to), {}};
}

TEST(Span, OriginsAreSortedAndOnce) {
    Span s = withOrigin(withOrigin(withOrigin({}, Origin::record), Origin::words), Origin::record);
    EXPECT_EQ(s.origins, (std::vector{Origin::words, Origin::record}));
    EXPECT_EQ(nameOf(Origin::decision), "decision");
}

TEST(Span, IntersectionTakesTheNarrowerBoundAndAllOrigins) {
    const Span a = withOrigin(span("2024-12-01", "2024-12-05"), Origin::words);
    const Span b = withOrigin({at("2024-12-03"), std::nullopt, {}}, Origin::record);
    const auto both = intersection(a, b);
    ASSERT_TRUE(both);
    EXPECT_EQ(both->earliest, at("2024-12-03"));
    EXPECT_EQ(both->latest, at("2024-12-05"));
    EXPECT_EQ(both->origins, (std::vector{Origin::words, Origin::record}));
    EXPECT_EQ(intersection(a, span("2024-12-06", "2024-12-07")), std::nullopt);
    EXPECT_TRUE(intersection(a, span("2024-12-05", "2024-12-07")));  // they touch
    EXPECT_EQ(intersection({}, {}), Span{});
}

TEST(Span, ClockTexts) {
    EXPECT_EQ(clockText({360, 360}), "06:00/06:00");
    EXPECT_EQ(clockText({std::nullopt, 1380}), "/23:00");
    EXPECT_EQ(clockText({1040, 1130}), "17:20/18:50");
    EXPECT_EQ(clockText({}), "/");
}

TEST(SpanText, AsExactAsTheSpan) {
    EXPECT_EQ(spanText(span("2024-12-05T06:00", "2024-12-05T06:00"), zone), "5 Dec 2024, 06:00");
    EXPECT_EQ(spanText(span("2024-12-05T06:00:30", "2024-12-05T06:00:30"), zone), "5 Dec 2024, 06:00:30");
    EXPECT_EQ(spanText(span("2024-12-05", "2024-12-05"), zone), "5 Dec 2024, 00:00");
    EXPECT_EQ(spanText(span("2024-12-05T06:00", "2024-12-05T11:00"), zone), "5 Dec 2024, 06:00-11:00");
    EXPECT_EQ(spanText(span("2024-12-05T18:00", "2024-12-06"), zone), "5 Dec 2024, 18:00-24:00");
    EXPECT_EQ(spanText(span("2024-12-04T22:00", "2024-12-05T03:30"), zone),
              "between 4 Dec, 22:00 and 5 Dec 2024, 03:30");
}

TEST(SpanText, WholeDays) {
    for (const char* end : {"2024-12-06T00:00", "2024-12-05T23:59:59", "2024-12-05T23:59"})
        EXPECT_EQ(spanText(span("2024-12-05", end), zone), "5 Dec 2024") << end;
    EXPECT_EQ(spanText(span("2024-12-04", "2024-12-06"), zone), "4-5 Dec 2024");
    EXPECT_EQ(spanText(span("2024-11-30", "2024-12-02"), zone), "30 Nov - 1 Dec 2024");
    EXPECT_EQ(spanText(span("2024-12-01", "2024-12-05"), zone), "between 1 Dec and 4 Dec 2024");
    EXPECT_EQ(spanText(span("2024-12-30", "2025-01-03"), zone), "between 30 Dec 2024 and 2 Jan 2025");
    EXPECT_EQ(spanText(span("2024-12-01", "2025-01-01"), zone), "Dec 2024");
    EXPECT_EQ(spanText(span("2024-01-01", "2025-01-01"), zone), "2024");
}

TEST(SpanText, OneBoundOrNone) {
    EXPECT_EQ(spanText({std::nullopt, at("2024-12-07"), {}}, zone), "before 7 Dec 2024");
    EXPECT_EQ(spanText({std::nullopt, at("2024-12-06T23:59:59"), {}}, zone), "before 7 Dec 2024");
    EXPECT_EQ(spanText({std::nullopt, at("2024-12-07T06:00"), {}}, zone), "by 7 Dec 2024, 06:00");
    EXPECT_EQ(spanText({at("2024-12-07"), std::nullopt, {}}, zone), "on or after 7 Dec 2024");
    EXPECT_EQ(spanText({at("2024-12-07T06:00"), std::nullopt, {}}, zone), "not before 7 Dec 2024, 06:00");
    EXPECT_EQ(spanText({}, zone), "not stated");
}

TEST(SpanText, ShortWithoutTheYear) {
    EXPECT_EQ(shortSpanText(span("2024-12-04", "2024-12-06"), zone), "4-5 Dec");
    EXPECT_EQ(shortSpanText({std::nullopt, at("2024-12-07"), {}}, zone), "before 7 Dec");
    EXPECT_EQ(shortSpanText(span("2024-12-30", "2025-01-03"), zone), "between 30 Dec and 2 Jan");
    EXPECT_EQ(shortSpanText(span("2024-12-05T06:00", "2024-12-05T06:00"), zone), "5 Dec, 06:00");
}

TEST(SpanText, AMidnightThatTheClockSkipsStillBeginsTheDay) {
    // Damascus, 2022-03-25: the day began at 01:00.
    EXPECT_EQ(spanText(span("2022-03-25", "2022-03-26"), zone), "25 Mar 2022");
}

TEST(Edtf, Prints) {
    EXPECT_EQ(edtfText(span("2024-12-05T06:00", "2024-12-05T06:00"), zone), "2024-12-05T06:00:00+03:00");
    EXPECT_EQ(edtfText(span("2024-12-05", "2024-12-06"), zone), "2024-12-05");
    EXPECT_EQ(edtfText(span("2024-12-04", "2024-12-06"), zone), "2024-12-04/2024-12-05");
    EXPECT_EQ(edtfText(span("2024-12-05T06:00", "2024-12-05T11:00"), zone),
              "2024-12-05T06:00:00+03:00/2024-12-05T11:00:00+03:00");
    EXPECT_EQ(edtfText({std::nullopt, at("2024-12-08"), {}}, zone), "../2024-12-07");
    EXPECT_EQ(edtfText({at("2024-12-08"), std::nullopt, {}}, zone), "2024-12-08/..");
    EXPECT_EQ(edtfText({}, zone), "../..");
}

TEST(Edtf, WhatIsPrintedIsRead) {
    for (const Span& s :
         {span("2024-12-05T06:00", "2024-12-05T06:00"), span("2024-12-05", "2024-12-06"),
          span("2024-12-04", "2024-12-06"), span("2024-12-01", "2025-01-01"),
          span("2024-01-01", "2025-01-01"), span("2024-12-05T06:00", "2024-12-06T11:00:07"),
          Span{std::nullopt, at("2024-12-08"), {}}, Span{at("2024-12-08T05:00"), std::nullopt, {}}, Span{},
          span("2022-03-25", "2022-03-26")})
        EXPECT_EQ(parseEdtf(edtfText(s, zone), zone), s) << edtfText(s, zone);
}

TEST(Edtf, ReadsReducedPrecision) {
    EXPECT_EQ(parseEdtf("2024-12", zone), span("2024-12-01", "2025-01-01"));
    EXPECT_EQ(parseEdtf("2024-02-XX", zone), span("2024-02-01", "2024-03-01"));
    EXPECT_EQ(parseEdtf("202X", zone), span("2020-01-01", "2030-01-01"));
    EXPECT_EQ(parseEdtf("2023/2024-11", zone), span("2023-01-01", "2024-12-01"));
    EXPECT_EQ(parseEdtf("/2024-12-07", zone), parseEdtf("../2024-12-07", zone));
}

TEST(Edtf, MutatedTextsAreReadOrRefused) {
    // What is read must print to a text that reads as the same span.
    const std::string seedText = "2024-12-04T22:00:00+03:00/2024-12-XX";
    const std::string letters = "0129-:T+/.XZ ";
    int read = 0;
    for (unsigned seed = 1; seed <= 20000; ++seed) {
        std::mt19937 random(seed);
        std::string text = seedText.substr(random() % 2 * 26, 1 + random() % seedText.size());
        for (std::size_t i = random() % 4; i > 0; --i)
            text[random() % text.size()] = letters[random() % letters.size()];
        const auto span = parseEdtf(text, zone);
        if (!span) continue;
        ++read;
        EXPECT_EQ(parseEdtf(edtfText(*span, zone), zone), span) << "seed " << seed << ": " << text;
        EXPECT_FALSE(spanText(*span, zone).empty());
    }
    EXPECT_GT(read, 100);
}

TEST(Edtf, RefusesWhatIsNone) {
    for (const char* text : {"", "XXXX", "2024-12-05?", "2024-21", "2024-12-07/2024-12-01", "5 Dec 2024",
                             "2024-13", "2024-12-05/soon", "2024-12-05/2024-12-06/2024-12-07", "20X4"})
        EXPECT_EQ(parseEdtf(text, zone), std::nullopt) << text;
}

TEST(Span, AnHourThatTheClockShowsTwice) {
    const Instant first = toInstant({{2024, 10, 27}, 150}, "Europe/Berlin");
    EXPECT_EQ(spanText({first, first + hour, {}}, "Europe/Berlin"),
              "27 Oct 2024, 02:30 (an hour that the clock showed twice)");
    EXPECT_EQ(spanText({first, first + 2 * hour, {}}, "Europe/Berlin"), "27 Oct 2024, 02:30-03:30");
}

}  // namespace
}  // namespace retrace::timeline
