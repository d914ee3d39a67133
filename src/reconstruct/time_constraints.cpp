#include "reconstruct/bare_hours.hpp"
#include "reconstruct/time_drafting.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

bool isSentenceEnd(const Drafting& d, const text::Quote& said, const text::Word& mark) {
    const auto sign = wordsOf(d.words, {said.source, mark.begin, mark.end});
    return sign == "." || sign == "!" || sign == "?";
}

// Whether the date sets the scene: it opens the clause, or a sentence of its own tells it ("That was on the
// fourth").
bool setsScene(const Drafting& d, const model::Event& event, const TimeExpression& time) {
    const auto& said = event.evidence.front();
    bool opens = true;
    for (const auto& word : wordsBefore(d.words, time.quote, said.begin)) {
        const bool ends = word.mark && isSentenceEnd(d, said, word);
        if (ends) return true;
        opens = opens && (word.mark || word.is(Cue::linksOn));
    }
    return opens;
}

// What others did on a date of its own is told as an aside, and the narrator's day goes on: "the town fell on
// the fourth". Not so where that date sets the scene for what follows, because it opens the clause, has a
// sentence of its own, or the clause is one of time ("on the fourth the army left", "when the army left on
// the fourth"), unless the narrator has it from others.
bool isAside(const Drafting& d, const model::Event& event, const std::vector<const TimeExpression*>& times) {
    // What was feared or would have been, and what the words look back to, moves no clock on.
    const bool unreal = event.status == text::Status::hypothetical;
    if (!isTold(event) || (unreal && !times.empty())) return true;
    if (event.status != text::Status::otherActor) return false;
    const auto dated = std::ranges::find_if(
        times, [](const auto* time) { return time->date || time->days || time->weekday || time->dayOffset.value_or(0) != 0; });
    if (dated == times.end()) return false;
    if (event.voice != text::Voice::seen) return true;
    const auto words = wordsIn(d.words, event.evidence.front());
    const bool ofTime = !words.empty() && words.front().is(Cue::opensTime);
    return !ofTime && !setsScene(d, event, **dated);
}

// "Three weeks later": the telling may have left the days it was among.
bool passesDays(const std::vector<const TimeExpression*>& times) {
    return std::ranges::any_of(times, [](const auto* time) {
        return std::max(time->lowSeconds.value_or(0), time->highSeconds.value_or(0)) >= timeline::day;
    });
}

bool opensWith(const Drafting& d, const text::Quote& quote, Cue cue) {
    const auto words = wordsIn(d.words, quote);
    return !words.empty() && words.front().is(cue);
}

// "Not before nine" is after it; "by nine" somebody is there already.
TimeExpression asMeant(const Drafting& d, const TimeExpression& time) {
    auto meant = time;
    constexpr std::size_t reach = 5;  // letters
    const auto& quote = time.quote;
    const auto before = wordsBefore(d.words, quote, quote.begin - std::min(quote.begin, reach));
    if (!before.empty() && before.back().is(Cue::notWord) && time.relation == TimeRelation::before) {
        meant.relation = TimeRelation::after;
        if (time.clock && !time.clock->from) meant.clock = timeline::ClockSpan{time.clock->to, std::nullopt};
    }
    if (time.relation == TimeRelation::until && opensWith(d, quote, Cue::byWord))
        meant.relation = TimeRelation::before;
    return meant;
}

// "That night" may be after its midnight.
std::int64_t dayLength(const Drafting& d, const TimeExpression& time) {
    return halfOfDayIn(d.words, time.quote) == HalfOfDay::night ? 30 * timeline::hour
                                                                         : timeline::day;
}

// `shared`: the day is the one that another told of just before.
void bindTimes(Drafting& d, std::size_t event, std::optional<std::size_t> before, const geo::Place* place,
               bool shared) {
    const auto times = timesOf(d, event);
    auto& v = d.draft.events[event];
    const auto outer = d.group;
    const bool aside = isAside(d, d.events[event], times) || isOfOldTimes(d, event);
    const bool noHour =
        std::ranges::none_of(times, [](const auto* time) { return time->clock || time->prayer; });
    if (aside) d.group.reset();
    // "6 Dec. In the night": mostly the one just over.
    const bool ofNight =
        halfOfDayIn(d.words, d.events[event].evidence.front()) == HalfOfDay::night;
    bool ownDay = false;
    const bool named = std::ranges::any_of(times, [](const auto* time) { return time->date.has_value(); });
    for (const auto* time : times) {
        if (time->date)
            newDay(d, *time, event);
        else if (time->dayOffset && !ownDay && !named) {
            if (!dayAfter(d, *time, event, before)) continue;
        }
        else if (!time->days && time->weekday && !ownDay && !named) {
            if (!newWeekday(d, *time, event)) continue;
            ownDay = true;
            v.day = d.group->day;
            if (noHour) bindPartOfDay(d, *time, event);
            continue;
        } else if (!time->days || (ownDay && time->relation != TimeRelation::until) || named ||
                   !newStretch(d, *time, event))
            continue;
        ownDay = true;
        v.day = d.group->day;
        if (time->clock || time->prayer) continue;
        if (time->days) {
            bind(d, event, d.group->day, 0, timeline::day, time->relation,
                 {Support::date, timeline::Origin::words, "", {time->quote}});
            continue;
        }
        const bool isNight =
            noHour && ofNight && (shared || (time->date && time->relation == TimeRelation::at));
        bind(d, event, d.group->day, isNight ? -6 * timeline::hour : 0,
             isNight ? 30 * timeline::hour : dayLength(d, *time), time->relation,
             {Support::date, timeline::Origin::words,
              isNight ? "in the night before that day or after it" : "on that day", {time->quote}});
        if (noHour && !isNight) bindPartOfDay(d, *time, event);
    }
    for (const auto* time : times) {
        if (time->clock) {
            const auto meant = asMeant(d, *time);
            bindClock(d, meant, *meant.clock, event, ownDay);
        } else if (time->prayer && place) {
            (void)bindSun(d, asMeant(d, *time), place->where.at, event, ownDay);
        }
        if ((time->lowSeconds || time->highSeconds) && !time->clock) bindDuration(d, *time, event, before);
        if (time->anchorMention) bindAnchor(d, *time, event);
    }
    if (aside) {
        d.group = outer;
        return;
    }
    // "Since yesterday noon": what goes on still leads the telling back to no day.
    const bool since = outer && std::ranges::any_of(
        times, [&](const auto* time) { return opensWith(d, time->quote, Cue::sinceWord); });
    if (since || v.toldBack) d.group = outer;
    if (passesDays(times) && d.group) d.group->stretch.reset();
    if (ownDay || !d.group) return;
    stayInStretch(d, event);
    if (!v.ownClock) d.group->members.push_back(event);
}

// "That same day", "that night", told first by another than who told before: a day both have.
bool isSharedDay(const Drafting& d, std::size_t event) {
    return std::ranges::any_of(timesOf(d, event), [&](const auto* time) {
        if (time->date || time->dayOffset != 0) return false;
        return std::ranges::any_of(wordsIn(d.words, time->quote),
                                   [](const auto& word) { return word.is(Cue::sameDay); });
    });
}

// The day that another had reached who told just before the event, in the order of the words.
std::optional<DayGroup> othersDay(const Drafting& d, std::size_t event,
                                  const std::vector<std::optional<DayGroup>>& reached) {
    const auto& said = d.events[event].evidence.front();
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < d.events.size(); ++i) {
        const auto& other = d.events[i].evidence.front();
        if (other.source != said.source || other.begin >= said.begin) continue;
        if (!last || d.events[*last].evidence.front().begin < other.begin) last = i;
    }
    if (!last || d.events[*last].speaker == d.events[event].speaker || !reached[*last]) return std::nullopt;
    auto own = *reached[*last];
    own.lastClock = 0;
    own.clockTold = false;
    own.members.clear();
    return own;
}

// The times of one who tells: his days and hours follow each other. `reached`: by event, the day of the
// telling behind it.
void bindTelling(Drafting& d, const std::vector<std::size_t>& telling,
                 std::vector<std::optional<DayGroup>>& reached) {
    d.group.reset();
    std::optional<std::size_t> before;
    const geo::Place* place = nullptr;
    for (const std::size_t i : telling) {
        const auto& event = d.events[i];
        if (const auto* own = placeOf(event, d.mentions); own && (isOnLine(event) || !place)) place = own;
        const auto* statement = statementOf(d.words, event);
        const auto shared = isSharedDay(d, i) ? othersDay(d, i, reached) : std::nullopt;
        if (shared) d.group = shared;
        const auto outer = d.group;
        bindTimes(d, i, before, place, shared.has_value());
        if (statement && statement->toldEarlier) d.group = outer;
        reached[i] = d.group;
        if (isTold(event)) before = i;
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
    std::vector<std::optional<DayGroup>> reached(events.size());
    for (const auto& telling : tellings(events)) bindTelling(d, telling, reached);
    orderConstraints(d);
    travelConstraints(d);
    decisionConstraints(d, decisions);
    return std::move(d.draft);
}

}  // namespace retrace::reconstruct
