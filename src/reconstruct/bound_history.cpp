#include "reconstruct/bound_history.hpp"

#include <numeric>

namespace retrace::reconstruct {

BoundHistory::BoundHistory(const Network& network) {
    for (auto& points : now_) points.assign(network.variableCount(), none);
    for (auto& due : due_) due.assign(network.variableCount(), false);
    std::vector<Network::Variable> all(network.variableCount());
    std::iota(all.begin(), all.end(), Network::Variable{0});
    follow(network, all);
}

void BoundHistory::follow(const Network& network) {
    follow(network, network.touched());
}

void BoundHistory::follow(const Network& network, const std::vector<Network::Variable>& moved) {
    for (const auto side : {Network::Side::earliest, Network::Side::latest}) {
        auto& now = now_[index(side)];
        auto& due = due_[index(side)];
        for (const auto v : moved) due[v] = true;
        std::vector<Network::Variable> path;
        for (const auto v : moved) {
            for (auto at = v; due[at];) {
                due[at] = false;
                path.push_back(at);
                const auto step = network.lastStep(at, side);
                if (!step) break;
                at = step->from;
            }
            for (; !path.empty(); path.pop_back()) {
                const auto step = network.lastStep(path.back(), side);
                now[path.back()] = none;
                if (!step) continue;
                steps_.push_back({network.constraint(step->constraint).reason, now[step->from]});
                now[path.back()] = static_cast<Point>(steps_.size() - 1);
            }
        }
    }
}

}  // namespace retrace::reconstruct
