#pragma once

#include "render/coverage.hpp"
#include "render/ground_index.hpp"
#include "render/hillshade.hpp"
#include "scene/scene.hpp"

#include <cstdint>
#include <vector>

namespace retrace::render {

/// Water, paper, relief and the user's areas. Worked out on the processor: exact coverage gives a soft coast
/// without multisampling, and where OpenGL is software this is several times faster than triangles and a
/// shader. Memory is kept from one picture to the next: fresh pages cost more than the arithmetic.
class GroundBase {
public:
    /// R G B A words, rows from the north, or from the south for a texture that is not upside down. The
    /// result lives until the next call.
    [[nodiscard]] const std::vector<std::uint32_t>& paint(GroundIndex&, std::vector<Relief>&,
                                                          const scene::GroundView&, bool southFirst);

private:
    void paper(const scene::GroundView&);
    void tint(GroundIndex&, basemap::Layer, const scene::GroundView&, const scene::Color&);
    [[nodiscard]] std::uint32_t* row(const geo::ScreenSize&, int y);

    Coverage coverage_;
    std::vector<float> shade_;
    std::vector<float> cover_;  // one row
    std::vector<std::uint32_t> picture_;
    bool southFirst_ = false;
};

}  // namespace retrace::render
