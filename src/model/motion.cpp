#include "geo/geodesic.hpp"
#include "model/reconstruction.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::model {
namespace {

constexpr double fallbackRadius_m = 500;

double radiusOf(const Stop& stop) {
    return stop.place && stop.place->where.radius_m > 0 ? stop.place->where.radius_m : fallbackRadius_m;
}

// Slow at both ends, as a thing that sets out and arrives (smoothstep).
double eased(double f) {
    f = std::clamp(f, 0.0, 1.0);
    return f * f * (3 - 2 * f);
}

// How far off the drawn line the mover may be in the middle of a leg, as a share of its length: a stated
// movement leaves the road open, an inferred one also whether it went straight, a road holds it best.
double doubtShare(const Leg& leg) {
    const double course = leg.basis == Basis::stated ? 0.08 : leg.basis == Basis::schematic ? 0.05 : 0.15;
    const bool bounded = leg.when.earliest && leg.when.latest;
    if (!bounded) return course + 0.08;
    const double slack_h = static_cast<double>(*leg.when.latest - *leg.when.earliest) / 3600.0;
    return course + 0.08 * std::clamp(slack_h / 24.0, 0.0, 1.0);
}

struct OnLeg {
    geo::LonLat at;
    double fraction = 0;
    double halo_m = 0;
};

OnLeg onLeg(const Itinerary& itinerary, const Leg& leg, StoryTime t) {
    const double whole = leg.arrive - leg.depart;
    const double f = eased(whole > 0 ? (t - leg.depart) / whole : 1);
    const double ends =
        (1 - f) * radiusOf(itinerary.stops[leg.fromStop]) + f * radiusOf(itinerary.stops[leg.toStop]);
    const double length = leg.distance_m > 0 ? leg.distance_m : geo::length_m(leg.path);
    return {geo::along(leg.path, f), f, ends + length * doubtShare(leg) * 4 * f * (1 - f)};
}

Position moving(const Itinerary& itinerary, std::size_t lead, StoryTime t) {
    const Leg& leg = itinerary.legs[lead];
    const OnLeg here = onLeg(itinerary, leg, t);
    Position p{.at = here.at, .halo_m = here.halo_m, .leg = lead, .legFraction = here.fraction};
    for (std::size_t i = 0; i < itinerary.legs.size(); ++i) {
        const Leg& other = itinerary.legs[i];
        if (i != lead && other.depart <= t && t < other.arrive &&
            itinerary.stops[other.toStop].order == itinerary.stops[leg.toStop].order)
            p.others.push_back(onLeg(itinerary, other, t).at);
    }
    return p;
}

}  // namespace

std::optional<Position> at(const Itinerary& itinerary, StoryTime t) {
    for (std::size_t i = 0; i < itinerary.legs.size(); ++i) {
        const Leg& leg = itinerary.legs[i];
        if (leg.depart <= t && t < leg.arrive && leg.path.size() >= 2) return moving(itinerary, i, t);
    }
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < itinerary.stops.size(); ++i) {
        const Stop& stop = itinerary.stops[i];
        if (!stop.place || stop.arrive > t) continue;
        if (!last || itinerary.stops[*last].order < stop.order) last = i;
    }
    if (!last) return std::nullopt;
    const Stop& stop = itinerary.stops[*last];
    Position p{.at = stop.place->where.at, .halo_m = radiusOf(stop), .stop = last};
    for (std::size_t i = 0; i < itinerary.stops.size(); ++i) {
        const Stop& other = itinerary.stops[i];
        if (i != *last && other.place && other.order == stop.order && other.arrive <= t)
            p.others.push_back(other.place->where.at);
    }
    return p;
}

}  // namespace retrace::model
