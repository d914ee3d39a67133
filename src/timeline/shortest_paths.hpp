#pragma once

#include "timeline/feasible_values.hpp"

#include <optional>

namespace retrace::timeline {

/// Shortest paths from node 0 to every node, or from every node to it, kept while edges come and go: an edge
/// taken away costs only what hung on it, an edge put only what it betters (Ramalingam and Reps 1996, "An
/// incremental algorithm for a generalization of the shortest-path problem", many changes at once; Dijkstra's
/// method over slacks of feasible values).
///
/// Among equally short paths the one of fewest edges, then the one whose last edge was added first: the tree
/// depends on what is in the graph and not on how it came there.
class ShortestPaths {
public:
    using Edge = DistanceGraph::EdgeNumber;
    using Node = DistanceGraph::Node;
    enum class Way { fromRoot, toRoot };
    explicit ShortestPaths(Way way) : way_(way) {}

    void addNode();
    void edgePut(Edge edge) { put_.push_back(edge); }
    /// Before the edge is taken out of the graph.
    void edgeTaken(const DistanceGraph&, Edge);
    /// After the feasible values hold for every edge.
    void update(const DistanceGraph&, const FeasibleValues&);

    [[nodiscard]] std::optional<std::int64_t> distance(Node node) const {
        return labels_[node].reached ? std::optional(labels_[node].distance) : std::nullopt;
    }
    /// The edge by which the path comes to the node (or goes on from it); none at the root and out of reach.
    [[nodiscard]] Edge last(Node node) const { return labels_[node].last; }
    [[nodiscard]] std::uint32_t steps(Node node) const { return labels_[node].steps; }
    /// Whose distance or last edge the last update touched: more than differ, none that differs missing.
    [[nodiscard]] const std::vector<Node>& touched() const { return touched_; }
    [[nodiscard]] std::size_t work() const { return work_; }

private:
    struct Label {
        std::int64_t distance = 0;
        std::uint32_t steps = 0;
        Edge last = DistanceGraph::none;
        bool reached = false;
        bool cut = false;      // its path is gone, no other found yet
        bool touched = false;  // by the update that runs
    };
    struct Update;
    Way way_;
    std::vector<Label> labels_;
    std::vector<Edge> put_;
    std::vector<Node> cut_;  // whose last edge was taken
    std::vector<Node> touched_;
    std::size_t work_ = 0;
};

}  // namespace retrace::timeline
