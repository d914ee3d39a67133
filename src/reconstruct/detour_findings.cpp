#include "geo/geodesic.hpp"
#include "reconstruct/build_legs.hpp"
#include "reconstruct/findings.hpp"
#include "reconstruct/travel.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::reconstruct {
namespace {

constexpr double least_m = 150000;  // a shorter way out and back is nothing strange
constexpr double times = 4;         // the way of the stops beside it

constexpr double ocean_m =
    3000000;  // a first or last stop so far off, and ten times as far as all others are

// A namesake stands out by its way: the stops told before and after lie close together, it far from both.
// Going out and coming back to one place is no sign.
bool isFarOff(double in_m, double out_m, double across_m) {
    return across_m > 0 && std::min(in_m, out_m) > std::max(least_m, times * across_m);
}

}  // namespace

std::vector<model::Finding> detourFindings(const model::Reconstruction& r) {
    std::vector<model::Finding> findings;
    for (const auto& itinerary : r.itineraries) {
        std::vector<const model::Stop*> placed;
        for (const auto& stop : itinerary.stops)
            if (stop.place && stop.mention && (placed.empty() || placed.back()->order < stop.order))
                placed.push_back(&stop);
        if (placed.size() < 2) continue;
        const auto lonely = [&](const model::Stop& end, const model::Stop& beside) {
            const double away = geo::distance_m(end.place->where.at, beside.place->where.at);
            double others = 0;
            for (const auto* stop : placed)
                if (stop != &end)
                    others = std::max(others, geo::distance_m(stop->place->where.at, beside.place->where.at));
            const auto& mention = r.mentions[*end.mention];
            if (mention.decided == model::Decided::analyst || isArea(*end.place)) return;
            if (away < std::max(ocean_m, 10 * others)) return;
            findings.push_back({"far-off",
                                "warning",
                                "\"" + mention.mention.name + "\" is taken as " + end.place->name + ", " +
                                    kilometres(away) + " from " + beside.place->name +
                                    " beside it: is another place of that name meant?",
                                {mention.mention.quote},
                                {}});
        };
        if (placed.size() > 2) lonely(*placed.front(), *placed[1]);
        lonely(*placed.back(), *placed[placed.size() - 2]);
        for (std::size_t i = 1; i + 1 < placed.size(); ++i) {
            const auto &before = *placed[i - 1], &here = *placed[i], &after = *placed[i + 1];
            const auto& mention = r.mentions[*here.mention];
            if (mention.decided == model::Decided::analyst || isArea(*here.place)) continue;
            const auto away = [&](const model::Stop& a, const model::Stop& b) {
                return geo::distance_m(a.place->where.at, b.place->where.at);
            };
            const double in = away(before, here), out = away(here, after), across = away(before, after);
            if (!isFarOff(in, out, across)) continue;
            findings.push_back({"far-off",
                                "warning",
                                "\"" + mention.mention.name + "\" is taken as " + here.place->name + ", " +
                                    kilometres(in) + " from " + before.place->name + " and " +
                                    kilometres(out) + " from " + after.place->name + ", which lie " +
                                    kilometres(across) + " apart: is another place of that name meant?",
                                {mention.mention.quote},
                                {}});
        }
    }
    return findings;
}

}  // namespace retrace::reconstruct
