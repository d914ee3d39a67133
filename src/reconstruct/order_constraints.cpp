#include "reconstruct/time_drafting.hpp"

namespace retrace::reconstruct {
namespace {

// "We had come": the words look back behind what was just told.
bool looksBack(const Drafting& d, std::size_t event) {
    const auto words = wordsOf(d.words, d.events[event].evidence.front());
    return words.starts_with("had ") || words.find(" had ") != std::string::npos;
}

void orderOf(Drafting& d, const std::vector<std::size_t>& telling) {
    std::optional<std::size_t> line;
    std::vector<std::size_t> since;  // told since then, beside the narrator's line
    for (const std::size_t i : telling) {
        if (!isTold(d.events[i]) || isOfOldTimes(d, i)) continue;
        const auto& v = d.draft.events[i];
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
            if (line) after(d.draft.events[*line].start, *line);
            since.push_back(i);
            continue;
        }
        if (line) after(d.draft.events[*line].end, *line);
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
    const auto words = wordsOf(d.words, d.events[event].evidence.front());
    return words.find("before all this") != std::string::npos ||
           words.find("before all that") != std::string::npos;
}

void orderConstraints(Drafting& d) {
    for (const auto& telling : tellings(d.events)) orderOf(d, telling);
}

}  // namespace retrace::reconstruct
