#pragma once

#include "scene/metrics.hpp"

#include <string>
#include <vector>

namespace retrace::scene {

/// A round length for the scale bar: 1, 2 or 5 times a power of ten metres, at most `most_px` long.
struct ScaleLength {
    double metres = 0, pixels = 0;
    std::string text;  // "20 km", "500 m"
};
[[nodiscard]] ScaleLength scaleLength(double metresPerPixel, double most_px);

/// Where furniture stands whatever the time is: names on the ground keep away from it.
[[nodiscard]] std::vector<Rect> furnitureRects(const View&, const typeset::Fonts&);

/// Scale bar, north arrow, credits, title, badge and legend; on presentation the clock and the caption strip.
/// The legend is of the marks that the scene has by then.
void addFurniture(Scene&, const model::Reconstruction&, model::StoryTime, const View&, const typeset::Fonts&);

/// Caption strip, in the bottom inset, and the large clock: the view for a class.
void addPresentation(Scene&, const model::Reconstruction&, model::StoryTime, const View&,
                     const typeset::Fonts&);

}  // namespace retrace::scene
