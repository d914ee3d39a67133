#pragma once

#include "scene/metrics.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace retrace::scene {

/// One line of a label of several: a name, the Arabic name below it, hours below that.
struct LabelLine {
    std::string text;
    float size = 12;
    typeset::Weight weight = typeset::Weight::regular;
    Color color;
};

/// A point with the words that belong to it.
struct LabelWish {
    geo::ScreenPoint at;
    float clear = 4;        // pixels from the point to the words
    bool centered = false;  // on the point itself: countries, regions
    std::vector<LabelLine> lines;
    Color halo;
    float haloWidth = 2;
    Tag tag;
    std::optional<geo::LonLat> anchor{};  // the same point on the ground
    std::optional<geo::ScreenPoint>
        last{};        // where its first line began in the picture before, from the point
    bool cut = false;  // stands there or nowhere, and may leave the picture
};

struct PlacedLabel {
    std::vector<Label> lines;
    Rect box;
};

/// Tries right, left, below, above and the slants between, in this order; nothing where each of them meets
/// what is taken or leaves `within`. The side where it stood last is tried first. Does not take the place:
/// the caller adds the box.
[[nodiscard]] std::optional<PlacedLabel> place(const LabelWish&, const Rect& within, const Occupied&,
                                               const typeset::Fonts&);

}  // namespace retrace::scene
