#include "reconstruct/snaps.hpp"

#include "timeline/clock_change.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

using timeline::Date;
using timeline::Instant;
using timeline::Network;

// A local midnight at or after (at or before) the instant.
std::int64_t midnightFrom(std::int64_t t, const std::string& zone) {
    const auto date = timeline::toLocal({t}, zone).date;
    const auto midnight = timeline::toInstant({date}, zone).seconds;
    return midnight == t ? t : timeline::toInstant({timeline::plusDays(date, 1)}, zone).seconds;
}
std::int64_t midnightUpTo(std::int64_t t, const std::string& zone) {
    return timeline::toInstant({timeline::toLocal({t}, zone).date}, zone).seconds;
}
// The midnight that begins the weekday, the first at or after the instant (step 1) or the last at or before
// it
// (-1).
std::int64_t weekdayFrom(std::int64_t t, int weekday, int step, const std::string& zone) {
    auto date = timeline::toLocal({step > 0 ? midnightFrom(t, zone) : midnightUpTo(t, zone)}, zone).date;
    while (timeline::weekday(date) != weekday) date = timeline::plusDays(date, step);
    return timeline::toInstant({date}, zone).seconds;
}

struct Snapping {
    const TimeDraft& draft;
    const Network::Solution& solution;
    const std::string& zone;
    std::vector<Snap>& snaps;
    bool moved = false;

    void noEarlier(Network::Variable v, std::int64_t low, std::vector<std::size_t> because) {
        const auto& now = solution.bounds[v].earliest;
        if (now && *now >= low) return;
        snaps.push_back({{Network::epoch, v, low, std::nullopt, draft.supports.size() + snaps.size()},
                         std::move(because)});
        moved = true;
    }
    void noLater(Network::Variable v, std::int64_t high, std::vector<std::size_t> because) {
        const auto& now = solution.bounds[v].latest;
        if (now && *now <= high) return;
        snaps.push_back({{Network::epoch, v, std::nullopt, high, draft.supports.size() + snaps.size()},
                         std::move(because)});
        moved = true;
    }
    Instant first(const Date& date, std::int64_t seconds) const {
        return timeline::toInstant(timeline::localAt(date, static_cast<int>(seconds / timeline::minute)),
                                   zone);
    }
    Instant last(const Date& date, std::int64_t seconds) const {
        return timeline::toLastInstant(timeline::localAt(date, static_cast<int>(seconds / timeline::minute)),
                                       zone);
    }
};

std::vector<std::size_t> with(std::vector<std::size_t> reasons, std::size_t reason) {
    reasons.push_back(reason);
    return reasons;
}

void snapToClock(Snapping& s, const Network::Constraint& c) {
    const auto& day = s.solution.bounds[c.from];
    const auto& event = s.solution.bounds[c.to];
    const auto dateOf = [&](std::int64_t t) { return timeline::toLocal({t}, s.zone).date; };
    const auto midnight = [&](const Date& date) { return timeline::toInstant({date}, s.zone).seconds; };
    if (c.high && day.latest)
        s.noLater(c.to, s.last(dateOf(*day.latest), *c.high).seconds, with(day.reasonsLatest, c.reason));
    if (c.low && day.earliest)
        s.noEarlier(c.to, s.first(dateOf(*day.earliest), *c.low).seconds,
                    with(day.reasonsEarliest, c.reason));
    // The other way round: the last day whose hour is not too late, the first whose hour is not too early.
    if (c.low && event.latest) {
        auto date = timeline::plusDays(dateOf(*event.latest - *c.low), 1);
        while (s.first(date, *c.low).seconds > *event.latest) date = timeline::plusDays(date, -1);
        s.noLater(c.from, midnight(date), with(event.reasonsLatest, c.reason));
    }
    if (c.high && event.earliest) {
        auto date = timeline::plusDays(dateOf(*event.earliest - *c.high), -1);
        while (s.last(date, *c.high).seconds < *event.earliest) date = timeline::plusDays(date, 1);
        s.noEarlier(c.from, midnight(date), with(event.reasonsEarliest, c.reason));
    }
}

// Days between two events that no clock change can lie between have 24 hours.
void snapDuration(Snapping& s, const Network::Constraint& c) {
    const auto &from = s.solution.bounds[c.from].earliest, &to = s.solution.bounds[c.to].latest;
    if (!from || !to || timeline::changesOffset({*from}, {*to}, s.zone)) return;
    const auto known = [&](const Snap& snap) {
        return snap.constraint.from == c.from && snap.constraint.to == c.to;
    };
    if (std::ranges::any_of(s.snaps, known)) return;
    s.snaps.push_back({c, {c.reason}});
    s.snaps.back().constraint.reason = s.draft.supports.size() + s.snaps.size() - 1;
    s.moved = true;
}

bool holds(const std::vector<std::size_t>& sorted, std::size_t constraint) {
    return std::ranges::binary_search(sorted, constraint);
}

}  // namespace

bool clocksChange(const TimeDraft& draft, const std::string& zone) {
    constexpr std::int64_t aYear = 366 * timeline::day;
    std::optional<std::int64_t> first, last;
    for (const auto& c : draft.constraints) {
        if (c.from != Network::epoch) continue;
        for (const auto& bound : {c.low, c.high}) {
            if (!bound) continue;
            first = std::min(first.value_or(*bound), *bound);
            last = std::max(last.value_or(*bound), *bound);
        }
    }
    return first && timeline::changesOffset({*first - aYear}, {*last + aYear}, zone);
}

Network::Constraint asElapsed(const TimeDraft& draft, std::size_t constraint, bool clocksChange) {
    auto c = draft.constraints[constraint];
    if (!clocksChange || (!holds(draft.byClock, constraint) && !holds(draft.inDays, constraint))) return c;
    if (c.low) *c.low -= timeline::hour;
    if (c.high) *c.high += timeline::hour;
    return c;
}

bool snapDays(const TimeDraft& draft, const Network::Solution& solution, const std::vector<bool>& dropped,
              const std::string& zone, std::vector<Snap>& snaps) {
    Snapping s{draft, solution, zone, snaps};
    for (const auto day : draft.days) {
        const auto& b = solution.bounds[day];
        if (b.earliest) s.noEarlier(day, midnightFrom(*b.earliest, zone), b.reasonsEarliest);
        if (b.latest) s.noLater(day, midnightUpTo(*b.latest, zone), b.reasonsLatest);
    }
    for (const auto& named : draft.weekdays) {
        if (dropped[named.constraint]) continue;
        const auto& b = solution.bounds[named.day];
        const auto reason = draft.constraints[named.constraint].reason;
        if (b.earliest)
            s.noEarlier(named.day, weekdayFrom(*b.earliest, named.weekday, +1, zone),
                        with(b.reasonsEarliest, reason));
        if (b.latest)
            s.noLater(named.day, weekdayFrom(*b.latest, named.weekday, -1, zone),
                      with(b.reasonsLatest, reason));
    }
    return s.moved;
}

bool snapClocks(const TimeDraft& draft, const Network::Solution& solution, const std::vector<bool>& dropped,
                const std::string& zone, std::vector<Snap>& snaps) {
    Snapping s{draft, solution, zone, snaps};
    for (const auto i : draft.byClock)
        if (!dropped[i]) snapToClock(s, draft.constraints[i]);
    for (const auto i : draft.inDays)
        if (!dropped[i]) snapDuration(s, draft.constraints[i]);
    return s.moved;
}

}  // namespace retrace::reconstruct
