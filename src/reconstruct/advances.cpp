#include "reconstruct/advances.hpp"

#include "geo/geodesic.hpp"
#include "reconstruct/claims.hpp"
#include "reconstruct/places_spoken.hpp"
#include "reconstruct/sides.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace retrace::reconstruct {
namespace {

using text::Cue;

std::optional<double> azimuthOf(const text::Word& word) {
    const int north = word.is(Cue::northward) - word.is(Cue::southward),
              east = word.is(Cue::eastward) - word.is(Cue::westward);
    if (north == 0 && east == 0) return std::nullopt;
    const double degrees = std::atan2(east, north) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

bool isAttack(const model::Event& event) {
    const bool done = event.status == text::Status::otherActor && !event.negated;
    return done && (event.kind == "advance" || event.kind == "attack" || event.kind == "move" || event.kind == "capture");
}

// Who came: as named; one who is only "they" is the side that most claims set against those who tell.
std::optional<std::size_t> partyOf(const model::Reconstruction& r, const model::Event& event, const Words& words,
                                   std::string& why) {
    const auto own = sideCalled(r.sides, "we", *words.language);
    if (const auto named = sideCalled(r.sides, event.actor, *words.language))
        return named == own ? std::nullopt : named;
    std::vector<std::size_t> told(r.sides.size(), 0);
    for (const auto& claim : r.claims)
        if (claim.party && claim.party != own) ++told[*claim.party];
    const auto most = std::ranges::max_element(told);
    if (!own || *most == 0) return std::nullopt;
    why += "; who came is inferred";
    return static_cast<std::size_t>(most - told.begin());
}

const geo::Place* holdable(const model::Reconstruction& r, const std::vector<model::PlaceRef>& refs) {
    for (const auto& ref : refs) {
        const auto& mention = r.mentions[ref.mention];
        if (mention.place && isPoint(mention) && isHoldable(*mention.place)) return &*mention.place;
    }
    return nullptr;
}

std::string nameOf(double heading) {
    static constexpr const char* winds[] = {"north", "north-east", "east", "south-east",
                                            "south", "south-west", "west", "north-west"};
    return winds[static_cast<std::size_t>(std::lround(heading / 45)) % 8];
}

}  // namespace

std::optional<double> headingIn(std::span<const text::Word> words) {
    constexpr std::size_t reach = 3;  // "from the far eastern side"
    std::optional<double> heading;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto azimuth = azimuthOf(words[i]);
        if (!azimuth) continue;
        for (std::size_t back = 1; back <= std::min(i, reach); ++back) {
            const auto& before = words[i - back];
            if (before.mark) break;
            const bool from = before.is(Cue::leadsFrom), to = before.is(Cue::leadsTo);
            if (!from && !to) continue;
            const double here = std::fmod(*azimuth + (from ? 180 : 0), 360);
            if (heading && std::abs(*heading - here) > 1) return std::nullopt;
            heading = here;
            break;
        }
    }
    return heading;
}

std::vector<model::Advance> advancesIn(const model::Reconstruction& r, const Words& words) {
    constexpr double shown_m = 12000;  // of an arrow whose beginning nobody tells
    std::vector<model::Advance> out;
    for (std::size_t i = 0; i < r.events.size(); ++i) {
        const auto& event = r.events[i];
        if (!isAttack(event)) continue;
        const auto* goal = holdable(r, event.to);
        const auto* origin = holdable(r, event.from);
        const auto heading = headingIn(wordsIn(words, event.evidence.front()));
        if (!goal || (origin && origin->id == goal->id) || (!origin && !heading)) continue;
        model::Advance advance{.to = goal->where.at, .named = origin != nullptr, .event = i};
        advance.why = origin ? "told: from " + origin->name + " to " + goal->name
                             : "told: heading " + nameOf(*heading) + ", to " + goal->name + "; how far they came is not";
        const auto party = partyOf(r, event, words, advance.why);
        if (!party) continue;
        advance.party = *party;
        advance.from = origin ? origin->where.at : geo::destination(goal->where.at, std::fmod(*heading + 180, 360), shown_m);
        advance.at = event.shown.value_or(r.begin);
        out.push_back(std::move(advance));
    }
    std::ranges::stable_sort(out, {}, &model::Advance::at);
    return out;
}

}  // namespace retrace::reconstruct
