#pragma once

#include "reconstruct/words.hpp"
#include "timeline/span.hpp"

#include <optional>
#include <vector>

namespace retrace::reconstruct {

/// Whether the words name an hour of the clock's twelve and do not say of which half of the day: "at five",
/// "around 9:30", not "at 05:00", "at 17:00", "at five in the morning", "at noon".
[[nodiscard]] bool isBareHour(const Words&, const text::Quote&);

/// What the other words of a statement say of the half of the day.
enum class HalfOfDay { unsaid, morning, afternoon, evening, night, smallHours };
[[nodiscard]] HalfOfDay halfOfDayIn(const Words&, const text::Quote&);

/// Whether an hour before six is of the night that follows the day told: "at three that night".
[[nodiscard]] bool isOfNightAfter(const Words&, const text::Quote&);

/// A way to take it: days after the day that the telling has reached, and the clock then.
struct BareHourWay {
    int days = 0;
    timeline::ClockSpan clock;
    double cost = 0;  // 0: as likely as can be
};

/// The ways that a clock as written may be taken, cheapest first. `last`: the hour told before it on that
/// day, in minutes; `ownDay`: the words name the day.
///
/// A telling goes on within half a day: the next such hour after the one told before is meant, the one after
/// that is dear. The first hour of a day: from six on as written, before five of the afternoon, for people do
/// little in the night and say so; at five nearly as likely of either half.
[[nodiscard]] std::vector<BareHourWay> waysToTake(const timeline::ClockSpan& written, std::optional<int> last,
                                                  bool ownDay, HalfOfDay);

}  // namespace retrace::reconstruct
