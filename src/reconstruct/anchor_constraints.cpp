#include "reconstruct/time_drafting.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

// The narrator's visits to the place that the expression names, in the order of telling; none where it names
// none, or more than the place ("before the army came to X").
std::vector<std::size_t> visitsNamed(const Drafting& d, const TimeExpression& time, std::size_t event) {
    const auto* reading = readingOf(d.words, d.events[event]);
    if (!reading || !time.anchorMention || *time.anchorMention >= reading->mentions.size()) return {};
    const auto& named = reading->mentions[*time.anchorMention];
    if (time.anchorWords != named.surface) return {};
    const auto there = std::ranges::find_if(
        d.mentions, [&](const model::PlaceMention& m) { return m.mention.quote == named.quote; });
    const auto isNamed = [&](const model::PlaceRef& ref) {
        const auto& visited = d.mentions[ref.mention];
        if (there != d.mentions.end() && there->place && visited.place) return there->place->id == visited.place->id;
        return visited.mention.name == named.name;
    };
    std::vector<std::size_t> visits;
    for (std::size_t i = 0; i < d.events.size(); ++i)
        if (i != event && isOnLine(d.events[i]) && std::ranges::any_of(d.events[i].to, isNamed)) visits.push_back(i);
    return visits;
}

}  // namespace

void bindAnchor(Drafting& d, const TimeExpression& time, std::size_t event) {
    const bool before = time.relation == TimeRelation::before;
    const bool after = time.relation == TimeRelation::after || time.relation == TimeRelation::from;
    const auto* statement = statementOf(d.words, d.events[event]);
    if ((!before && !after) || time.lowSeconds || time.highSeconds || (statement && statement->toldEarlier)) return;
    auto visits = visitsNamed(d, time, event);
    if (visits.empty()) return;
    // The visit told last before the words, then those nearest to them.
    std::ranges::stable_sort(visits, {}, [&](std::size_t visit) {
        return visit < event ? event - visit : d.events.size() + (visit - event);
    });
    constexpr std::size_t mostWays = 3;
    visits.resize(std::min(visits.size(), mostWays));
    HourChoice choice{.ofDay = true, .event = event, .quote = time.quote, .said = quoted(d, time)};
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const auto& visit = d.draft.events[visits[i]];
        const auto& own = d.draft.events[event];
        const auto number = d.draft.constraints.size();
        const auto words = d.said(visits[i]);
        d.add(before ? own.start : visit.start, before ? visit.start : own.start, 0, std::nullopt,
              {Support::distance, timeline::Origin::words, choice.said + " is taken as the visit told in " + words,
               {time.quote, d.events[visits[i]].evidence.front()}});
        if (visits.size() == 1) return;
        d.draft.conditional.push_back(number);
        choice.ways.push_back({.cost = 2.0 * static_cast<double>(i), .constraints = {number}, .clock = {},
                               .words = "the visit told in " + words});
    }
    d.draft.choices.push_back(std::move(choice));
}

}  // namespace retrace::reconstruct
