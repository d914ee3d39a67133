#pragma once

#include "front/observation.hpp"

#include <vector>

namespace retrace::front {

/// Who held one place, from all that is said of it.
struct History {
    std::vector<double> t;       // knots, Unix seconds, rising
    std::vector<double> p;       // at each knot a probability a side
    std::vector<double> since;   // at each knot: how surely it is known from it and those before, 0..1
    std::vector<double> until;   // ... from it and those after
    std::vector<double> during;  // between each knot and the next: of claims whose span covers it
};

/// Each knot is a noisy observation of a hidden state that switches now and then: at a rate of one switch in
/// `change_s`, freely where a change is claimed. What the sides' probabilities are, given all knots, the
/// forward-backward recursion tells (Rabiner 1989, "A tutorial on hidden Markov models"). So a later claim
/// supersedes an earlier one, one claim alone does not outweigh two that agree, and control may flip back.
[[nodiscard]] History historyOf(const std::vector<Observation>&, std::size_t sides, double change_s,
                                double memory_s);

/// Adds to `p` (one number a side) what the history says at `t`: straight between knots, level outside.
void addControl(const History&, std::size_t sides, double t, double weight, double* p);
/// 0..1: how surely it is known at `t`; fades with the time to the nearest claim, by 1/e in `memory_s`.
[[nodiscard]] double freshness(const History&, double t, double memory_s);
/// The same for one observation alone: its certainty from `earliest` to `latest`, less and less outside.
[[nodiscard]] double freshness(const Observation&, double t, double memory_s);

}  // namespace retrace::front
