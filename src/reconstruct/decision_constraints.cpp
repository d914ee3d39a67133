#include "reconstruct/time_drafting.hpp"

#include <algorithm>

namespace retrace::reconstruct {

void decisionConstraints(Drafting& d, const std::vector<model::Decision>& decisions) {
    for (const auto& decision : decisions) {
        const auto* set = std::get_if<model::SetTime>(&decision.what);
        if (!set) continue;
        const auto quote = reanchored(d.words, decision.anchor);
        std::optional<std::size_t> best;
        std::size_t most = 0;
        for (std::size_t i = 0; quote && i < d.events.size(); ++i) {
            const auto& e = d.events[i].evidence.front();
            if (!text::overlaps(e, *quote)) continue;
            const auto shared = std::min(e.end, quote->end) - std::max(e.begin, quote->begin);
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        if (!best) {
            d.draft.findings.push_back(
                {"not-reanchored",
                 "warning",
                 "a time set for \"" + decision.anchor.words + "\" finds no such event in the words",
                 {decision.anchor.quote},
                 {}});
            continue;
        }
        const bool record = !set->recordRow.empty();
        std::string words = record ? "dated by the record: " + set->recordRow : "set by the analyst";
        if (!decision.reason.empty()) words += " (" + decision.reason + ")";
        const auto low = set->span.earliest ? std::optional(set->span.earliest->seconds) : std::nullopt;
        const auto high = set->span.latest ? std::optional(set->span.latest->seconds) : std::nullopt;
        d.add(Network::epoch, d.draft.events[*best].start, low, high,
              {Support::decision,
               record ? timeline::Origin::record : timeline::Origin::decision,
               words,
               {*quote}});
    }
}

}  // namespace retrace::reconstruct
