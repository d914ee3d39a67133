#pragma once

#include "reconstruct/solve_times.hpp"

namespace retrace::reconstruct {

/// A bound that the calendar adds to what a solution says: its reason is numbered behind the draft's
/// supports.
struct Snap {
    timeline::Network::Constraint constraint;
    std::vector<std::size_t> because;  // reasons, of the draft or of earlier snaps
};

/// Whether the zone's clocks change within a year of what the draft dates: then a day may have 23 or 25
/// hours.
[[nodiscard]] bool clocksChange(const TimeDraft&, const std::string& zone);

/// The constraint as the network may take it before the day is known: where clocks change, what counts by the
/// calendar is an hour wider on either side.
[[nodiscard]] timeline::Network::Constraint asElapsed(const TimeDraft&, std::size_t constraint,
                                                      bool clocksChange);

/// Days begin at midnight: a bound of a day's variable moves to the next midnight inside, of its weekday where
/// the words name one. True when one moved.
bool snapDays(const TimeDraft&, const timeline::Network::Solution&, const std::vector<bool>& dropped,
              const std::string& zone, std::vector<Snap>&);

/// What counts by the calendar from a day gets the very instants that the zone's clock shows, and the day is
/// bound by them in turn; an hour that a clock change repeats may be either. Days counted from event to event
/// have 24 hours again where no change lies between. True when a bound moved.
bool snapClocks(const TimeDraft&, const timeline::Network::Solution&, const std::vector<bool>& dropped,
                const std::string& zone, std::vector<Snap>&);

}  // namespace retrace::reconstruct
