#pragma once

// The temporal network as it was before it kept its state: Bellman and Ford's rounds from scratch at each
// solving, and a list of reasons for every variable. Only the benchmark holds the new one against it.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <unordered_set>
#include <utility>
#include <vector>

namespace retrace::timeline::test {

class RoundsNetwork {
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

namespace old {

/// One inequality of the distance graph: to - from <= weight.
struct Edge {
    std::size_t from = 0, to = 0;
    std::int64_t weight = 0;
    std::size_t reason = 0;
};

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

struct Distances {
    std::vector<std::optional<std::int64_t>> to;  // from the source; missing: out of reach
    std::vector<std::size_t> lastEdge;            // of the shortest path, or none
    std::size_t onCycle = none;                   // a variable of a negative cycle
    std::size_t work = 0;                         // edges looked at
};

/// A variable on a cycle of the last edges; none where they form trees. A cycle there is a negative one
/// (Cherkassky and Goldberg 1999, "Negative-cycle detection algorithms"; walking to the root).
inline std::size_t cycleAmong(const std::vector<Edge>& edges, const Distances& d) {
    std::vector<std::size_t> walk(d.to.size(), none);  // the walk that came by first
    for (std::size_t start = 0; start < d.to.size(); ++start) {
        std::size_t at = start;
        while (walk[at] == none) {
            walk[at] = start;
            if (d.lastEdge[at] == none) break;
            at = edges[d.lastEdge[at]].from;
        }
        if (walk[at] == start && d.lastEdge[at] != none) return at;
    }
    return none;
}

/// The order in which the rounds take the edges: to and fro is soon through long chains, forth alone keeps to
/// the order of adding where two paths are equally short.
enum class Rounds { forth, toAndFro };

/// Shortest paths from every variable whose start distance is given; stops at the first negative cycle.
inline Distances bellmanFord(const std::vector<Edge>& edges, std::vector<std::optional<std::int64_t>> start,
                             Rounds rounds) {
    Distances d{std::move(start), {}, none};
    d.lastEdge.assign(d.to.size(), none);
    bool back = false;
    for (bool moving = true; moving; back = !back && rounds == Rounds::toAndFro) {
        moving = false;
        d.work += edges.size();
        for (std::size_t n = 0; n < edges.size(); ++n) {
            const std::size_t i = back ? edges.size() - 1 - n : n;
            const Edge& edge = edges[i];
            if (!d.to[edge.from]) continue;
            const std::int64_t through = *d.to[edge.from] + edge.weight;
            if (d.to[edge.to] && *d.to[edge.to] <= through) continue;
            d.to[edge.to] = through;
            d.lastEdge[edge.to] = i;
            moving = true;
        }
        if (!moving) break;
        d.onCycle = cycleAmong(edges, d);
        if (d.onCycle != none) break;
    }
    return d;
}

/// Each once, as first added.
class Reasons {
public:
    void add(std::size_t reason) {
        if (seen_.insert(reason).second) list_.push_back(reason);
    }
    [[nodiscard]] std::vector<std::size_t> backwards() && {
        std::reverse(list_.begin(), list_.end());
        return std::move(list_);
    }

private:
    std::vector<std::size_t> list_;
    std::unordered_set<std::size_t> seen_;
};

/// The reasons of the negative cycle found, in the cycle's order.
inline std::vector<std::size_t> cycleReasons(const std::vector<Edge>& edges, const Distances& d) {
    Reasons reasons;
    std::size_t at = d.onCycle;
    do {
        const Edge& edge = edges[d.lastEdge[at]];
        reasons.add(edge.reason);
        at = edge.from;
    } while (at != d.onCycle);
    return std::move(reasons).backwards();
}

/// The reasons on the shortest path to `variable`, from the epoch on.
inline std::vector<std::size_t> pathReasons(const std::vector<Edge>& edges, const Distances& d,
                                            std::size_t variable) {
    Reasons reasons;
    for (std::size_t at = variable; d.lastEdge[at] != none; at = edges[d.lastEdge[at]].from)
        reasons.add(edges[d.lastEdge[at]].reason);
    return std::move(reasons).backwards();
}

inline std::vector<Edge> reversed(std::vector<Edge> edges) {
    for (Edge& edge : edges) std::swap(edge.from, edge.to);
    return edges;
}

}  // namespace old

using namespace old;

inline RoundsNetwork::Variable RoundsNetwork::addVariable() {
    return variables_++;
}

inline void RoundsNetwork::add(const Constraint& constraint) {
    if (constraint.from >= variables_ || constraint.to >= variables_)
        throw std::out_of_range("no such variable");
    constraints_.push_back(constraint);
}

inline RoundsNetwork::Solution RoundsNetwork::solve() const {
    std::vector<Edge> edges;
    edges.reserve(constraints_.size() * 2);
    for (const Constraint& c : constraints_) {
        if (c.high) edges.push_back({c.from, c.to, *c.high, c.reason});
        if (c.low) edges.push_back({c.to, c.from, -*c.low, c.reason});
    }

    Solution solution;
    // Every variable starts at 0, so that a cycle out of the epoch's reach is found too.
    const Distances all =
        bellmanFord(edges, std::vector<std::optional<std::int64_t>>(variables_, 0), Rounds::toAndFro);
    solution.work = all.work;
    if (all.onCycle != none) {
        solution.consistent = false;
        solution.conflict = cycleReasons(edges, all);
        return solution;
    }

    std::vector<std::optional<std::int64_t>> fromEpoch{std::int64_t{0}};  // the epoch's own distance
    fromEpoch.resize(variables_);
    const std::vector<Edge> backEdges = reversed(edges);
    const Distances forward = bellmanFord(edges, fromEpoch, Rounds::forth);
    const Distances backward = bellmanFord(backEdges, fromEpoch, Rounds::forth);
    solution.work += forward.work + backward.work;
    solution.bounds.resize(variables_);
    for (Variable v = 0; v < variables_; ++v) {
        Bounds& bounds = solution.bounds[v];
        bounds.latest = forward.to[v];
        if (backward.to[v]) bounds.earliest = -*backward.to[v];
        bounds.reasonsLatest = pathReasons(edges, forward, v);
        bounds.reasonsEarliest = pathReasons(backEdges, backward, v);
    }
    return solution;
}

}  // namespace retrace::timeline::test
