#include "timeline/distance_graph.hpp"

namespace retrace::timeline {

void DistanceGraph::put(EdgeNumber number, Node from, Node to, std::int64_t weight, std::size_t reason,
                        std::uint64_t serial, bool loose) {
    if (number >= edges.size()) edges.resize(number + std::size_t{1});
    Edge& edge = edges[number];
    edge = {from, to, weight, none, nodes[from].lastOut, none, nodes[to].lastIn, true, loose, reason, serial};
    (edge.previousOut == none ? nodes[from].firstOut : edges[edge.previousOut].nextOut) = number;
    (edge.previousIn == none ? nodes[to].firstIn : edges[edge.previousIn].nextIn) = number;
    nodes[from].lastOut = nodes[to].lastIn = number;
}

void DistanceGraph::take(EdgeNumber number) {
    Edge& edge = edges[number];
    if (!edge.present) return;
    (edge.previousOut == none ? nodes[edge.from].firstOut : edges[edge.previousOut].nextOut) = edge.nextOut;
    (edge.nextOut == none ? nodes[edge.from].lastOut : edges[edge.nextOut].previousOut) = edge.previousOut;
    (edge.previousIn == none ? nodes[edge.to].firstIn : edges[edge.previousIn].nextIn) = edge.nextIn;
    (edge.nextIn == none ? nodes[edge.to].lastIn : edges[edge.nextIn].previousIn) = edge.previousIn;
    edge.present = false;
}

}  // namespace retrace::timeline
