#include "reconstruct/bare_hours.hpp"
#include "reconstruct/time_drafting.hpp"

#include "timeline/calendar_words.hpp"
#include "timeline/clock_change.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

constexpr std::int64_t seconds(int minutes) {
    return static_cast<std::int64_t>(minutes) * 60;
}

timeline::ClockSpan widened(const timeline::ClockSpan& clock, const TimeExpression& time) {
    if (clock.from && clock.to && *clock.from == *clock.to && time.approximate)
        return {*clock.from - 15, *clock.to + 15};
    return clock;
}

// As the clock shows it: midnight at the end of a day is 00:00.
timeline::ClockSpan shownClock(timeline::ClockSpan clock) {
    constexpr int midnight = 24 * 60;
    if (clock.from == midnight) clock.from = 0;
    if (clock.to == midnight) clock.to = 0;
    return clock;
}

// As the event's own clock: "before dawn" has none of its own, but a bound.
timeline::ClockSpan toldClock(const timeline::ClockSpan& clock, TimeRelation relation) {
    if (clock.from && clock.to && relation == TimeRelation::before) return {std::nullopt, clock.from};
    if (clock.from && clock.to && relation == TimeRelation::after) return {clock.to, std::nullopt};
    if (clock.from && clock.to && relation == TimeRelation::until) return {std::nullopt, clock.to};
    return clock;
}

void bindHour(Drafting& d, const TimeExpression& time, const timeline::ClockSpan& clock, std::size_t event,
              Network::Variable midnight, bool ownDay, const std::string& words) {
    const auto low = clock.from ? std::optional(seconds(*clock.from)) : std::nullopt;
    const auto high = clock.to ? std::optional(seconds(*clock.to)) : std::nullopt;
    bind(d, event, midnight, low, high, time.relation,
         {Support::clock, timeline::Origin::words, words, {time.quote}});
    // "On the ninth, before midnight": the day itself bounds the other side.
    const auto& v = d.draft.events[event];
    const Support thatDay{Support::date, timeline::Origin::words, "on that day", {time.quote}};
    if (ownDay && time.relation == TimeRelation::before)
        d.addByClock(midnight, v.start, 0, std::nullopt, thatDay);
    if (ownDay && time.relation == TimeRelation::after)
        d.addByClock(midnight, v.start, std::nullopt, timeline::day, thatDay);
}

DayGroup daysAfter(const Drafting& d, Network::Variable day, int days) {
    DayGroup next = *d.group;
    next.day = day;
    if (days == 0) return next;
    if (next.date) next.date = timeline::plusDays(*next.date, days);
    if (next.weekday) next.weekday = (*next.weekday + days) % 7;
    next.named = false;
    next.lastClock = 0;
    next.members.clear();
    return next;
}

std::string hourWords(const timeline::ClockSpan& clock, int days) {
    std::string words = timeline::hourText((clock.from ? *clock.from : *clock.to) % (24 * 60));
    if (clock.from && clock.to && *clock.to > *clock.from)
        words += '-' + timeline::hourText(*clock.to % (24 * 60));
    if (days > 0) words += " of the day after";
    return words;
}

// The event's words about the hour, those of other hours left out: "at eleven in the morning ..., at one".
text::Quote wordsAround(const Drafting& d, const TimeExpression& time, std::size_t event) {
    auto around = d.events[event].evidence.front();
    const auto* reading = readingOf(d.words, d.events[event]);
    if (!reading) return around;
    auto other = std::ranges::partition_point(
        reading->times, [&](const auto& t) { return t.quote.begin < around.begin; });
    for (const auto last = around.end; other != reading->times.end() && other->quote.begin < last; ++other) {
        if (!other->clock && !other->prayer) continue;
        if (other->quote.end <= time.quote.begin) around.begin = std::max(around.begin, other->quote.end);
        if (other->quote.begin >= time.quote.end) around.end = std::min(around.end, other->quote.begin);
    }
    return around;
}

// The half of the day that the words about the hour say, or the sun told with it: "toward dawn, about five".
HalfOfDay halfOf(const Drafting& d, const TimeExpression& time, std::size_t event) {
    const auto said = halfOfDayIn(d.words, wordsAround(d, time, event));
    if (said != HalfOfDay::unsaid) return said;
    for (const auto* other : timesOf(d, event)) {
        if (!other->prayer) continue;
        switch (*other->prayer) {
            case timeline::Prayer::fajr:
            case timeline::Prayer::sunrise:
                return HalfOfDay::morning;
            case timeline::Prayer::dhuhr:
            case timeline::Prayer::asr:
                return HalfOfDay::afternoon;
            case timeline::Prayer::maghrib:
                return HalfOfDay::evening;
            case timeline::Prayer::isha:
                return HalfOfDay::night;
        }
    }
    return said;
}

}  // namespace

bool bindBareHour(Drafting& d, const TimeExpression& time, timeline::ClockSpan clock, std::size_t event,
                  bool ownDay) {
    constexpr int halfDay = 12 * 60, wholeDay = 24 * 60, dawn = 6 * 60;
    const int top = std::max(clock.from.value_or(0), clock.to.value_or(0));
    // "Half past twelve" is told of midday, of the night with more words.
    const bool bare = top > 0 && top < halfDay && isBareHour(d.words, time.quote);
    const bool isMidnight = time.midnight && clock.from == 0 && clock.to == 0;
    const bool thatNight = !ownDay || time.dayOffset == 0;  // "about three that night": the night after that day
    const bool ofNight = top < dawn && !isMidnight && d.group && thatNight && isOfNightAfter(d.words, time.quote);
    if (!bare && !ofNight && !isMidnight) return false;
    if (!d.group) {
        d.group = DayGroup{.day = d.variable()};
        d.draft.days.push_back(d.group->day);
    }
    const auto last = d.group->clockTold ? std::optional(d.group->lastClock) : std::nullopt;
    std::vector<BareHourWay> ways;
    if (bare)
        ways = waysToTake(clock, last, ownDay, halfOf(d, time, event));
    else if (isMidnight)  // mostly the one that ends the day
        ways = {{0, {wholeDay, wholeDay}, 0}, {0, clock, 1}};
    else if (!last || *last > top)
        ways = {{1, clock, 0}, {0, clock, 1}};
    if (ways.size() < 2) return false;
    auto& v = d.draft.events[event];
    HourChoice choice{.event = event, .quote = time.quote, .said = quoted(d, time)};
    const auto told = d.group->day;
    auto midnight = told;
    if (std::ranges::any_of(ways, [](const auto& way) { return way.days > 0; })) {
        midnight = d.variable();  // the choice's own
        d.draft.days.push_back(midnight);
        d.addByClock(told, midnight, 0, timeline::day, {Support::structure, timeline::Origin::words, "", {}});
    }
    for (const auto& way : ways) {
        const auto begin = d.draft.constraints.size();
        const auto wide = widened(way.clock, time);
        const auto taking = hourWords(wide, way.days);
        if (midnight != told)
            d.addByClock(told, midnight, way.days * timeline::day, way.days * timeline::day,
                         {Support::flow, timeline::Origin::words, "", {time.quote}});
        bindHour(d, time, wide, event, midnight, ownDay, quoted(d, time) + " is taken as " + taking);
        HourTaken taken{way.cost, {}, shownClock(toldClock(wide, time.relation)), taking};
        for (auto i = begin; i < d.draft.constraints.size(); ++i) {
            taken.constraints.push_back(i);
            d.draft.conditional.push_back(i);
        }
        choice.ways.push_back(std::move(taken));
    }
    const auto& first = ways.front();
    v.ownClock = true;
    v.clock = choice.ways.front().clock;
    v.day = midnight;
    d.draft.choices.push_back(std::move(choice));
    auto next = daysAfter(d, midnight, first.days);
    next.lastClock = std::max(next.lastClock, first.clock.from ? *first.clock.from : *first.clock.to);
    next.clockTold = true;
    d.group = next;
    return true;
}

void bindClock(Drafting& d, const TimeExpression& time, timeline::ClockSpan clock, std::size_t event,
               bool ownDay, const std::string& why) {
    auto& v = d.draft.events[event];
    // "Before midnight" ends the day, and an hour span over midnight runs into the next.
    if (!clock.from && clock.to == 0) clock.to = 24 * 60;
    if (clock.from && clock.to && *clock.to < *clock.from) *clock.to += 24 * 60;
    if (why.empty() && bindBareHour(d, time, clock, event, ownDay)) return;
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
    clock = widened(clock, time);
    v.ownClock = true;
    v.clock = shownClock(toldClock(clock, time.relation));
    v.day = d.group->day;
    bindHour(d, time, clock, event, d.group->day, ownDay,
             quoted(d, time) + (why.empty() ? " by the clock of that day" : why));
    d.group->lastClock = std::max(d.group->lastClock, first);
    d.group->clockTold = true;
}

}  // namespace retrace::reconstruct
