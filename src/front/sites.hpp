#pragma once

#include "front/field.hpp"

#include <vector>

namespace retrace::front {

/// Gathers the observations of one place (within `samePlace_m` of the first one told); histories are still
/// empty.
[[nodiscard]] std::vector<Site> sitesOf(const std::vector<Observation>&, const Settings&);

}  // namespace retrace::front
