#pragma once

#include "geo/lon_lat.hpp"

#include <cmath>
#include <string_view>

namespace retrace::gazetteer {

/// How a gazetteer file is laid out. Place rows are numbered by prominence: countries first, then by
/// population. A name row is found by its key, or by key and folded name: one tree serves both.
inline constexpr int applicationId = 0x5274477a;  // "RtGz"
inline constexpr int formatVersion = 1;

inline constexpr std::string_view schema = R"(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place(rank INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, name_ar TEXT, type TEXT,
    lon REAL NOT NULL, lat REAL NOT NULL, radius_m INTEGER, country TEXT, population INTEGER,
    hand_written INTEGER, twin INTEGER, origin TEXT, note TEXT);
CREATE TABLE name(key TEXT NOT NULL, folded TEXT NOT NULL, place INTEGER NOT NULL, weight INTEGER, spelled INTEGER,
    PRIMARY KEY(key, folded, place)) WITHOUT ROWID;
CREATE TABLE cell(cell INTEGER, place INTEGER, PRIMARY KEY(cell, place)) WITHOUT ROWID;
)";
// place.twin: rank of the hand-written row with the same id; it is shown in place of this one.
// name.weight: percent. name.spelled: 1 where Latin letters are the name itself, no transliteration. cell:
// settlements only.

/// The number of the grid cell of 2 by 2 degrees, counted eastward, then northward.
inline constexpr double cellSize_deg = 2;
[[nodiscard]] inline int columnOf(double lon) {
    return static_cast<int>(std::floor((lon + 180) / cellSize_deg));
}
[[nodiscard]] inline int rowOf(double lat) {
    return static_cast<int>(std::floor((lat + 90) / cellSize_deg));
}
[[nodiscard]] inline int cellNumber(int column, int row) {
    return row * 256 + column;
}

[[nodiscard]] inline bool isSettlement(std::string_view type) {
    return type == "city" || type == "town" || type == "village";
}

}  // namespace retrace::gazetteer
