#pragma once

#include <string>
#include <string_view>

namespace retrace::text {

/// Capitals of all scripts that have them, by the Unicode rules of no language in particular: "ß" becomes
/// "SS". UTF-8; bytes that are none become U+FFFD.
[[nodiscard]] std::string upperCase(const std::string& utf8);

/// Small letters, by the same rules.
[[nodiscard]] std::string lowerCase(const std::string& utf8);

/// The Arabic article in Latin letters, as it stands before a hyphen in names, whatever the language of the
/// text: "al", "ash". Lower case.
[[nodiscard]] bool isArabicArticle(std::string_view lower);

}  // namespace retrace::text
