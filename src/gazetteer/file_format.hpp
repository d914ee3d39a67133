#pragma once

#include "geo/lon_lat.hpp"

#include <array>
#include <string_view>

namespace retrace::gazetteer {

/// How a gazetteer file is laid out: a GeoPackage 1.3 (OGC 12-128r18) whose layer `place` every GIS opens,
/// with tables of our own beside it. Places are numbered by prominence: countries first, then by population.
inline constexpr int applicationId = 0x47504B47;  // "GPKG"
inline constexpr int geoPackageVersion = 10300;
inline constexpr int formatVersion = 2;  // of our own tables, in `meta`

inline constexpr std::string_view schema = R"(
CREATE TABLE meta(id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL UNIQUE, value TEXT);
CREATE TABLE place(rank INTEGER PRIMARY KEY NOT NULL, geom POINT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
    name_ar TEXT, type TEXT, country TEXT, region TEXT, population INTEGER, radius_m INTEGER, same_as TEXT,
    hand_written INTEGER, twin INTEGER, origin TEXT, note TEXT);
CREATE TABLE ident(id TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY(id, place)) WITHOUT ROWID;
CREATE TABLE name(key TEXT NOT NULL, folded TEXT NOT NULL, place INTEGER NOT NULL, weight INTEGER, spelled INTEGER,
    PRIMARY KEY(key, folded, place)) WITHOUT ROWID;
CREATE TABLE piece(length INTEGER NOT NULL, number INTEGER NOT NULL, letters TEXT NOT NULL, names BLOB NOT NULL,
    PRIMARY KEY(length, number, letters)) WITHOUT ROWID;
CREATE TABLE cell(cell INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY(cell, place)) WITHOUT ROWID;
CREATE VIRTUAL TABLE word USING fts5(names, content='', columnsize=0, detail=none,
    tokenize='unicode61 remove_diacritics 0');
)";
// place.same_as: other ids, apart by spaces. place.twin: rank of the hand-written row with the same id; it is
// shown in place of this one. name.weight: percent. name.spelled: 1 where Latin letters are the name itself,
// no transliteration. piece.names: folded names, each with its length in bytes before it (pieces.hpp). cell:
// settlements only (place_cells.hpp). word: full text over the folded names of each place; rowid is its rank.

[[nodiscard]] inline bool isSettlement(std::string_view type) {
    return type == "city" || type == "town" || type == "village";
}

/// A point as GeoPackages hold it: "GP", version, flags, SRS 4326, then well-known binary.
using PointBlob = std::array<char, 29>;
[[nodiscard]] PointBlob pointBlob(const geo::LonLat&);
/// Nothing where the bytes are no point.
[[nodiscard]] bool readPoint(std::string_view blob, geo::LonLat& at);

/// The tables that make a file a GeoPackage, and the row for the layer `place` within the box.
[[nodiscard]] std::string_view geoPackageTables();

}  // namespace retrace::gazetteer
