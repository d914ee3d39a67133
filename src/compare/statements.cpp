#include "compare/statements.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace retrace::compare {
namespace {

using model::Control;
using Kind = Statement::Kind;

std::string sideName(const model::Reconstruction& r, std::size_t side) {
    return side < r.sides.size() ? r.sides[side].name : "a side";
}

std::optional<Statement> statementOf(const model::Reconstruction& r, const model::ControlClaim& claim) {
    if (!claim.quote || !claim.event || !claim.place || !claim.party) return std::nullopt;
    const auto& event = r.events[*claim.event];
    Statement out{.side = *claim.party,
                  .event = *claim.event,
                  .came = *claim.event,
                  .order = event.order,
                  .place = *claim.place,
                  .when = claim.when,
                  .quote = *claim.quote};
    const std::string side = sideName(r, *claim.party), &place = claim.place->name;
    switch (claim.kind) {
        case Control::holds:
            return std::nullopt;  // stays are taken from the itineraries
        case Control::took:
            if (!claim.before) return std::nullopt;
            out.side = *claim.before;
            out.what = side + " took " + place;
            return out;
        case Control::left:
            out.what = side + " left or lost " + place;
            return out;
        case Control::contested:
            return std::nullopt;
        case Control::notTaken:
            out.kind = Kind::denied;
            out.what = side + " could not take " + place;
            return out;
        case Control::cut:
            out.kind = Kind::closed;
            out.what = side + " closed the road at " + place;
            return out;
    }
    return std::nullopt;
}

// The stop after this one: when it was reached, this one had been left.
const model::Stop* nextOf(const model::Itinerary& itinerary, const model::Stop& stop) {
    const auto next = std::ranges::find_if(itinerary.stops, [&](const auto& s) { return s.order > stop.order; });
    return next == itinerary.stops.end() ? nullptr : &*next;
}

bool isHeld(const geo::Place& place) {
    constexpr double wide_m = 20000;
    return place.type != "country" && place.where.radius_m < wide_m;
}

void addStays(std::vector<Statement>& out, const model::Reconstruction& r, const model::Itinerary& itinerary,
              std::size_t own) {
    for (const auto& stop : itinerary.stops) {
        if (!stop.place || !isHeld(*stop.place)) continue;
        const auto& event = r.events[stop.event];
        const auto* next = nextOf(itinerary, stop);
        Statement stay{.kind = Kind::present,
                       .side = own,
                       .event = next ? next->event : stop.event,
                       .came = stop.event,
                       .order = next ? r.events[next->event].order : std::numeric_limits<int>::max(),
                       .place = *stop.place,
                       .when = {stop.when.span.earliest, next ? next->when.span.latest : std::nullopt, {}},
                       .what = std::string(stop.presence == model::Presence::narrator ? "the narrator" : "his unit") +
                               " was at " + stop.place->name,
                       .quote = event.evidence.front()};
        out.push_back(std::move(stay));
    }
}

// A stay whose end is told as the place's loss is in that statement already.
bool isToldAsLoss(const std::vector<Statement>& claims, const Statement& stay) {
    return std::ranges::any_of(claims, [&](const Statement& c) {
        return c.kind == Kind::changed && c.side == stay.side && c.place.id == stay.place.id && c.order <= stay.order;
    });
}

}  // namespace

std::vector<Statement> statementsOf(const model::Reconstruction& r) {
    std::vector<Statement> claims, stays;
    std::optional<std::size_t> own;
    for (const auto& claim : r.claims) {
        if (claim.kind == Control::holds && claim.quote && claim.side == "we") own = claim.party;
        if (auto statement = statementOf(r, claim)) claims.push_back(std::move(*statement));
    }
    if (own)
        for (const auto& itinerary : r.itineraries) addStays(stays, r, itinerary, *own);
    std::erase_if(stays, [&](const auto& stay) { return isToldAsLoss(claims, stay); });
    std::ranges::move(stays, std::back_inserter(claims));
    std::ranges::stable_sort(claims, {}, &Statement::order);
    return claims;
}

std::vector<Change> changesOf(const model::Reconstruction& r) {
    std::vector<Change> out;
    for (const auto& claim : r.claims) {
        if (!claim.record || !claim.place || claim.kind == Control::cut) continue;
        Change change{.row = *claim.record, .where = claim.place->where, .earliest = claim.from, .latest = claim.to};
        const bool changed = claim.kind == Control::took;
        if (changed || claim.kind == Control::holds) change.to = claim.party;
        if (changed) change.from = claim.before;
        if (claim.kind == Control::left || claim.kind == Control::contested) change.from = claim.party;
        if (claim.kind == Control::left) change.to = claim.after;
        if (claim.kind != Control::contested || change.from) out.push_back(change);
    }
    return out;
}

}  // namespace retrace::compare
