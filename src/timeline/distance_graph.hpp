#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace retrace::timeline {

/// The inequalities of a temporal network as a graph: an edge says  to - from <= weight  (seconds). A number
/// of an edge is the caller's, two a constraint; the lists of a node keep the order of putting.
struct DistanceGraph {
    using Node = std::uint32_t;
    using EdgeNumber = std::uint32_t;
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    struct Edge {
        Node from = none, to = none;
        std::int64_t weight = 0;
        EdgeNumber nextOut = none, previousOut = none, nextIn = none, previousIn = none;
        bool present = false;
        bool loose = false;  // feasible values need not satisfy it
        std::size_t reason = 0;
        std::uint64_t serial = 0;  // of putting: orders what has one reason
    };
    struct Lists {
        EdgeNumber firstOut = none, lastOut = none, firstIn = none, lastIn = none;
    };

    std::vector<Edge> edges;
    std::vector<Lists> nodes;

    void put(EdgeNumber, Node from, Node to, std::int64_t weight, std::size_t reason, std::uint64_t serial,
             bool loose = false);
    void take(EdgeNumber);
    [[nodiscard]] bool isBefore(EdgeNumber a, EdgeNumber b) const {
        const Edge &first = edges[a], &second = edges[b];
        return first.reason != second.reason ? first.reason < second.reason : first.serial < second.serial;
    }
};

}  // namespace retrace::timeline
