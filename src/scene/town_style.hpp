#pragma once

#include "geo/place.hpp"
#include "scene/theme.hpp"

#include <optional>

namespace retrace::scene {

/// How a place is named on the ground.
struct TownStyle {
    float size = 11;  // pixels before scaling
    typeset::Weight weight = typeset::Weight::regular;
    Color color;
    float dot_px = 2;       // radius of its mark; 0: none, the name stands on the place
    bool capitals = false;  // of countries
};

/// Nothing where the place is too small for the zoom. `zoom` is that of a picture of scale 1.
[[nodiscard]] std::optional<TownStyle> townStyle(const geo::Place&, double zoom, const Theme&);

/// The name in the country's own script, for the second line of a label: Arabic where it is written, or
/// where the country is unknown; empty elsewhere.
[[nodiscard]] std::string secondName(const geo::Place&);

/// Upper case of the Latin letters without marks; others stay.
[[nodiscard]] std::string upperCase(const std::string&);

}  // namespace retrace::scene
