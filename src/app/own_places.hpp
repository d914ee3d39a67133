#pragma once

#include "geo/place.hpp"

#include <filesystem>
#include <string>

namespace retrace::app {

/// Adds a place to the user's own list, own.csv in the folder of their gazetteers, under the spelling that a
/// text has, and builds own.gpkg beside it anew from all of its rows; the program opens that by itself from the
/// next start. A place of a gazetteer keeps its id, so that it gains a spelling. Returns the list's file. Throws
/// Error where the folder cannot be written; the list and the gazetteer then are as they were.
std::filesystem::path keepPlace(const geo::Place& place, const std::string& spelling, const std::string& origin);

}  // namespace retrace::app
