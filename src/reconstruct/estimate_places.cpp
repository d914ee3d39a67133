#include "geo/geodesic.hpp"
#include "reconstruct/choose_places.hpp"
#include "reconstruct/estimate_spots.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

bool standsOnRoute(const text::Mention& mention, const text::Reading& reading) {
    if (mention.repeats || mention.statement == text::Mention::npos ||
        mention.statement >= reading.statements.size())
        return false;
    const auto& statement = reading.statements[mention.statement];
    if (statement.status != text::Status::executed || statement.presence == text::Presence::none)
        return false;
    return mention.role == text::Role::stop || mention.role == text::Role::destination;
}

}  // namespace

void estimateUnknownStops(const Words& words, ChosenPlaces& places) {
    constexpr double between_m = 30000;
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto& reading = words.readings[s];
        const auto first = firstMention(words, s);
        std::vector<std::size_t> route;
        for (std::size_t i = 0; i < reading.mentions.size(); ++i)
            if (standsOnRoute(reading.mentions[i], reading) && !places.mentions[first + i].ignored)
                route.push_back(first + i);
        for (std::size_t i = 1; i + 1 < route.size(); ++i) {
            const auto group = places.groupOf[route[i]];
            const auto& before = places.mentions[route[i - 1]].place;
            const auto& after = places.mentions[route[i + 1]].place;
            if (places.mentions[route[i]].place || !before || !after) continue;
            // A namesake, or a like name within a few days' march, is a candidate to weigh: not a name that
            // nobody knows.
            if (std::ranges::any_of(places.groups[group].candidates, [&](const geo::Candidate& c) {
                    return c.score >= 0.98 ||
                           (c.score >= 0.7 &&
                            geo::distance_m(c.place.where.at, before->where.at) < 5 * between_m);
                }))
                continue;
            const double apart = geo::distance_m(before->where.at, after->where.at);
            // Out and back again says nothing of how far out.
            if (apart > between_m || before->id == after->id) continue;
            const auto& name = places.groups[group].name;
            geo::Candidate estimate{
                .place = {.id = "est:" + name,
                          .name = name,
                          .type = "area",
                          .where = estimatedAt({geo::between(before->where.at, after->where.at, 0.5),
                                                std::max(2000.0, 0.6 * apart)}),
                          .country = before->country},
                .score = 0.3,
                .reasons = {"estimated: no gazetteer has the name; the march goes from " + before->name +
                            " by it to " + after->name},
                .gazetteer = "estimate"};
            places.groups[group].candidates.insert(places.groups[group].candidates.begin(), estimate);
            for (const auto m : places.groups[group].mentions) {
                auto& mention = places.mentions[m];
                if (mention.decided == model::Decided::analyst) continue;
                mention.decided = model::Decided::automatic;
                mention.place = estimate.place;
                mention.confidence = 0.3;
                mention.why = estimate.reasons.front();
                mention.candidates = places.groups[group].candidates;
            }
        }
    }
}

}  // namespace retrace::reconstruct
