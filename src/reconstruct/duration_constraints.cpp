#include "reconstruct/time_drafting.hpp"

#include <algorithm>
#include <array>

namespace retrace::reconstruct {
namespace {

// The event that "after the army had withdrawn" hangs on: the last one told whose kind the words name.
std::optional<std::size_t> anchorEvent(const Drafting& d, const TimeExpression& time, std::size_t event,
                                       std::optional<std::size_t> before) {
    static constexpr std::array<std::pair<const char*, const char*>, 12> stems{{{"withdr", "withdraw"},
                                                                                {"retreat", "withdraw"},
                                                                                {"left", "move"},
                                                                                {"arriv", "arrive"},
                                                                                {"reach", "arrive"},
                                                                                {"captur", "capture"},
                                                                                {"fell", "capture"},
                                                                                {"attack", "attack"},
                                                                                {"order", "order"},
                                                                                {"deploy", "deploy"},
                                                                                {"advanc", "advance"},
                                                                                {"cut", "cut"}}};
    for (const auto& [stem, kind] : stems) {
        if (time.anchorWords.find(stem) == std::string::npos) continue;
        for (std::size_t i = event; i-- > 0;)
            if (d.events[i].kind == kind && d.events[i].status != text::Status::background) return i;
    }
    return before;
}

// Days that pass are counted, not measured: "three days later" may be an hour off where clocks change.
void addDelay(Drafting& d, Network::Variable from, Network::Variable to, const TimeExpression& time,
              const Support& support) {
    if (std::max(time.lowSeconds.value_or(0), time.highSeconds.value_or(0)) >= timeline::day)
        d.draft.inDays.push_back(d.draft.constraints.size());
    d.add(from, to, time.lowSeconds, time.highSeconds, support);
}

}  // namespace

void bindDuration(Drafting& d, const TimeExpression& time, std::size_t event,
                  std::optional<std::size_t> before) {
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
        if (anchoring.anchorWords.empty()) anchoring.anchorWords = other->anchorWords;
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
