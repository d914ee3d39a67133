#pragma once

#include "geo/place.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace retrace::gazetteer {

struct NameRow {
    std::string name;
    double weight = 1;  // 0..1: how much of a match's score this name gives (colloquial names less)
};

struct PlaceRow {
    geo::Place place;            // its name and name_ar become names by themselves
    std::vector<NameRow> names;  // other names
    std::string origin;          // source of this row where it is not that of the file
    std::string note;
    bool handWritten = false;  // may be left out on opening
};

struct BuildInfo {
    std::string origin;  // for credits
    std::string licence;
};

/// Writes a gazetteer file, the same bytes for the same rows; `file` appears whole or stays as it was.
/// Rows that share an id are one place: what the first does not know is taken from the others, a hand-written
/// row lies over them. Throws Error where a row has no id, no name or no position on Earth.
void build(std::vector<PlaceRow> rows, const std::filesystem::path& file, const BuildInfo& = {});

}  // namespace retrace::gazetteer
