#include "timeline/shortest_paths.hpp"

#include <functional>
#include <queue>
#include <tuple>

namespace retrace::timeline {

namespace {

constexpr auto none = DistanceGraph::none;
constexpr DistanceGraph::Node root = 0;

}  // namespace

/// One run: the graph seen in the tree's direction.
struct ShortestPaths::Update {
    using Entry = std::tuple<std::int64_t, std::uint32_t, Node>;  // slack of the path, steps
    ShortestPaths& paths;
    const DistanceGraph& graph;
    const FeasibleValues& values;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open{};

    bool forth() const { return paths.way_ == Way::fromRoot; }
    Edge firstOut(Node node) const {
        return forth() ? graph.nodes[node].firstOut : graph.nodes[node].firstIn;
    }
    Edge firstIn(Node node) const { return forth() ? graph.nodes[node].firstIn : graph.nodes[node].firstOut; }
    Edge nextOut(Edge e) const { return forth() ? graph.edges[e].nextOut : graph.edges[e].nextIn; }
    Edge nextIn(Edge e) const { return forth() ? graph.edges[e].nextIn : graph.edges[e].nextOut; }
    Node head(Edge e) const { return forth() ? graph.edges[e].to : graph.edges[e].from; }
    Node tail(Edge e) const { return forth() ? graph.edges[e].from : graph.edges[e].to; }
    Label& label(Node node) const { return paths.labels_[node]; }

    // Of the path, against the feasible values: never negative, and growing along it.
    std::int64_t slack(Node node) const {
        const auto off = values.at(root) - values.at(node);
        return label(node).distance + (forth() ? off : -off);
    }
    void touch(Node node) {
        if (label(node).touched) return;
        label(node).touched = true;
        paths.touched_.push_back(node);
    }
    // Takes the edge for the path to its head where that is better.
    bool relax(Edge e) {
        ++paths.work_;
        const Label& before = label(tail(e));
        const Node node = head(e);
        if (!before.reached || node == root) return false;
        Label& now = label(node);
        const auto distance = before.distance + graph.edges[e].weight;
        const auto steps = before.steps + 1;
        if (now.reached) {
            if (distance > now.distance) return false;
            if (distance == now.distance && steps > now.steps) return false;
            if (distance == now.distance && steps == now.steps) {
                if (now.last == e || !graph.isBefore(e, now.last)) return false;
                touch(node);
                now.last = e;
                return false;  // as far as before: nothing behind it moves
            }
        }
        touch(node);
        now.distance = distance;
        now.steps = steps;
        now.last = e;
        now.reached = true;
        return true;
    }
    void push(Node node) { open.emplace(slack(node), label(node).steps, node); }

    // What hung on edges that are gone.
    std::vector<Node> cutOff() const {
        std::vector<Node> gone;
        for (const Node node : paths.cut_)
            if (!label(node).cut) {
                label(node).cut = true;
                gone.push_back(node);
            }
        for (std::size_t i = 0; i < gone.size(); ++i)
            for (Edge e = firstOut(gone[i]); e != none; e = nextOut(e)) {
                ++paths.work_;
                Label& behind = label(head(e));
                if (behind.last != e || behind.cut) continue;
                behind.cut = true;
                gone.push_back(head(e));
            }
        return gone;
    }
    void run() {
        const auto gone = cutOff();
        for (const Node node : gone) {
            touch(node);
            label(node).reached = false;
            label(node).last = none;
        }
        for (const Node node : gone) {
            bool found = false;
            for (Edge e = firstIn(node); e != none; e = nextIn(e))
                if (!label(tail(e)).cut) found = relax(e) || found;
            if (found) push(node);
        }
        for (const Node node : gone) label(node).cut = false;
        for (const Edge e : paths.put_)
            if (graph.edges[e].present && relax(e)) push(head(e));
        while (!open.empty()) {
            const auto [slackThen, stepsThen, node] = open.top();
            open.pop();
            if (slackThen != slack(node) || stepsThen != label(node).steps) continue;  // bettered since
            for (Edge e = firstOut(node); e != none; e = nextOut(e))
                if (relax(e)) push(head(e));
        }
    }
};

void ShortestPaths::addNode() {
    labels_.push_back({});
    if (labels_.size() == 1) labels_.front().reached = true;
}

void ShortestPaths::edgeTaken(const DistanceGraph& graph, Edge edge) {
    const auto& e = graph.edges[edge];
    const Node node = way_ == Way::fromRoot ? e.to : e.from;
    if (labels_[node].last != edge) return;
    labels_[node].last = none;
    cut_.push_back(node);
}

void ShortestPaths::update(const DistanceGraph& graph, const FeasibleValues& values) {
    for (const Node node : touched_) labels_[node].touched = false;
    touched_.clear();
    Update{*this, graph, values}.run();
    put_.clear();
    cut_.clear();
}

}  // namespace retrace::timeline
