#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace retrace::gazetteer {

/// What a slip of the pen did to a name.
enum class Slip { none, oneLetter, swapped, twoLetters, more };

/// Damerau-Levenshtein distance (each letter edited once at most) up to two; `more` beyond, and for names of
/// more than 64 letters. UTF-8, by code points.
[[nodiscard]] Slip slipBetween(std::string_view a, std::string_view b);

/// One bit a letter, letters sharing bits; each edit makes at most one bit more on either side differ.
[[nodiscard]] std::uint32_t lettersIn(std::string_view utf8);

/// What differs between two spellings, as pairs of letters: "q/k, ou/u, -ah/-a"; a letter that only one of
/// them has comes with its neighbour ("ll/l", "sa/s"). Empty where more than three places differ.
[[nodiscard]] std::string lettersThatDiffer(std::string_view a, std::string_view b);

}  // namespace retrace::gazetteer
