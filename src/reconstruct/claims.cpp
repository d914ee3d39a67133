#include "reconstruct/build_itinerary.hpp"
#include "reconstruct/holder_words.hpp"
#include "reconstruct/order_events.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

bool changesHands(const model::Event& event) {
    const bool kind = event.kind == "capture" || event.kind == "lose" || event.kind == "hand-over";
    const bool done = event.status == text::Status::executed || event.status == text::Status::otherActor ||
                      event.status == text::Status::negated;
    return kind && done && event.voice != text::Voice::editor;
}

bool isPoint(const model::PlaceMention& mention) {
    return mention.mention.literal && !mention.ignored &&
           !(mention.place && mention.place->type == "country");
}

bool leavesBehind(const model::Event& event) {
    const bool done = event.status == text::Status::executed || event.status == text::Status::otherActor;
    return event.kind == "withdraw" && done && event.voice != text::Voice::editor;
}

model::ControlClaim claimOf(const model::Reconstruction& r, const model::Event& event,
                            const model::PlaceMention& mention) {
    return {.place = mention.place,
            .side = event.actor,
            .certainty = event.voice == text::Voice::seen ? "stated" : "reported",
            .negated = event.status == text::Status::negated,
            .when = event.when.span,
            .at = event.shown.value_or(r.begin),
            .dated = event.when.best.has_value(),
            .quote = event.evidence.front()};
}

// Whom the words name; nobody where they say "them" or nothing.
std::string receiverOf(const Words& words, const model::Event& event) {
    const auto* statement = statementOf(words, event);
    if (!statement || statement->receiver == "them" || statement->receiver == "him") return {};
    return statement->receiver == "us" || statement->receiver == "me" ? "we" : statement->receiver;
}

void addChange(std::vector<model::ControlClaim>& claims, const model::Reconstruction& r, const Words& words,
               const model::Event& event) {
    const bool handed = event.kind == "hand-over";
    const auto& said = event.evidence.front();
    for (const auto number : mentionsOf(words, event)) {
        const auto& mention = r.mentions[number];
        if (!isPoint(mention)) continue;
        auto claim = claimOf(r, event, mention);
        claim.side = handed ? receiverOf(words, event) : holderAfter(words, said, event.actor);
        // A thing handed over in a place leaves the place to whom it belonged; one not handed over, too.
        if (handed && (claim.negated || !isHandedOver(wordsBefore(words, mention.mention.quote, said.begin))))
            continue;
        claim.givenUp = handed && claim.side.empty();
        claims.push_back(std::move(claim));
    }
}

// Who withdraws from a place that it was said to hold holds it no longer; who does, the words do not say.
void addRelease(std::vector<model::ControlClaim>& claims, const model::Reconstruction& r,
                const model::Event& event) {
    for (const auto& ref : event.from) {
        const auto& mention = r.mentions[ref.mention];
        if (!mention.place || !isPoint(mention)) continue;
        const auto held = std::find_if(claims.rbegin(), claims.rend(), [&](const auto& claim) {
            return claim.place && claim.place->id == mention.place->id && !claim.negated;
        });
        if (held == claims.rend() || held->side != event.actor) continue;
        auto claim = claimOf(r, event, mention);
        claim.side.clear();
        claim.givenUp = true;
        claims.push_back(std::move(claim));
    }
}

}  // namespace

std::vector<model::ControlClaim> controlClaims(const model::Reconstruction& r, const Words& words) {
    std::vector<model::ControlClaim> claims;
    for (const auto& event : r.events) {
        if (changesHands(event))
            addChange(claims, r, words, event);
        else if (leavesBehind(event))
            addRelease(claims, r, event);
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
