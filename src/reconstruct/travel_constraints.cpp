#include "reconstruct/time_drafting.hpp"
#include "reconstruct/travel.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::reconstruct {
namespace {

std::int64_t fewestSeconds(double metres, const std::string& means) {
    constexpr std::int64_t round = 5 * timeline::minute;  // no more exact than such a bound is
    return static_cast<std::int64_t>(metres / fastest_m_s(means)) / round * round;
}

std::string speedWords(const std::string& means) {
    const auto speed = std::to_string(std::lround(fastest_m_s(means) * 3.6)) + " km/h at most";
    return means.empty() ? speed : speed + " (" + means + ")";
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
            for (const auto* b : there) least = std::min(least, leastApart_m(*a, *b));
        if (!here.empty() && !there.empty() && line && least > 5000) {
            const auto& v = d.draft.events[i];
            const auto from = setsOut(d.events[i].kind) && !elsewhere ? v.start : d.draft.events[*line].end;
            const auto to = setsOut(d.events[i].kind) ? v.end : v.start;
            const auto& means = d.events[i].means;
            d.add(from, to, fewestSeconds(least, means), std::nullopt,
                  {Support::travel,
                   timeline::Origin::words,
                   kilometres(least) + " to " + there.front()->name + " take time, at " + speedWords(means),
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
