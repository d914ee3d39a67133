#include "reconstruct/findings.hpp"

#include "reconstruct/build_itinerary.hpp"
#include "reconstruct/sides.hpp"
#include "reconstruct/travel.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

// What the reader noted of the words themselves.
void noteFindings(const Words& words, const std::vector<model::PlaceMention>& mentions,
                  std::vector<model::Finding>& findings) {
    for (const auto& reading : words.readings) {
        std::vector<text::Quote> told;
        for (const auto& note : reading.notes) {
            const bool harms = note.kind == "encoding" || note.kind == "no-such-date";
            if (!harms && note.kind != "figure-of-speech") continue;
            auto message = note.message;
            for (const auto& time : reading.times)
                if (!harms && std::ranges::find(note.evidence, time.quote) != note.evidence.end())
                    if (const auto far = tooFarFor(words, mentions, time)) message += ": " + *far;
            findings.push_back(
                {note.kind, harms ? "warning" : "note", std::move(message), note.evidence, {}});
            if (!harms) told.insert(told.end(), note.evidence.begin(), note.evidence.end());
        }
        for (const auto& statement : reading.statements)
            for (const auto& figure : statement.figures)
                if (std::ranges::none_of(told, [&](const auto& t) { return text::overlaps(t, figure); }))
                    findings.push_back({"figure-of-speech",
                                        "note",
                                        inQuotes(shortWords(words, figure)) +
                                            " is taken as a figure of speech, not as a measure",
                                        {figure},
                                        {}});
    }
}

// Several who tell are taken to be of one side until the document calls a side by the name of one of them.
void noteAssumedSide(const model::Reconstruction& r, const Words& words, std::vector<model::Finding>& findings) {
    std::vector<std::string> speakers;
    for (const auto& itinerary : r.itineraries)
        if (!itinerary.stops.empty()) speakers.push_back(itinerary.actor);
    const bool called = std::ranges::any_of(speakers, [&](const auto& speaker) {
        return sideCalled(r.sides, speaker, *words.language) != sideCalled(r.sides, "we", *words.language) &&
               sideCalled(r.sides, speaker, *words.language);
    });
    if (speakers.size() < 2 || called || r.claims.empty()) return;
    findings.push_back({"one-side-assumed", "note",
                        std::to_string(speakers.size()) +
                            " people tell: that they were of one side is assumed; name the sides and whom they are "
                            "called by (set-side) where they were not",
                        {},
                        {}});
}

}  // namespace

std::vector<model::Finding> furtherFindings(const model::Reconstruction& r, const Words& words) {
    auto findings = placeFindings(r);
    for (const auto& more : {detourFindings(r), speedFindings(r), recordFindings(r)})
        findings.insert(findings.end(), more.begin(), more.end());
    noteFindings(words, r.mentions, findings);
    noteAssumedSide(r, words, findings);
    return findings;
}

}  // namespace retrace::reconstruct
