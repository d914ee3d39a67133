#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace retrace::gazetteer {

/// The name as it stands, then with its abbreviated words spelled out: "St. Quentin", "Saint Quentin"; "Ft
/// Sumter", "Fort Sumter". One name only where nothing is abbreviated.
[[nodiscard]] std::vector<std::string> spelledOut(std::string_view name);

}  // namespace retrace::gazetteer
