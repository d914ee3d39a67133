#include "reconstruct/choose_places.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace retrace::reconstruct {
namespace {

// The mentions that the decisions about places mean. What has no mention is a finding.
std::vector<std::pair<std::size_t, const model::Decision*>> decidedMentions(
    const Words& words, const std::vector<model::Decision>& decisions,
    std::vector<model::Finding>& findings) {
    std::vector<std::pair<std::size_t, const model::Decision*>> list;
    for (const auto& decision : decisions) {
        if (std::holds_alternative<model::SetTime>(decision.what) ||
            std::holds_alternative<model::SettleControl>(decision.what))
            continue;
        const auto quote = reanchored(words, decision.anchor);
        std::optional<std::size_t> found;
        std::size_t number = 0;
        for (const auto& reading : words.readings)
            for (const auto& mention : reading.mentions) {
                if (quote && !found && text::overlaps(mention.quote, *quote)) found = number;
                ++number;
            }
        if (found)
            list.emplace_back(*found, &decision);
        else
            findings.push_back(
                {"not-reanchored",
                 "warning",
                 "a decision about \"" + decision.anchor.words + "\" finds no such place name in the words",
                 {decision.anchor.quote},
                 {}});
    }
    return list;
}

// "user:the mill@36.75780,35.13180": two points with one name are two places, to about a metre.
std::string pointId(const std::string& name, const geo::LonLat& at) {
    std::array<char, 48> digits{};
    (void)std::snprintf(digits.data(), digits.size(), "@%.5f,%.5f", at.lon, at.lat);
    return "user:" + name + digits.data();
}

std::optional<geo::Candidate> settledPlace(const model::ChoosePlace& choose, const model::Decision& decision,
                                           const std::vector<geo::Candidate>& candidates,
                                           const Lookup& lookup) {
    geo::Candidate settled{.score = 1, .reasons = {"chosen by the analyst"}, .gazetteer = "decision"};
    if (!decision.reason.empty()) settled.reasons.push_back(decision.reason);
    if (!choose.placeId.empty()) {
        const auto known =
            std::ranges::find(candidates, choose.placeId, [](const auto& c) { return c.place.id; });
        if (known != candidates.end()) {
            settled.place = known->place;  // the gazetteer's own reasons stay beside the analyst's
            settled.reasons.insert(settled.reasons.end(), known->reasons.begin(), known->reasons.end());
        } else if (const auto place = lookup.byId(choose.placeId))
            settled.place = *place;
        else
            return std::nullopt;
        return settled;
    }
    if (!choose.point) return std::nullopt;
    settled.place = {.id = pointId(choose.name, choose.point->at),
                     .name = choose.name,
                     .type = "point",
                     .where = *choose.point};
    return settled;
}

double certaintyOf(const model::Decision& decision) {
    if (decision.certainty == "possible") return 0.4;
    if (decision.certainty == "probable") return 0.7;
    return 1;
}

void applyChoice(const NameGroup& group, const Choice& choice, model::PlaceMention& mention) {
    mention.candidates = group.candidates;
    mention.confidence = choice.confidence;
    mention.why = choice.why;
    if (!choice.candidate) return;
    mention.decided = model::Decided::automatic;
    mention.place = group.candidates[*choice.candidate].place;
}

void settle(model::PlaceMention& mention, const geo::Candidate& settled, const model::Decision& decision) {
    mention.decided = model::Decided::analyst;
    mention.place = settled.place;
    mention.confidence = certaintyOf(decision);
    mention.why =
        decision.reason.empty() ? "chosen by the analyst" : "chosen by the analyst: " + decision.reason;
    std::erase_if(mention.candidates, [&](const auto& c) { return c.place.id == settled.place.id; });
    mention.candidates.insert(mention.candidates.begin(), settled);
}

}  // namespace

ChosenPlaces choosePlaces(const Words& words, const Lookup& lookup,
                          const std::vector<model::Decision>& decisions) {
    ChosenPlaces result{.groups = groupNames(words)};
    for (const auto& reading : words.readings)
        for (const auto& mention : reading.mentions) result.mentions.push_back({.mention = mention});
    result.groupOf.resize(result.mentions.size());
    for (std::size_t g = 0; g < result.groups.size(); ++g) {
        result.groups[g].candidates = lookup.search(result.groups[g].query, std::nullopt);
        for (const auto mention : result.groups[g].mentions) result.groupOf[mention] = g;
    }

    // A decision for all mentions fixes the group and so helps its neighbours; one for a single mention does
    // not.
    const auto decided = decidedMentions(words, decisions, result.findings);
    for (const auto& [mention, decision] : decided)
        if (const auto* reject = std::get_if<model::RejectCandidate>(&decision->what)) {
            auto& group = result.groups[result.groupOf[mention]];
            group.rejected.push_back(reject->placeId);
            std::erase_if(group.candidates, [&](const auto& c) { return c.place.id == reject->placeId; });
        }
    findContainers(words, result.groupOf, result.groups);
    std::vector<bool> fixed(result.groups.size(), false);
    std::map<const model::Decision*, geo::Candidate> settled;
    for (const auto& [mention, decision] : decided) {
        const auto* choose = std::get_if<model::ChoosePlace>(&decision->what);
        if (!choose) continue;
        auto& group = result.groups[result.groupOf[mention]];
        const auto place = settledPlace(*choose, *decision, group.candidates, lookup);
        if (!place) {
            result.findings.push_back({"not-reanchored",
                                       "warning",
                                       "the gazetteer has no place " + choose->placeId + ", chosen for \"" +
                                           decision->anchor.words + "\"",
                                       {decision->anchor.quote},
                                       {}});
            continue;
        }
        settled[decision] = *place;
        if (!choose->allMentions) continue;
        std::erase_if(group.candidates, [&](const auto& c) { return c.place.id == place->place.id; });
        group.candidates.insert(group.candidates.begin(), *place);
        fixed[result.groupOf[mention]] = true;
    }

    const auto nearness = nearnessOf(words, result.groupOf, result.groups.size());
    auto choices = chooseTogether(result.groups, nearness, fixed);
    rankByBelief(result.groups, choices);
    for (std::size_t m = 0; m < result.mentions.size(); ++m)
        applyChoice(result.groups[result.groupOf[m]], choices[result.groupOf[m]], result.mentions[m]);

    for (const auto& [mention, decision] : decided) {
        const auto* choose = std::get_if<model::ChoosePlace>(&decision->what);
        const auto* ignore = std::get_if<model::IgnoreMention>(&decision->what);
        const bool all = choose ? choose->allMentions : ignore && ignore->allMentions;
        const auto touched =
            all ? result.groups[result.groupOf[mention]].mentions : std::vector<std::size_t>{mention};
        for (const auto m : touched) {
            if (ignore) {
                result.mentions[m].ignored = true;
                result.mentions[m].decided = model::Decided::analyst;
                result.mentions[m].place.reset();
                result.mentions[m].why =
                    "no place, says the analyst" + (decision->reason.empty() ? "" : ": " + decision->reason);
            } else if (settled.contains(decision)) {
                settle(result.mentions[m], settled.at(decision), *decision);
            }
        }
    }
    // What was left open no longer speaks for its neighbours: they are chosen once more without it.
    if (const auto alarmed = raiseAlarms(words, lookup, nearness, result); !alarmed.empty()) {
        auto rest = result.groups;
        for (const auto g : alarmed) rest[g].candidates.clear();
        auto again = chooseTogether(rest, nearness, fixed);
        rankByBelief(rest, again);
        for (std::size_t m = 0; m < result.mentions.size(); ++m) {
            const auto g = result.groupOf[m];
            auto& mention = result.mentions[m];
            if (mention.decided == model::Decided::analyst || rest[g].candidates.empty()) continue;
            mention.decided = model::Decided::undecided;
            mention.place.reset();
            applyChoice(rest[g], again[g], mention);
        }
    }
    estimateNamedSpots(words, result);
    estimateUnknownStops(words, result);
    offerNear(lookup, nearness, result);
    return result;
}

}  // namespace retrace::reconstruct
