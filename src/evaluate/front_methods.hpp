#pragma once

#include "evaluate/front_contenders.hpp"

#include <vector>

namespace retrace::evaluate {

/// The other methods that the field was chosen among, on the same places, histories, memory and reach; kept
/// here so that the comparison can be done again, and nowhere else in use.
struct MethodScales {
    double voteShare = 0.15;       // the vote's kernel reaches so far, of the field's reach
    double votePrior = 0.05;       // weight of knowing nothing
    double hilbertShare = 0.6;     // the same for the Hilbert map's features
    double hilbertPenalty = 0.02;  // of squared weights
};

/// Kernel vote: the places' states weighed by a kernel and their freshness (Nadaraya 1964; Vega-Brown et al.
/// 2014, "Nonparametric Bayesian inference on multivariate exponential families").
[[nodiscard]] Contender kernelVote(const MethodScales& = {});
/// Hilbert map: logistic regression on radial features, one at each place (Ramos and Ott 2016, "Hilbert
/// maps"), a side against the others, by Newton's method.
[[nodiscard]] Contender hilbertMap(const MethodScales& = {});

}  // namespace retrace::evaluate
