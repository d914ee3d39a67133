#include "evaluate/front_contenders.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace retrace::evaluate {
namespace {

/// A point of the unit sphere: the square of a chord costs no sine.
struct Unit {
    double x = 0, y = 0, z = 0;
};
Unit unitOf(const geo::LonLat& p) {
    const double lon = p.lon * std::numbers::pi / 180, lat = p.lat * std::numbers::pi / 180;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}
double squared(const Unit& a, const Unit& b) {
    const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
    return x * x + y * y + z * z;
}

/// A place's states in their order: from `since` on it is `side`'s.
struct State {
    double since = 0;
    std::size_t side = 0;
};
struct StatedPlace {
    Unit at;
    std::vector<State> states;  // never empty
};

void addStates(const front::Observation& o, std::vector<State>& states) {
    if (o.negated) return;
    if (o.before) states.push_back({-1e300, *o.before});  // sorted below by what the claim begins with
    states.push_back({o.before ? (o.earliest + o.latest) / 2 : o.earliest, o.side});
}

/// Claims at the same point are one place; of each claim with a state before, that holds back to the claim
/// before it.
std::vector<StatedPlace> placesOf(const std::vector<front::Observation>& observations) {
    std::map<std::pair<double, double>, std::vector<front::Observation>> byPoint;
    for (const front::Observation& o : observations) byPoint[{o.at.lon, o.at.lat}].push_back(o);
    std::vector<StatedPlace> places;
    for (auto& [point, own] : byPoint) {
        std::ranges::stable_sort(own, {}, &front::Observation::earliest);
        StatedPlace place{unitOf({point.first, point.second}), {}};
        for (const front::Observation& o : own) {
            std::vector<State> states;
            addStates(o, states);
            for (State& s : states) {
                if (s.since < -1e299 && !place.states.empty())
                    continue;  // an earlier claim says what was before
                place.states.push_back(s);
            }
        }
        if (!place.states.empty()) places.push_back(std::move(place));
    }
    return places;
}

std::size_t stateAt(const StatedPlace& place, double t) {
    std::size_t side = place.states.front().side;
    for (const State& s : place.states)
        if (s.since <= t) side = s.side;
    return side;
}

const StatedPlace* nearest(const std::vector<StatedPlace>& places, const Unit& p) {
    const auto found =
        std::ranges::min_element(places, {}, [&](const StatedPlace& place) { return squared(place.at, p); });
    return found == places.end() ? nullptr : &*found;
}

/// An answer of one side for sure, by the nearest place; with no place every side is as likely.
template <typename Side>
Contender byNearest(std::string name, Side side) {
    return {std::move(name), [side](const std::vector<front::Observation>& observations, std::size_t sides) {
                return [places = placesOf(observations), side, sides](
                           double t, const std::vector<geo::LonLat>& points) {
                    std::vector<double> out(points.size() * sides,
                                            places.empty() ? 1.0 / static_cast<double>(sides) : 0.0);
                    if (!places.empty())
                        for (std::size_t i = 0; i < points.size(); ++i)
                            out[i * sides + side(*nearest(places, unitOf(points[i])), t)] = 1;
                    return out;
                };
            }};
}

Contender inverseDistance() {
    return {"inverse distance", [](const std::vector<front::Observation>& observations, std::size_t sides) {
                return [places = placesOf(observations), sides](double t,
                                                                const std::vector<geo::LonLat>& points) {
                    std::vector<double> out(points.size() * sides, 1e-9);
                    std::vector<std::size_t> held;
                    for (const StatedPlace& place : places) held.push_back(stateAt(place, t));
                    for (std::size_t i = 0; i < points.size(); ++i) {
                        const Unit at = unitOf(points[i]);
                        double sum = 1e-9 * static_cast<double>(sides);
                        for (std::size_t k = 0; k < places.size(); ++k) {
                            const double weight = 1e-6 / (squared(places[k].at, at) + 1e-14);
                            out[i * sides + held[k]] += weight;
                            sum += weight;
                        }
                        for (std::size_t s = 0; s < sides; ++s) out[i * sides + s] /= sum;
                    }
                    return out;
                };
            }};
}

}  // namespace

Contender fieldContender(const front::Settings& settings, std::string name) {
    return {std::move(name),
            [settings](const std::vector<front::Observation>& observations, std::size_t sides) {
                return [field = front::fieldOf(observations, sides, settings)](
                           double t, const std::vector<geo::LonLat>& points) {
                    const front::Moment moment = front::momentOf(field, t);
                    std::vector<double> out;
                    for (const geo::LonLat& p : points) {
                        const auto control = front::controlAt(field, moment, p);
                        out.insert(out.end(), control.p.begin(), control.p.end());
                    }
                    return out;
                };
            }};
}

std::vector<Contender> frontBaselines() {
    return {
        byNearest("persistence", [](const StatedPlace& place, double) { return place.states.front().side; }),
        byNearest("nearest claim", stateAt), inverseDistance()};
}

}  // namespace retrace::evaluate
