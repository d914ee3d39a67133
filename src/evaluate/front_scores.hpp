#pragma once

#include "evaluate/front_contenders.hpp"

#include <array>
#include <optional>
#include <vector>

namespace retrace::evaluate {

/// Points of a regular grid (row after row) over which a front is scored. Those that do not count are out.
struct ScoredGround {
    int cols = 0, rows = 0;
    double cell_km = 5;
    std::vector<geo::LonLat> points;
    std::vector<char> counts;  // 1 where a point is scored
};

/// Who truly holds each point at an instant; nothing: not known.
using TruthRow = std::vector<std::optional<std::size_t>>;

/// Sums over runs, so that figures of many runs are pooled.
struct FrontScores {
    double brier = 0, quietBrier = 0;  // sums
    std::size_t answers = 0, quietAnswers = 0, right = 0;
    std::size_t changesTold = 0, changes = 0, changesRight = 0;
    std::vector<double> displacement_km;  // each point of a line to the other line, both ways
    std::vector<double> dateError_days;   // of the changes that were found at all
    std::size_t datable = 0;
    struct Bin {
        double confidence = 0;
        std::size_t answers = 0, right = 0;
    };
    std::array<Bin, 10> bins{};

    /// Mean of (p - truth)^2 over the sides, halved: with two sides Brier's score of either (Brier 1950).
    [[nodiscard]] std::optional<double> meanBrier() const;
    /// The same where nothing changes.
    [[nodiscard]] std::optional<double> meanQuietBrier() const;
    [[nodiscard]] std::optional<double> accuracy() const;
    [[nodiscard]] std::optional<double> precision() const;
    [[nodiscard]] std::optional<double> recall() const;
    [[nodiscard]] std::optional<double> f1() const;
    [[nodiscard]] std::optional<double> meanDisplacement_km() const;
    [[nodiscard]] std::optional<double> displacement95_km() const;
    [[nodiscard]] std::optional<double> meanDateError_days() const;
    [[nodiscard]] std::optional<double> datedShare() const;
    /// Mean distance of confidence and share right over ten bins, each by its size (Naeini et al. 2015).
    [[nodiscard]] std::optional<double> calibrationError() const;
};
void add(FrontScores& to, const FrontScores& more);

/// One answer against the truth.
void scoreAnswer(FrontScores&, const double* p, std::size_t sides, std::size_t truth, bool quiet);

/// An instant of a run and who held what then. `line`: whether the line is measured too.
struct ScoredInstant {
    double t = 0;
    TruthRow truth;
    bool line = false;
};
struct ScoredChange {
    double from = 0, to = 0;
    TruthRow before, after;
};
/// A point's one change of hands, and the instants at which the answers are read to date it.
struct DatedChange {
    std::size_t point = 0;
    double t = 0;
    std::size_t to = 0;
};
struct ScoredRun {
    std::vector<ScoredInstant> instants;
    std::vector<ScoredChange> changes;
    std::vector<DatedChange> dates;
    std::vector<double> readings;  // rising, for `dates`
    std::vector<char> quiet;       // a point: nothing changes there in the whole run
};
[[nodiscard]] FrontScores scoreFront(const ControlAnswer&, std::size_t sides, const ScoredGround&,
                                     const ScoredRun&);

}  // namespace retrace::evaluate
