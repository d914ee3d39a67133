#pragma once

#include <string>

#include "gather/intake.hpp"

namespace retrace::gather {

/// The SQLite distribution: its GeoJSON bodies where it has them, else the tables spr, names, concordances.
/// Rows that are superseded, deprecated or not current are refused.
void readWhosOnFirst(const std::string& file, Intake& intake);
/// A GeoJSON record, a collection of them, or a folder with such files at any depth.
void readWhosOnFirstJson(const std::string& fileOrFolder, Intake& intake);

}  // namespace retrace::gather
