#pragma once

// The temporal network solved from scratch by Bellman and Ford's method, round after round over all
// inequalities: the reference that the incremental network is held against, in tests and in the benchmark.
#include "timeline/network.hpp"

namespace retrace::timeline::test {

struct Reference {
    bool consistent = true;
    std::vector<Network::Bounds> bounds;
};

inline Reference bellmanFord(std::size_t variables, const std::vector<Network::Constraint>& constraints) {
    struct Edge {
        std::size_t from, to;
        std::int64_t weight;
    };
    std::vector<Edge> edges;
    for (const auto& c : constraints) {
        if (c.high) edges.push_back({c.from, c.to, *c.high});
        if (c.low) edges.push_back({c.to, c.from, -*c.low});
    }
    using Distances = std::vector<std::optional<std::int64_t>>;
    const auto settle = [&](Distances& d, bool reversed) {
        for (std::size_t round = 0; round <= variables; ++round) {
            bool moved = false;
            for (const auto& e : edges) {
                const auto from = reversed ? e.to : e.from, to = reversed ? e.from : e.to;
                if (!d[from] || (d[to] && *d[to] <= *d[from] + e.weight)) continue;
                d[to] = *d[from] + e.weight;
                moved = true;
            }
            if (!moved) return true;
        }
        return false;
    };
    Distances all(variables, 0);
    if (!settle(all, false)) return {false, {}};
    Distances forth(variables), back(variables);
    forth[0] = back[0] = 0;
    (void)settle(forth, false);
    (void)settle(back, true);
    Reference reference;
    for (std::size_t v = 0; v < variables; ++v) {
        reference.bounds.push_back({{}, forth[v]});
        if (back[v]) reference.bounds.back().earliest = -*back[v];
    }
    return reference;
}

}  // namespace retrace::timeline::test
