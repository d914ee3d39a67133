#include "reconstruct/time_drafting.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

// "We had come": the words look back behind what was just told.
bool looksBack(const Drafting& d, std::size_t event) {
    return std::ranges::any_of(wordsIn(d.words, d.events[event].evidence.front()),
                               [](const auto& word) { return word.is(Cue::holdsBack); });
}

bool isStay(const model::Event& event) {
    return event.kind == "stay" || event.kind == "hold" || event.kind == "deploy" || event.kind == "occupy";
}

// What names no place to go to may have been while a stay went on: "we lay there three days. An order was read".
bool staysPut(const model::Event& event) {
    return event.to.empty() && event.from.empty() && !setsOut(event.kind) && event.kind != "arrive";
}

void orderOf(Drafting& d, const std::vector<std::size_t>& telling) {
    std::optional<std::size_t> line;
    constexpr auto none = static_cast<std::size_t>(-1);
    std::size_t staying = none;  // on the line, for as long as the words say, until the narrator goes on
    std::optional<std::int64_t> reached;  // the latest day told, in days since 1970
    std::vector<std::size_t> since;      // told since then, beside the narrator's line
    for (const std::size_t i : telling) {
        if (!isTold(d.events[i]) || isOfOldTimes(d, i)) continue;
        const auto& v = d.draft.events[i];
        if (v.toldBack) continue;
        const auto after = [&](Network::Variable before, std::size_t which) {
            // Another's deed with a date of its own may be told out of its turn: that order gives way first.
            // So does what looks back ("we had come there in May").
            const auto dated = [](const auto& e) { return e.ownDate || e.ownStretch; };
            const bool aside = looksBack(d, i) || (dated(v) && !isOnLine(d.events[i])) ||
                               (dated(d.draft.events[which]) && !isOnLine(d.events[which]));
            d.add(before, v.start, 0, std::nullopt,
                  {aside ? Support::flow : Support::order,
                   timeline::Origin::words,
                   "after " + d.said(which),
                   {d.events[which].evidence.front(), d.events[i].evidence.front()}});
        };
        if (!isOnLine(d.events[i])) {
            // "His brother had left in August", told of September: no bound of what was told before.
            if (v.lastDay && reached && *v.lastDay < *reached) continue;
            if (line) after(d.draft.events[*line].start, *line);
            since.push_back(i);
            continue;
        }
        if (v.lastDay) reached = std::max(reached.value_or(*v.lastDay), *v.lastDay);
        const bool still = staysPut(d.events[i]);
        if (staying != none && !still) {
            if (staying != *line) after(d.draft.events[staying].end, staying);
            staying = none;
        }
        const bool during = line && staying == *line;
        if (line) after(during ? d.draft.events[*line].start : d.draft.events[*line].end, *line);
        if (v.lasts && !v.until && isStay(d.events[i])) staying = i;
        for (const auto other : since) {
            const bool stays =
                d.draft.events[other].lasts && d.events[other].presence != text::Presence::none;
            after(stays ? d.draft.events[other].end : d.draft.events[other].start, other);
        }
        since.clear();
        line = i;
    }
}

}  // namespace

bool isOfOldTimes(const Drafting& d, std::size_t event) {
    const auto words = wordsIn(d.words, d.events[event].evidence.front());
    for (std::size_t i = 0; i + 2 < words.size(); ++i)
        if (words[i].is(Cue::beforeWord) && words[i + 1].is(Cue::allWord) && words[i + 2].is(Cue::allThis))
            return true;
    return false;
}

void orderConstraints(Drafting& d) {
    for (const auto& telling : tellings(d.events)) orderOf(d, telling);
}

}  // namespace retrace::reconstruct
