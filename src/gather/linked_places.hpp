#pragma once

#include <string>

#include "gather/intake.hpp"

namespace retrace::gather {

/// Linked Places format (Pelagios, github.com/LinkedPasts/linked-places-format): a FeatureCollection, one
/// Feature, or one Feature a line. Links that say exactMatch or closeMatch become same-as ids.
void readLinkedPlaces(const std::string& file, Intake& intake);

}  // namespace retrace::gather
