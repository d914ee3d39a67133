#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace retrace::typeset {

/// Code points of one line: what is no UTF-8 becomes U+FFFD, line ends and tabs become spaces, other
/// control characters are left out.
[[nodiscard]] std::vector<std::uint32_t> lineOf(std::string_view utf8);

}  // namespace retrace::typeset
