#include "reconstruct/choose_places.hpp"
#include "reconstruct/findings.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace retrace::reconstruct {
namespace {

bool onRoute(const model::PlaceMention& m) {
    return m.mention.role == text::Role::stop || m.mention.role == text::Role::destination ||
           m.mention.role == text::Role::origin || m.mention.role == text::Role::via;
}

bool counts(const model::PlaceMention& m) {
    return !m.ignored && !m.mention.repeats && m.mention.literal;
}

// What an alarm has told already is not told again.
bool isAlarmed(const model::Reconstruction& r, const model::PlaceMention& m) {
    return std::ranges::any_of(r.findings, [&](const auto& f) {
        return f.kind == "alarm" && std::ranges::find(f.evidence, m.mention.quote) != f.evidence.end();
    });
}

// No row of a gazetteer bears the name as it is written.
bool isUnknown(const model::PlaceMention& m) {
    return m.decided == model::Decided::undecided &&
           std::ranges::none_of(m.candidates, [](const auto& c) { return c.score >= likeName; });
}

std::string listOf(const std::vector<std::string>& names) {
    constexpr std::size_t most = 8;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) list += (i > 0 ? ", " : "") + names[i];
    if (names.size() > most) list += " and " + std::to_string(names.size() - most) + " more";
    return list;
}

// Where the text plays, as far as its known names tell: the country that most of them lie in.
std::string countryOf(const model::Reconstruction& r) {
    std::map<std::string, std::set<std::string>> namesIn;
    std::map<std::string, std::string> called;
    for (const auto& m : r.mentions) {
        if (!m.place || m.ignored || m.place->country.empty()) continue;
        if (m.place->type == "country")
            called[m.place->country] = m.place->name;
        else
            namesIn[m.place->country].insert(m.mention.name);
    }
    if (namesIn.empty()) return called.size() == 1 ? called.begin()->second : std::string();
    const auto most =
        std::ranges::max_element(namesIn, {}, [](const auto& each) { return each.second.size(); });
    const auto name = called.find(most->first);
    return name == called.end() ? "the country " + most->first : name->second;
}

// The names of a text, or of its route only, and those of them that no gazetteer knows.
struct Names {
    std::set<std::string> all, unknown;
    bool mostUnknown() const { return all.size() >= 4 && 2 * unknown.size() > all.size(); }
};

Names namesOf(const model::Reconstruction& r, bool routeOnly) {
    Names names;
    for (const auto& m : r.mentions) {
        if (!counts(m) || (routeOnly && !onRoute(m))) continue;
        names.all.insert(m.mention.name);
        if (isUnknown(m)) names.unknown.insert(m.mention.name);
    }
    return names;
}

model::Finding missingGazetteer(const model::Reconstruction& r, const Names& names, const char* which) {
    const auto country = countryOf(r);
    model::Finding finding{"gazetteer-missing", "error", {}, {}, {}};
    finding.message = "the gazetteer knows " + std::to_string(names.all.size() - names.unknown.size()) +
                      " of " + std::to_string(names.all.size()) + which + ", not " +
                      listOf({names.unknown.begin(), names.unknown.end()}) + ": " +
                      (country.empty() ? "add one for the part of the world that the text is about"
                                       : "those that it knows lie mostly in " + country +
                                             "; add one with the small places there") +
                      " (tools/gazetteer builds one, --gazetteer adds it)";
    for (const auto& m : r.mentions)
        if (counts(m) && isUnknown(m)) finding.evidence.push_back(m.mention.quote);
    return finding;
}

}  // namespace

std::vector<model::Finding> placeFindings(const model::Reconstruction& r) {
    std::map<std::string, model::Finding> open, ambiguous;
    const auto names = namesOf(r, false), onWay = namesOf(r, true);
    const bool missing = names.mostUnknown() || onWay.mostUnknown();
    const auto note = [](auto& findings, const model::PlaceMention& m, const char* kind,
                         const std::string& message) -> model::Finding& {
        auto& f =
            findings.try_emplace(m.mention.name, model::Finding{kind, "note", message, {}, {}}).first->second;
        f.evidence.push_back(m.mention.quote);
        return f;
    };
    for (const auto& m : r.mentions) {
        if (!counts(m)) continue;
        if (m.decided == model::Decided::undecided) {
            if ((missing && isUnknown(m)) || isAlarmed(r, m)) continue;
            auto& f = note(open, m, "unresolved", inQuotes(m.mention.name) + " is not placed: " + m.why);
            if (onRoute(m)) f.severity = "warning";
        } else if (m.decided == model::Decided::automatic && m.confidence < 0.5 &&
                   !m.place->id.starts_with("est:") && m.candidates.size() > 1 && onRoute(m)) {
            note(ambiguous, m, "ambiguous",
                 inQuotes(m.mention.name) + " may mean other places too; taken is " + m.why);
        }
    }
    std::vector<model::Finding> findings;
    if (names.mostUnknown())
        findings.push_back(missingGazetteer(r, names, " names"));
    else if (missing)
        findings.push_back(missingGazetteer(r, onWay, " names on the way"));
    for (auto* each : {&open, &ambiguous})
        for (auto& [name, finding] : *each) findings.push_back(std::move(finding));
    return findings;
}

}  // namespace retrace::reconstruct
