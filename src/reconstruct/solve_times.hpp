#pragma once

#include "reconstruct/choose_places.hpp"
#include "reconstruct/reconstruct.hpp"
#include "timeline/calendar_span.hpp"
#include "timeline/network.hpp"

namespace retrace::reconstruct {

/// Who says so, and how much it takes to doubt it: in a contradiction the weakest is given up.
struct Support {
    enum Strength { flow, week, travel, order, distance, clock, date, midnight, decision, structure };
    Strength strength = order;
    timeline::Origin origin = timeline::Origin::words;
    std::string words;  // for the derivation, a whole step
    std::vector<text::Quote> evidence;
};

struct EventVariables {
    timeline::Network::Variable start = 0, end = 0;
    std::optional<timeline::Network::Variable> day;  // local midnight before it
    bool ownStretch = false;                         // some day of several: a month, a weekday
    bool ownDate = false, ownClock = false, until = false, lasts = false;
    bool toldBack = false;  // "two days before": no bound of what is told around it
    std::optional<timeline::ClockSpan> clock;
    std::optional<std::int64_t> lastDay{};           // of its own date or days, in days since 1970
    std::optional<timeline::ClockSpan> likely{};  // of several hours that it can have been
    std::string taken{};                          // how the words of its hour are taken, where they leave it
};

/// A local midnight that begins a certain weekday, as long as the constraint that says so is kept.
struct WeekdayVariable {
    timeline::Network::Variable day = 0;
    int weekday = 0;             // 0 Monday .. 6 Sunday
    std::size_t constraint = 0;  // index into TimeDraft::constraints
    text::Quote quote;
};

/// One of several ways to take words of time: what then holds. Cheapest first.
struct HourTaken {
    double cost = 0;  // 0: as likely as can be
    std::vector<std::size_t> constraints;
    timeline::ClockSpan clock;
    std::string words;  // "14:00", "02:00 of the day after", "the Friday a week after that"
};
struct HourChoice {
    bool ofDay = false;  // which Friday; else which hour
    std::size_t event = 0;
    text::Quote quote;
    std::string said;  // its words
    std::vector<HourTaken> ways;
};

/// A temporal network before it is solved: constraints and, one each, their supports (`reason` is the index
/// of both).
struct TimeDraft {
    std::size_t variables = 1;
    std::vector<timeline::Network::Constraint> constraints;
    std::vector<Support> supports;
    std::vector<EventVariables> events;
    std::vector<timeline::Network::Variable> days;  // variables that are local midnights
    std::vector<WeekdayVariable> weekdays;
    // Constraints by number, sorted, whose seconds are nominal, 24 hours a day: `byClock` count from a local
    // midnight by its clock (a next midnight too), `inDays` from one event to another.
    std::vector<std::size_t> byClock, inDays;
    std::vector<HourChoice> choices;
    std::vector<std::size_t> conditional;  // constraints by number, sorted, that hold if a way is taken
    std::vector<model::Finding> findings;
};

/// All that words, places and decisions say about the times of the events.
[[nodiscard]] TimeDraft timeConstraints(const Words&, const std::vector<model::Event>&,
                                        const std::vector<model::PlaceMention>&,
                                        const std::vector<model::Decision>&, const Options&);

/// A draft that has been solved, to be given back when it has changed a little.
struct TimeSolution {
    TimeDraft draft;
    timeline::Network network;  // of the constraints kept; their reasons are their numbers
    std::vector<std::optional<timeline::Network::Handle>> handles;  // one a constraint; nothing: given up
    bool clocksChange = false;  // the zone's, so that a day may have 23 or 25 hours
};

struct SolvedTimes {
    std::vector<model::When> when, stopWhen;  // one an event: of the event, and of being at its place
    std::vector<model::Finding> findings;
    TimeSolution solution{};
};
/// Solves it. A contradiction costs its weakest member and is told as a finding. What was solved before only
/// saves work: the same times and findings come of the draft alone.
[[nodiscard]] SolvedTimes solveTimes(const Words&, const std::vector<model::Event>&, TimeDraft,
                                     const std::string& zone, TimeSolution previous = {});

/// The year of a date that names none: the one closest to a full date that the narrator gives himself, else
/// the latest such day not after the case's reference (the option, else the latest full date in the words).
/// Nothing where there is neither, or the day never occurs. `quote`: where the date stands.
[[nodiscard]] std::optional<timeline::Date> completeDate(const Words&, const timeline::Date&,
                                                         const text::Quote& quote, const Options&);

/// The days that a stretch without a year means, completed as a date is; a bare year is all its days. Nothing
/// where no year is found or there are no such days.
[[nodiscard]] std::optional<timeline::Days> completeDays(const Words&, const text::DaySpan&,
                                                         const text::Quote& quote, const Options&);

/// The place an event happens at, as far as it is known: where it ends, else where it starts.
[[nodiscard]] const geo::Place* placeOf(const model::Event&, const std::vector<model::PlaceMention>&);

}  // namespace retrace::reconstruct
