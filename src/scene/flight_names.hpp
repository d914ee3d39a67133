#pragma once

#include "scene/scene.hpp"

#include <vector>

namespace retrace::scene {

/// What of a picture is placed by pixels and so depends on where the camera is: names and their dots.
struct Names {
    std::vector<Label> ground;  // names on the ground
    std::vector<Disc> towns;
    std::vector<Label> story;  // stops, hours, sides, plans
    std::vector<Disc> marks;   // dots that go with them, below the stops
    std::vector<Disc> asides;  // rings of plans, candidates and the selection, above the stops
    bool operator==(const Names&) const = default;
};

/// The names while the camera flies. `from` and `to`: as placed where the flight begins and where it lands.
/// A name that stands at both ends stays and glides to its new side of the dot; it is away in between where
/// it would meet another name or the furniture on the way. The others fade, half a second each, out as the
/// flight begins and in as it lands. `view.camera` has a flight.
[[nodiscard]] Names namesInFlight(const Names& from, const Names& to, const View&, const typeset::Fonts&);

}  // namespace retrace::scene
