#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace retrace::timeline {

/// A simple temporal network (Dechter, Meiri and Pearl 1991): variables are instants in seconds, each
/// constraint says  from + low <= to <= from + high  and names who says so. Variable 0 is the epoch.
class Network {
public:
    using Variable = std::size_t;
    static constexpr Variable epoch = 0;

    struct Constraint {
        Variable from = 0, to = 0;
        std::optional<std::int64_t> low, high;  // seconds; missing: no bound on that side
        std::size_t reason = 0;                 // the caller's index of what supports it
    };

    struct Bounds {
        std::optional<std::int64_t> earliest, latest;             // seconds since the epoch
        std::vector<std::size_t> reasonsEarliest, reasonsLatest;  // every constraint on the tight path
    };

    struct Solution {
        bool consistent = true;
        std::vector<Bounds> bounds;         // one a variable, filled when consistent
        std::vector<std::size_t> conflict;  // reasons of one negative cycle, when not
        std::size_t work = 0;               // inequalities looked at: what solving cost, on any machine
    };

    [[nodiscard]] Variable addVariable();
    void add(const Constraint&);
    [[nodiscard]] std::size_t variableCount() const { return variables_; }

    /// Tightest bounds of every variable against the epoch (Bellman-Ford both ways, left as soon as a
    /// negative cycle has closed).
    [[nodiscard]] Solution solve() const;

private:
    std::size_t variables_ = 1;
    std::vector<Constraint> constraints_;
};

}  // namespace retrace::timeline
