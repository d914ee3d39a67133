#pragma once

#include "model/reconstruction.hpp"
#include "reconstruct/road_network.hpp"
#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// What is known about the way of one leg.
struct WayAsked {
    std::vector<geo::LonLat> points;    // start, the places that the words go by, goal
    std::vector<std::string> viaNames;  // of the places gone by
    std::string words;                  // of the event that states the movement; empty where none does
    bool stated = false;                // an event states the movement
    bool endsArePoints = true;          // false: an end is wide, and no road leads to it
    std::string area;                   // the end that is a country, a province, a desert; empty: none is
    std::vector<geo::Place> cuts;       // where the words had roads cut before
    std::vector<std::string> unsettled;  // stops between the ends whose places are not known
};

/// How a leg is drawn.
struct Way {
    model::Basis basis = model::Basis::inferred;
    std::vector<geo::LonLat> path;   // two points or more
    std::vector<std::string> roads;  // schematic only
    std::string why;
};

/// Along schematic roads where the words support it or where it is clearly the natural way, else straight.
///
/// A road is followed in three cases.
/// 1. The words name it ("the M5", "the desert road"): it alone, ends within 15 km, at most 3 times as long
///    as the straight line.
/// 2. The words go by places ("by way of Salamiyah"): each piece between them follows the roads where its
///    ends lie within 8 km of one and the way is at most 2 times the straight line; other pieces stay
///    straight.
/// 3. Neither, and it is the natural way: the ends are 25 km apart or more, each within 6 km of one and the
///    same road, the way is at most 1.2 times the straight line and nine tenths of it on the road. Not so
///    where the narrator says that a road was cut within 5 km of it.
/// The way then is a drawing, not a finding: no time bound follows from its length.
///
/// So is a line to or from an `area`: straight to its middle, schematic, for the words name no place in it.
///
/// Over `unsettled` stops a line only joins what is known: inferred, straight.
[[nodiscard]] Way chooseWay(const RoadNetwork&, const WayAsked&);

}  // namespace retrace::reconstruct
