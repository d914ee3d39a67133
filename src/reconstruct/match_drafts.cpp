#include "reconstruct/match_drafts.hpp"

#include "reconstruct/snaps.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace retrace::reconstruct {
namespace {

using Content = std::tuple<timeline::Network::Variable, timeline::Network::Variable,
                           std::optional<std::int64_t>, std::optional<std::int64_t>, Support::Strength, bool>;

std::vector<Content> contentsOf(const TimeDraft& draft) {
    std::vector<Content> contents;
    contents.reserve(draft.constraints.size());
    for (std::size_t i = 0; i < draft.constraints.size(); ++i) {
        const auto& c = draft.constraints[i];
        contents.emplace_back(c.from, c.to, c.low, c.high, draft.supports[i].strength,
                              isByCalendar(draft, i));
    }
    return contents;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> matchDrafts(const TimeDraft& before, const TimeDraft& now) {
    const auto was = contentsOf(before), is = contentsOf(now);
    std::vector<std::pair<std::size_t, std::size_t>> same;
    std::size_t head = 0, tail = 0;
    const auto shorter = std::min(was.size(), is.size());
    while (head < shorter && was[head] == is[head]) {
        same.emplace_back(head, head);
        ++head;
    }
    while (tail < shorter - head && was[was.size() - 1 - tail] == is[is.size() - 1 - tail]) ++tail;
    // Between: each the next of its like.
    std::map<Content, std::vector<std::size_t>> places;
    for (std::size_t i = head; i < was.size() - tail; ++i) places[was[i]].push_back(i);
    std::size_t next = head;
    for (std::size_t i = head; i < is.size() - tail; ++i) {
        const auto found = places.find(is[i]);
        if (found == places.end()) continue;
        const auto at = std::ranges::lower_bound(found->second, next);
        if (at == found->second.end()) continue;
        same.emplace_back(*at, i);
        next = *at + 1;
    }
    for (std::size_t k = tail; k > 0; --k) same.emplace_back(was.size() - k, is.size() - k);
    return same;
}

}  // namespace retrace::reconstruct
