#pragma once

#include "basemap/gdal.hpp"
#include "basemap/ground.hpp"

namespace retrace::basemap {

/// Reads a raster into longitude and latitude, at most `most` samples wide or high: one band of numbers is
/// elevation; one or two bands of bytes (grey, opacity), three or four bands or a palette are an image.
/// Throws Error naming `file`.
[[nodiscard]] Raster readRaster(GDALDataset&, const std::string& file, int most);

}  // namespace retrace::basemap
