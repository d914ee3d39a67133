#include "evaluate/front_methods.hpp"

#include "front/kernel.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace retrace::evaluate {
namespace {

using Row = std::vector<double>;

/// Fresh weight and probabilities of each site at an instant.
struct States {
    Row fresh;
    std::vector<Row> p;
};

States statesAt(const front::Field& field, double t) {
    States out;
    for (const front::Site& site : field.sites) {
        out.fresh.push_back(front::freshness(site.history, t, field.memory_s));
        Row p(field.sides);
        front::addControl(site.history, field.sides, t, 1, p.data());
        out.p.push_back(std::move(p));
    }
    return out;
}

double featureAt(const front::Field& field, std::size_t site, const geo::LonLat& p, double share) {
    return front::smooth(front::chord_m(p, field.sites[site].at) / (field.reach_m * share));
}

/// Solves A x = b for a symmetric positive definite matrix by Cholesky's method; A is used up.
Row solved(std::vector<Row> a, Row b) {
    const std::size_t n = b.size();
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t i = j; i < n; ++i) {
            double sum = a[i][j];
            for (std::size_t k = 0; k < j; ++k) sum -= a[i][k] * a[j][k];
            a[i][j] = i == j ? std::sqrt(sum) : sum / a[j][j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Weights of the features for one side against the others.
Row learned(const std::vector<Row>& features, const States& states, std::size_t side, double penalty) {
    const std::size_t n = features.size();
    Row weights(n);
    for (int step = 0; step < 6; ++step) {
        Row gradient(n);
        std::vector<Row> hessian(n, Row(n));
        for (std::size_t i = 0; i < n; ++i) {
            gradient[i] = penalty * weights[i];
            hessian[i][i] = penalty;
        }
        for (std::size_t k = 0; k < n; ++k) {
            double score = 0;
            for (std::size_t i = 0; i < n; ++i) score += weights[i] * features[k][i];
            const double p = logistic(score), miss = states.fresh[k] * (p - states.p[k][side]);
            const double bend = states.fresh[k] * p * (1 - p);
            for (std::size_t i = 0; i < n; ++i) {
                gradient[i] += miss * features[k][i];
                if (features[k][i] == 0) continue;
                for (std::size_t j = 0; j <= i; ++j) hessian[i][j] += bend * features[k][i] * features[k][j];
            }
        }
        const Row change = solved(std::move(hessian), gradient);
        for (std::size_t i = 0; i < n; ++i) weights[i] -= change[i];
    }
    return weights;
}

}  // namespace

Contender kernelVote(const MethodScales& scales) {
    return {"kernel vote", [scales](const std::vector<front::Observation>& observations, std::size_t sides) {
                return [scales, sides,
                        field = std::make_shared<front::Field>(front::fieldOf(observations, sides))](
                           double t, const std::vector<geo::LonLat>& points) {
                    const States states = statesAt(*field, t);
                    Row out;
                    for (const geo::LonLat& point : points) {
                        Row p(sides, scales.votePrior / static_cast<double>(sides));
                        double all = scales.votePrior;
                        for (std::size_t i = 0; i < field->sites.size(); ++i) {
                            const double weight =
                                states.fresh[i] * featureAt(*field, i, point, scales.voteShare);
                            all += weight;
                            for (std::size_t s = 0; s < sides; ++s) p[s] += weight * states.p[i][s];
                        }
                        for (const double votes : p) out.push_back(votes / all);
                    }
                    return out;
                };
            }};
}

Contender hilbertMap(const MethodScales& scales) {
    return {"Hilbert map", [scales](const std::vector<front::Observation>& observations, std::size_t sides) {
                auto field = std::make_shared<front::Field>(front::fieldOf(observations, sides));
                std::vector<Row> features;
                for (const front::Site& site : field->sites) {
                    features.emplace_back();
                    for (std::size_t i = 0; i < field->sites.size(); ++i)
                        features.back().push_back(featureAt(*field, i, site.at, scales.hilbertShare));
                }
                return [scales, sides, field, features](double t, const std::vector<geo::LonLat>& points) {
                    const States states = statesAt(*field, t);
                    std::vector<Row> weights;
                    for (std::size_t s = 0; s + (sides == 2) < sides; ++s)
                        weights.push_back(learned(features, states, s, scales.hilbertPenalty));
                    Row out;
                    for (const geo::LonLat& point : points) {
                        Row scores(sides);
                        for (std::size_t i = 0; i < field->sites.size(); ++i) {
                            const double near = featureAt(*field, i, point, scales.hilbertShare);
                            for (std::size_t s = 0; s < weights.size(); ++s)
                                scores[s] += weights[s][i] * near;
                        }
                        if (sides == 2) scores[1] = -scores[0];
                        double all = 0;
                        for (double& score : scores) all += score = logistic(score);
                        for (const double score : scores) out.push_back(score / all);
                    }
                    return out;
                };
            }};
}

}  // namespace retrace::evaluate
