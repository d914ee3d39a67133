#include "reconstruct/road_network.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace retrace::reconstruct {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

std::string plainName(std::string name) {
    constexpr std::string_view mark = " (schematic)";
    if (name.ends_with(mark)) name.resize(name.size() - mark.size());
    return name;
}

// The foot of a point on a piece: 0 at its first node, 1 at its second. Flat around the point, which a piece
// of a road between two towns allows.
double footOn(const geo::LonLat& a, const geo::LonLat& b, const geo::LonLat& p) {
    const double shrink = std::cos(p.lat * std::numbers::pi / 180);
    const double bx = (b.lon - a.lon) * shrink, by = b.lat - a.lat;
    const double px = (p.lon - a.lon) * shrink, py = p.lat - a.lat;
    const double square = bx * bx + by * by;
    return square > 0 ? std::clamp((px * bx + py * by) / square, 0.0, 1.0) : 0.0;
}

// Where a point outside joins a road.
struct Access {
    std::size_t piece = 0;
    double fraction = 0;
    geo::LonLat foot;
    double away_m = 0;
};

// The nearest point of each road within reach, or of the one asked for.
std::vector<Access> accessesOf(const RoadNetwork& network, const geo::LonLat& p, double reach_m,
                               std::optional<std::size_t> only) {
    std::map<std::size_t, Access> nearest;
    for (std::size_t i = 0; i < network.pieces.size(); ++i) {
        const auto& piece = network.pieces[i];
        if (only && piece.road != *only) continue;
        const auto &a = network.nodes[piece.a], &b = network.nodes[piece.b];
        const double fraction = footOn(a, b, p);
        const auto foot = geo::between(a, b, fraction);
        const double away_m = geo::distance_m(p, foot);
        if (away_m > reach_m) continue;
        const auto known = nearest.find(piece.road);
        if (known == nearest.end() || away_m < known->second.away_m)
            nearest[piece.road] = {i, fraction, foot, away_m};
    }
    std::vector<Access> list;
    for (const auto& [road, access] : nearest) list.push_back(access);
    return list;
}

struct Reached {
    double length_m = never;
    std::optional<std::size_t> piece;   // gone last
    std::size_t from = 0;               // node before, where `piece`
    std::optional<std::size_t> access;  // where the way began, else
};

// Lengths from the start to every node (Dijkstra; networks are of some dozens of nodes).
std::vector<Reached> reachedFrom(const RoadNetwork& network, const std::vector<Access>& starts,
                                 std::optional<std::size_t> only) {
    std::vector<Reached> reached(network.nodes.size());
    for (std::size_t s = 0; s < starts.size(); ++s) {
        const auto& piece = network.pieces[starts[s].piece];
        const auto begin = [&](std::size_t node, double share) {
            const double length = starts[s].away_m + share * piece.length_m;
            if (length < reached[node].length_m) reached[node] = {length, std::nullopt, 0, s};
        };
        begin(piece.a, starts[s].fraction);
        begin(piece.b, 1 - starts[s].fraction);
    }
    std::vector<bool> done(network.nodes.size(), false);
    for (;;) {
        std::optional<std::size_t> next;
        for (std::size_t n = 0; n < reached.size(); ++n)
            if (!done[n] && reached[n].length_m < never &&
                (!next || reached[n].length_m < reached[*next].length_m))
                next = n;
        if (!next) return reached;
        done[*next] = true;
        for (std::size_t i = 0; i < network.pieces.size(); ++i) {
            const auto& piece = network.pieces[i];
            if ((only && piece.road != *only) || (piece.a != *next && piece.b != *next)) continue;
            const auto other = piece.a == *next ? piece.b : piece.a;
            const double length = reached[*next].length_m + piece.length_m;
            if (length < reached[other].length_m) reached[other] = {length, i, *next, std::nullopt};
        }
    }
}

void addPoint(std::vector<geo::LonLat>& path, const geo::LonLat& p) {
    constexpr double same_m = 50;  // drawn vertices are no more exact
    if (path.empty() || geo::distance_m(path.back(), p) > same_m) path.push_back(p);
}

}  // namespace

RoadNetwork networkOf(const std::vector<model::Road>& roads) {
    RoadNetwork network;
    const auto nodeAt = [&](const geo::LonLat& p) {
        const auto known = std::ranges::find(network.nodes, p);
        if (known != network.nodes.end()) return static_cast<std::size_t>(known - network.nodes.begin());
        network.nodes.push_back(p);
        return network.nodes.size() - 1;
    };
    for (const auto& road : roads) {
        if (road.course.size() < 2) continue;
        for (std::size_t i = 1; i < road.course.size(); ++i)
            network.pieces.push_back({nodeAt(road.course[i - 1]), nodeAt(road.course[i]),
                                      network.names.size(),
                                      geo::distance_m(road.course[i - 1], road.course[i])});
        network.names.push_back(plainName(road.name));
    }
    return network;
}

std::optional<RoadWay> wayOver(const RoadNetwork& network, const geo::LonLat& from, const geo::LonLat& to,
                               double reach_m, std::optional<std::size_t> road) {
    const auto starts = accessesOf(network, from, reach_m, road);
    if (starts.empty()) return std::nullopt;
    const auto goals = accessesOf(network, to, reach_m, road);
    if (goals.empty()) return std::nullopt;
    const auto reached = reachedFrom(network, starts, road);

    RoadWay way{.length_m = never};
    std::optional<std::size_t> lastNode;
    std::size_t start = 0, goal = 0;
    for (std::size_t g = 0; g < goals.size(); ++g) {
        const auto& piece = network.pieces[goals[g].piece];
        const auto arrive = [&](double length, std::optional<std::size_t> node, std::size_t s) {
            if (length >= way.length_m) return;
            way.length_m = length;
            lastNode = node;
            start = s;
            goal = g;
        };
        for (std::size_t s = 0; s < starts.size(); ++s)
            if (starts[s].piece == goals[g].piece)
                arrive(starts[s].away_m + goals[g].away_m +
                           std::abs(starts[s].fraction - goals[g].fraction) * piece.length_m,
                       std::nullopt, s);
        arrive(reached[piece.a].length_m + goals[g].fraction * piece.length_m + goals[g].away_m, piece.a, 0);
        arrive(reached[piece.b].length_m + (1 - goals[g].fraction) * piece.length_m + goals[g].away_m,
               piece.b, 0);
    }
    if (way.length_m == never) return std::nullopt;

    // Back from the goal, then turned round. Lengths are summed by road, so that one only touched is not
    // told.
    std::vector<std::pair<std::size_t, double>> gone;
    const auto go = [&](std::size_t piece, double share) {
        gone.emplace_back(network.pieces[piece].road, share * network.pieces[piece].length_m);
    };
    const auto& last = goals[goal];
    addPoint(way.path, to);
    addPoint(way.path, last.foot);
    if (!lastNode)
        go(last.piece, std::abs(starts[start].fraction - last.fraction));
    else
        go(last.piece, *lastNode == network.pieces[last.piece].a ? last.fraction : 1 - last.fraction);
    while (lastNode) {
        addPoint(way.path, network.nodes[*lastNode]);
        const auto& step = reached[*lastNode];
        if (step.piece) {
            go(*step.piece, 1);
            lastNode = step.from;
            continue;
        }
        start = *step.access;
        const auto& first = starts[start];
        go(first.piece, *lastNode == network.pieces[first.piece].a ? first.fraction : 1 - first.fraction);
        lastNode.reset();
    }
    addPoint(way.path, starts[start].foot);
    addPoint(way.path, from);
    std::ranges::reverse(way.path);
    std::ranges::reverse(gone);
    way.path.front() = from;
    if (way.path.size() < 2) way.path.push_back(to);
    way.path.back() = to;
    way.onRoad_m = way.length_m - starts[start].away_m - goals[goal].away_m;
    constexpr double touched_m = 1000;
    for (const auto& [which, length_m] : gone)
        if (length_m > touched_m && std::ranges::find(way.roads, network.names[which]) == way.roads.end())
            way.roads.push_back(network.names[which]);
    return way;
}

}  // namespace retrace::reconstruct
