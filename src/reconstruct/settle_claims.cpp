#include "reconstruct/settle_claims.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

using model::Control;

double weightOf(const std::string& certainty) {
    constexpr double certain = 0.95, probable = 0.8, possible = 0.55;
    return certainty == "certain" ? certain : certainty == "possible" ? possible : probable;
}

bool isOfRow(const model::Reconstruction& r, const model::ControlClaim& claim, std::size_t row,
             const std::string& place) {
    return claim.record && r.record[*claim.record].row == row && r.record[*claim.record].place == place;
}

// The claims that a decision means: of its very words, else of those that share some with them.
std::vector<std::size_t> meant(const model::Reconstruction& r, const Words& words,
                               const model::Decision& decision, const model::SettleControl& settled) {
    const auto quote = settled.row ? std::nullopt : reanchored(words, decision.anchor);
    std::vector<std::size_t> same, shared;
    for (std::size_t i = 0; i < r.claims.size(); ++i) {
        const auto& claim = r.claims[i];
        if (settled.row && isOfRow(r, claim, *settled.row, decision.anchor.words)) same.push_back(i);
        const bool there = settled.place.empty() || (claim.place && claim.place->id == settled.place);
        if (!quote || !claim.quote || !there) continue;
        if (*claim.quote == *quote) same.push_back(i);
        if (text::overlaps(*claim.quote, *quote)) shared.push_back(i);
    }
    return same.empty() ? shared : same;
}

// Whatever the claim was, the side held the place from then on.
void giveTo(model::ControlClaim& claim, std::size_t side, const model::Side& named) {
    if (claim.kind == Control::left) claim.before = claim.party;
    if (claim.kind != Control::holds) claim.kind = Control::took;
    if (claim.before == side) claim.before.reset();
    claim.party = side;
    claim.after.reset();
    claim.side = named.name;
    claim.negated = claim.givenUp = false;
}

void moveTo(model::ControlClaim& claim, const timeline::Span& span) {
    const auto& first = span.earliest ? span.earliest : span.latest;
    const auto& last = span.latest ? span.latest : span.earliest;
    claim.when = timeline::withOrigin(span, timeline::Origin::decision);
    claim.from = static_cast<double>(first->seconds);
    claim.to = static_cast<double>(last->seconds);
    claim.at = (claim.from + claim.to) / 2;
    claim.dated = true;
}

model::Finding lost(const model::Decision& decision, const std::string& message) {
    model::Finding finding{"not-reanchored", "warning", message, {}, {}};
    if (const auto row = model::rowOf(decision))
        finding.rows = {*row};
    else
        finding.evidence = {decision.anchor.quote};
    return finding;
}

}  // namespace

void settleClaims(model::Reconstruction& r, const Words& words) {
    std::vector<bool> ignored(r.claims.size(), false);
    for (std::size_t d = 0; d < r.decisions.size(); ++d) {
        const auto& decision = r.decisions[d];
        const auto* settled = std::get_if<model::SettleControl>(&decision.what);
        if (!settled || (settled->row && r.record.empty())) continue;  // the record is left out just now
        const auto claims = meant(r, words, decision, *settled);
        const auto side = std::ranges::find(r.sides, settled->side, &model::Side::name);
        const std::string about = "a decision on who held a place, about \"" + decision.anchor.words + "\", ";
        if (claims.empty()) r.findings.push_back(lost(decision, about + "finds no such claim"));
        if (!settled->side.empty() && side == r.sides.end()) {
            r.findings.push_back(
                lost(decision, about + "names the side \"" + settled->side + "\", which the document has not"));
            continue;
        }
        for (const auto i : claims) {
            auto& claim = r.claims[i];
            ignored[i] = settled->ignored;
            if (side != r.sides.end()) giveTo(claim, static_cast<std::size_t>(side - r.sides.begin()), *side);
            if (settled->span) moveTo(claim, *settled->span);
            claim.weight = weightOf(decision.certainty);
            claim.certainty = "decided";
            claim.decision = d;
            claim.why = "settled by the analyst" + (decision.reason.empty() ? "" : ": " + decision.reason);
        }
    }
    std::size_t number = 0;
    std::erase_if(r.claims, [&](const auto&) { return ignored[number++]; });
    std::ranges::stable_sort(r.claims, {}, &model::ControlClaim::at);
}

}  // namespace retrace::reconstruct
