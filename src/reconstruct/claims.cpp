#include "reconstruct/build_itinerary.hpp"
#include "reconstruct/order_events.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

bool changesHands(const model::Event& event) {
    const bool kind = event.kind == "capture" || event.kind == "hand-over";
    const bool done = event.status == text::Status::executed || event.status == text::Status::otherActor ||
                      event.status == text::Status::negated;
    return kind && done && event.voice != text::Voice::editor;
}

bool isPoint(const model::PlaceMention& mention) {
    return mention.mention.literal && !mention.ignored &&
           !(mention.place && mention.place->type == "country");
}

}  // namespace

std::vector<model::ControlClaim> controlClaims(const model::Reconstruction& r, const Words& words) {
    std::vector<model::ControlClaim> claims;
    for (const auto& event : r.events) {
        if (!changesHands(event)) continue;
        for (const auto number : mentionsOf(words, event)) {
            const auto& mention = r.mentions[number];
            if (!isPoint(mention)) continue;
            claims.push_back({.place = mention.place,
                              .side = event.actor,
                              .certainty = event.voice == text::Voice::seen ? "stated" : "reported",
                              .negated = event.status == text::Status::negated,
                              .when = event.when.span,
                              .at = event.shown.value_or(r.begin),
                              .dated = event.when.best.has_value(),
                              .quote = event.evidence.front()});
        }
    }
    for (std::size_t i = 0; i < r.record.size(); ++i) {
        const auto& row = r.record[i];
        model::ControlClaim claim{
            .place = geo::Place{.id = std::string("record:").append(std::to_string(row.row)),
                                .name = row.place,
                                .type = "point",
                                .where = row.where},
            .side = row.toSide,
            .certainty = "recorded",
            .when = timeline::withOrigin(row.when, timeline::Origin::record),
            .record = i};
        const auto first = row.when.earliest ? row.when.earliest : row.when.latest;
        const auto last = row.when.latest ? row.when.latest : row.when.earliest;
        if (!first) continue;  // without any date it has no moment to appear
        claim.dated = true;
        claim.at = static_cast<double>(first->seconds + last->seconds) / 2;
        claims.push_back(std::move(claim));
    }
    std::ranges::stable_sort(claims, {}, &model::ControlClaim::at);
    return claims;
}

}  // namespace retrace::reconstruct
