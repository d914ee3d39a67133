#include "reconstruct/reconstruct.hpp"

#include "reconstruct/adopt_times.hpp"
#include "reconstruct/advances.hpp"
#include "reconstruct/entry_heads.hpp"
#include "reconstruct/build_itinerary.hpp"
#include "reconstruct/claims.hpp"
#include "reconstruct/estimate_spots.hpp"
#include "reconstruct/order_events.hpp"
#include "reconstruct/rivers.hpp"
#include "reconstruct/settle_claims.hpp"
#include "reconstruct/solve_times.hpp"
#include "reconstruct/told_back.hpp"
#include "text/reading.hpp"
#include "timeline/zone_near.hpp"

#include <algorithm>
#include <map>

namespace retrace::reconstruct {
namespace {

Lookup lookupIn(const gazetteer::Gazetteer& gazetteer) {
    return {[&gazetteer](std::string_view name, std::optional<geo::LonLat> near) {
                return gazetteer.search(name, {.limit = 60, .near = near});
            },
            [&gazetteer](std::string_view id) { return gazetteer.byId(id); },
            [&gazetteer](const geo::Box& box) { return gazetteer.inBox(box, 4000); }};
}

text::NameLookup glanceIn(const gazetteer::Gazetteer& gazetteer) {
    return [&gazetteer, seen = std::make_shared<std::map<std::string, text::NameHit, std::less<>>>()](
               std::string_view name) {
        if (const auto known = seen->find(name); known != seen->end()) return known->second;
        const auto g = gazetteer.glance(name);
        return seen
            ->emplace(name, text::NameHit{g.known, g.exact, g.country, g.region, g.population, g.score})
            .first->second;
    };
}

/// The zone of the country that most placed names lie in, at their middle; UTC where nothing is placed.
std::string zoneOf(const std::vector<model::PlaceMention>& mentions) {
    std::map<std::string, std::vector<geo::LonLat>> byCountry;
    for (const auto& m : mentions)
        if (m.place && m.mention.literal && m.place->where.radius_m < 50000)
            byCountry[m.place->country].push_back(m.place->where.at);
    if (byCountry.empty()) return "UTC";
    const auto most =
        std::ranges::max_element(byCountry, {}, [](const auto& each) { return each.second.size(); });
    geo::LonLat middle;
    for (const auto& p : most->second) {
        middle.lon += p.lon / static_cast<double>(most->second.size());
        middle.lat += p.lat / static_cast<double>(most->second.size());
    }
    return timeline::zoneNear(middle, most->first);
}

/// Those who tell of themselves in a text, in the order of telling; the text's narrator where nobody does.
std::vector<std::string> speakersOf(const std::vector<model::Event>& events, const std::string& source) {
    std::vector<const model::Event*> own;
    for (const auto& event : events)
        if (isOnLine(event) && event.evidence.front().source == source) own.push_back(&event);
    std::ranges::stable_sort(own, {}, &model::Event::told);
    std::vector<std::string> out;
    for (const auto* event : own)
        if (std::ranges::find(out, event->speaker) == out.end()) out.push_back(event->speaker);
    if (out.empty()) out.emplace_back();
    return out;
}

}  // namespace

model::Reconstruction reconstructRead(Words words, const Lookup& lookup,
                                      const std::vector<model::Decision>& decisions,
                                      const std::vector<model::RecordRow>& record, const Options& asked) {
    words = dateWhatIsToldBack(spreadEntryDays(adoptTimes(std::move(words))), asked);
    auto places = choosePlaces(words, lookup, decisions);
    Options options = asked;
    if (options.zone.empty()) options.zone = zoneOf(places.mentions);
    timeline::requireZone(options.zone);
    model::Reconstruction r{.zone = options.zone};
    r.mentions = std::move(places.mentions);
    r.events = orderEvents(words, options);
    goByRivers(words, r.mentions, places.groupOf, r.events);
    estimateSpots(words, r.mentions, r.events);
    auto times = solveTimes(words, r.events, timeConstraints(words, r.events, r.mentions, decisions, options),
                            options.zone);
    for (std::size_t i = 0; i < r.events.size(); ++i) r.events[i].when = times.when[i];
    const auto roads = networkOf(options.roads);
    for (const auto& source : words.sources)
        for (const auto& speaker : speakersOf(r.events, source.id)) {
            auto itinerary = buildItinerary(
                words, speaker.empty() ? "narrator" : speaker,
                [&](const model::Event& e) {
                    return isOnLine(e) && e.evidence.front().source == source.id && e.speaker == speaker;
                },
                r.events, r.mentions, places.groupOf, times.stopWhen, roads);
            if (!itinerary.stops.empty() || r.itineraries.empty())
                r.itineraries.push_back(std::move(itinerary));
        }
    r.others = waysOfOthers(words, r.events, r.mentions, places.groupOf, times.stopWhen, roads);
    setStoryTimes(r);
    r.record = record;
    r.sides = options.sides.empty() ? model::sidesByWords() : options.sides;
    r.decisions = decisions;
    r.claims = controlClaims(r, words);
    r.findings = std::move(places.findings);
    settleClaims(r, words);
    r.advances = advancesIn(r, words);
    r.findings.insert(r.findings.end(), times.findings.begin(), times.findings.end());
    const auto further = furtherFindings(r, words);
    r.findings.insert(r.findings.end(), further.begin(), further.end());
    r.sources = std::move(words.sources);
    r.readings = std::move(words.readings);
    return r;
}

model::Reconstruction reconstruct(std::vector<text::Source> sources, const gazetteer::Gazetteer& gazetteer,
                                  const std::vector<model::Decision>& decisions,
                                  const std::vector<model::RecordRow>& record, const Options& options) {
    Words words{std::move(sources), {}, options.language ? options.language : &text::english()};
    const auto glance = glanceIn(gazetteer);
    for (const auto& source : words.sources)
        words.readings.push_back(text::read(source, glance, *words.language));
    return reconstructRead(std::move(words), lookupIn(gazetteer), decisions, record, options);
}

}  // namespace retrace::reconstruct
