#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace retrace::gazetteer {

/// Every key one letter away: dropped, changed, added or two neighbours swapped; sorted, each once,
/// the key itself not among them. Keys shorter than two letters have none: they say too little.
[[nodiscard]] std::vector<std::string> keyNeighbours(std::string_view key);

}  // namespace retrace::gazetteer
