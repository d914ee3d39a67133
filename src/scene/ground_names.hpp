#pragma once

#include "basemap/ground.hpp"
#include "scene/label_placement.hpp"
#include "scene/last_names.hpp"

#include <string>

namespace retrace::scene {

/// Names of seas, lakes, rivers and provinces that the view has room for. What is taken is kept clear; what
/// is placed is added to it. Rivers are named beside their line, the others on the place or a little off it.
/// Names that stood there last come first and stay where they were.
void addGroundNames(GroundView&, const std::vector<basemap::GroundName>&, const View&, const typeset::Fonts&,
                    Occupied& taken, const LastNames& last = {});

/// Capitals with a little room between them: "H O M S", with hair spaces.
[[nodiscard]] std::string spacedCapitals(const std::string&);

}  // namespace retrace::scene
