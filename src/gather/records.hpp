#pragma once

#include <filesystem>
#include <string>

namespace retrace::gather {

/// Other sources' dated claims of control from a map layer (GeoPackage, GeoJSON, FlatGeobuf, Shapefile, KML, GPX), as
/// the CSV that a record is read from: place, lat, lon, from_side, to_side, earliest_utc, latest_utc, source,
/// confidence, note. Fields are told by their names (side, control, holder ...; date, start, end ...; see
/// records.cpp); a date in the file's name (20241205.geojson) dates what has no field of time. A point is a row. An
/// area says that its side held it then: it becomes rows on a grid inside of it, at most 60, the side on both sides of
/// the change. Throws Error where nothing tells the side or the time, or nothing can be read.
[[nodiscard]] std::string recordCsvOf(const std::filesystem::path&);

}  // namespace retrace::gather
