#include "reconstruct/beliefs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace retrace::reconstruct {
namespace {

using Weights = std::vector<double>;

void normalize(Weights& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& w : weights) w = sum > 0 ? w / sum : 1 / static_cast<double>(weights.size());
}

Weights likelihoods(const std::vector<double>& costs) {
    Weights weights(costs.size());
    const double least = costs.empty() ? 0 : *std::ranges::min_element(costs);
    for (std::size_t i = 0; i < costs.size(); ++i) weights[i] = std::exp(least - costs[i]);
    return weights;
}

// A pair with what its ends tell each other at the moment.
struct Edge {
    const PairCost* pair;
    Weights fits;      // by rows of a
    Weights toA, toB;  // messages
};

}  // namespace

std::vector<std::vector<double>> beliefsOf(const std::vector<std::vector<double>>& costs,
                                           const std::vector<PairCost>& pairs) {
    constexpr int rounds = 30;
    constexpr double damping = 0.3, settled = 1e-6;
    std::vector<Weights> own;
    for (const auto& each : costs) own.push_back(likelihoods(each));
    std::vector<Edge> edges;
    std::vector<std::vector<std::size_t>> edgesOf(costs.size());
    for (const auto& pair : pairs) {
        const std::size_t rows = costs[pair.a].size(), columns = costs[pair.b].size();
        if (rows == 0 || columns == 0) continue;
        edgesOf[pair.a].push_back(edges.size());
        edgesOf[pair.b].push_back(edges.size());
        edges.push_back({&pair, likelihoods(pair.cost), Weights(rows, 1 / static_cast<double>(rows)),
                         Weights(columns, 1 / static_cast<double>(columns))});
    }
    const auto beliefAt = [&](std::size_t variable, const Edge* without) {
        Weights belief = own[variable];
        for (const std::size_t e : edgesOf[variable]) {
            if (&edges[e] == without) continue;
            const Weights& message = edges[e].pair->a == variable ? edges[e].toA : edges[e].toB;
            for (std::size_t i = 0; i < belief.size(); ++i) belief[i] *= message[i];
            normalize(belief);
        }
        normalize(belief);
        return belief;
    };
    const auto blend = [&](Weights& old, Weights fresh) {
        normalize(fresh);
        double moved = 0;
        for (std::size_t i = 0; i < old.size(); ++i) {
            const double next = damping * old[i] + (1 - damping) * fresh[i];
            moved = std::max(moved, std::abs(next - old[i]));
            old[i] = next;
        }
        return moved;
    };
    for (int round = 0; round < rounds; ++round) {
        double moved = 0;
        for (Edge& edge : edges) {
            const Weights a = beliefAt(edge.pair->a, &edge), b = beliefAt(edge.pair->b, &edge);
            Weights toA(a.size(), 0), toB(b.size(), 0);
            for (std::size_t i = 0; i < a.size(); ++i)
                for (std::size_t j = 0; j < b.size(); ++j) {
                    const double fit = edge.fits[i * b.size() + j];
                    toA[i] += fit * b[j];
                    toB[j] += fit * a[i];
                }
            moved = std::max({moved, blend(edge.toA, std::move(toA)), blend(edge.toB, std::move(toB))});
        }
        if (moved < settled) break;
    }
    std::vector<std::vector<double>> beliefs;
    for (std::size_t v = 0; v < costs.size(); ++v) beliefs.push_back(beliefAt(v, nullptr));
    return beliefs;
}

}  // namespace retrace::reconstruct
