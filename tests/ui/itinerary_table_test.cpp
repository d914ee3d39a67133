#include "ui/itinerary_table.hpp"

#include "small_case.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace retrace::ui {
namespace {

model::Reconstruction marched() {
    model::Reconstruction r = smallCase().reconstruction;
    model::Itinerary way{.actor = "narrator"};
    way.stops = {{.order = 1, .event = 0, .mention = 0, .place = r.mentions[0].place, .when = r.events[0].when},
                 {.order = 2, .event = 0, .mention = 1, .when = {}},
                 {.order = 3, .event = 3, .mention = 4, .place = r.mentions[4].place, .when = r.events[3].when}};
    way.legs = {{.fromStop = 0,
                 .toStop = 2,
                 .basis = model::Basis::stated,
                 .distance_m = 61234.5,
                 .speed_kmh_min = 30.6,
                 .event = 0}};
    r.itineraries = {way};
    return r;
}

std::vector<std::vector<std::string>> cellsOf(const std::string& tsv) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(tsv);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_TRUE(line.ends_with('\r'));
        line.pop_back();
        rows.emplace_back(1);
        for (const char letter : line)
            if (letter == '\t') rows.back().emplace_back();
            else rows.back().back() += letter;
    }
    return rows;
}

TEST(ItineraryTable, HasARowAStopInOrder) {
    const auto rows = itineraryRows(marched());
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].place, "Oldbridge");
    EXPECT_TRUE(rows[0].basis.empty());
    EXPECT_EQ(rows[0].departure.earliest, inParis(2023, 5, 3, 360));
    EXPECT_EQ(rows[0].hourFrom, "words");
    EXPECT_FALSE(rows[1].placed);
    EXPECT_EQ(rows[1].place, "Millford");
    EXPECT_EQ(rows[2].basis, "stated");
    EXPECT_EQ(rows[2].speed_kmh, 30.6);
    EXPECT_TRUE(rows[2].hourFrom.empty());
}

TEST(ItineraryTable, CopiesPlainNumbersAndTimesWithTheirOffset) {
    const auto cells = cellsOf(itineraryTsv(marched()));
    ASSERT_EQ(cells.size(), 4U);
    for (const auto& row : cells) EXPECT_EQ(row.size(), cells[0].size());
    EXPECT_EQ(cells[1][4], "2023-05-03T06:00:00+02:00");
    EXPECT_EQ(cells[3][9], "stated");
    EXPECT_EQ(cells[3][10], "61.2");
    EXPECT_EQ(cells[3][11], "30.6");
    EXPECT_EQ(cells[2][4], "");
}

TEST(ItineraryTable, KeepsCellsWholeAndNoFormulas) {
    model::Reconstruction r = marched();
    r.itineraries[0].stops[0].place->name = "=HYPERLINK(\"x\")\tand\nmore";
    const auto cells = cellsOf(itineraryTsv(r));
    ASSERT_EQ(cells.size(), 4U);
    EXPECT_EQ(cells[1][2], "'=HYPERLINK(\"x\") and more");
}

}  // namespace
}  // namespace retrace::ui
