#include "reconstruct/time_drafting.hpp"
#include "reconstruct/travel.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::reconstruct {
namespace {

// The event that "after the army had withdrawn" hangs on: the last one told whose kind the words name.
std::optional<std::size_t> anchorEvent(const Drafting& d, const TimeExpression& time, std::size_t event,
                                       std::optional<std::size_t> before) {
    if (time.anchorKind.empty()) return before;
    for (std::size_t i = event; i-- > 0;)
        if (d.events[i].kind == time.anchorKind && d.events[i].status != text::Status::background) return i;
    return before;
}

// Days that pass are counted, not measured: "three days later" may be an hour off where clocks change.
void addDelay(Drafting& d, Network::Variable from, Network::Variable to, const TimeExpression& time,
              const Support& support) {
    if (std::max(time.lowSeconds.value_or(0), time.highSeconds.value_or(0)) >= timeline::day)
        d.draft.inDays.push_back(d.draft.constraints.size());
    d.add(from, to, time.lowSeconds, time.highSeconds, support);
}

// The least that the event's way is long, and its ends; nothing where it is no way or not known.
struct WayTold {
    double metres = 0;
    const geo::Place* from = nullptr;
    const geo::Place* to = nullptr;
};
std::optional<WayTold> wayTold(const Drafting& d, std::size_t event, std::optional<std::size_t> before) {
    const auto placed = [&](const std::vector<model::PlaceRef>& refs) -> const geo::Place* {
        for (const auto& ref : refs)
            if (d.mentions[ref.mention].place) return &*d.mentions[ref.mention].place;
        return nullptr;
    };
    const auto& e = d.events[event];
    const auto* to = placed(e.to);
    const auto* from = placed(e.from);
    if (!from && before && isOnLine(d.events[*before])) from = placed(d.events[*before].to);
    if (!from || !to || from->id == to->id) return std::nullopt;
    return WayTold{leastApart_m(*from, *to), from, to};
}

// "Within a quarter of an hour" for 45 km is a manner of speaking: told, and not obeyed.
bool isFigureByFeasibility(Drafting& d, const TimeExpression& time, std::size_t event,
                           std::optional<std::size_t> before) {
    constexpr double shortWay_m = 5000;  // "a minute" across a village
    if (!time.highSeconds || *time.highSeconds <= 0) return false;
    if (!time.lasts && (time.relation != TimeRelation::after || setsOut(d.events[event].kind))) return false;
    const auto way = wayTold(d, event, before);
    if (!way || way->metres < shortWay_m) return false;
    const double speed = kmh(way->metres, static_cast<double>(*time.highSeconds));
    if (speed <= fastest_m_s(d.events[event].means) * 3.6) return false;
    d.draft.findings.push_back({"figure-of-speech",
                                "note",
                                quoted(d, time) + " for the " + kilometres(way->metres) + " from " +
                                    way->from->name + " to " + way->to->name + " would be " +
                                    std::to_string(std::lround(speed)) +
                                    " km/h at least: taken as a figure of speech, not as a measure",
                                {time.quote},
                                {}});
    return true;
}

}  // namespace

void bindDuration(Drafting& d, const TimeExpression& time, std::size_t event,
                  std::optional<std::size_t> before) {
    if (isFigureByFeasibility(d, time, event, before)) return;
    auto& v = d.draft.events[event];
    const Support support{Support::distance, timeline::Origin::words, quoted(d, time), {time.quote}};
    if (time.lasts) {
        v.lasts = true;
        addDelay(d, v.start, v.end, time, support);
        return;
    }
    if (time.relation != TimeRelation::after)
        return;  // "had gone a week without": no step from event to event
    auto anchoring = time;
    for (const auto* other : timesOf(d, event))
        if (anchoring.anchorKind.empty()) anchoring.anchorKind = other->anchorKind;
    const auto anchor = anchorEvent(d, anchoring, event, before);
    if (!anchor) return;
    const auto& a = d.draft.events[*anchor];
    auto counted = support;
    counted.words += " after " + d.said(*anchor);
    addDelay(d, a.start, v.start, time, counted);
    // The clock moves along by the nominal time, within its day; "three days later" names no hour.
    constexpr int dayMinutes = 24 * 60;
    if (a.clock && !v.clock && a.clock->from && a.clock->to && time.lowSeconds && time.highSeconds) {
        const int minutes = static_cast<int>((*time.lowSeconds + *time.highSeconds) / 2 / 60);
        if (std::max(*a.clock->from, *a.clock->to) + minutes >= dayMinutes) return;
        v.clock = timeline::ClockSpan{*a.clock->from + minutes, *a.clock->to + minutes};
        v.day = a.day;
    }
}

}  // namespace retrace::reconstruct
