#pragma once

#include "evaluate/expected.hpp"
#include "geo/place.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace retrace::evaluate {

using Search = std::function<std::vector<geo::Candidate>(std::string_view name)>;

/// Whether a gazetteer has the place: something within the row's tolerance answers to the words of the text
/// or to the reference's own name for it, without what that adds in brackets or behind a comma. False where
/// the place is not known.
[[nodiscard]] bool isHeld(const Expected&, const Search&);

}  // namespace retrace::evaluate
