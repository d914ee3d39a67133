#include "reconstruct/time_drafting.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::reconstruct {
namespace {

// No army column went faster on average; radii are taken off.
constexpr double fastest_m_s = 120000.0 / 3600.0;
std::int64_t fewestSeconds(double metres) {
    constexpr std::int64_t round = 5 * timeline::minute;  // no more exact than such a bound is
    return static_cast<std::int64_t>(metres / fastest_m_s) / round * round;
}

void travelOf(Drafting& d, const std::vector<std::size_t>& telling) {
    std::vector<const geo::Place*> here;
    std::optional<std::size_t> line;  // the last event known to be here
    bool elsewhere = false;           // it has gone somewhere unplaced since
    for (const std::size_t i : telling) {
        if (!isOnLine(d.events[i])) continue;
        std::vector<const geo::Place*> there;
        for (const auto& ref : d.events[i].to)
            if (d.mentions[ref.mention].place) there.push_back(&*d.mentions[ref.mention].place);
        double least = 1e12;
        for (const auto* a : here)
            for (const auto* b : there)
                least = std::min(
                    least, geo::distance_m(a->where.at, b->where.at) - a->where.radius_m - b->where.radius_m);
        if (!here.empty() && !there.empty() && line && least > 5000) {
            const auto& v = d.draft.events[i];
            const auto from = setsOut(d.events[i].kind) && !elsewhere ? v.start : d.draft.events[*line].end;
            const auto to = setsOut(d.events[i].kind) ? v.end : v.start;
            d.add(from, to, fewestSeconds(least), std::nullopt,
                  {Support::travel,
                   timeline::Origin::words,
                   std::to_string(std::lround(least / 1000)) + " km to " + there.front()->name +
                       " take time, at 120 km/h at most",
                   {d.events[i].evidence.front()}});
        }
        if (!there.empty()) {
            here = there;
            line = i;
            elsewhere = false;
        } else if (!d.events[i].to.empty() || setsOut(d.events[i].kind)) {
            elsewhere = true;
        } else if (!elsewhere) {
            line = i;
        }
    }
}

}  // namespace

void travelConstraints(Drafting& d) {
    for (const auto& telling : tellings(d.events)) travelOf(d, telling);
}

}  // namespace retrace::reconstruct
