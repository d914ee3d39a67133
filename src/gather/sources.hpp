#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::gather {

enum class Format {
    geonames,         // a dump of 19 columns
    geonamesNames,    // alternateNamesV2.txt
    geonamesRegions,  // admin1CodesASCII.txt
    table,            // CSV or TSV with a header, Linked Places TSV too
    linkedPlaces,     // Linked Places JSON
    whosOnFirst,      // the SQLite distribution
    whosOnFirstJson,  // a GeoJSON file or a folder of them
    map,              // any other source that GDAL opens
};

/// The words of --format.
[[nodiscard]] std::string formatWords();
/// Throws Error that lists the words where it is none.
[[nodiscard]] Format parseFormat(const std::string& word);
[[nodiscard]] std::string_view nameOf(Format format);

struct Source {
    std::string file;   // as GDAL's file functions take it, within archives too
    std::string layer;  // empty: all
    Format format = Format::table;
};

/// The sources that a word of the command line names ("places.csv", "towns.gpkg|layer", "SY.zip", a folder):
/// several for an archive. Their format is told from the content where none is given. Throws Error where
/// there is no such file or no format fits it.
[[nodiscard]] std::vector<Source> sourcesOf(const std::string& word, std::optional<Format> format);

}  // namespace retrace::gather
