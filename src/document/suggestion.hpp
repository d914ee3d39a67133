#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::document {

/// How many letters must be put in, left out, changed or swapped with their neighbour to make one of the
/// other (optimal string alignment), in bytes.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

/// "; did you mean X?" with the nearest of `known`, the first where several are as near. Empty where none
/// lies within two edits, or where the word is too short to say.
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string>& known);

}  // namespace retrace::document
