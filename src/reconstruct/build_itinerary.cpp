#include "reconstruct/build_itinerary.hpp"

#include "geo/coordinates.hpp"
#include "geo/geodesic.hpp"
#include "reconstruct/build_legs.hpp"
#include "reconstruct/order_events.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace retrace::reconstruct {
namespace {

struct Building {
    const Words& words;
    const std::vector<model::Event>& events;
    const std::vector<model::PlaceMention>& mentions;
    const std::vector<std::size_t>& groupOf;
    const std::vector<model::When>& stopWhen;
    model::Itinerary itinerary;
    std::vector<std::optional<std::size_t>> movedBy;  // one a stop: the event that states the movement to it

    // One place, or while undecided one name.
    std::string keyOf(std::size_t mention) const {
        const auto& place = mentions[mention].place;
        return place ? place->id : std::to_string(groupOf[mention]);
    }
    int lastOrder() const { return itinerary.stops.empty() ? 0 : itinerary.stops.back().order; }
    /// Index of the first stop of the last order: orders only grow.
    std::size_t firstOfLast() const {
        std::size_t first = itinerary.stops.size();
        while (first > 0 && itinerary.stops[first - 1].order == lastOrder()) --first;
        return first;
    }
    std::set<std::string> keysOfLast() const {
        std::set<std::string> keys;
        for (std::size_t i = firstOfLast(); i < itinerary.stops.size(); ++i) {
            const auto& stop = itinerary.stops[i];
            if (stop.place)
                keys.insert(stop.place->id);
            else if (stop.mention)
                keys.insert(keyOf(*stop.mention));
        }
        return keys;
    }
    void add(model::Stop stop, std::optional<std::size_t> mover) {
        stop.presence = events[stop.event].presence;
        stop.when = stopWhen[stop.event];
        itinerary.stops.push_back(std::move(stop));
        movedBy.push_back(mover);
    }
    void addStop(int order, std::size_t event, std::size_t mention, std::optional<std::size_t> mover) {
        model::Stop stop{
            .order = order, .event = event, .mention = mention, .place = mentions[mention].place};
        if (stop.place && isArea(*stop.place))
            stop.why = "the words name " + stop.place->name +
                       " and no place in it: drawn at its middle, a circle as large as the whole of it (" +
                       geo::distanceText(stop.place->where.radius_m) + " around)";
        add(std::move(stop), mover);
    }
};

bool saysMovement(const model::Event& event) {
    return setsOut(event.kind) || event.kind == "arrive";
}

// A desert or a province beside a village in one sentence says where the village is: no stop of its own.
bool isWide(const model::PlaceMention& m) {
    constexpr double wide_m = 20000;
    if (m.place) return m.place->where.radius_m >= wide_m;
    return !m.mention.literal || m.mention.kind == "region" || m.mention.kind == "countryside" ||
           m.mention.kind == "governorate";
}

// Mentions of the event's goals, each place once.
std::vector<std::size_t> goalsOf(const Building& b, const model::Event& event) {
    std::vector<std::size_t> goals;
    std::set<std::string> seen;
    for (const auto& ref : event.to) {
        const auto& m = b.mentions[ref.mention];
        if (m.mention.role == text::Role::destination) continue;  // no arrival is told
        if (!m.ignored && !m.mention.repeats && seen.insert(b.keyOf(ref.mention)).second)
            goals.push_back(ref.mention);
    }
    const auto wide = [&](std::size_t goal) { return isWide(b.mentions[goal]); };
    if (!std::ranges::all_of(goals, wide)) std::erase_if(goals, wide);
    return goals;
}

void addOrigin(Building& b, std::size_t event) {
    constexpr double elsewhere_m = 25000;
    const auto& e = b.events[event];
    if (!setsOut(e.kind) || e.from.empty()) return;
    const auto mention = e.from.front().mention;
    if (b.mentions[mention].ignored) return;
    const auto& origin = b.mentions[mention].place;
    if (e.estimate && std::ranges::find(e.estimate->mentions, mention) != e.estimate->mentions.end()) return;
    if (!b.itinerary.stops.empty()) {
        if (!b.mentions[mention].place) return;
        for (std::size_t i = b.firstOfLast(); i < b.itinerary.stops.size(); ++i) {
            const auto& stop = b.itinerary.stops[i];
            if (!stop.place) return;
            if (origin && isWithin(*origin, *stop.place)) continue;  // in that country, and now said where
            const auto& here = b.mentions[mention].place->where;
            if (geo::distance_m(stop.place->where.at, here.at) <
                elsewhere_m + here.radius_m + stop.place->where.radius_m)
                return;
        }
    }
    b.addStop(b.lastOrder() + 1, event, mention, std::nullopt);
}

// "We stayed in Lebanon" after "we came to Beirut": nothing new of where.
bool isThereAlready(const Building& b, const std::vector<std::size_t>& goals) {
    const auto last = b.itinerary.stops.begin() + static_cast<std::ptrdiff_t>(b.firstOfLast());
    return std::ranges::all_of(goals, [&](std::size_t goal) {
        const auto& area = b.mentions[goal].place;
        return area && std::any_of(last, b.itinerary.stops.end(), [&](const auto& stop) {
                   return stop.place && isWithin(*stop.place, *area);
               });
    });
}

void addStops(Building& b, std::size_t event) {
    const auto& e = b.events[event];
    addOrigin(b, event);
    if (e.estimate) {
        if (!b.keysOfLast().contains(e.estimate->place.id))
            b.add({.order = b.lastOrder() + 1,
                   .event = event,
                   .place = e.estimate->place,
                   .why = e.estimate->why},
                  saysMovement(e) ? std::optional(event) : std::nullopt);
        return;
    }
    const auto goals = goalsOf(b, e);
    if (goals.empty()) {
        // "We arrived at nine": where they had set out for.
        for (std::size_t i = b.firstOfLast(); i < b.itinerary.stops.size(); ++i) {
            auto& stop = b.itinerary.stops[i];
            if (e.kind != "arrive" || e.to.size() + e.from.size() > 0) continue;
            if (b.movedBy[i] != stop.event || !setsOut(b.events[stop.event].kind)) continue;
            stop.event = event;
            stop.when = b.stopWhen[event];
        }
        return;
    }
    const auto mover = saysMovement(e) ? std::optional(event) : std::nullopt;
    if (!mover && isThereAlready(b, goals)) return;
    const auto* statement = statementOf(b.words, e);
    std::set<std::string> keys;
    for (const auto goal : goals) keys.insert(b.keyOf(goal));
    const auto last = b.keysOfLast();
    const bool again = statement && statement->sameStopAgain && std::ranges::includes(last, keys);
    if (again || (!last.empty() && last == keys)) {
        // Set out for it, then reached it: the arrival tells the stop, the setting out its leg.
        for (std::size_t i = b.firstOfLast(); i < b.itinerary.stops.size(); ++i) {
            auto& stop = b.itinerary.stops[i];
            if (!setsOut(b.events[stop.event].kind) || e.kind != "arrive" || again) continue;
            stop.event = event;
            stop.when = b.stopWhen[event];
        }
        return;
    }
    const bool oneByOne = setsOut(e.kind) && !(statement && statement->parallel);
    int order = b.lastOrder() + 1;
    for (const auto goal : goals) {
        b.addStop(order, event, goal, mover);
        if (oneByOne) ++order;
    }
}

// "We reached Lebanon. We stayed in Beirut": where in the country, the next words say. Its middle is on no
// way.
void leaveOutAreas(Building& b) {
    auto& stops = b.itinerary.stops;
    for (std::size_t i = stops.size(); i-- > 0;) {
        const int order = stops[i].order;
        const auto area = stops[i].place;
        const bool alone = i == 0 || stops[i - 1].order != order;
        const bool isLast = i + 1 == stops.size();
        if (!area || !alone || isLast || stops[i + 1].order != order + 1) continue;
        std::size_t end = i + 1;  // of the next order
        while (end < stops.size() && stops[end].order == order + 1) ++end;
        // A country's next stop may be one that nobody has placed yet.
        const auto isInside = [&](const model::Stop& stop) {
            return stop.place ? isWithin(*stop.place, *area) : area->type == "country";
        };
        const auto next = stops.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        if (!std::all_of(next, stops.begin() + static_cast<std::ptrdiff_t>(end), isInside)) continue;
        for (std::size_t k = i + 1; k < end; ++k) {
            if (!b.movedBy[k]) b.movedBy[k] = b.movedBy[i];
            stops[k].why += (stops[k].why.empty() ? "" : "; ") + std::string("the words name ") + area->name +
                            " before it, which lies around it: no stop of its own";
        }
        stops.erase(stops.begin() + static_cast<std::ptrdiff_t>(i));
        b.movedBy.erase(b.movedBy.begin() + static_cast<std::ptrdiff_t>(i));
        for (auto& stop : stops)
            if (stop.order > order) --stop.order;
    }
}

}  // namespace

model::Itinerary buildItinerary(const Words& words, const std::string& actor,
                                const std::function<bool(const model::Event&)>& takes,
                                const std::vector<model::Event>& events,
                                const std::vector<model::PlaceMention>& mentions,
                                const std::vector<std::size_t>& groupOf,
                                const std::vector<model::When>& stopWhen, const RoadNetwork& roads) {
    Building b{words, events, mentions, groupOf, stopWhen, {.actor = actor}, {}};
    for (std::size_t i = 0; i < events.size(); ++i)
        if (takes(events[i])) addStops(b, i);
    leaveOutAreas(b);
    addLegs(b.itinerary, b.movedBy, words, events, mentions, roads);
    return std::move(b.itinerary);
}

std::vector<model::Itinerary> waysOfOthers(const Words& words, const std::vector<model::Event>& events,
                                           const std::vector<model::PlaceMention>& mentions,
                                           const std::vector<std::size_t>& groupOf,
                                           const std::vector<model::When>& stopWhen, const RoadNetwork& roads) {
    const auto goes = [](const model::Event& e) {
        return e.status == text::Status::otherActor && e.voice != text::Voice::editor && !e.actor.empty() &&
               (setsOut(e.kind) || e.kind == "arrive");
    };
    std::vector<model::Itinerary> out;
    std::set<std::tuple<std::string, std::string, std::string>> done;
    for (const auto& event : events) {
        if (!goes(event)) continue;
        const bool group = event.actor.ends_with("s") || event.actor.ends_with("y");  // insurgents, army
        const auto& source = event.evidence.front().source;
        if (!group && !done.insert({source, event.speaker, event.actor}).second) continue;
        auto way = buildItinerary(
            words, event.actor,
            [&](const model::Event& e) {
                return group ? &e == &event
                             : goes(e) && e.actor == event.actor && e.speaker == event.speaker &&
                                   e.evidence.front().source == source;
            },
            events, mentions, groupOf, stopWhen, roads);
        if (!way.legs.empty()) out.push_back(std::move(way));
    }
    return out;
}

}  // namespace retrace::reconstruct
