#pragma once

#include "reconstruct/bound_history.hpp"
#include "reconstruct/solve_times.hpp"

namespace retrace::reconstruct {

/// A bound that the calendar adds to what a solution says: its reason is numbered behind the draft's
/// constraints.
struct Snap {
    timeline::Network::Constraint constraint;
    BoundHistory::Point because = BoundHistory::none;  // the bound that it follows from, as it then was
    std::optional<std::size_t> also;                   // a constraint of the draft
};

/// Whether the zone's clocks change within a year of what the draft dates: then a day may have 23 or 25
/// hours.
[[nodiscard]] bool clocksChange(const TimeDraft&, const std::string& zone);

/// Whether its seconds are nominal, 24 hours a day.
[[nodiscard]] bool isByCalendar(const TimeDraft&, std::size_t constraint);

/// The constraint as the network may take it before the day is known: where clocks change, what counts by the
/// calendar is an hour wider on either side.
[[nodiscard]] timeline::Network::Constraint asElapsed(const TimeDraft&, std::size_t constraint,
                                                      bool clocksChange);

/// A constraint of the draft that is set aside, and those that leave it no room.
struct SetAside {
    std::size_t constraint = 0;
    std::vector<std::size_t> against;
};

struct SnappedTimes {
    explicit SnappedTimes(const timeline::Network& settled) : network(settled), history(settled) {}
    timeline::Network network;  // with the snaps in it
    std::vector<Snap> snaps;
    BoundHistory history;
    std::vector<SetAside> aside;  // where the calendar leaves no room: the weakest, not in the network
};

/// A settled network moved to the calendar.
///
/// Days begin at midnight: a bound of a day's variable moves to the next midnight inside, of its weekday
/// where the words name one. Where clocks change, what counts by the calendar from a day gets the very
/// instants that the zone's clock shows, and the day is bound by them in turn; an hour that a clock change
/// repeats may be either. Days counted from event to event have 24 hours again where no change lies between.
/// Until nothing moves, or (a weekday that no week can hold) after a number of rounds: then the bounds hold,
/// but stand wider.
[[nodiscard]] SnappedTimes snapToCalendar(const TimeSolution&, const std::string& zone);

}  // namespace retrace::reconstruct
