#include "geo/geodesic.hpp"
#include "model/prism.hpp"
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

// Fast enough for the drawn motion too: easing runs ahead of an even pace by an eighth of the way at most.
double speedOn(const Leg& leg, double length_m, double seconds) {
    constexpr double ahead = 1.125;
    return std::max(plausibleSpeed_m_s(leg.means), seconds > 0 ? ahead * length_m / seconds : 0.0);
}

struct OnLeg {
    geo::LonLat at;
    double fraction = 0;
    double halo_m = 0;
};

OnLeg onLeg(const Itinerary& itinerary, const Leg& leg, StoryTime t) {
    const double whole = leg.arrive - leg.depart;
    const double f = eased(whole > 0 ? (t - leg.depart) / whole : 1);
    const geo::LonLat at = geo::along(leg.path, f);
    const auto anchor = [&](std::size_t stop, const geo::LonLat& end) {
        return geo::Whereabouts{end, radiusOf(itinerary.stops[stop])};
    };
    const Prism prism{anchor(leg.fromStop, leg.path.front()), anchor(leg.toStop, leg.path.back()), whole,
                      speedOn(leg, geo::length_m(leg.path), whole)};
    return {at, f, reach_m(prism, at, t - leg.depart)};
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
