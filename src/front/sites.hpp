#pragma once

#include "front/field.hpp"

#include <vector>

namespace retrace::front {

/// Gathers the observations of one place (within `samePlace_m` of the first one told) and gives each site its
/// history and reach.
[[nodiscard]] std::vector<Site> sitesOf(const std::vector<Observation>&, std::size_t sides, double memory_s,
                                        const Settings&);

}  // namespace retrace::front
