#pragma once

#include "reconstruct/order_events.hpp"
#include "reconstruct/solve_times.hpp"
#include "timeline/calendar_span.hpp"

namespace retrace::reconstruct {

using text::Cue;
using text::TimeExpression;
using text::TimeRelation;
using timeline::Network;

/// Days of which one is meant ("in June 1911"), while the telling stays among them.
struct Stretch {
    timeline::Instant end;  // of the last day
    bool wide = false;      // a month or more: a next day is still within it
    text::Quote quote;
};

/// The day that the telling has reached.
struct DayGroup {
    Network::Variable day = 0;
    bool anchored = false;       // something told so far ties it to the calendar
    bool named = false;          // reached by the name of a weekday alone
    std::optional<int> weekday;  // 0 Monday .. 6 Sunday, where it is known
    std::optional<Stretch> stretch;
    std::optional<timeline::Date> date;
    int lastClock = 0;                 // minutes
    bool clockTold = false;            // an hour of this day
    std::vector<std::size_t> members;  // events told since without a day of their own
};

struct Drafting {
    const Words& words;
    const std::vector<model::Event>& events;
    const std::vector<model::PlaceMention>& mentions;
    const Options& options;
    TimeDraft draft;
    std::optional<DayGroup> group;
    std::optional<std::vector<timeline::Date>> frame{};  // days that stand for all that the text dates

    Network::Variable variable() { return draft.variables++; }
    void add(Network::Variable from, Network::Variable to, std::optional<std::int64_t> low,
             std::optional<std::int64_t> high, Support support) {
        draft.constraints.push_back({from, to, low, high, draft.supports.size()});
        draft.supports.push_back(std::move(support));
    }
    // As `add`, in seconds by the clock of the day that begins at `midnight`.
    void addByClock(Network::Variable midnight, Network::Variable to, std::optional<std::int64_t> low,
                    std::optional<std::int64_t> high, Support support) {
        draft.byClock.push_back(draft.constraints.size());
        add(midnight, to, low, high, std::move(support));
    }
    std::string said(std::size_t event) const {
        return inQuotes(shortWords(words, events[event].evidence.front(), 50));
    }
};

/// The event's expressions of time, figures of speech left out.
[[nodiscard]] std::vector<const TimeExpression*> timesOf(const Drafting&, std::size_t event);
/// "In October, before all this": another time than the telling's, which goes on behind it.
[[nodiscard]] bool isOfOldTimes(const Drafting&, std::size_t event);
/// Whether its place in the telling says when it was.
[[nodiscard]] bool isTold(const model::Event&);
/// The words of the expression, for a derivation.
[[nodiscard]] std::string quoted(const Drafting&, const TimeExpression&);
/// Binds the start or the end of an event to low..high by the clock of a day, as the expression's relation
/// asks.
void bind(Drafting&, std::size_t event, Network::Variable midnight, std::optional<std::int64_t> low,
          std::optional<std::int64_t> high, TimeRelation, const Support&);

/// "On 8 December": the telling reaches that day.
void newDay(Drafting&, const TimeExpression&, std::size_t event);
/// "The next day": counted from the last day that the telling knows, else from the event told before. "Two days
/// before" is told back from the day known; false where none is.
[[nodiscard]] bool dayAfter(Drafting&, const TimeExpression&, std::size_t event,
                            std::optional<std::size_t> before);
/// "At the end of March": the telling reaches some day of these; false where it does not ("before March").
[[nodiscard]] bool newStretch(Drafting&, const TimeExpression&, std::size_t event);
/// "On Friday": the first from the day told before it on; false where the telling does not reach that day.
[[nodiscard]] bool newWeekday(Drafting&, const TimeExpression&, std::size_t event);
/// What follows in the telling, with no day of its own, stays within the stretch.
void stayInStretch(Drafting&, std::size_t event);
/// A weekday told before any date is the last one before the first date told after it.
void endWeekdays(Drafting&, const DayGroup& dated, const text::Quote& date);
/// "At half past nine", on the telling's day; `ownDay`: the statement names its day itself. `why`: how the
/// clock was found, where not from the words alone.
void bindClock(Drafting&, const TimeExpression&, timeline::ClockSpan, std::size_t event, bool ownDay,
               const std::string& why = {});
/// The same of an hour that may be of either half of the day ("at five") or of the night after it ("at three
/// that night"); false where the words say which.
[[nodiscard]] bool bindBareHour(Drafting&, const TimeExpression&, timeline::ClockSpan, std::size_t event,
                                bool ownDay);
/// "At sunset", "after the noon prayer", by the sun where the event is, on the telling's day; where that is
/// not known, over the days that the text dates, else over the year. Rounded outwards to ten minutes: mosques
/// differ by some. False where the sun does not do so there.
[[nodiscard]] bool bindSun(Drafting&, const TimeExpression&, const geo::LonLat&, std::size_t event,
                           bool ownDay);
/// The part of the day that stands with a day: "on Friday morning", "that same afternoon".
void bindPartOfDay(Drafting&, const TimeExpression&, std::size_t event);
/// "For three days", "a quarter of an hour after they had left".
void bindDuration(Drafting&, const TimeExpression&, std::size_t event, std::optional<std::size_t> before);

/// "After X", "before X": of several visits of the narrator to X, the one told last before the words is the
/// likeliest.
void bindAnchor(Drafting&, const TimeExpression&, std::size_t event);

/// What follows in the telling follows in time, unless it brings its own date.
void orderConstraints(Drafting&);
/// The way from place to place takes time.
void travelConstraints(Drafting&);
/// Times that an analyst or a record sets; what finds no event is a finding.
void decisionConstraints(Drafting&, const std::vector<model::Decision>&);

}  // namespace retrace::reconstruct
