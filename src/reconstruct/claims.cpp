#include "reconstruct/claims.hpp"

#include "reconstruct/holder_words.hpp"
#include "reconstruct/order_events.hpp"
#include "reconstruct/places_spoken.hpp"
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
    std::optional<std::size_t> own(const model::Event& event) const {
        return ownSide(r.sides, event.speaker, *words.language);
    }
    // Words for one's own mean the speaker's.
    std::optional<std::size_t> doerOf(const model::Event& event) const {
        const auto side = sideOf(event.actor);
        return side && side == sideOf("we") ? own(event) : side;
    }
    // Who is meant by "the other side", where there are two.
    std::optional<std::size_t> otherThan(const std::optional<std::size_t>& side) const {
        return side && r.sides.size() == 2 ? std::optional(1 - *side) : std::nullopt;
    }
};

bool isDone(const model::Event& event) {
    return event.status == text::Status::executed || event.status == text::Status::otherActor;
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
            .party = t.doerOf(event),
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

// Who is told to have held the place last; null where nobody is, or his side left it since.
const model::ControlClaim* lastHeld(const Claims& claims, const geo::Place& place) {
    const auto isOf = [&](const auto& claim) { return claim.place && claim.place->id == place.id; };
    const auto held = std::find_if(claims.rbegin(), claims.rend(), [&](const auto& claim) {
        const bool holds = claim.kind == Control::took || claim.kind == Control::holds;
        return holds && isOf(claim) && !claim.negated;
    });
    if (held == claims.rend()) return nullptr;
    const bool left = std::any_of(claims.rbegin(), held, [&](const auto& claim) {
        return claim.kind == Control::left && claim.party == held->party && isOf(claim);
    });
    return left ? nullptr : &*held;
}

bool changesHands(const model::Event& event) {
    const bool kind = event.kind == "capture" || event.kind == "lose" || event.kind == "hand-over";
    return kind && (isDone(event) || event.status == text::Status::negated);
}

// "X fell": his who was said to hold it; else of those who tell, for it is they who say so.
void addLoser(const Telling& t, const Claims& claims, model::ControlClaim& claim) {
    constexpr double inferred = 0.85;
    const auto* held = claim.place ? lastHeld(claims, *claim.place) : nullptr;
    claim.party = held ? held->party : t.own(t.r.events[*claim.event]);
    if (held) return;
    claim.weight *= inferred;
    claim.why = "the words do not say who held it: that it was the narrator's side is inferred";
}

void addChange(Claims& claims, const Telling& t, const model::Event& event) {
    const bool handed = event.kind == "hand-over";
    const auto& said = event.evidence.front();
    for (const auto number : mentionsOf(t.words, event)) {
        const auto& mention = t.r.mentions[number];
        if (!isPoint(mention) || (mention.place && !isHoldable(*mention.place))) continue;
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
        if (!mention.place || !isPoint(mention) || !isHoldable(*mention.place)) continue;
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

std::vector<std::size_t> goalsOf(const model::Event& event) {
    std::vector<std::size_t> out;
    for (const auto& ref : event.to) out.push_back(ref.mention);
    return out;
}

bool names(const Telling& t, const std::vector<model::PlaceRef>& refs, const geo::Place& place) {
    return std::ranges::any_of(refs, [&](const auto& ref) {
        const auto& named = t.r.mentions[ref.mention].place;
        return named && named->id == place.id;
    });
}

// "We withdrew": from where the narrator stood, too.
void addReleaseWhereHeStood(Claims& claims, const Telling& t, const model::Event& event) {
    const auto own = t.own(event);
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

// Another's deed against those who tell: "cut our lines", "the highway that fed us".
bool isDoneToUs(const Words& words, const model::Event& event) {
    return event.status == text::Status::otherActor &&
           std::ranges::any_of(wordsIn(words, event.evidence.front()), [](const text::Word& word) {
               return word.is(text::Cue::ofUs) || word.is(text::Cue::ownWord);
           });
}

// "They could not get through", "they cut the road": where a place is named, there; else at the places of which
// the words spoke last; else where the narrator stood.
void addDeedSomewhere(Claims& claims, const Telling& t, const model::Event& event, Control kind,
                      const std::vector<std::size_t>& named) {
    const std::size_t before = claims.size();
    addDeed(claims, t, event, kind, named);
    if (claims.size() > before) return;
    const bool toUs = isDoneToUs(t.words, event);
    const auto inferredAt = [&](const geo::Place& place, double certainty, const std::string& why) {
        auto claim = claimOf(t, event, kind, place);
        if (toUs && claim.party == t.own(event)) claim.party.reset();  // "armed men cut our road"
        if (claim.party && claim.party == t.own(event)) return;
        claim.weight *= certainty;
        claim.why = "the words name no place: " + place.name + why;
        claims.push_back(std::move(claim));
    };
    constexpr double spoken = 0.7, stood = 0.6;
    for (const auto number : placesSpokenOf(t.r, t.words, event))
        inferredAt(*t.r.mentions[number].place, spoken, ", spoken of last");
    if (claims.size() > before) return;
    for (const auto* stop : standingAt(t.r, event))
        if (isHoldable(*stop->place)) inferredAt(*stop->place, stood, ", where the narrator stood");
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
    const auto goals = goalsOf(event);
    if (repelled && (kind == "advance" || !named))
        addDeedSomewhere(claims, t, event, Control::notTaken, goals);
    else if (changesHands(event))
        addChange(claims, t, event);
    else if (!isDone(event))
        return;
    else if (kind == "withdraw")
        addReleases(claims, t, event);
    else if (kind == "attack")
        addDeed(claims, t, event, Control::contested, goals);
    else if (kind == "cut" || kind == "besiege")
        addDeedSomewhere(claims, t, event, Control::cut, mentionsOf(t.words, event));
    else if (event.status == text::Status::otherActor &&
             (kind == "hold" || kind == "deploy" || kind == "occupy"))
        addDeed(claims, t, event, Control::holds, goals);
}

// Who came where a side left: the side that most claims set against it; nothing where none is. One that left a
// place set itself against nobody.
std::optional<std::size_t> opponentOf(std::size_t side, const Claims& claims, std::size_t sides) {
    std::vector<std::size_t> told(sides, 0);
    for (const auto& claim : claims)
        if (claim.kind != Control::left && claim.party && *claim.party != side &&
            (claim.before == side || !claim.before))
            ++told[*claim.party];
    const auto most = std::ranges::max_element(told);
    if (*most > 0) return static_cast<std::size_t>(most - told.begin());
    return sides == 2 ? std::optional(1 - side) : std::nullopt;
}

// Who is not told: who came where a side left, and who did what was done to those who tell ("they did not get
// through", "armed men cut our road"). What remains nobody's deed is no claim.
void inferParties(Claims& claims, std::size_t sides, const std::optional<std::size_t>& own) {
    std::vector<std::optional<std::size_t>> opponents;
    for (std::size_t side = 0; side < sides; ++side) opponents.push_back(opponentOf(side, claims, sides));
    const auto isAgainstUs = [](const auto& claim) {
        return (claim.kind == Control::cut || claim.kind == Control::notTaken) && !claim.party && !claim.record &&
               !claim.why.empty();
    };
    for (auto& claim : claims) {
        if (claim.kind == Control::left && claim.party) claim.after = opponents[*claim.party];
        if (!own || !isAgainstUs(claim) || !opponents[*own]) continue;
        constexpr double inferred = 0.85;
        claim.party = opponents[*own];
        claim.weight *= inferred;
        claim.why += "; who it was is inferred";
    }
    std::erase_if(claims, isAgainstUs);
}

}  // namespace

std::vector<model::ControlClaim> controlClaims(const model::Reconstruction& r, const Words& words) {
    Claims claims;
    const Telling t{r, words};
    for (const auto& event : r.events) addClaims(claims, t, event);
    std::ranges::move(stayClaims(r, *words.language), std::back_inserter(claims));
    std::ranges::move(recordClaims(r, *words.language), std::back_inserter(claims));
    inferParties(claims, r.sides.size(), t.sideOf("we"));
    std::ranges::stable_sort(claims, {}, &model::ControlClaim::at);
    return claims;
}

}  // namespace retrace::reconstruct
