#include "timeline/network.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <queue>
#include <string>
#include <tuple>
#include <unordered_map>

namespace retrace::timeline {

namespace {

constexpr auto none = DistanceGraph::none;
// Sums along a path through all variables stay below 2^60: no overflow.
constexpr std::int64_t most = 1LL << 40;  // seconds, 34,865 years
constexpr std::size_t mostVariables = 1U << 20;

DistanceGraph::EdgeNumber highOf(Network::Handle handle) {
    return static_cast<DistanceGraph::EdgeNumber>(2 * handle);
}
DistanceGraph::EdgeNumber lowOf(Network::Handle handle) {
    return static_cast<DistanceGraph::EdgeNumber>(2 * handle + 1);
}
DistanceGraph::Node nodeOf(Network::Variable variable) {
    return static_cast<DistanceGraph::Node>(variable);
}
bool isTooWide(const std::optional<std::int64_t>& bound) {
    return bound && (*bound > most || *bound < -most);
}

}  // namespace

Network::Network() {
    (void)addVariable();
}

Network::Variable Network::addVariable() {
    if (variableCount() >= mostVariables)
        throw Error("time network: more than " + std::to_string(mostVariables) +
                    " variables; divide the text into several documents");
    graph_.nodes.emplace_back();
    values_.addNode();
    latest_.addNode();
    earliest_.addNode();
    return variableCount() - 1;
}

Network::Handle Network::add(const Constraint& c) {
    return put(c, false);
}

Network::Handle Network::addBound(Variable variable, std::optional<std::int64_t> low,
                                  std::optional<std::int64_t> high, std::size_t reason) {
    return put({epoch, variable, low, high, reason}, variable != epoch);
}

Network::Handle Network::put(const Constraint& c, bool loose) {
    if (c.from >= variableCount() || c.to >= variableCount())
        throw Error("time network: constraint " + std::to_string(c.reason) +
                    " names a variable that was never added; call addVariable first");
    if (isTooWide(c.low) || isTooWide(c.high))
        throw Error("time network: constraint " + std::to_string(c.reason) +
                    " spans more than 34,000 years; give a bound within them, or none");
    Handle handle = constraints_.size();
    if (free_.empty()) {
        constraints_.push_back(c);
        graph_.edges.resize(2 * constraints_.size());
    } else {
        handle = free_.back();
        free_.pop_back();
        constraints_[handle] = c;
    }
    const auto putEdge = [&](DistanceGraph::EdgeNumber edge, Variable from, Variable to,
                             std::int64_t weight) {
        graph_.put(edge, nodeOf(from), nodeOf(to), weight, c.reason, serial_++, loose);
        if (!loose) values_.admit(edge);
        latest_.edgePut(edge);
        earliest_.edgePut(edge);
    };
    if (c.high) putEdge(highOf(handle), c.from, c.to, *c.high);
    if (c.low) putEdge(lowOf(handle), c.to, c.from, -*c.low);
    return handle;
}

void Network::remove(Handle handle) {
    for (const auto edge : {highOf(handle), lowOf(handle)}) {
        if (!graph_.edges[edge].present) continue;
        latest_.edgeTaken(graph_, edge);
        earliest_.edgeTaken(graph_, edge);
        graph_.take(edge);
    }
    free_.push_back(handle);
}

void Network::renumber(Handle handle, std::size_t reason) {
    constraints_[handle].reason = reason;
    graph_.edges[highOf(handle)].reason = graph_.edges[lowOf(handle)].reason = reason;
}

std::vector<Network::Handle> Network::contradiction() {
    std::vector<Handle> cycle;
    for (const auto edge : values_.repair(graph_)) cycle.push_back(edge / 2);
    return withoutSpare(std::move(cycle));
}

/// A constraint that contradicts itself needs no others.
std::vector<Network::Handle> Network::withoutSpare(std::vector<Handle> cycle) const {
    for (const Handle handle : cycle) {
        const auto& c = constraints_[handle];
        if (c.low && c.high && *c.low > *c.high) return {handle};
    }
    return cycle;
}

std::vector<Network::Handle> Network::settle() {
    if (auto conflict = contradiction(); !conflict.empty()) return conflict;
    latest_.update(graph_, values_);
    earliest_.update(graph_, values_);
    if (settled_) {
        for (const auto v : touched_) isTouched_[v] = false;
        touched_.clear();
    }
    isTouched_.resize(variableCount());
    const auto known = touched_.size();
    for (const auto* paths : {&latest_, &earliest_})
        for (const auto v : paths->touched())
            if (!isTouched_[v]) {
                isTouched_[v] = true;
                touched_.push_back(v);
            }
    if (touched_.size() > known) std::ranges::sort(touched_);
    auto conflict = crossedBounds();
    settled_ = conflict.empty();
    return conflict;
}

/// Where an earliest lies after its latest, by bounds that the values do not know of: the two paths of the
/// fewest steps. They meet nowhere else, or fewer steps would have done.
std::vector<Network::Handle> Network::crossedBounds() const {
    std::optional<std::pair<std::size_t, Variable>> best;
    for (const auto v : touched_) {
        const auto b = bounds(v);
        if (!b.earliest || !b.latest || *b.earliest <= *b.latest) continue;
        const std::pair here{pathLength(v, Side::earliest) + pathLength(v, Side::latest), v};
        if (!best || here < *best) best = here;
    }
    if (!best) return {};
    auto cycle = path(best->second, Side::latest);
    for (const auto handle : path(best->second, Side::earliest)) cycle.push_back(handle);
    return withoutSpare(std::move(cycle));
}

Network::Bounds Network::bounds(Variable variable) const {
    Bounds bounds{{}, latest_.distance(nodeOf(variable))};
    if (const auto back = earliest_.distance(nodeOf(variable))) bounds.earliest = -*back;
    return bounds;
}

std::optional<Network::Step> Network::lastStep(Variable variable, Side side) const {
    const auto edge = (side == Side::latest ? latest_ : earliest_).last(nodeOf(variable));
    if (edge == none) return std::nullopt;
    return Step{edge / 2, side == Side::latest ? graph_.edges[edge].from : graph_.edges[edge].to};
}

std::vector<Network::Handle> Network::path(Variable variable, Side side) const {
    std::vector<Handle> path;
    for (auto step = lastStep(variable, side); step; step = lastStep(step->from, side))
        path.push_back(step->constraint);
    std::ranges::reverse(path);
    return path;
}

std::size_t Network::pathLength(Variable variable, Side side) const {
    const auto& paths = side == Side::latest ? latest_ : earliest_;
    return paths.distance(nodeOf(variable)) ? paths.steps(nodeOf(variable)) : 0;
}

std::optional<Network::Chain> Network::chain(Variable from, Variable to,
                                             const std::function<bool(const Constraint&)>& among) const {
    using Node = DistanceGraph::Node;
    using Edge = DistanceGraph::EdgeNumber;
    struct Met {
        std::int64_t distance = 0;
        std::uint32_t steps = 0;
        Edge last = none;
    };
    using Entry = std::tuple<std::int64_t, std::uint32_t, Node>;  // slack, steps
    std::unordered_map<Node, Met> met{{nodeOf(from), {}}};
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    open.emplace(0, 0, nodeOf(from));
    const auto slack = [&](Node node, std::int64_t distance) {
        return distance + values_.at(nodeOf(from)) - values_.at(node);
    };
    while (!open.empty()) {
        const auto [slackThen, stepsThen, node] = open.top();
        open.pop();
        const Met here = met[node];
        if (slackThen != slack(node, here.distance) || stepsThen != here.steps) continue;
        if (node == nodeOf(to)) break;
        for (Edge e = graph_.nodes[node].firstOut; e != none; e = graph_.edges[e].nextOut) {
            const auto& edge = graph_.edges[e];
            if (edge.loose || edge.to == nodeOf(from) || !among(constraints_[e / 2])) continue;
            const Met through{here.distance + edge.weight, here.steps + 1, e};
            const auto [known, fresh] = met.try_emplace(edge.to, through);
            Met& now = known->second;
            const auto order =
                std::tie(through.distance, through.steps) <=> std::tie(now.distance, now.steps);
            if (!fresh && (order > 0 || (order == 0 && !graph_.isBefore(e, now.last)))) continue;
            now = through;
            if (fresh || order < 0) open.emplace(slack(edge.to, through.distance), through.steps, edge.to);
        }
    }
    const auto end = met.find(nodeOf(to));
    if (end == met.end()) return std::nullopt;
    Chain chain{end->second.distance, {}};
    for (Node at = nodeOf(to); at != nodeOf(from);) {
        const Edge e = met[at].last;
        chain.constraints.push_back(e / 2);
        at = graph_.edges[e].from;
    }
    std::ranges::reverse(chain.constraints);
    return chain;
}

}  // namespace retrace::timeline
