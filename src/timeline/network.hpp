#pragma once

#include "timeline/shortest_paths.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace retrace::timeline {

/// A simple temporal network (Dechter, Meiri and Pearl 1991): variables are instants in seconds, each
/// constraint says  from + low <= to <= from + high  and names who says so. Variable 0 is the epoch.
///
/// It keeps what it has worked out while constraints come and go: after a change, settling costs about what
/// the change moves. A value like any other; memory grows with variables and constraints alone, reasons are
/// walked to when asked for. Bounds and paths depend on the constraints in it and their reasons, not on its
/// past.
class Network {
public:
    using Variable = std::size_t;
    static constexpr Variable epoch = 0;
    /// Of a constraint, until it is removed; then it may be another's.
    using Handle = std::size_t;

    struct Constraint {
        Variable from = 0, to = 0;
        std::optional<std::int64_t> low, high;  // seconds; missing: no bound on that side
        std::size_t reason = 0;                 // the caller's index of what supports it; orders equal paths
    };
    struct Bounds {
        std::optional<std::int64_t> earliest, latest;  // seconds since the epoch
        bool operator==(const Bounds&) const = default;
    };
    enum class Side { earliest, latest };
    /// The constraint that a bound hangs on last, and the variable whose bound it starts from.
    struct Step {
        Handle constraint = 0;
        Variable from = 0;
    };

    Network();
    [[nodiscard]] Variable addVariable();
    [[nodiscard]] std::size_t variableCount() const { return graph_.nodes.size(); }
    [[nodiscard]] std::size_t constraintCount() const { return constraints_.size() - free_.size(); }

    /// Throws Error for a variable that was never added, and for bounds of more than 34,000 years.
    Handle add(const Constraint&);
    /// As adding a constraint from the epoch; for many bounds that come and go. They cost less, because
    /// values that satisfy all the rest are left alone.
    Handle addBound(Variable, std::optional<std::int64_t> low, std::optional<std::int64_t> high,
                    std::size_t reason);
    void remove(Handle);
    [[nodiscard]] const Constraint& constraint(Handle handle) const { return constraints_[handle]; }
    /// Another reason for the same; the order among the constraints in the network must stay as it was.
    void renumber(Handle, std::size_t reason);

    /// Works out what changed. Where the constraints contradict each other, the handles of a set that does
    /// and of which none can be spared, in the order of a cycle; one of them has to be removed, and this
    /// called again, before bounds are asked for. Else nothing.
    ///
    /// Such a set is irreducible: a negative cycle that goes through no variable twice holds each constraint
    /// once, and without any of them its variables form a chain, which can always be satisfied. A constraint
    /// whose low is above its high is a set of its own.
    [[nodiscard]] std::vector<Handle> settle();
    /// As settle, but bounds are not worked out and those of addBound do not count: to try constraints one
    /// after the other.
    [[nodiscard]] std::vector<Handle> contradiction();

    /// The tightest, of the last settling.
    [[nodiscard]] Bounds bounds(Variable) const;
    /// Nothing where there is no such bound, and at the epoch.
    [[nodiscard]] std::optional<Step> lastStep(Variable, Side) const;
    /// The constraints that make the bound, from the epoch on; as few as can be, told earliest among equals.
    [[nodiscard]] std::vector<Handle> path(Variable, Side) const;
    /// How many constraints the path has.
    [[nodiscard]] std::size_t pathLength(Variable, Side) const;
    /// Variables with bounds or paths that may have changed since it was last settled before this, each once,
    /// ascending.
    [[nodiscard]] const std::vector<Variable>& touched() const { return touched_; }

    /// At most how many seconds `to` may lie after `from`, and the constraints that say so, in order; only
    /// those `among` admits count, those of addBound never. Nothing where they do not say. Of a settled
    /// network.
    struct Chain {
        std::int64_t seconds = 0;
        std::vector<Handle> constraints;
    };
    [[nodiscard]] std::optional<Chain> chain(Variable from, Variable to,
                                             const std::function<bool(const Constraint&)>& among) const;

    /// Inequalities looked at so far: what solving cost, on any machine.
    [[nodiscard]] std::size_t work() const { return values_.work() + latest_.work() + earliest_.work(); }

private:
    Handle put(const Constraint&, bool loose);
    [[nodiscard]] std::vector<Handle> crossedBounds() const;
    [[nodiscard]] std::vector<Handle> withoutSpare(std::vector<Handle>) const;

    DistanceGraph graph_;  // edge 2h: the high of constraint h, 2h + 1 its low
    std::vector<Constraint> constraints_;
    std::vector<Handle> free_;
    FeasibleValues values_;
    ShortestPaths latest_{ShortestPaths::Way::fromRoot}, earliest_{ShortestPaths::Way::toRoot};
    std::vector<Variable> touched_;
    std::vector<bool> isTouched_;
    bool settled_ = true;  // by the last settling
    std::uint64_t serial_ = 0;
};

}  // namespace retrace::timeline
