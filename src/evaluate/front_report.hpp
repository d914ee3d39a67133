#pragma once

#include "evaluate/aims.hpp"
#include "evaluate/front_proofs.hpp"

#include <string>
#include <vector>

namespace retrace::evaluate {

struct FrontFigure {
    std::string name;
    std::optional<double> value, low, high;  // of the runs 95 % lie between; where there are several
};
[[nodiscard]] std::vector<FrontFigure> figuresOf(const MethodScores&);

/// What the field has to reach in the proofs that were made: better than every baseline in Brier's score, and
/// in F1 of changed cells where there are cells; calibrated within 0.05 in the collapse; where nothing
/// happens no worse than persistence.
[[nodiscard]] std::vector<Aim> frontAims(const std::vector<FrontProof>&);

struct FrontReport {
    std::vector<FrontProof> proofs;
    std::vector<Aim> aims;
};
/// A table a proof: a line a figure, a column a method.
[[nodiscard]] std::string frontText(const FrontReport&);
/// {"proofs": [{"proof", "runs", "methods": {NAME: {FIGURE: {"value","low","high"}}}}], "aims"}
[[nodiscard]] std::string frontJson(const FrontReport&);
/// proof,method,figure,value,low,high
[[nodiscard]] std::string frontCsv(const FrontReport&);

}  // namespace retrace::evaluate
