#pragma once

#include "app/case.hpp"
#include "app/front_points.hpp"
#include "model/observations.hpp"

#include <string>
#include <vector>

namespace retrace::app {

/// What `retrace front` is asked.
struct FrontAsked {
    double at = 0;  // StoryTime
    model::Whose whose = model::Whose::narrator;
};

/// GeoJSON: "area" (side, p_min, p_max), "line", "band", "unstated", and the "claim"s told until then.
[[nodiscard]] std::string frontGeoJson(const Case&, const FrontAsked&);
/// Who holds the places that are claimed, a line a place.
[[nodiscard]] std::string frontText(const Case&, const FrontAsked&);
[[nodiscard]] std::string frontCsv(const Case&, const FrontAsked&);

[[nodiscard]] std::string frontPointsJson(const Case&, const FrontAsked&, const std::vector<geo::LonLat>&);
[[nodiscard]] std::string frontPointsCsv(const Case&, const FrontAsked&, const std::vector<geo::LonLat>&);

}  // namespace retrace::app
