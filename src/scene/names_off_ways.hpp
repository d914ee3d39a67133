#pragma once

#include "scene/label_placement.hpp"

namespace retrace::scene {

/// Past the end of a ground name that begins at `first`: the name alone, or with its second line right below.
[[nodiscard]] std::size_t endOfName(const std::vector<Label>&, std::size_t first);

/// Moves the towns' names that lie on a way to another side of their dot; a town without a free side goes, as
/// does the name of a river or lake. Seas, regions and the graticule stay: a line may cross them. `taken`:
/// what stands there besides the ground's own names and dots, the ways with it; gets those too.
void moveNamesOffWays(GroundView&, const Occupied& ways, const View&, const typeset::Fonts&, Occupied& taken);

}  // namespace retrace::scene
