#pragma once

#include "gather/columns.hpp"
#include "gather/intake.hpp"
#include "gather/sources.hpp"

namespace retrace::gather {

/// A GeoPackage, Shapefile, GeoJSON, FlatGeobuf, KML, GPX or OpenStreetMap extract by the names of its
/// fields, in any coordinate system. Areas and lines become a point with a radius. Of OpenStreetMap what is
/// tagged as a place, a peak, an airfield or ruins; lines are left out. Throws Error where no driver knows
/// the file.
void readMap(const Source& source, const ColumnChoice& choice, Intake& intake);

}  // namespace retrace::gather
