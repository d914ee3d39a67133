#include "reconstruct/choose_way.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace retrace::reconstruct {
namespace {

struct Limits {
    double reach_m;     // from an end to the road, at most
    double detour;      // of the way against the straight line, at most
    double least_m;     // straight line, at least
    double onRoad = 0;  // share of the way on roads, at least
};
constexpr Limits named{15000, 3, 0};
constexpr Limits byPlaces{8000, 2, 0};
constexpr Limits natural{6000, 1.2, 25000, 0.9};

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i)
        list += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return list;
}

std::string lowered(std::string words) {
    std::ranges::transform(words, words.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return words;
}

// What a road is called in speech: "M5", "desert road"; its towns ("Homs-Salamiyah-Hama") are places gone by.
std::string calledName(const std::string& road) {
    const auto towns = road.find('-');
    if (towns == std::string::npos) return lowered(road);
    const auto space = road.rfind(' ', towns);
    return space == std::string::npos ? std::string() : lowered(road.substr(0, space));
}

// "the M5", "the desert road Aleppo-Khanasir", "the road Homs-Hama".
std::string roadWords(const std::vector<std::string>& roads) {
    std::vector<std::string> told;
    for (const auto& road : roads) {
        const auto called = calledName(road);
        const bool hasTowns = road.find('-') != std::string::npos;
        told.push_back(!hasTowns        ? "the " + road
                       : called.empty() ? "the road " + road
                                        : "the " + called + road.substr(called.size()));
    }
    return joined(told);
}

bool saysWord(const std::string& words, const std::string& word) {
    const auto letter = [&](std::size_t i) {
        return i < words.size() && std::isalnum(static_cast<unsigned char>(words[i])) != 0;
    };
    for (auto at = words.find(word); at != std::string::npos; at = words.find(word, at + 1))
        if ((at == 0 || !letter(at - 1)) && !letter(at + word.size())) return true;
    return false;
}

std::optional<std::size_t> roadNamed(const RoadNetwork& network, const std::string& words) {
    const auto said = lowered(words);
    for (std::size_t r = 0; r < network.names.size(); ++r)
        if (const auto name = calledName(network.names[r]); !name.empty() && saysWord(said, name)) return r;
    return std::nullopt;
}

std::optional<RoadWay> within(const Limits& limits, const RoadNetwork& network, const geo::LonLat& from,
                              const geo::LonLat& to, std::optional<std::size_t> road = std::nullopt) {
    const double straight_m = geo::distance_m(from, to);
    if (straight_m < limits.least_m) return std::nullopt;
    auto way = wayOver(network, from, to, limits.reach_m, road);
    if (!way || way->roads.empty() || way->length_m > limits.detour * straight_m ||
        way->onRoad_m < limits.onRoad * way->length_m)
        return std::nullopt;
    return way;
}

// A geodesic in steps, so that a long one bends on the map as it should.
void appendStraight(std::vector<geo::LonLat>& path, const geo::LonLat& to) {
    constexpr double step_m = 40000;
    const auto from = path.back();
    const int steps = std::max(1, static_cast<int>(std::ceil(geo::distance_m(from, to) / step_m)));
    for (int s = 1; s < steps; ++s) path.push_back(geo::between(from, to, static_cast<double>(s) / steps));
    path.push_back(to);
}

std::vector<geo::LonLat> straight(const std::vector<geo::LonLat>& points) {
    std::vector<geo::LonLat> path{points.front()};
    for (std::size_t i = 1; i < points.size(); ++i) appendStraight(path, points[i]);
    return path;
}

// The place where the words had the road cut that the way would pass; nothing where it passes none.
const geo::Place* cutOn(const RoadWay& way, const std::vector<geo::Place>& cuts) {
    constexpr double near_m = 5000, step_m = 2000;
    const auto steps = static_cast<int>(std::ceil(way.length_m / step_m));
    for (const auto& cut : cuts)
        for (int s = 0; s <= steps; ++s)
            if (geo::distance_m(geo::along(way.path, static_cast<double>(s) / std::max(1, steps)),
                                cut.where.at) <= near_m)
                return &cut;
    return nullptr;
}

// The middle of a country is not where anybody went.
Way drawnToArea(const WayAsked& asked) {
    return {model::Basis::schematic,
            straight(asked.points),
            {},
            "schematic: the narrator names " + asked.area +
                " and no place in it; the line to its middle shows the direction only"};
}

// What is told leads to the stops between, not from one end to the other.
Way drawnOver(const WayAsked& asked) {
    const bool one = asked.unsettled.size() == 1;
    return {model::Basis::inferred,
            straight(asked.points),
            {},
            "the narrator tells of " + joined(asked.unsettled) + " between, and the place" +
                (one ? " is" : "s are") + " not settled: the line only joins what is known"};
}

Way drawnStraight(const WayAsked& asked) {
    Way way{asked.stated ? model::Basis::stated : model::Basis::inferred, straight(asked.points), {}, {}};
    if (asked.stated && !asked.viaNames.empty())
        way.why = "the narrator says by way of " + joined(asked.viaNames) +
                  "; no road of the map runs there, so it is drawn straight from place to place";
    else if (asked.stated)
        way.why = "the narrator tells of the movement and not of the way: drawn straight";
    else
        way.why = "the narrator tells of both places and not of the movement between: drawn straight";
    return way;
}

std::optional<Way> drawnByPlaces(const RoadNetwork& network, const WayAsked& asked) {
    Way way{model::Basis::schematic, {asked.points.front()}, {}, {}};
    for (std::size_t i = 1; i < asked.points.size(); ++i) {
        const auto piece = within(byPlaces, network, asked.points[i - 1], asked.points[i]);
        if (!piece) {
            appendStraight(way.path, asked.points[i]);
            continue;
        }
        way.path.insert(way.path.end(), piece->path.begin() + 1, piece->path.end());
        for (const auto& road : piece->roads)
            if (std::ranges::find(way.roads, road) == way.roads.end()) way.roads.push_back(road);
    }
    if (way.roads.empty()) return std::nullopt;
    way.why = "schematic: the narrator says by way of " + joined(asked.viaNames) + "; drawn along " +
              roadWords(way.roads);
    return way;
}

}  // namespace

Way chooseWay(const RoadNetwork& network, const WayAsked& asked) {
    if (!asked.unsettled.empty()) return drawnOver(asked);
    if (!asked.area.empty()) return drawnToArea(asked);
    auto fallback = drawnStraight(asked);
    if (network.pieces.empty() || !asked.endsArePoints) return fallback;
    const auto &from = asked.points.front(), &to = asked.points.back();
    if (asked.points.size() > 2) {
        if (auto way = drawnByPlaces(network, asked)) return *way;
        return fallback;
    }
    if (const auto road = roadNamed(network, asked.words))
        if (const auto way = within(named, network, from, to, road))
            return {model::Basis::schematic, way->path, way->roads,
                    "schematic: the narrator names " + roadWords(way->roads) + "; drawn along it"};
    std::optional<RoadWay> way;
    for (std::size_t road = 0; road < network.names.size(); ++road)
        if (auto one = within(natural, network, from, to, road);
            one && (!way || one->length_m < way->length_m))
            way = std::move(one);
    if (way) {
        if (const auto* cut = cutOn(*way, asked.cuts)) {
            fallback.why += "; not along " + roadWords(way->roads) +
                            ", because the narrator says that the road was cut at " + cut->name;
            return fallback;
        }
        return {model::Basis::schematic, way->path, way->roads,
                "schematic: drawn along " + roadWords(way->roads) + ", the narrator does not name the road"};
    }
    return fallback;
}

}  // namespace retrace::reconstruct
