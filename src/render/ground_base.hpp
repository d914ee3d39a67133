#pragma once

#include "render/ground_index.hpp"
#include "render/hillshade.hpp"
#include "scene/scene.hpp"

#include <cstdint>
#include <vector>

namespace retrace::render {

/// Water, paper, relief and the user's areas as R G B A words, rows from the north. Worked out on the
/// processor: exact coverage gives a soft coast without multisampling, and where OpenGL is software this is
/// several times faster than triangles and a shader.
[[nodiscard]] std::vector<std::uint32_t> groundBase(GroundIndex&, std::vector<Relief>&,
                                                    const scene::GroundView&);

}  // namespace retrace::render
