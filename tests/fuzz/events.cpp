#include "../reconstruct/little_map.hpp"
#include "geo/error.hpp"
#include "require.hpp"
#include "target.hpp"
#include "text/reading.hpp"
#include "text/source.hpp"

#include <ctime>

using namespace retrace;

namespace {

using fuzz::require;

const reconstruct::Lookup& land() {
    static const reconstruct::Lookup lookup = reconstruct::test::drawnMap(R"(A..B...C

...D....E
F
......G....H)",
                                                                          {{'A', "Arla"},
                                                                           {'B', "Bram"},
                                                                           {'C', "Corl"},
                                                                           {'D', "Dorn"},
                                                                           {'E', "Elva"},
                                                                           {'F', "Fenn"},
                                                                           {'G', "Grim"},
                                                                           {'H', "Arla"}});
    return lookup;
}

/// The towns of the map; beside them every name of an even length, each where its letters say.
std::vector<geo::Candidate> found(std::string_view name, std::optional<geo::LonLat> near) {
    auto towns = land().search(name, near);
    if (!towns.empty() || name.size() % 2 != 0) return towns;
    const geo::LonLat at{36.0 + static_cast<double>(name.size()) / 8, 34.5};
    return {{.place = {.id = "fuzz:" + std::string(name),
                       .name = std::string(name),
                       .type = "town",
                       .where = {at, 1000}},
             .score = 1}};
}

text::NameHit known(std::string_view name) {
    const bool is = !found(name, std::nullopt).empty();
    return {is, is, false, false, 5000, is ? 1.0 : 0.0};
}

bool ordered(const timeline::Span& span) {
    return !span.earliest || !span.latest || *span.earliest <= *span.latest;
}

void check(const model::Reconstruction& r, std::size_t letters) {
    const auto inside = [&](const text::Quote& q) { require(q.begin <= q.end && q.end <= letters); };
    for (const model::Event& event : r.events) {
        require(ordered(event.when.span) && event.order > 0 && event.told > 0);
        if (event.when.best && event.when.span.earliest)
            require(*event.when.best >= *event.when.span.earliest);
        if (event.when.best && event.when.span.latest) require(*event.when.best <= *event.when.span.latest);
        for (const auto& quote : event.evidence) inside(quote);
        for (const auto* places : {&event.from, &event.to, &event.via})
            for (const auto& place : *places) require(place.mention < r.mentions.size());
    }
    for (const auto* all : {&r.itineraries, &r.others})
        for (const model::Itinerary& way : *all) {
            for (const model::Stop& stop : way.stops) {
                require(stop.event < r.events.size() && stop.leave >= stop.arrive && ordered(stop.when.span));
                if (stop.mention) require(*stop.mention < r.mentions.size());
            }
            for (const model::Leg& leg : way.legs)
                require(leg.fromStop < way.stops.size() && leg.toStop < way.stops.size() &&
                        leg.path.size() > 1 && leg.distance_m >= 0 && ordered(leg.when));
        }
    for (const model::ControlClaim& claim : r.claims) require(ordered(claim.when));
    for (const model::Finding& finding : r.findings)
        for (const auto& quote : finding.evidence) inside(quote);
}

}  // namespace

// Any text becomes events whose earliest is not after their latest, on ways that hold together, in a time
// that grows with its length.
void retrace::fuzz::run(std::string_view bytes) {
    const std::clock_t begin = std::clock();
    try {
        const text::Source source = text::readSource("fuzz.txt", bytes);
        reconstruct::Words words{{source}, {text::read(source, known)}};
        check(reconstruct::reconstructRead(
                  std::move(words), {found, land().byId, land().inBox}, {}, {},
                  {.zone = "Europe/Berlin", .referenceDate = timeline::Date{2022, 3, 28}}),
              source.letters.size());
    } catch (const Error&) {
    }
    // with sanitizers on a busy machine; a text that takes more than that is quadratic
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    require(seconds < 5 + static_cast<double>(bytes.size()) / 1000);
}
