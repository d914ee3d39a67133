#include "reconstruct/build_itinerary.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace retrace::reconstruct {
namespace {

bool onRoute(const model::PlaceMention& m) {
    return m.mention.role == text::Role::stop || m.mention.role == text::Role::destination ||
           m.mention.role == text::Role::origin || m.mention.role == text::Role::via;
}

// One finding a name: where it stands and what is wrong with it.
void placeFindings(const model::Reconstruction& r, std::vector<model::Finding>& findings) {
    std::map<std::string, model::Finding> unresolved, ambiguous;
    std::set<std::string> names, unknown;
    for (const auto& m : r.mentions) {
        if (m.ignored || m.mention.repeats || !m.mention.literal) continue;
        names.insert(m.mention.name);
        if (m.candidates.empty()) unknown.insert(m.mention.name);
        if (m.decided == model::Decided::undecided) {
            auto& f = unresolved
                          .try_emplace(m.mention.name,
                                       model::Finding{"unresolved",
                                                      "note",
                                                      inQuotes(m.mention.name) + " is not placed: " + m.why,
                                                      {},
                                                      {}})
                          .first->second;
            if (onRoute(m)) f.severity = "warning";
            f.evidence.push_back(m.mention.quote);
        } else if (m.decided == model::Decided::automatic && m.confidence < 0.5 &&
                   !m.place->id.starts_with("est:") && m.candidates.size() > 1 && onRoute(m)) {
            auto& f =
                ambiguous
                    .try_emplace(m.mention.name, model::Finding{"ambiguous",
                                                                "note",
                                                                inQuotes(m.mention.name) +
                                                                    " may mean other places too: " + m.why,
                                                                {},
                                                                {}})
                    .first->second;
            f.evidence.push_back(m.mention.quote);
        }
    }
    for (auto& [name, finding] : unresolved) findings.push_back(std::move(finding));
    for (auto& [name, finding] : ambiguous) findings.push_back(std::move(finding));
    if (names.size() >= 4 && 2 * unknown.size() > names.size())
        findings.push_back({"gazetteer-missing",
                            "error",
                            "the gazetteer knows " + std::to_string(names.size() - unknown.size()) + " of " +
                                std::to_string(names.size()) +
                                " names: give one for this part of the world with --gazetteer",
                            {},
                            {}});
}

void speedFindings(const model::Reconstruction& r, std::vector<model::Finding>& findings) {
    for (const auto& itinerary : r.itineraries)
        for (const auto& leg : itinerary.legs) {
            if (!leg.speed_kmh_min || *leg.speed_kmh_min <= 120) continue;
            const auto& to = itinerary.stops[leg.toStop];
            findings.push_back({"impossible-speed",
                                "warning",
                                "from " + itinerary.stops[leg.fromStop].place->name + " to " +
                                    to.place->name + " at " +
                                    std::to_string(std::lround(*leg.speed_kmh_min)) + " km/h at least",
                                r.events[to.event].evidence,
                                {}});
        }
}

void figureFindings(const Words& words, std::vector<model::Finding>& findings) {
    for (const auto& reading : words.readings) {
        std::vector<text::Quote> told;
        for (const auto& note : reading.notes) {
            if (note.kind != "figure-of-speech") continue;
            findings.push_back({note.kind, "note", note.message, note.evidence, {}});
            told.insert(told.end(), note.evidence.begin(), note.evidence.end());
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

}  // namespace

std::vector<model::Finding> furtherFindings(const model::Reconstruction& r, const Words& words) {
    std::vector<model::Finding> findings;
    placeFindings(r, findings);
    speedFindings(r, findings);
    figureFindings(words, findings);
    return findings;
}

}  // namespace retrace::reconstruct
