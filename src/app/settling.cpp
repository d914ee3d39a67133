#include "app/settling.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace retrace::app {

namespace {

bool isAboutAName(const model::Finding& finding) {
    static const std::set<std::string> kinds{"alarm",        "ambiguous", "far-off", "gazetteer-missing",
                                             "similar-only", "unresolved"};
    return kinds.contains(finding.kind);
}

int rankOf(const model::Finding& finding) {
    const int matter = isAboutAName(finding) ? 0 : finding.kind == "undated-stop" ? 1 : 2;
    const int weight = finding.severity == "error" ? 0 : finding.severity == "warning" ? 1 : 2;
    return 3 * matter + weight;
}

/// The candidate that was taken bears only a name like the one that is said.
bool isSimilarOnly(const model::PlaceMention& m) {
    if (!m.place || m.decided != model::Decided::automatic) return false;
    const auto taken =
        std::ranges::find(m.candidates, m.place->id, [](const geo::Candidate& c) { return c.place.id; });
    if (taken == m.candidates.end()) return false;
    return std::ranges::any_of(taken->reasons, [](const std::string& reason) {
        return reason.starts_with("similar name") || reason.starts_with("part of the name is alike");
    });
}

bool isToldAlready(const std::vector<model::Finding>& findings, const text::Quote& quote) {
    return std::ranges::any_of(findings, [&](const model::Finding& finding) {
        return isAboutAName(finding) && std::ranges::find(finding.evidence, quote) != finding.evidence.end();
    });
}

void addSimilarNames(const model::Reconstruction& r, std::vector<model::Finding>& findings) {
    std::vector<model::Finding> found;
    for (const model::PlaceMention& m : r.mentions) {
        const text::Quote& quote = m.mention.quote;
        if (m.ignored || m.mention.repeats || !isSimilarOnly(m) || isToldAlready(findings, quote)) continue;
        const std::string message =
            "\"" + m.mention.surface + "\" is known only by a similar name; taken is " + m.why;
        const auto same = std::ranges::find(found, message, &model::Finding::message);
        if (same == found.end())
            found.push_back({"similar-only", "note", message, {quote}, {}});
        else
            same->evidence.push_back(quote);
    }
    std::ranges::move(found, std::back_inserter(findings));
}

void addUndatedStops(const model::Reconstruction& r, std::vector<model::Finding>& findings) {
    for (const model::Itinerary& itinerary : r.itineraries)
        for (const model::Stop& stop : itinerary.stops) {
            if (stop.when.span.earliest || stop.when.span.latest) continue;
            std::string name = stop.place ? stop.place->name : std::string();
            if (name.empty() && stop.mention) name = r.mentions[*stop.mention].mention.surface;
            std::string message = "stop " + std::to_string(stop.order) + (name.empty() ? "" : ", " + name) +
                                  ": the words give no day" + (stop.when.clock ? ", only an hour" : "");
            findings.push_back(
                {"undated-stop", "note", std::move(message), r.events[stop.event].evidence, {}});
        }
}

}  // namespace

std::vector<model::Finding> toBeSettled(const model::Reconstruction& r) {
    std::vector<model::Finding> findings = r.findings;
    addSimilarNames(r, findings);
    addUndatedStops(r, findings);
    if (r.events.empty() && r.mentions.empty() && !r.sources.empty())
        findings.push_back({"nothing-read",
                            "warning",
                            "no place, hour or movement was read; Retrace reads English accounts",
                            {},
                            {}});
    std::ranges::stable_sort(findings, {}, rankOf);
    return findings;
}

}  // namespace retrace::app
