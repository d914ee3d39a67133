#include "scene/stop_places.hpp"

#include "scene/town_style.hpp"

#include <algorithm>

namespace retrace::scene {

namespace {

// "The mill (by the bridge)" is the mill.
std::string withoutAside(const std::string& name) {
    return name.substr(0, name.find(" ("));
}

}  // namespace

bool isTravelled(const model::Reconstruction& r, std::size_t itinerary, std::size_t event) {
    if (event >= r.events.size()) return false;
    switch (r.events[event].status) {
        case model::Status::executed:
        case model::Status::background:
            return true;
        case model::Status::otherActor:
            return itinerary > 0;
        case model::Status::ordered:
        case model::Status::hypothetical:
        case model::Status::negated:
            break;
    }
    return false;
}

bool isTravelled(const model::Reconstruction& r, std::size_t itinerary, const model::Leg& leg) {
    const auto& stops = r.itineraries[itinerary].stops;
    if (leg.fromStop >= stops.size() || leg.toStop >= stops.size()) return false;
    if (leg.event && !isTravelled(r, itinerary, *leg.event)) return false;
    return isTravelled(r, itinerary, stops[leg.fromStop].event) &&
           isTravelled(r, itinerary, stops[leg.toStop].event);
}

std::vector<StopPlace> stopPlaces(const model::Reconstruction& r, std::size_t itinerary) {
    std::vector<StopPlace> places;
    const auto& stops = r.itineraries[itinerary].stops;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const model::Stop& stop = stops[i];
        if (!stop.place || !isTravelled(r, itinerary, stop.event)) continue;
        const auto same = std::ranges::find(places, stop.place->where.at, &StopPlace::at);
        if (same != places.end()) {
            same->visits.push_back(i);
            continue;
        }
        const bool told = stop.mention && *stop.mention < r.mentions.size();
        const std::string said = told ? r.mentions[*stop.mention].mention.name : "";
        // Both scripts speak of one place: where an analyst chose another name, the map bears that one.
        const bool chosen = told && r.mentions[*stop.mention].decided == model::Decided::analyst &&
                            !stop.place->name.empty() &&
                            upperCase(said) != upperCase(withoutAside(stop.place->name));
        places.push_back({stop.place->where.at,
                          said.empty() || chosen ? stop.place->name : said,
                          secondName(*stop.place),
                          {i},
                          chosen && !said.empty() ? "“" + said + "”" : std::string()});
    }
    return places;
}

std::optional<std::size_t> lastVisit(const StopPlace& place, const model::Itinerary& itinerary,
                                     model::StoryTime t) {
    std::optional<std::size_t> last;
    for (const std::size_t visit : place.visits)
        if (itinerary.stops[visit].arrive <= t &&
            (!last || itinerary.stops[*last].order <= itinerary.stops[visit].order))
            last = visit;
    return last;
}

std::vector<std::size_t> reachedPlaces(const std::vector<StopPlace>& places,
                                       const model::Itinerary& itinerary, model::StoryTime t) {
    std::vector<std::pair<int, std::size_t>> reached;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (const auto visit = lastVisit(places[i], itinerary, t))
            reached.emplace_back(itinerary.stops[*visit].order, i);
    std::ranges::sort(reached);
    std::vector<std::size_t> indices;
    for (const auto& [order, index] : reached) indices.push_back(index);
    return indices;
}

bool isFan(const model::Itinerary& itinerary, const model::Stop& stop) {
    return std::ranges::count(itinerary.stops, stop.order, &model::Stop::order) > 1;
}

}  // namespace retrace::scene
