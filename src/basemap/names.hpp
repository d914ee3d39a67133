#pragma once

#include "basemap/ground.hpp"

#include <filesystem>
#include <vector>

namespace retrace::basemap {

/// Reads a table of names: UTF-8, one a line after a line of headings, columns separated by tabs: layer,
/// from_zoom, to_zoom, lon, lat, name, name_ar. Throws Error naming the file, with the line that is damaged.
[[nodiscard]] std::vector<GroundName> readNames(const std::filesystem::path&);

}  // namespace retrace::basemap
