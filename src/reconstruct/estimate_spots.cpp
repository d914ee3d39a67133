#include "reconstruct/estimate_spots.hpp"

#include "geo/coordinates.hpp"
#include "geo/geodesic.hpp"
#include "reconstruct/order_events.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::reconstruct {
namespace {

// Whether the narrator or the unit then was there: what is only seen from afar gives no stop.
bool isThere(const model::Event& event) {
    static constexpr std::array kinds{"arrive", "deploy", "hold", "occupy", "stay"};
    return isOnLine(event) && (setsOut(event.kind) ||
                               std::ranges::any_of(kinds, [&](const char* k) { return event.kind == k; }));
}

// A named place that is a point, else nothing.
const geo::Place* pointOf(const std::vector<model::PlaceMention>& mentions, std::size_t mention) {
    constexpr double wide_m = 20000;
    const auto& m = mentions[mention];
    return m.place && !m.ignored && m.place->where.radius_m < wide_m ? &*m.place : nullptr;
}

model::Estimate estimated(const std::string& name, const geo::Place& beside, geo::Whereabouts where,
                          const std::string& method, std::vector<std::size_t> mentions) {
    return {.place = {.id = "est:" + name,
                      .name = name,
                      .type = "area",
                      .where = estimatedAt(where),
                      .country = beside.country},
            .why = "estimated from the narrator's words: " + name + "; " + method,
            .mentions = std::move(mentions)};
}

model::Estimate between(const geo::Place& a, const geo::Place& b, bool road,
                        std::vector<std::size_t> mentions) {
    constexpr double least_m = 500;
    const double apart = geo::distance_m(a.where.at, b.where.at);
    return estimated((road ? "road between " : "between ") + a.name + " and " + b.name, a,
                     {geo::between(a.where.at, b.where.at, 0.5), std::max(least_m, apart / 2)},
                     "the middle, half the way wide", std::move(mentions));
}

// "We went over to them", "took their place", "at that post": the words lean on others just told of.
bool leansBack(const std::string& words) {
    static constexpr std::array leaning{"to them",     "towards them", "toward them",    "joined them",
                                        "their place", "their post",   "their position", "relieved them",
                                        "from them",   "that post",    "that position"};
    return std::ranges::any_of(leaning,
                               [&](const char* each) { return words.find(each) != std::string::npos; });
}

struct Estimating {
    const Words& words;
    const std::vector<model::PlaceMention>& mentions;
    const std::vector<model::Event>& events;

    std::optional<model::Estimate> own(std::size_t event, const std::vector<std::size_t>& among) const {
        const auto* reading = readingOf(words, events[event]);
        if (!reading) return std::nullopt;
        const auto first = firstMention(words, static_cast<std::size_t>(reading - words.readings.data()));
        const auto phrase = spotPhraseIn(words, *reading, first, among, events[event].evidence.front());
        return phrase ? estimateFor(*phrase, mentions) : std::nullopt;
    }
    // Where those stood whom the words lean on: told within the last few clauses of the same source.
    std::optional<model::Estimate> leaning(std::size_t event, const geo::Place* here) const {
        constexpr std::size_t clauses = 3, letters = 300;
        const auto& said = events[event].evidence.front();
        for (std::size_t back = 1; back <= clauses && back <= event; ++back) {
            const auto& e = events[event - back];
            const auto& quote = e.evidence.front();
            if (quote.source != said.source || quote.begin > said.begin || said.begin - quote.begin > letters)
                return std::nullopt;
            if (e.estimate) return e.estimate;  // as found for the clause before
            const auto among = mentionsOf(words, e);
            if (among.empty()) continue;
            if (auto estimate = own(event - back, among)) return estimate;
            const auto* reading = readingOf(words, e);
            const auto first = firstMention(words, static_cast<std::size_t>(reading - words.readings.data()));
            const auto goal = roadTo(words, *reading, first, among, quote);
            const auto* there = goal ? pointOf(mentions, *goal) : nullptr;
            if (there && here && there->id != here->id) return between(*here, *there, true, {*goal});
            return std::nullopt;
        }
        return std::nullopt;
    }
};

}  // namespace

std::optional<model::Estimate> estimateFor(const SpotPhrase& phrase,
                                           const std::vector<model::PlaceMention>& mentions) {
    using Kind = SpotPhrase::Kind;
    constexpr double district_m = 10000;
    const auto* place = pointOf(mentions, phrase.mention);
    if (!place) return std::nullopt;
    if (phrase.kind == Kind::between) {
        const auto* other = pointOf(mentions, *phrase.other);
        if (!other || other->id == place->id) return std::nullopt;
        return between(*place, *other, phrase.road, {phrase.mention, *phrase.other});
    }
    const double own = place->where.radius_m;
    if (phrase.kind == Kind::distance) {
        const auto& far = *phrase.distance_m;
        const auto name = geo::distanceText(far) + " " +
                          (phrase.azimuth_deg ? phrase.direction + " of " : "from ") + place->name;
        if (!phrase.azimuth_deg)
            return estimated(name, *place, {place->where.at, far + own}, "no side is told, so all around",
                             {phrase.mention});
        return estimated(name, *place,
                         {geo::destination(place->where.at, *phrase.azimuth_deg, far), 0.3 * far + own},
                         "three tenths of the distance wide", {phrase.mention});
    }
    const bool edge = phrase.kind == Kind::outskirts;
    const double off = edge ? std::max(own, 1000.0) : district_m;
    return estimated((edge ? "outskirts, " : "") + phrase.direction + " of " + place->name, *place,
                     {geo::destination(place->where.at, *phrase.azimuth_deg, off), off},
                     "no distance is told: " + geo::distanceText(off) + " off and as wide", {phrase.mention});
}

geo::Whereabouts estimatedAt(const geo::Whereabouts& where) {
    const auto to = [](double value, double per) { return std::round(value * per) / per; };
    return {{to(where.at.lon, 1e4), to(where.at.lat, 1e4)}, std::round(where.radius_m / 10) * 10};
}

void estimateSpots(const Words& words, const std::vector<model::PlaceMention>& mentions,
                   std::vector<model::Event>& events) {
    const geo::Place* here = nullptr;  // the last point where the narrator or the unit was
    for (std::size_t i = 0; i < events.size(); ++i) {
        auto& event = events[i];
        if (!isOnLine(event)) continue;
        const Estimating estimating{words, mentions, events};
        const auto among = mentionsOf(words, event);
        if (isThere(event)) {
            if (!among.empty())
                event.estimate = estimating.own(i, among);
            else if (leansBack(wordsOf(words, event.evidence.front())))
                event.estimate = estimating.leaning(i, here);
        }
        // Another goal is told too: the phrase then only says where that lies.
        if (event.estimate && std::ranges::any_of(event.to, [&](const auto& ref) {
                return std::ranges::find(event.estimate->mentions, ref.mention) ==
                       event.estimate->mentions.end();
            }))
            event.estimate.reset();
        for (const auto& ref : event.to)
            if (const auto* place = pointOf(mentions, ref.mention)) here = place;
    }
}

}  // namespace retrace::reconstruct
