#pragma once

#include "timeline/instant.hpp"

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

private:
    std::string zone_;
    std::unordered_map<std::int64_t, std::int64_t> begins_;
};

}  // namespace retrace::reconstruct
