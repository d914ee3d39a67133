#include "reconstruct/time_drafting.hpp"

namespace retrace::reconstruct {

void newDay(Drafting& d, const TimeExpression& time, std::size_t event) {
    auto& v = d.draft.events[event];
    const Support support{
        Support::date, timeline::Origin::words, quoted(d, time) + " names the day", {time.quote}};
    DayGroup next{.day = d.variable()};
    d.draft.days.push_back(next.day);
    next.date = completeDate(d.words, *time.date, time.quote, d.options);
    v.ownDate = true;
    if (next.date) {
        const auto midnight = timeline::toInstant({*next.date}, d.options.zone);
        d.add(Network::epoch, next.day, midnight.seconds, midnight.seconds, support);
        next.anchored = true;
        next.weekday = timeline::weekday(*next.date);
        v.lastDay = timeline::dayNumber(*next.date);
        endWeekdays(d, next, time.quote);
    } else {
        d.draft.findings.push_back(
            {"year-missing",
             "note",
             quoted(d, time) + " names no year, and nothing in the words or options gives one",
             {time.quote},
             {}});
    }
    d.group = next;
}

bool dayAfter(Drafting& d, const TimeExpression& time, std::size_t event, std::optional<std::size_t> before) {
    const int days = *time.dayOffset;
    const bool back = days < 0;
    d.draft.events[event].toldBack = back;
    if (back && !d.group) return false;
    if (!d.group) {
        d.group = DayGroup{.day = d.variable()};
        d.draft.days.push_back(d.group->day);
        if (before) {
            d.add(d.group->day, d.draft.events[*before].start, 0, timeline::day + 4 * timeline::hour,
                  {Support::flow,
                   timeline::Origin::words,
                   quoted(d, time) + " counts from the day of " + d.said(*before),
                   {time.quote}});
        }
    }
    if (days == 0) return true;
    for (const auto member : back ? std::vector<std::size_t>{} : d.group->members)
        d.addByClock(d.group->day, d.draft.events[member].start, std::nullopt, timeline::day,
                     {Support::flow,
                      timeline::Origin::words,
                      d.said(member) + " is told before " + quoted(d, time) + " begins",
                      {time.quote}});
    DayGroup next{.day = d.variable()};
    d.draft.days.push_back(next.day);
    if (d.group->date) next.date = timeline::plusDays(*d.group->date, days);
    if (d.group->weekday) next.weekday = ((*d.group->weekday + days) % 7 + 7) % 7;
    next.anchored = d.group->anchored;
    next.stretch = d.group->stretch;
    if (next.stretch && !next.stretch->wide) next.stretch->end = next.stretch->end + days * timeline::day;
    d.addByClock(d.group->day, next.day, days * timeline::day, days * timeline::day,
                 {Support::distance,
                  timeline::Origin::words,
                  quoted(d, time) + (back ? ": told back from the day before it, by " + std::to_string(-days)
                                          : ": the day before it and " + std::to_string(days) + " on"),
                  {time.quote}});
    d.group = next;
    return true;
}

}  // namespace retrace::reconstruct
