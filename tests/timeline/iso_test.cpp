#include "timeline/iso.hpp"

#include <gtest/gtest.h>

namespace retrace::timeline {
namespace {

const std::string damascus = "Asia/Damascus";

TEST(Iso, Prints) {
    EXPECT_EQ(isoText({0}, "Z"), "1970-01-01T00:00:00+00:00");
    EXPECT_EQ(isoText(toInstant({{2024, 12, 5}, 360, 0}, damascus), damascus), "2024-12-05T06:00:00+03:00");
    EXPECT_EQ(isoText({-1}, "-03:30"), "1969-12-31T20:29:59-03:30");
}

TEST(Iso, ReadsWithOffsetOrInTheZone) {
    const Instant six = toInstant({{2024, 12, 5}, 360, 0}, damascus);
    for (const char* text :
         {"2024-12-05T06:00:00+03:00", "2024-12-05T06:00", "2024-12-05 06:00", "2024-12-05T06",
          "2024-12-05T03:00Z", "2024-12-05T03:00:00.75Z", "2024-12-04T22:30-0430", "2024-12-05T05:00+02"})
        EXPECT_EQ(parseIso(text, damascus), six) << text;
    EXPECT_EQ(parseIso("2024-12-05", damascus), six - 6 * hour);
    EXPECT_EQ(parseIso("2024-12-04T24:00", damascus), six - 6 * hour);
}

TEST(Iso, RefusesWhatIsNone) {
    for (const char* text : {"",
                             "2024",
                             "2024-12",
                             "2024-12-5",
                             "2024-13-01",
                             "2023-02-29",
                             "2024-12-05T",
                             "2024-12-05T25:00",
                             "2024-12-05T24:01",
                             "2024-12-05T06:60",
                             "2024-12-05T06:00:60",
                             "2024-12-05T06:00.5x",
                             "2024-12-05Z",
                             "2024-12-05T06:00+19:00",
                             "2024-12-05T06:00 ",
                             " 2024-12-05",
                             "2024-12-05T06:00:00.",
                             "24-12-05",
                             "+2024-12-05",
                             "2024-12-05T06:00EET"})
        EXPECT_EQ(parseIso(text, damascus), std::nullopt) << text;
}

TEST(Iso, WhatIsPrintedIsRead) {
    for (const char* zone : {"Asia/Damascus", "Asia/Kathmandu", "America/St_Johns", "+05:45"})
        for (std::int64_t s = -4'000'000'000; s < 4'000'000'000; s += 98'765'431)
            EXPECT_EQ(parseIso(isoText({s}, zone), "Z"), Instant{s}) << zone;
}

TEST(Iso, Offsets) {
    EXPECT_EQ(parseOffset("+03:00"), 3 * hour);
    EXPECT_EQ(parseOffset("-03:30"), -(3 * hour + 30 * minute));
    EXPECT_EQ(parseOffset("Z"), 0);
    EXPECT_EQ(parseOffset("03:00"), std::nullopt);
    EXPECT_EQ(parseOffset("+03:"), std::nullopt);
    EXPECT_EQ(offsetText(-(3 * hour + 30 * minute)), "-03:30");
    EXPECT_EQ(offsetText(2 * hour + 25 * minute + 12), "+02:25:12");
}

}  // namespace
}  // namespace retrace::timeline
