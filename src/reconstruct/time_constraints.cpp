#include "geo/geodesic.hpp"
#include "reconstruct/order_events.hpp"
#include "reconstruct/solve_times.hpp"
#include "timeline/sun.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::reconstruct {
namespace {

using text::TimeExpression;
using text::TimeRelation;
using timeline::Network;

struct DayGroup {
    Network::Variable day = 0;
    std::optional<timeline::Date> date;
    int lastClock = 0;                 // minutes
    std::vector<std::size_t> members;  // events told since without a day of their own
};

struct Drafting {
    const Words& words;
    const std::vector<model::Event>& events;
    const std::vector<model::PlaceMention>& mentions;
    const Options& options;
    TimeDraft draft;
    std::optional<DayGroup> group;

    Network::Variable variable() { return draft.variables++; }
    void add(Network::Variable from, Network::Variable to, std::optional<std::int64_t> low,
             std::optional<std::int64_t> high, Support support) {
        draft.constraints.push_back({from, to, low, high, draft.supports.size()});
        draft.supports.push_back(std::move(support));
    }
    std::string said(std::size_t event) const {
        return inQuotes(shortWords(words, events[event].evidence.front(), 50));
    }
};

std::vector<const TimeExpression*> timesOf(const Drafting& d, std::size_t event) {
    std::vector<const TimeExpression*> list;
    const auto* reading = readingOf(d.words, d.events[event]);
    if (!reading) return list;
    const auto& statement = reading->statements[d.events[event].statement];
    for (const auto t : statement.times) {
        const auto& time = reading->times[t];
        const bool figure = std::ranges::any_of(statement.figures,
                                                [&](const auto& f) { return text::overlaps(f, time.quote); });
        if (!figure) list.push_back(&time);
    }
    return list;
}

// Whether its place in the telling says when it was.
bool isTold(const model::Event& event) {
    return event.status != text::Status::background && event.voice != text::Voice::editor &&
           event.voice != text::Voice::claimed;
}

std::string quoted(const Drafting& d, const TimeExpression& time) {
    return inQuotes(shortWords(d.words, time.quote, 50));
}

constexpr std::int64_t seconds(int minutes) {
    return static_cast<std::int64_t>(minutes) * 60;
}

// Binds the start or the end of an event to low..high after `base`, as the expression's relation asks.
void bind(Drafting& d, std::size_t event, Network::Variable base, std::optional<std::int64_t> low,
          std::optional<std::int64_t> high, TimeRelation relation, const Support& support) {
    auto& v = d.draft.events[event];
    switch (relation) {
        case TimeRelation::at:
        case TimeRelation::during:
        case TimeRelation::from:
            d.add(base, v.start, low, high, support);
            break;
        case TimeRelation::until:
            v.until = true;
            d.add(base, v.end, low ? low : high, high, support);
            break;
        case TimeRelation::before:
            d.add(base, v.start, std::nullopt, low ? low : high, support);
            break;
        case TimeRelation::after:
            d.add(base, v.start, high ? high : low, std::nullopt, support);
            break;
    }
}

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

// "The next day": counted from the last day that the telling knows, else from the event told before.
void dayAfter(Drafting& d, const TimeExpression& time, std::optional<std::size_t> before) {
    const int days = *time.dayOffset;
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
    if (days == 0) return;
    for (const auto member : d.group->members)
        d.add(d.group->day, d.draft.events[member].start, std::nullopt, timeline::day,
              {Support::flow,
               timeline::Origin::words,
               d.said(member) + " is told before " + quoted(d, time) + " begins",
               {time.quote}});
    DayGroup next{.day = d.variable()};
    d.draft.days.push_back(next.day);
    if (d.group->date) next.date = timeline::plusDays(*d.group->date, days);
    d.add(d.group->day, next.day, days * timeline::day, days * timeline::day,
          {Support::distance,
           timeline::Origin::words,
           quoted(d, time) + ": the day before it and " + std::to_string(days) + " on",
           {time.quote}});
    d.group = next;
}

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
        d.add(d.group->day, next.day, timeline::day, timeline::day,
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
        d.add(d.group->day, v.start, 0, std::nullopt, thatDay);
    if (ownDay && time.relation == TimeRelation::after)
        d.add(d.group->day, v.start, std::nullopt, timeline::day, thatDay);
    d.group->lastClock = std::max(d.group->lastClock, first);
}

// Minutes of the day that a prayer may fill there, on that day or (day unknown) on any, rounded outwards to
// ten minutes: mosques differ by some.
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
        const auto midnight = timeline::toInstant({date}, d.options.zone);
        const int from = static_cast<int>((*span->earliest - midnight) / 60) / 10 * 10;
        const int to = (static_cast<int>((*span->latest - midnight) / 60) + 9) / 10 * 10;
        clock = clock ? timeline::ClockSpan{std::min(*clock->from, from), std::max(*clock->to, to)}
                      : timeline::ClockSpan{from, to};
    }
    return clock;
}

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

void bindDuration(Drafting& d, const TimeExpression& time, std::size_t event,
                  std::optional<std::size_t> before) {
    auto& v = d.draft.events[event];
    const Support support{Support::distance, timeline::Origin::words, quoted(d, time), {time.quote}};
    if (time.lasts) {
        v.lasts = true;
        d.add(v.start, v.end, time.lowSeconds, time.highSeconds, support);
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
    d.add(a.start, v.start, time.lowSeconds, time.highSeconds, counted);
    // The clock moves along by the nominal time.
    if (a.clock && !v.clock && a.clock->from && a.clock->to && time.lowSeconds && time.highSeconds) {
        const int minutes = static_cast<int>((*time.lowSeconds + *time.highSeconds) / 2 / 60);
        v.clock = timeline::ClockSpan{*a.clock->from + minutes, *a.clock->to + minutes};
        v.day = a.day;
    }
}

void bindTimes(Drafting& d, std::size_t event, std::optional<std::size_t> before, const geo::Place* place) {
    const auto times = timesOf(d, event);
    auto& v = d.draft.events[event];
    const auto outer = d.group;
    const bool aside = !isTold(d.events[event]);
    if (aside) d.group.reset();
    bool ownDay = false;
    const bool named = std::ranges::any_of(times, [](const auto* time) { return time->date.has_value(); });
    for (const auto* time : times) {
        if (time->date)
            newDay(d, *time, event);
        else if (time->dayOffset && !ownDay && !named)
            dayAfter(d, *time, before);
        else
            continue;
        ownDay = true;
        v.day = d.group->day;
        if (time->clock || time->prayer) continue;
        bind(d, event, d.group->day, 0, timeline::day, time->relation,
             {Support::date, timeline::Origin::words, "on that day", {time->quote}});
    }
    for (const auto* time : times) {
        if (time->clock) {
            bindClock(d, *time, *time->clock, event, ownDay);
        } else if (time->prayer && place) {
            if (const auto clock = prayerClock(d, *time->prayer, place->where.at))
                bindClock(d, *time, *clock, event, ownDay);
        }
        if ((time->lowSeconds || time->highSeconds) && !time->clock) bindDuration(d, *time, event, before);
    }
    if (aside)
        d.group = outer;
    else if (!ownDay && !v.ownClock && d.group)
        d.group->members.push_back(event);
}

// "We had come": the words look back behind what was just told.
bool looksBack(const Drafting& d, std::size_t event) {
    const auto words = wordsOf(d.words, d.events[event].evidence.front());
    return words.starts_with("had ") || words.find(" had ") != std::string::npos;
}

// What follows in the telling follows in time, unless it brings its own date.
void orderConstraints(Drafting& d) {
    std::optional<std::size_t> line;
    std::vector<std::size_t> since;  // told since then, beside the narrator's line
    for (std::size_t i = 0; i < d.events.size(); ++i) {
        if (!isTold(d.events[i])) continue;
        const auto& v = d.draft.events[i];
        const auto after = [&](Network::Variable before, std::size_t which) {
            // Another's deed with a date of its own may be told out of its turn: that order gives way first.
            // So does what looks back ("we had come there in May").
            const bool aside = looksBack(d, i) || (v.ownDate && !isOnLine(d.events[i])) ||
                               (d.draft.events[which].ownDate && !isOnLine(d.events[which]));
            d.add(before, v.start, 0, std::nullopt,
                  {aside ? Support::flow : Support::order,
                   timeline::Origin::words,
                   "after " + d.said(which),
                   {d.events[which].evidence.front(), d.events[i].evidence.front()}});
        };
        if (!isOnLine(d.events[i])) {
            if (line) after(d.draft.events[*line].start, *line);
            since.push_back(i);
            continue;
        }
        if (line) after(d.draft.events[*line].end, *line);
        for (const auto other : since) {
            const bool stays =
                d.draft.events[other].lasts && d.events[other].presence != text::Presence::none;
            after(stays ? d.draft.events[other].end : d.draft.events[other].start, other);
        }
        since.clear();
        line = i;
    }
}

// No army column went faster on average; radii are taken off.
constexpr double fastest_m_s = 120000.0 / 3600.0;
std::int64_t fewestSeconds(double metres) {
    constexpr std::int64_t round = 5 * timeline::minute;  // no more exact than such a bound is
    return static_cast<std::int64_t>(metres / fastest_m_s) / round * round;
}

void travelConstraints(Drafting& d) {
    std::vector<const geo::Place*> here;
    std::optional<std::size_t> line;  // the last event known to be here
    bool elsewhere = false;           // it has gone somewhere unplaced since
    for (std::size_t i = 0; i < d.events.size(); ++i) {
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

void decisionConstraints(Drafting& d, const std::vector<model::Decision>& decisions) {
    for (const auto& decision : decisions) {
        const auto* set = std::get_if<model::SetTime>(&decision.what);
        if (!set) continue;
        const auto quote = reanchored(d.words, decision.anchor);
        std::optional<std::size_t> best;
        std::size_t most = 0;
        for (std::size_t i = 0; quote && i < d.events.size(); ++i) {
            const auto& e = d.events[i].evidence.front();
            if (!text::overlaps(e, *quote)) continue;
            const auto shared = std::min(e.end, quote->end) - std::max(e.begin, quote->begin);
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        if (!best) {
            d.draft.findings.push_back(
                {"not-reanchored",
                 "warning",
                 "a time set for \"" + decision.anchor.words + "\" finds no such event in the words",
                 {decision.anchor.quote},
                 {}});
            continue;
        }
        const bool record = !set->recordRow.empty();
        std::string words = record ? "dated by the record: " + set->recordRow : "set by the analyst";
        if (!decision.reason.empty()) words += " (" + decision.reason + ")";
        const auto low = set->span.earliest ? std::optional(set->span.earliest->seconds) : std::nullopt;
        const auto high = set->span.latest ? std::optional(set->span.latest->seconds) : std::nullopt;
        d.add(Network::epoch, d.draft.events[*best].start, low, high,
              {Support::decision,
               record ? timeline::Origin::record : timeline::Origin::decision,
               words,
               {*quote}});
    }
}

}  // namespace

const geo::Place* placeOf(const model::Event& event, const std::vector<model::PlaceMention>& mentions) {
    for (const auto* refs : {&event.to, &event.from, &event.via})
        for (const auto& ref : *refs)
            if (mentions[ref.mention].place) return &*mentions[ref.mention].place;
    return nullptr;
}

TimeDraft timeConstraints(const Words& words, const std::vector<model::Event>& events,
                          const std::vector<model::PlaceMention>& mentions,
                          const std::vector<model::Decision>& decisions, const Options& options) {
    Drafting d{words, events, mentions, options, {}, std::nullopt};
    for (std::size_t i = 0; i < events.size(); ++i) {
        EventVariables v;
        v.start = d.variable();
        v.end = d.variable();
        d.draft.events.push_back(v);
        d.add(v.start, v.end, 0, std::nullopt, {Support::structure, timeline::Origin::words, "", {}});
    }
    std::optional<std::size_t> before;
    const geo::Place* place = nullptr;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (const auto* own = placeOf(events[i], mentions); own && (isOnLine(events[i]) || !place))
            place = own;
        if (const auto* statement = statementOf(words, events[i]); statement && statement->toldEarlier) {
            const auto outer = d.group;
            bindTimes(d, i, before, place);
            d.group = outer;
        } else {
            bindTimes(d, i, before, place);
        }
        if (isTold(events[i])) before = i;
    }
    orderConstraints(d);
    travelConstraints(d);
    decisionConstraints(d, decisions);
    return std::move(d.draft);
}

}  // namespace retrace::reconstruct
