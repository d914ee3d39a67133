#pragma once

#include "front/field.hpp"
#include "geo/lon_lat.hpp"

#include <array>
#include <string>
#include <vector>

namespace retrace::ui {

/// Whose front a map shows; the last three are the narrator's beside the record's.
inline constexpr std::array frontChoices{"none", "narrator", "record", "both", "over", "swipe", "difference"};

/// How the window, a picture or a film shows who held what.
struct FrontLook {
    std::string shown = "narrator";       // of frontChoices
    double opacity = 1;                   // 0..1, of the areas
    std::vector<std::string> hidden = {};  // names of sides whose areas are not drawn
    double swipe = 0.5;                   // share of the map's width at which the handle stands
    bool operator==(const FrontLook&) const = default;
};

/// What one front says of a point at the time that is shown.
struct FrontAnswer {
    geo::LonLat at;
    std::string whose;               // "narrator", "record", "both"
    std::vector<double> p;           // a side
    double support = 0;              // 0..1
    std::vector<front::ClaimShare> shares;  // that decide there, heaviest first
};

}  // namespace retrace::ui
