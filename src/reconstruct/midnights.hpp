#pragma once

#include "timeline/clock_change.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace retrace::reconstruct {

/// The local midnights of a zone, each looked up once.
class Midnights {
public:
    explicit Midnights(std::string zone) : zone_(std::move(zone)) {}

    /// Seconds since 1970 at which the day begins, by its number since 1970-01-01.
    [[nodiscard]] std::int64_t begin(std::int64_t day) {
        const auto known = begins_.find(day);
        if (known != begins_.end()) return known->second;
        return begins_[day] = timeline::toInstant({timeline::dateFromDayNumber(day)}, zone_).seconds;
    }
    /// The day that an instant lies in.
    [[nodiscard]] std::int64_t dayAt(std::int64_t t) {
        auto day = t / timeline::day - (t % timeline::day < 0 ? 1 : 0);
        while (begin(day) > t) --day;
        while (begin(day + 1) <= t) ++day;
        return day;
    }
    /// The first day that begins at or after the instant.
    [[nodiscard]] std::int64_t firstFrom(std::int64_t t) {
        const auto day = dayAt(t);
        return begin(day) == t ? day : day + 1;
    }
    /// The first and the last instant at which the clock shows so many seconds of the day: two where a change
    /// repeats the hour. Below 0 it is the day before, from a day's length on a later one.
    [[nodiscard]] std::int64_t first(std::int64_t day, std::int64_t seconds) {
        const auto plain = shownOnce(day, seconds);
        return plain ? *plain : timeline::toInstant(shown(day, seconds), zone_).seconds;
    }
    [[nodiscard]] std::int64_t last(std::int64_t day, std::int64_t seconds) {
        const auto plain = shownOnce(day, seconds);
        return plain ? *plain : timeline::toLastInstant(shown(day, seconds), zone_).seconds;
    }

private:
    static timeline::LocalTime shown(std::int64_t day, std::int64_t seconds) {
        return timeline::localAt(timeline::dateFromDayNumber(day),
                                 static_cast<int>(seconds / timeline::minute));
    }
    // Where the day has 24 hours and the hour is one of them.
    std::optional<std::int64_t> shownOnce(std::int64_t day, std::int64_t seconds) {
        if (seconds < 0 || seconds >= timeline::day || begin(day + 1) - begin(day) != timeline::day)
            return std::nullopt;
        return begin(day) + seconds / timeline::minute * timeline::minute;
    }

    std::string zone_;
    std::unordered_map<std::int64_t, std::int64_t> begins_;
};

}  // namespace retrace::reconstruct
