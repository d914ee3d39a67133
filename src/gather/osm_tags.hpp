#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/build.hpp"

namespace retrace::gather {

using Tags = std::map<std::string, std::string>;

/// Of GDAL's text for tags without a field of their own: "a"=>"b","name:ar"=>"..." with \" and \\ escaped.
[[nodiscard]] Tags tagsOf(std::string_view hstore);

/// A named place among OpenStreetMap's features (place=*, natural=peak, aeroway=aerodrome, boundary of level
/// 4 ...) without its position; nothing for a shop or a street.
[[nodiscard]] std::optional<gazetteer::PlaceRow> rowOfOsm(const std::string& layer,
                                                          const std::vector<std::string>& headers,
                                                          const std::vector<std::string>& cells);

}  // namespace retrace::gather
