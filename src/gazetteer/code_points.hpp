#pragma once

#include <string>
#include <string_view>

namespace retrace::gazetteer {

/// UTF-8 as code points; a byte that belongs to none becomes U+FFFD.
[[nodiscard]] std::u32string codePoints(std::string_view utf8);
[[nodiscard]] std::string utf8Of(std::u32string_view text);

}  // namespace retrace::gazetteer
