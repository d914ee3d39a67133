#include "reconstruct/snaps.hpp"

#include "reconstruct/keep_strongest.hpp"
#include "reconstruct/midnights.hpp"
#include "timeline/clock_change.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace retrace::reconstruct {
namespace {

using timeline::Network;
using Side = Network::Side;

bool holds(const std::vector<std::size_t>& sorted, std::size_t constraint) {
    return std::ranges::binary_search(sorted, constraint);
}

class Snapping {
public:
    Snapping(const TimeSolution& solution, const std::string& zone)
        : solution_(solution),
          draft_(solution.draft),
          zone_(zone),
          midnights_(zone),
          times_(solution.network) {
        byVariable_.resize(draft_.variables);
        aside_.resize(draft_.constraints.size());
        for (const auto day : draft_.days) byVariable_[day].day = true;
        for (std::size_t i = 0; i < draft_.weekdays.size(); ++i)
            if (solution.handles[draft_.weekdays[i].constraint])
                byVariable_[draft_.weekdays[i].day].weekdays.push_back(i);
        if (!solution.clocksChange) return;
        for (const auto* list : {&draft_.byClock, &draft_.inDays})
            for (const auto i : *list) {
                if (!solution.handles[i]) continue;
                byVariable_[draft_.constraints[i].from].clocks.push_back(i);
                byVariable_[draft_.constraints[i].to].clocks.push_back(i);
            }
    }

    SnappedTimes run() && {
        while (true) {
            const auto conflict = snapAll();
            if (conflict.empty() || !setAside(conflict)) break;
        }
        return std::move(times_);
    }

private:
    struct AtVariable {
        bool day = false;
        std::vector<std::size_t> weekdays;  // of the draft's list
        std::vector<std::size_t> clocks;    // constraints by the calendar
    };

    // Until nothing moves; where there is no room, the draft's constraints that leave none.
    std::vector<std::size_t> snapAll() {
        for (Network::Variable v = 0; v < draft_.variables; ++v) {
            if (byVariable_[v].day) days_.insert(days_.end(), v);
            if (!byVariable_[v].clocks.empty()) clocks_.insert(clocks_.end(), v);
        }
        measured_.assign(draft_.constraints.size(), false);
        const auto rounds = draft_.constraints.size() + 64;
        for (std::size_t round = 0; round < rounds; ++round) {
            for (const auto v : days_) snapDay(v);
            days_.clear();
            if (fresh_.empty()) snapByCalendar();
            if (fresh_.empty()) break;
            if (auto conflict = settle(); !conflict.empty()) return conflict;
            for (const auto v : times_.network.touched()) {
                if (byVariable_[v].day) days_.insert(v);
                if (!byVariable_[v].clocks.empty()) clocks_.insert(v);
            }
        }
        return {};
    }
    void snapByCalendar() {
        std::set<std::size_t> due;
        for (const auto v : clocks_) due.insert(byVariable_[v].clocks.begin(), byVariable_[v].clocks.end());
        clocks_.clear();
        for (const auto i : due)
            if (!aside_[i])
                holds(draft_.byClock, i) ? snapToClock(i, draft_.constraints[i])
                                         : snapDuration(i, draft_.constraints[i]);
    }

    void snap(Network::Constraint c, BoundHistory::Point because, std::optional<std::size_t> also) {
        c.reason = draft_.constraints.size() + times_.snaps.size();
        fresh_.push_back(times_.snaps.size());
        times_.snaps.push_back({c, because, also});
    }
    void put(std::size_t snap) {
        const auto& c = times_.snaps[snap].constraint;
        handles_[snap] = c.from == Network::epoch ? times_.network.addBound(c.to, c.low, c.high, c.reason)
                                                  : times_.network.add(c);
    }
    void take(std::size_t snap) {
        if (handles_[snap]) times_.network.remove(*handles_[snap]);
        handles_[snap].reset();
    }
    // Puts the fresh snaps in. Where that leaves no room they stay out: the draft's constraints that leave
    // none.
    std::vector<std::size_t> settle() {
        const auto fresh = std::exchange(fresh_, {});
        handles_.resize(times_.snaps.size());
        for (const auto i : fresh) put(i);
        auto cycle = times_.network.contradiction();
        std::vector<std::size_t> reasons;
        if (!cycle.empty()) {
            reasons = durationsRefused(fresh);
        } else if (cycle = times_.network.settle(); cycle.empty()) {
            times_.history.follow(times_.network);
            return {};
        }
        if (reasons.empty())
            for (const auto handle : cycle) reasons.push_back(times_.network.constraint(handle).reason);
        for (const auto i : fresh) take(i);
        (void)times_.network.settle();
        return constraintsBehind(reasons);
    }
    // The first days that cannot have 24 hours, and what contradicts them, whatever else is known by now.
    std::vector<std::size_t> durationsRefused(const std::vector<std::size_t>& fresh) {
        for (const auto i : fresh) take(i);
        for (const auto i : fresh) {
            const auto& c = times_.snaps[i].constraint;
            if (c.from == Network::epoch) continue;
            (void)times_.network.contradiction();
            const auto all = [](const Network::Constraint&) { return true; };
            auto chain = c.high ? times_.network.chain(c.to, c.from, all) : std::nullopt;
            if (!chain || chain->seconds + *c.high >= 0) chain = times_.network.chain(c.from, c.to, all);
            put(i);
            if (times_.network.contradiction().empty() || !chain) continue;
            std::vector<std::size_t> reasons{c.reason};
            for (const auto handle : chain->constraints)
                reasons.push_back(times_.network.constraint(handle).reason);
            return reasons;
        }
        return {};
    }
    // The draft's constraints that these rest on, ascending.
    std::vector<std::size_t> constraintsBehind(const std::vector<std::size_t>& reasons) const {
        std::set<std::size_t> found;
        std::vector<bool> seen(times_.history.steps().size());
        std::vector<BoundHistory::Point> open;
        const auto meet = [&](std::size_t reason) {
            if (reason < draft_.constraints.size()) {
                found.insert(reason);
                return;
            }
            const auto& snap = times_.snaps[reason - draft_.constraints.size()];
            if (snap.also) found.insert(*snap.also);
            open.push_back(snap.because);
        };
        for (const auto reason : reasons) meet(reason);
        while (!open.empty()) {
            const auto point = open.back();
            open.pop_back();
            if (point == BoundHistory::none || seen[point]) continue;
            seen[point] = true;
            open.push_back(times_.history.step(point).before);
            meet(times_.history.step(point).reason);
        }
        return {found.begin(), found.end()};
    }
    // The weakest goes, and every snap; false where none may go. In a text that contradicts itself all
    // through others as weak go with it, more and more: what may be spent on it has an end.
    bool setAside(const std::vector<std::size_t>& conflict) {
        const auto strength = [&](std::size_t i) { return draft_.supports[i].strength; };
        const auto weakest = std::ranges::min_element(
            conflict, [&](std::size_t a, std::size_t b) { return isWeaker(draft_, a, b); });
        if (weakest == conflict.end() || strength(*weakest) == Support::structure) return false;
        constexpr std::size_t patience = 16;
        std::size_t many = 1 + conflicts_++ / patience;
        for (const auto i : conflict) {  // ascending: the told first is the weakest
            if (many == 0 || strength(i) != strength(*weakest)) continue;
            --many;
            times_.aside.push_back({i, conflict});
            aside_[i] = true;
            times_.network.remove(*solution_.handles[i]);
        }
        for (std::size_t i = 0; i < times_.snaps.size(); ++i) take(i);
        (void)times_.network.settle();
        times_.snaps.clear();
        times_.history = BoundHistory(times_.network);
        return true;
    }

    void noEarlier(Network::Variable v, std::int64_t low, BoundHistory::Point because,
                   std::optional<std::size_t> also = std::nullopt) {
        snap({Network::epoch, v, low, std::nullopt}, because, also);
    }
    void noLater(Network::Variable v, std::int64_t high, BoundHistory::Point because,
                 std::optional<std::size_t> also = std::nullopt) {
        snap({Network::epoch, v, std::nullopt, high}, because, also);
    }

    void snapDay(Network::Variable v) {
        const auto& at = byVariable_[v];
        if (!at.day) return;
        const auto b = times_.network.bounds(v);
        if (b.earliest) {
            const auto low = midnights_.begin(midnights_.firstFrom(*b.earliest));
            if (low > *b.earliest) noEarlier(v, low, times_.history.at(v, Side::earliest));
        }
        if (b.latest) {
            const auto high = midnights_.begin(midnights_.dayAt(*b.latest));
            if (high < *b.latest) noLater(v, high, times_.history.at(v, Side::latest));
        }
        for (const auto w : at.weekdays) {
            const auto& named = draft_.weekdays[w];
            if (aside_[named.constraint]) continue;
            if (b.earliest) {
                auto day = midnights_.firstFrom(*b.earliest);
                while (weekdayOf(day) != named.weekday) ++day;
                if (const auto low = midnights_.begin(day); low > *b.earliest)
                    noEarlier(v, low, times_.history.at(v, Side::earliest), named.constraint);
            }
            if (b.latest) {
                auto day = midnights_.dayAt(*b.latest);
                while (weekdayOf(day) != named.weekday) --day;
                if (const auto high = midnights_.begin(day); high < *b.latest)
                    noLater(v, high, times_.history.at(v, Side::latest), named.constraint);
            }
        }
    }
    static int weekdayOf(std::int64_t day) {
        constexpr int ofTheFirst = 3;  // 1970 began on a Thursday
        return static_cast<int>(((day + ofTheFirst) % 7 + 7) % 7);
    }

    void snapToClock(std::size_t number, const Network::Constraint& c) {
        const auto day = times_.network.bounds(c.from), event = times_.network.bounds(c.to);
        auto& m = midnights_;
        if (c.high && day.latest) {
            const auto high = m.last(m.dayAt(*day.latest), *c.high);
            if (!event.latest || *event.latest > high)
                noLater(c.to, high, times_.history.at(c.from, Side::latest), number);
        }
        if (c.low && day.earliest) {
            const auto low = m.first(m.dayAt(*day.earliest), *c.low);
            if (!event.earliest || *event.earliest < low)
                noEarlier(c.to, low, times_.history.at(c.from, Side::earliest), number);
        }
        // The other way round: the last day whose hour is not too late, the first whose hour is not too
        // early.
        if (c.low && event.latest) {
            auto last = m.dayAt(*event.latest - *c.low) + 1;
            while (m.first(last, *c.low) > *event.latest) --last;
            if (!day.latest || *day.latest > m.begin(last))
                noLater(c.from, m.begin(last), times_.history.at(c.to, Side::latest), number);
        }
        if (c.high && event.earliest) {
            auto first = m.dayAt(*event.earliest - *c.high) - 1;
            while (m.last(first, *c.high) < *event.earliest) ++first;
            if (!day.earliest || *day.earliest < m.begin(first))
                noEarlier(c.from, m.begin(first), times_.history.at(c.to, Side::earliest), number);
        }
    }
    // Days between two events that no clock change can lie between have 24 hours.
    void snapDuration(std::size_t number, const Network::Constraint& c) {
        if (measured_[number]) return;
        const auto from = times_.network.bounds(c.from).earliest, to = times_.network.bounds(c.to).latest;
        if (!from || !to || timeline::changesOffset({*from}, {*to}, zone_)) return;
        measured_[number] = true;
        snap(c, BoundHistory::none, number);
    }

    const TimeSolution& solution_;
    const TimeDraft& draft_;
    const std::string& zone_;
    Midnights midnights_;
    SnappedTimes times_;
    std::vector<AtVariable> byVariable_;
    std::vector<bool> measured_;  // by constraint: its days have 24 hours
    std::size_t conflicts_ = 0;
    std::vector<bool> aside_;                    // by constraint
    std::set<Network::Variable> days_, clocks_;  // whose bounds may have moved since they were looked at
    std::vector<std::size_t> fresh_;             // snaps not yet in the network
    std::vector<std::optional<Network::Handle>> handles_;  // by snap; nothing: not in the network
};

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

bool isByCalendar(const TimeDraft& draft, std::size_t constraint) {
    return holds(draft.byClock, constraint) || holds(draft.inDays, constraint);
}

Network::Constraint asElapsed(const TimeDraft& draft, std::size_t constraint, bool clocksChange) {
    auto c = draft.constraints[constraint];
    if (!clocksChange || !isByCalendar(draft, constraint)) return c;
    if (c.low) *c.low -= timeline::hour;
    if (c.high) *c.high += timeline::hour;
    return c;
}

SnappedTimes snapToCalendar(const TimeSolution& solution, const std::string& zone) {
    return Snapping(solution, zone).run();
}

}  // namespace retrace::reconstruct
