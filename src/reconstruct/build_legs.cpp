#include "reconstruct/build_legs.hpp"

#include "geo/geodesic.hpp"
#include "reconstruct/choose_way.hpp"
#include "reconstruct/order_events.hpp"
#include "reconstruct/rivers.hpp"
#include "reconstruct/travel.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::reconstruct {
namespace {

struct Joining {
    const model::Itinerary& itinerary;
    const std::vector<std::optional<std::size_t>>& movedBy;
    const Words& words;
    const std::vector<model::Event>& events;
    const std::vector<model::PlaceMention>& mentions;
    const RoadNetwork& roads;
    std::vector<std::size_t> closures;  // events that had a road cut, not as a fear, ascending
};

bool isPoint(const geo::Place& place) {
    constexpr double wide_m = 20000;
    return place.where.radius_m < wide_m;
}

std::vector<std::size_t> closuresIn(const std::vector<model::Event>& events) {
    std::vector<std::size_t> closures;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto& e = events[i];
        const bool closed = e.kind == "cut" || e.kind == "besiege";
        if (closed && (e.status == text::Status::executed || e.status == text::Status::otherActor))
            closures.push_back(i);
    }
    return closures;
}

// Where the words had a road cut before the event.
std::vector<geo::Place> cutsBefore(const Joining& j, std::size_t event) {
    std::vector<geo::Place> cuts;
    for (const std::size_t i : j.closures) {
        if (i >= event) break;
        for (const auto number : mentionsOf(j.words, j.events[i]))
            if (const auto& m = j.mentions[number]; m.place && isPoint(*m.place)) cuts.push_back(*m.place);
    }
    return cuts;
}

// Names of the stops between two others whose places nobody has settled.
std::vector<std::string> unsettledBetween(const Joining& j, std::size_t from, std::size_t to) {
    const auto& stops = j.itinerary.stops;
    std::vector<std::string> names;
    for (std::size_t i = from + 1; i < to; ++i) {
        const auto& stop = stops[i];
        const bool between = stop.order > stops[from].order && stop.order < stops[to].order;
        if (!between || stop.place || !stop.mention || *stop.mention >= j.mentions.size()) continue;
        const auto& name = j.mentions[*stop.mention].mention.name;
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    return names;
}

model::Leg legBetween(const Joining& j, std::size_t from, std::size_t to) {
    const auto& start = j.itinerary.stops[from];
    const auto& goal = j.itinerary.stops[to];
    model::Leg leg{.fromStop = from, .toStop = to, .event = j.movedBy[to]};
    WayAsked asked{.points = {start.place->where.at},
                   .stated = leg.event.has_value(),
                   .endsArePoints = isPoint(*start.place) && isPoint(*goal.place),
                   .area = isArea(*goal.place)    ? goal.place->name
                           : isArea(*start.place) ? start.place->name
                                                  : std::string(),
                   .cuts = cutsBefore(j, goal.event),
                   .unsettled = unsettledBetween(j, from, to)};
    if (leg.event) {
        leg.means = j.events[*leg.event].means;
        asked.words = wordsOf(j.words, j.events[*leg.event].evidence.front());
        for (const auto& ref : j.events[*leg.event].via) {
            const auto& m = j.mentions[ref.mention];
            if (!m.place || m.ignored) continue;
            leg.via.push_back(ref.mention);
            if (isRiver(m) || isArea(*m.place)) continue;  // crossed somewhere, not in its middle
            asked.points.push_back(m.place->where.at);
            asked.viaNames.push_back(m.place->name);
        }
    }
    asked.points.push_back(goal.place->where.at);
    auto way = chooseWay(j.roads, asked);
    leg.basis = way.basis;
    leg.path = std::move(way.path);
    leg.roads = std::move(way.roads);
    leg.why = std::move(way.why);
    leg.distance_m = geo::length_m(leg.path);
    const bool departs =
        leg.event && setsOut(j.events[*leg.event].kind) && j.events[*leg.event].when.span.earliest;
    const auto& left = departs ? j.events[*leg.event].when.span : start.when.span;
    leg.when = {left.earliest, goal.when.span.latest, left.origins};
    for (const auto origin : goal.when.span.origins) leg.when = timeline::withOrigin(leg.when, origin);
    // Words that contradict each other say nothing about the way.
    if (leg.when.earliest && leg.when.latest && *leg.when.latest < *leg.when.earliest)
        leg.when.earliest = leg.when.latest = std::nullopt;
    // From place to place as told: a road that only we have drawn speeds nobody up.
    double least_m = geo::length_m(asked.points);
    for (const auto* end : {&*start.place, &*goal.place})
        if (isArea(*end)) least_m -= end->where.radius_m;  // anywhere in the area, its near side too
    const auto toGo = wayToGo(leg, std::max(0.0, least_m));
    leg.travel_m = toGo.metres;
    leg.travel = toGo.how;
    if (least_m > 0 && leg.when.earliest && leg.when.latest && *leg.when.latest > *leg.when.earliest) {
        const auto seconds = static_cast<double>(*leg.when.latest - *leg.when.earliest);
        leg.speed_kmh_min = std::round(10 * kmh(least_m, seconds)) / 10;
        leg.speed_kmh_needed = std::round(10 * kmh(leg.travel_m, seconds)) / 10;
    }
    return leg;
}

}  // namespace

bool isArea(const geo::Place& place) {
    return !isPoint(place) && !place.id.starts_with("est:") && place.type != "point";
}

bool isWithin(const geo::Place& place, const geo::Place& area) {
    if (!isArea(area) || place.id == area.id || place.where.radius_m >= area.where.radius_m) return false;
    if (area.type == "country" && !area.country.empty() && !place.country.empty())
        return place.country == area.country;
    static constexpr std::array wide{"region",   "governorate", "province", "state",
                                     "district", "desert",      "island",   "area"};
    if (std::ranges::find(wide, area.type) == wide.end()) return false;
    if (!place.country.empty() && !area.country.empty() && place.country != area.country) return false;
    return geo::distance_m(place.where.at, area.where.at) <= area.where.radius_m;
}

void addLegs(model::Itinerary& itinerary, const std::vector<std::optional<std::size_t>>& movedBy,
             const Words& words, const std::vector<model::Event>& events,
             const std::vector<model::PlaceMention>& mentions, const RoadNetwork& roads) {
    const Joining j{itinerary, movedBy, words, events, mentions, roads, closuresIn(events)};
    const auto& stops = itinerary.stops;
    std::vector<std::size_t> before;
    for (std::size_t i = 0; i < stops.size();) {
        std::vector<std::size_t> now;
        const int order = stops[i].order;
        for (; i < stops.size() && stops[i].order == order; ++i)
            if (stops[i].place) now.push_back(i);
        if (now.empty()) continue;
        for (const auto to : now) {
            if (before.empty()) break;
            const auto same = [&](std::size_t s) { return stops[s].place->id == stops[to].place->id; };
            if (same(before.front()) || (to != now.front() && std::ranges::any_of(before, same))) continue;
            itinerary.legs.push_back(legBetween(j, before.front(), to));
        }
        before = now;
    }
}

}  // namespace retrace::reconstruct
