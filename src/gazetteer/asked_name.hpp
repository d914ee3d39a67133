#pragma once

#include <string>
#include <string_view>

namespace retrace::gazetteer {

/// Why the words cannot be the name of a place: empty, longer than any name, no UTF-8, with control
/// characters. Empty where they can.
[[nodiscard]] std::string whyNoName(std::string_view utf8);

}  // namespace retrace::gazetteer
