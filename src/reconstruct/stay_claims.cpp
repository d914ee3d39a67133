#include "reconstruct/claims.hpp"
#include "reconstruct/order_events.hpp"
#include "reconstruct/sides.hpp"

namespace retrace::reconstruct {
namespace {

bool holds(const model::Event& event) {
    return isOnLine(event) && (event.kind == "deploy" || event.kind == "hold" || event.kind == "occupy");
}

}  // namespace

bool isHoldable(const geo::Place& place) {
    constexpr double wide_m = 20000;
    return place.type != "country" && place.where.radius_m < wide_m;
}

std::vector<model::ControlClaim> stayClaims(const model::Reconstruction& r, const text::Language& language) {
    std::vector<model::ControlClaim> claims;
    for (const auto& itinerary : r.itineraries)
        for (const auto& stop : itinerary.stops) {
            const auto& event = r.events[stop.event];
            const auto own = ownSide(r.sides, event.speaker, language);
            if (!own || !stop.place || !isHoldable(*stop.place) || !holds(event)) continue;
            constexpr double there = 0.9, notThere = 0.75;  // the narrator himself, or his unit
            claims.push_back({.kind = model::Control::holds,
                              .place = stop.place,
                              .party = own,
                              .weight = stop.presence == model::Presence::narrator ? there : notThere,
                              .from = stop.arrive,
                              .to = stop.leave,
                              .event = stop.event,
                              .side = "we",
                              .certainty = "stated",
                              .when = stop.when.span,
                              .at = stop.arrive,
                              .dated = stop.when.best.has_value(),
                              .quote = event.evidence.front()});
        }
    return claims;
}

}  // namespace retrace::reconstruct
