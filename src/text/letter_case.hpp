#pragma once

#include <string>

namespace retrace::text {

/// Capitals of all scripts that have them, by the Unicode rules of no language in particular: "ß" becomes
/// "SS". UTF-8; bytes that are none become U+FFFD.
[[nodiscard]] std::string upperCase(const std::string& utf8);

}  // namespace retrace::text
