#pragma once

#include "timeline/distance_graph.hpp"

#include <utility>
#include <vector>

namespace retrace::timeline {

/// One value for every variable under which every inequality holds: what makes Dijkstra's method right among
/// negative weights (Johnson 1977). Kept while inequalities come and go; values only ever fall.
///
/// Few new ones are let in one by one (Cotton and Maler 2006, "Fast and flexible difference constraint
/// propagation for DPLL(T)"; the method of Ramalingam, Song, Joskowicz and Miller 1999): only what has to
/// move is looked at. Many are let in together, in passes that go through the graph in topological order
/// (Goldberg and Radzik 1993, "A heuristic improvement of the Bellman-Ford algorithm"): linear where few
/// point backwards.
class FeasibleValues {
public:
    using Edge = DistanceGraph::EdgeNumber;
    using Node = DistanceGraph::Node;

    void addNode();
    void admit(Edge edge) { waiting_.push_back(edge); }
    /// The edges of a negative cycle that goes through no node twice, in its order; empty where every edge
    /// holds. After a cycle one of its edges is to be taken out of the graph, and this called again.
    [[nodiscard]] std::vector<Edge> repair(const DistanceGraph&);
    [[nodiscard]] std::int64_t at(Node node) const { return values_[node]; }
    [[nodiscard]] std::size_t work() const { return work_; }  // edges looked at so far

private:
    [[nodiscard]] std::int64_t slack(const DistanceGraph::Edge& e) const {
        return values_[e.from] + e.weight - values_[e.to];
    }
    [[nodiscard]] bool isBroken(const DistanceGraph::Edge& e) const { return !e.loose && slack(e) < 0; }
    [[nodiscard]] std::vector<Edge> letInOne(const DistanceGraph&, Edge);
    [[nodiscard]] std::vector<Edge> letInAll(const DistanceGraph&);
    [[nodiscard]] std::vector<Edge> inTopologicalOrder(const DistanceGraph&, std::vector<Node>& order);
    [[nodiscard]] std::vector<Edge> cycleOfLast(const DistanceGraph&) const;
    [[nodiscard]] std::vector<Edge> backFrom(const DistanceGraph&, Node, Node until) const;
    void startAfresh(const DistanceGraph&);

    std::vector<std::int64_t> values_;
    std::vector<Edge> waiting_;  // not yet known to hold; in letInOne edges that are waiting do not count
    std::vector<Edge> last_;     // the edge that moved the node last
    // Of one search, told apart by its number: who was met, moved how far, and settled.
    struct Met {
        std::uint32_t search = 0;
        std::int64_t by = 0;
        bool settled = false;
    };
    std::vector<Met> met_;
    std::uint32_t search_ = 0;
    std::vector<bool> isWaiting_;  // by edge, during letInOne
    std::size_t work_ = 0;
};

}  // namespace retrace::timeline
