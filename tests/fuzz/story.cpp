#include "geo/error.hpp"
#include "reconstruct/reconstruct.hpp"
#include "target.hpp"
#include "text/source.hpp"

#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

// Knows every name of an even length, each where its letters say.
std::vector<retrace::geo::Candidate> found(std::string_view name) {
    if (name.size() % 2 != 0) return {};
    retrace::geo::Candidate candidate;
    candidate.place.id = "fuzz:" + std::string(name);
    candidate.place.name = std::string(name);
    candidate.place.type = "town";
    candidate.place.where.at = {36.0 + static_cast<double>(name.size()) / 8, 34.5};
    candidate.place.where.radius_m = 1000;
    candidate.score = 1;
    return {candidate};
}

}  // namespace

// Any text gives a reconstruction whose bounds run forwards and hold their best, or an Error.
void retrace::fuzz::run(std::string_view bytes) {
    try {
        reconstruct::Words words;
        words.sources.push_back(text::readSource("fuzz.txt", bytes));
        words.readings.push_back(text::read(words.sources.front(), [](std::string_view name) {
            return text::NameHit{name.size() % 2 == 0, true, false, false, 5, 1.0};
        }));
        const reconstruct::Lookup lookup{
            [](std::string_view name, std::optional<geo::LonLat>) { return found(name); },
            [](std::string_view) { return std::optional<geo::Place>(); },
            {}};
        const auto r = reconstruct::reconstructRead(std::move(words), lookup, {}, {}, {.zone = "Asia/Damascus"});
        for (const auto& event : r.events) {
            const auto& span = event.when.span;
            require(!span.earliest || !span.latest || *span.earliest <= *span.latest);
            const auto& best = event.when.best;
            require(!best || !span.earliest || *span.earliest <= *best);
            require(!best || !span.latest || *best <= *span.latest);
        }
        for (const auto& itinerary : r.itineraries)
            for (const auto& leg : itinerary.legs)
                require(leg.fromStop < itinerary.stops.size() && leg.toStop < itinerary.stops.size());
    } catch (const Error&) {
    }
}
