#include "reconstruct/claims.hpp"

#include "reconstruct/holder_words.hpp"
#include "reconstruct/order_events.hpp"
#include "reconstruct/sides.hpp"

#include <algorithm>
#include <iterator>

namespace retrace::reconstruct {
namespace {

using model::Control;
using Claims = std::vector<model::ControlClaim>;

struct Telling {
    const model::Reconstruction& r;
    const Words& words;

    std::optional<std::size_t> sideOf(const std::string& name) const {
        return sideCalled(r.sides, name, *words.language);
    }
    // Who is meant by "the other side", where there are two.
    std::optional<std::size_t> otherThan(const std::optional<std::size_t>& side) const {
        return side && r.sides.size() == 2 ? std::optional(1 - *side) : std::nullopt;
    }
};

bool isDone(const model::Event& event) {
    return event.status == text::Status::executed || event.status == text::Status::otherActor;
}

bool isPoint(const model::PlaceMention& mention) {
    return mention.mention.literal && !mention.ignored &&
           !(mention.place && mention.place->type == "country");
}

double weightOf(const model::Event& event) {
    constexpr double seen = 0.9, told = 0.75, claimed = 0.5;
    return event.voice == text::Voice::seen ? seen : event.voice == text::Voice::claimed ? claimed : told;
}

// When the event came, on the replay's line: its bounds where they are near, else about the time at which it is
// shown.
std::pair<double, double> storySpan(const model::Reconstruction& r, const model::Event& event) {
    constexpr double open_s = 3 * 3600, widest_s = 2 * 86400;
    const double at = event.shown.value_or(r.begin);
    const auto& span = event.when.span;
    if (!span.earliest || !span.latest || !event.when.best) return {at - open_s, at + open_s};
    const auto from = static_cast<double>(span.earliest->seconds), to = static_cast<double>(span.latest->seconds);
    return {std::clamp(from, at - widest_s, at), std::clamp(to, at, at + widest_s)};
}

model::ControlClaim claimOf(const Telling& t, const model::Event& event, Control kind,
                            const std::optional<geo::Place>& place) {
    const auto [from, to] = storySpan(t.r, event);
    return {.kind = kind,
            .place = place,
            .party = t.sideOf(event.actor),
            .weight = weightOf(event),
            .from = from,
            .to = to,
            .event = static_cast<std::size_t>(&event - t.r.events.data()),
            .side = event.actor,
            .certainty = event.voice == text::Voice::seen ? "stated" : "reported",
            .negated = event.status == text::Status::negated,
            .when = event.when.span,
            .at = event.shown.value_or(t.r.begin),
            .dated = event.when.best.has_value(),
            .quote = event.evidence.front()};
}

// Whom the words name; nobody where they say "them" or nothing.
std::string receiverOf(const Words& words, const model::Event& event) {
    const auto* statement = statementOf(words, event);
    if (!statement || statement->receiver == "them" || statement->receiver == "him") return {};
    return statement->receiver == "us" || statement->receiver == "me" ? "we" : statement->receiver;
}

// Who is told to have held the place last; null where nobody is.
const model::ControlClaim* lastHeld(const Claims& claims, const geo::Place& place) {
    const auto held = std::find_if(claims.rbegin(), claims.rend(), [&](const auto& claim) {
        const bool holds = claim.kind == Control::took || claim.kind == Control::holds;
        return holds && claim.place && claim.place->id == place.id && !claim.negated;
    });
    return held == claims.rend() ? nullptr : &*held;
}

bool changesHands(const model::Event& event) {
    const bool kind = event.kind == "capture" || event.kind == "lose" || event.kind == "hand-over";
    return kind && (isDone(event) || event.status == text::Status::negated);
}

// "X fell": his who was said to hold it; else of those who tell, for it is they who say so.
void addLoser(const Telling& t, const Claims& claims, model::ControlClaim& claim) {
    constexpr double inferred = 0.85;
    const auto* held = claim.place ? lastHeld(claims, *claim.place) : nullptr;
    claim.party = held ? held->party : t.sideOf("we");
    if (held) return;
    claim.weight *= inferred;
    claim.why = "the words do not say who held it: that it was the narrator's side is inferred";
}

void addChange(Claims& claims, const Telling& t, const model::Event& event) {
    const bool handed = event.kind == "hand-over";
    const auto& said = event.evidence.front();
    for (const auto number : mentionsOf(t.words, event)) {
        const auto& mention = t.r.mentions[number];
        if (!isPoint(mention)) continue;
        auto claim = claimOf(t, event, Control::took, mention.place);
        // A thing handed over in a place leaves the place to whom it belonged; one not handed over, too.
        if (handed &&
            (claim.negated || !isHandedOver(wordsBefore(t.words, mention.mention.quote, said.begin))))
            continue;
        claim.before = handed ? t.sideOf(event.actor) : std::nullopt;
        claim.side = handed ? receiverOf(t.words, event) : holderAfter(t.words, said, event.actor);
        claim.party = t.sideOf(claim.side);
        claim.givenUp = handed && claim.side.empty();
        if (claim.party && !claim.before) claim.before = t.otherThan(claim.party);
        if (claim.givenUp || claim.side.empty()) {
            claim.kind = Control::left;
            claim.party = claim.before;
            if (!claim.party) addLoser(t, claims, claim);
            claim.before.reset();
        }
        if (claim.negated) claim.kind = Control::notTaken;
        claims.push_back(std::move(claim));
    }
}

// The stops at which the one who tells stood when he tells of the event.
std::vector<const model::Stop*> standingAt(const model::Reconstruction& r, const model::Event& event) {
    const double at = event.shown.value_or(r.begin);
    std::vector<const model::Stop*> out;
    for (const auto& itinerary : r.itineraries)
        for (const auto& stop : itinerary.stops) {
            const auto& reached = r.events[stop.event];
            const bool own = reached.evidence.front().source == event.evidence.front().source &&
                             reached.speaker == event.speaker;
            if (!own || !stop.place || stop.arrive > at || &reached == &event) continue;
            if (!out.empty() && out.front()->order != stop.order) out.clear();
            out.push_back(&stop);
        }
    return out;
}

// Who withdraws from a place that it was said to hold holds it no longer; who does, the words do not say.
void addRelease(Claims& claims, const Telling& t, const model::Event& event) {
    for (const auto& ref : event.from) {
        const auto& mention = t.r.mentions[ref.mention];
        if (!mention.place || !isPoint(mention)) continue;
        const auto* held = lastHeld(claims, *mention.place);
        const bool said = held && held->side == event.actor;
        auto claim = claimOf(t, event, Control::left, mention.place);
        constexpr double others = 0.75;  // of his side may have stayed
        if (!said) claim.weight *= others;
        claim.side.clear();
        claim.givenUp = true;
        if (said || claim.party) claims.push_back(std::move(claim));
    }
}

bool names(const Telling& t, const std::vector<model::PlaceRef>& refs, const geo::Place& place) {
    return std::ranges::any_of(refs, [&](const auto& ref) {
        const auto& named = t.r.mentions[ref.mention].place;
        return named && named->id == place.id;
    });
}

// "We withdrew": from where the narrator stood, too.
void addReleaseWhereHeStood(Claims& claims, const Telling& t, const model::Event& event) {
    const auto own = t.sideOf("we");
    if (!isOnLine(event) || !own) return;
    for (const auto* stop : standingAt(t.r, event)) {
        if (names(t, event.to, *stop->place) || names(t, event.from, *stop->place) ||
            !isHoldable(*stop->place))
            continue;
        auto claim = claimOf(t, event, Control::left, stop->place);
        constexpr double inferred = 0.75;
        claim.party = own;
        claim.weight *= inferred;
        claim.side.clear();
        claim.givenUp = true;
        claim.why = "the words name no place: " + stop->place->name + ", where the narrator stood";
        claims.push_back(std::move(claim));
    }
}

// "They could not get through": where a place is named, there; else where the narrator stood.
void addRepelled(Claims& claims, const Telling& t, const model::Event& event) {
    bool placed = false;
    for (const auto& ref : event.to) {
        const auto& mention = t.r.mentions[ref.mention];
        if (!mention.place || !isPoint(mention) || !isHoldable(*mention.place)) continue;
        claims.push_back(claimOf(t, event, Control::notTaken, mention.place));
        placed = true;
    }
    if (placed) return;
    for (const auto* stop : standingAt(t.r, event)) {
        if (!isHoldable(*stop->place)) continue;
        auto claim = claimOf(t, event, Control::notTaken, stop->place);
        if (!claim.party || claim.party == t.sideOf("we")) continue;
        constexpr double inferred = 0.6;
        claim.weight *= inferred;
        claim.why = "the words name no place: " + stop->place->name + ", where the narrator stood";
        claims.push_back(std::move(claim));
    }
}

// What a deed makes of the places named with it.
void addDeed(Claims& claims, const Telling& t, const model::Event& event, Control kind,
             const std::vector<std::size_t>& mentions) {
    for (const auto number : mentions) {
        const auto& mention = t.r.mentions[number];
        if (!mention.place || !isPoint(mention) || !isHoldable(*mention.place)) continue;
        auto claim = claimOf(t, event, kind, mention.place);
        if (claim.party) claims.push_back(std::move(claim));
    }
}

std::vector<std::size_t> goalsOf(const model::Event& event) {
    std::vector<std::size_t> out;
    for (const auto& ref : event.to) out.push_back(ref.mention);
    return out;
}

void addReleases(Claims& claims, const Telling& t, const model::Event& event) {
    addRelease(claims, t, event);
    addReleaseWhereHeStood(claims, t, event);
}

void addClaims(Claims& claims, const Telling& t, const model::Event& event) {
    if (event.voice == text::Voice::editor) return;
    const auto& kind = event.kind;
    const bool repelled = event.status == text::Status::negated && (kind == "advance" || kind == "capture");
    const bool named = std::ranges::any_of(mentionsOf(t.words, event),
                                           [&](auto m) { return isPoint(t.r.mentions[m]); });
    if (repelled && (kind == "advance" || !named))
        addRepelled(claims, t, event);
    else if (changesHands(event))
        addChange(claims, t, event);
    else if (!isDone(event))
        return;
    else if (kind == "withdraw")
        addReleases(claims, t, event);
    else if (kind == "attack")
        addDeed(claims, t, event, Control::contested, goalsOf(event));
    else if (kind == "cut" || kind == "besiege")
        addDeed(claims, t, event, Control::cut, mentionsOf(t.words, event));
    else if (event.status == text::Status::otherActor &&
             (kind == "hold" || kind == "deploy" || kind == "occupy"))
        addDeed(claims, t, event, Control::holds, goalsOf(event));
}

// Who came where a side left: the side that most claims set against it; nothing where none is.
std::optional<std::size_t> opponentOf(std::size_t side, const Claims& claims, std::size_t sides) {
    std::vector<std::size_t> told(sides, 0);
    for (const auto& claim : claims)
        if (claim.party && *claim.party != side && (claim.before == side || !claim.before)) ++told[*claim.party];
    const auto most = std::ranges::max_element(told);
    if (*most > 0) return static_cast<std::size_t>(most - told.begin());
    return sides == 2 ? std::optional(1 - side) : std::nullopt;
}

void addSuccessors(Claims& claims, std::size_t sides) {
    std::vector<std::optional<std::size_t>> opponents;
    for (std::size_t side = 0; side < sides; ++side) opponents.push_back(opponentOf(side, claims, sides));
    for (auto& claim : claims)
        if (claim.kind == Control::left && claim.party) claim.after = opponents[*claim.party];
}

}  // namespace

std::vector<model::ControlClaim> controlClaims(const model::Reconstruction& r, const Words& words) {
    Claims claims;
    const Telling t{r, words};
    for (const auto& event : r.events) addClaims(claims, t, event);
    std::ranges::move(stayClaims(r, *words.language), std::back_inserter(claims));
    std::ranges::move(recordClaims(r, *words.language), std::back_inserter(claims));
    addSuccessors(claims, r.sides.size());
    std::ranges::stable_sort(claims, {}, &model::ControlClaim::at);
    return claims;
}

}  // namespace retrace::reconstruct
