#pragma once

#include "model/road.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::reconstruct {

/// Schematic roads joined where they share a vertex.
struct RoadNetwork {
    struct Piece {
        std::size_t a = 0, b = 0;  // nodes
        std::size_t road = 0;      // index into names
        double length_m = 0;
    };
    std::vector<std::string> names;
    std::vector<geo::LonLat> nodes;
    std::vector<Piece> pieces;
};

/// Courses of fewer than two points are left out.
[[nodiscard]] RoadNetwork networkOf(const std::vector<model::Road>&);

/// A way from point to point: straight to the road, along it, straight from it.
struct RoadWay {
    std::vector<geo::LonLat> path;   // from the start to the goal, both included
    double length_m = 0;             // of the whole
    double onRoad_m = 0;             // of the part along roads
    std::vector<std::string> roads;  // in order, each once
};

/// The shortest way over the network whose ends lie within `reach_m` of a road; `road`: over this one alone.
/// Nothing where an end is out of reach or the roads do not meet.
[[nodiscard]] std::optional<RoadWay> wayOver(const RoadNetwork&, const geo::LonLat& from,
                                             const geo::LonLat& to, double reach_m,
                                             std::optional<std::size_t> road = std::nullopt);

}  // namespace retrace::reconstruct
