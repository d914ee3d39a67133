#include "reconstruct/time_drafting.hpp"

#include "timeline/clock_change.hpp"
#include "timeline/sun.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

constexpr std::int64_t seconds(int minutes) {
    return static_cast<std::int64_t>(minutes) * 60;
}

}  // namespace

void bindClock(Drafting& d, const TimeExpression& time, timeline::ClockSpan clock, std::size_t event,
               bool ownDay) {
    auto& v = d.draft.events[event];
    // "Before midnight" ends the day, and an hour span over midnight runs into the next.
    if (!clock.from && clock.to == 0) clock.to = 24 * 60;
    if (clock.from && clock.to && *clock.to < *clock.from) *clock.to += 24 * 60;
    const int first = clock.from ? *clock.from : clock.to ? *clock.to : 0;
    if (!d.group) {
        d.group = DayGroup{.day = d.variable()};
        d.draft.days.push_back(d.group->day);
    } else if (!ownDay && first < d.group->lastClock) {
        // An earlier hour than the one told before it, and no day said: the night has passed.
        DayGroup next{.day = d.variable()};
        d.draft.days.push_back(next.day);
        if (d.group->date) next.date = timeline::plusDays(*d.group->date, 1);
        if (d.group->weekday) next.weekday = (*d.group->weekday + 1) % 7;
        next.anchored = d.group->anchored;
        next.stretch = d.group->stretch;
        d.addByClock(
            d.group->day, next.day, timeline::day, timeline::day,
            {Support::flow,
             timeline::Origin::words,
             quoted(d, time) + " is earlier on the clock than the hour told before it: the day after",
             {time.quote}});
        d.group = next;
    }
    if (clock.from && clock.to && *clock.from == *clock.to && time.approximate)
        clock = {*clock.from - 15, *clock.to + 15};
    v.ownClock = true;
    v.clock = clock;
    // "Before dawn": no clock of its own, a bound.
    if (clock.from && clock.to && time.relation == TimeRelation::before) v.clock = {std::nullopt, clock.from};
    if (clock.from && clock.to && time.relation == TimeRelation::after) v.clock = {clock.to, std::nullopt};
    v.day = d.group->day;
    const auto low = clock.from ? std::optional(seconds(*clock.from)) : std::nullopt;
    const auto high = clock.to ? std::optional(seconds(*clock.to)) : std::nullopt;
    bind(d, event, d.group->day, low, high, time.relation,
         {Support::clock,
          timeline::Origin::words,
          quoted(d, time) + " by the clock of that day",
          {time.quote}});
    // "On the ninth, before midnight": the day itself bounds the other side.
    const Support thatDay{Support::date, timeline::Origin::words, "on that day", {time.quote}};
    if (ownDay && time.relation == TimeRelation::before)
        d.addByClock(d.group->day, v.start, 0, std::nullopt, thatDay);
    if (ownDay && time.relation == TimeRelation::after)
        d.addByClock(d.group->day, v.start, std::nullopt, timeline::day, thatDay);
    d.group->lastClock = std::max(d.group->lastClock, first);
}

std::optional<timeline::ClockSpan> prayerClock(const Drafting& d, timeline::Prayer prayer,
                                               const geo::LonLat& at) {
    std::vector<timeline::Date> dates;
    const int year = d.options.referenceDate ? d.options.referenceDate->year : 2000;
    if (d.group && d.group->date)
        dates.push_back(*d.group->date);
    else
        for (const int month : {3, 6, 9, 12}) dates.push_back({year, month, 21});
    std::optional<timeline::ClockSpan> clock;
    for (const auto& date : dates) {
        const auto span = timeline::prayerSpan(prayer, date, at, d.options.zone);
        if (!span || !span->earliest || !span->latest) continue;
        const int from = timeline::minutesFrom(date, *span->earliest, d.options.zone) / 10 * 10;
        const int to = (timeline::minutesFrom(date, *span->latest, d.options.zone) + 9) / 10 * 10;
        clock = clock ? timeline::ClockSpan{std::min(*clock->from, from), std::max(*clock->to, to)}
                      : timeline::ClockSpan{from, to};
    }
    return clock;
}

}  // namespace retrace::reconstruct
