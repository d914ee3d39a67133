#include "reconstruct/reconstruct.hpp"

#include "reconstruct/build_itinerary.hpp"
#include "reconstruct/order_events.hpp"
#include "reconstruct/solve_times.hpp"
#include "text/reading.hpp"

#include <algorithm>
#include <map>

namespace retrace::reconstruct {
namespace {

Lookup lookupIn(const gazetteer::Gazetteer& gazetteer) {
    return {[&gazetteer](std::string_view name, std::optional<geo::LonLat> near) {
                return gazetteer.search(name, {.limit = 25, .near = near});
            },
            [&gazetteer](std::string_view id) { return gazetteer.byId(id); }};
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

}  // namespace

model::Reconstruction reconstructRead(Words words, const Lookup& lookup,
                                      const std::vector<model::Decision>& decisions,
                                      const std::vector<model::RecordRow>& record, const Options& options) {
    timeline::requireZone(options.zone);
    model::Reconstruction r{.zone = options.zone};
    auto places = choosePlaces(words, lookup, decisions);
    r.mentions = std::move(places.mentions);
    r.events = orderEvents(words);
    auto times = solveTimes(words, r.events, timeConstraints(words, r.events, r.mentions, decisions, options),
                            options.zone);
    for (std::size_t i = 0; i < r.events.size(); ++i) r.events[i].when = times.when[i];
    for (const auto& source : words.sources) {
        auto itinerary =
            buildItinerary(words, source.id, r.events, r.mentions, places.groupOf, times.stopWhen);
        if (!itinerary.stops.empty() || r.itineraries.empty()) r.itineraries.push_back(std::move(itinerary));
    }
    setStoryTimes(r);
    r.record = record;
    r.claims = controlClaims(r, words);
    r.findings = std::move(places.findings);
    r.findings.insert(r.findings.end(), times.findings.begin(), times.findings.end());
    const auto further = furtherFindings(r, words);
    r.findings.insert(r.findings.end(), further.begin(), further.end());
    r.decisions = decisions;
    r.sources = std::move(words.sources);
    r.readings = std::move(words.readings);
    return r;
}

model::Reconstruction reconstruct(std::vector<text::Source> sources, const gazetteer::Gazetteer& gazetteer,
                                  const std::vector<model::Decision>& decisions,
                                  const std::vector<model::RecordRow>& record, const Options& options) {
    Words words{std::move(sources), {}};
    const auto glance = glanceIn(gazetteer);
    for (const auto& source : words.sources) words.readings.push_back(text::read(source, glance));
    return reconstructRead(std::move(words), lookupIn(gazetteer), decisions, record, options);
}

}  // namespace retrace::reconstruct
