#pragma once

#include "text/tokens.hpp"

#include <functional>
#include <string>

namespace retrace::text {

/// By what somebody moved, as the words say it: "on foot", "two trucks", "by bus" gives "bus"; empty where
/// they do not.
[[nodiscard]] std::string meansIn(const Tokens&, std::size_t first, std::size_t last);

/// How many, as the words say it: "about forty of us", "three tanks", "hundreds of men"; empty where they do
/// not. Tokens first to last, end exclusive; `inTime` knows those of an hour or a day.
[[nodiscard]] std::string quantityIn(const Tokens&, std::size_t first, std::size_t last,
                                     const std::function<bool(std::size_t)>& inTime);

}  // namespace retrace::text
