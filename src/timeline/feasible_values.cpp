#include "timeline/feasible_values.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>

namespace retrace::timeline {

namespace {

constexpr auto none = DistanceGraph::none;
constexpr std::size_t few = 16;                // let in one by one
constexpr std::int64_t lowest = -(1LL << 60);  // far from overflow: values start afresh

}  // namespace

void FeasibleValues::addNode() {
    values_.push_back(0);
    last_.push_back(none);
    met_.push_back({});
}

/// From the edge's end back over the last edges to `until`, in the order of going forth.
std::vector<FeasibleValues::Edge> FeasibleValues::backFrom(const DistanceGraph& graph, Node node,
                                                           Node until) const {
    std::vector<Edge> edges;
    do {
        edges.push_back(last_[node]);
        node = graph.edges[last_[node]].from;
    } while (node != until);
    std::reverse(edges.begin(), edges.end());
    return edges;
}

std::vector<FeasibleValues::Edge> FeasibleValues::letInOne(const DistanceGraph& graph, Edge added) {
    const auto& first = graph.edges[added];
    if (slack(first) >= 0) return {};
    if (first.from == first.to) return {added};
    ++search_;
    // How far it must fall, furthest first; then by steps, so that the cycles found are short.
    using Entry = std::tuple<std::int64_t, std::uint32_t, Node>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    std::vector<Node> settled;
    const auto lower = [&](Edge by, std::int64_t fall, std::uint32_t steps) {
        const Node node = graph.edges[by].to;
        if (met_[node].search != search_) met_[node] = {search_, 0, false};
        if (met_[node].settled || fall >= met_[node].by) return;
        met_[node].by = fall;
        last_[node] = by;
        open.emplace(fall, steps, node);
    };
    lower(added, slack(first), 0);
    while (!open.empty()) {
        const auto [fall, steps, node] = open.top();
        open.pop();
        if (met_[node].settled) continue;
        met_[node].settled = true;
        settled.push_back(node);
        for (Edge e = graph.nodes[node].firstOut; e != none; e = graph.edges[e].nextOut) {
            ++work_;
            const auto& edge = graph.edges[e];
            if (isWaiting_[e] || edge.loose) continue;
            const auto through = slack(edge) + fall;
            if (through >= 0) continue;
            if (edge.to == first.from) {  // what was let in would have to make way for itself
                last_[edge.to] = e;
                return backFrom(graph, edge.to, edge.to);
            }
            lower(e, through, steps + 1);
        }
    }
    for (const Node node : settled) values_[node] += met_[node].by;
    return {};
}

/// The nodes that the waiting edges' ends reach over edges of no slack, each before those it reaches.
std::vector<FeasibleValues::Edge> FeasibleValues::inTopologicalOrder(const DistanceGraph& graph,
                                                                     std::vector<Node>& order) {
    ++search_;
    struct Step {
        Node node;
        Edge next;
    };
    std::vector<Step> path;
    std::vector<Edge> taken;  // the edge into each step of the path but the first
    for (const Edge waiting : waiting_) {
        const Node start = graph.edges[waiting].from;
        if (met_[start].search == search_) continue;
        met_[start] = {search_, 0, false};
        path.push_back({start, graph.nodes[start].firstOut});
        while (!path.empty()) {
            auto& step = path.back();
            if (step.next == none) {
                met_[step.node].settled = true;
                order.push_back(step.node);
                path.pop_back();
                if (!taken.empty()) taken.pop_back();
                continue;
            }
            const Edge e = step.next;
            const auto& edge = graph.edges[e];
            step.next = edge.nextOut;
            ++work_;
            if (edge.loose || slack(edge) > 0) continue;
            if (met_[edge.to].search != search_) {
                met_[edge.to] = {search_, 0, false};
                taken.push_back(e);
                path.push_back({edge.to, graph.nodes[edge.to].firstOut});
            } else if (!met_[edge.to].settled) {  // on the path: a cycle, and a negative one unless all zero
                auto sum = slack(edge);
                std::vector<Edge> cycle{e};
                for (std::size_t i = path.size() - 1; path[i].node != edge.to; --i) {
                    cycle.push_back(taken[i - 1]);
                    sum += slack(graph.edges[taken[i - 1]]);
                }
                if (sum >= 0) continue;
                std::reverse(cycle.begin(), cycle.end());
                return cycle;
            }
        }
    }
    std::reverse(order.begin(), order.end());
    return {};
}

/// A cycle of the last edges: a negative one (Cherkassky and Goldberg 1999; walking to the root).
std::vector<FeasibleValues::Edge> FeasibleValues::cycleOfLast(const DistanceGraph& graph) const {
    std::vector<Node> walk(values_.size(), none);  // the walk that came by first
    for (Node start = 0; start < values_.size(); ++start) {
        Node at = start;
        while (walk[at] == none) {
            walk[at] = start;
            const Edge e = last_[at];
            if (e == none || !graph.edges[e].present || graph.edges[e].to != at) break;
            at = graph.edges[e].from;
        }
        const Edge e = last_[at];
        if (walk[at] != start || e == none || !graph.edges[e].present || graph.edges[e].to != at) continue;
        auto cycle = backFrom(graph, at, at);
        std::int64_t sum = 0;
        for (const Edge edge : cycle) sum += graph.edges[edge].weight;
        if (sum < 0) return cycle;
    }
    return {};
}

std::vector<FeasibleValues::Edge> FeasibleValues::letInAll(const DistanceGraph& graph) {
    std::fill(last_.begin(), last_.end(), none);
    const auto before = values_;  // as they were, where nothing comes of it
    const auto waiting = waiting_;
    const auto giveUp = [&](std::vector<Edge> cycle) {
        values_ = before;
        waiting_ = waiting;
        return cycle;
    };
    constexpr int quick = 4;  // passes; more are rare, and then a cycle may turn where no path closes
    for (int pass = 0;; ++pass) {
        std::erase_if(waiting_, [&](Edge e) { return !graph.edges[e].present || !isBroken(graph.edges[e]); });
        if (waiting_.empty()) return {};
        std::vector<Node> order;
        if (auto cycle = inTopologicalOrder(graph, order); !cycle.empty()) return giveUp(std::move(cycle));
        waiting_.clear();
        for (const Node node : order)
            for (Edge e = graph.nodes[node].firstOut; e != none; e = graph.edges[e].nextOut) {
                ++work_;
                const auto& edge = graph.edges[e];
                const auto fall = slack(edge);
                if (fall >= 0 || edge.loose) continue;
                values_[edge.to] += fall;
                last_[edge.to] = e;
            }
        // Whoever moved may have broken an inequality of a node that had its turn before it.
        for (const Node node : order)
            for (Edge e = graph.nodes[node].firstOut; e != none; e = graph.edges[e].nextOut)
                if (isBroken(graph.edges[e])) waiting_.push_back(e);
        for (const Node node : order) {
            for (Edge e = graph.nodes[node].firstOut; e != none; e = graph.edges[e].nextOut) {
                const Node moved = graph.edges[e].to;
                if (last_[moved] != e || met_[moved].search == search_) continue;
                for (Edge f = graph.nodes[moved].firstOut; f != none; f = graph.edges[f].nextOut)
                    if (isBroken(graph.edges[f])) waiting_.push_back(f);
            }
        }
        if (pass < quick) continue;
        if (auto cycle = cycleOfLast(graph); !cycle.empty()) return giveUp(std::move(cycle));
    }
}

void FeasibleValues::startAfresh(const DistanceGraph& graph) {
    std::fill(values_.begin(), values_.end(), 0);
    waiting_.clear();
    for (Edge e = 0; e < graph.edges.size(); ++e)
        if (graph.edges[e].present && !graph.edges[e].loose) waiting_.push_back(e);
}

std::vector<FeasibleValues::Edge> FeasibleValues::repair(const DistanceGraph& graph) {
    std::erase_if(waiting_, [&](Edge e) { return !graph.edges[e].present || graph.edges[e].loose; });
    if (waiting_.empty()) return {};
    if (std::ranges::any_of(values_, [](auto value) { return value < lowest; })) startAfresh(graph);
    if (waiting_.size() > few) return letInAll(graph);
    isWaiting_.resize(std::max(isWaiting_.size(), graph.edges.size()));
    for (const Edge e : waiting_) isWaiting_[e] = true;
    std::size_t done = 0;
    std::vector<Edge> cycle;
    for (; done < waiting_.size() && cycle.empty(); ++done) {
        isWaiting_[waiting_[done]] = false;
        cycle = letInOne(graph, waiting_[done]);
    }
    for (const Edge e : waiting_) isWaiting_[e] = false;
    if (!cycle.empty()) --done;  // it is still waiting
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(done));
    return cycle;
}

}  // namespace retrace::timeline
