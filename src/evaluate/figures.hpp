#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace retrace::evaluate {

/// So many of so many. Of none there is no share.
struct Share {
    std::size_t part = 0, whole = 0;
    [[nodiscard]] std::optional<double> value() const {
        if (whole == 0) return std::nullopt;
        return static_cast<double>(part) / static_cast<double>(whole);
    }
    bool operator==(const Share&) const = default;
};

/// How well mentions were found.
struct Recognition {
    std::size_t expected = 0, found = 0, right = 0;
    [[nodiscard]] Share precision() const { return {right, found}; }
    [[nodiscard]] Share recall() const { return {right, expected}; }
    /// Harmonic mean of both, 2 * right / (expected + found); nothing where nothing was expected nor found.
    [[nodiscard]] std::optional<double> f1() const { return Share{2 * right, expected + found}.value(); }
    bool operator==(const Recognition&) const = default;
};

/// One answer to a mention whose place is known.
struct Answer {
    std::optional<double> error_km;  // nothing: left open
    double tolerance_km = 5;
    double confidence = 0;  // 0..1
    [[nodiscard]] bool within(double km) const { return error_km && *error_km <= km; }
    [[nodiscard]] bool right() const { return within(tolerance_km); }
};

/// Half round the Earth, the greatest error there is; what is left open counts as that far.
inline constexpr double greatestError_km = 20039;

/// Accuracy of answers, shares of all of them: one left open is wrong.
struct Accuracy {
    std::size_t answers = 0, decided = 0;
    Share within1, within5, within20, within161, withinTolerance;
    Share within5OfDecided, withinToleranceOfDecided;
    std::optional<double> mean_km, median_km;  // open ones as greatestError_km
    std::optional<double> meanOfDecided_km, medianOfDecided_km;
    // Area under the sorted curve of ln(error + 1) / ln(20039), 0 best, by trapezes (Gritta et al. 2020, "A
    // pragmatic guide to geoparsing evaluation"); of one answer its own value.
    std::optional<double> logErrorAuc;
    bool operator==(const Accuracy&) const = default;
};
[[nodiscard]] Accuracy accuracyOf(const std::vector<Answer>&);

/// Were only answers given that are at least so confident.
struct AbstentionPoint {
    double confidence = 0;
    Share answered;  // of all
    Share within5;   // of the answered
    bool operator==(const AbstentionPoint&) const = default;
};
/// One point for each confidence that occurs, the highest first.
[[nodiscard]] std::vector<AbstentionPoint> abstentionCurve(const std::vector<Answer>&);

struct ReliabilityBin {
    double from = 0, to = 0;  // confidence; the last holds 1 itself
    Share right;              // within the row's tolerance
    double meanConfidence = 0;
    bool operator==(const ReliabilityBin&) const = default;
};
/// Whether a confidence of 0.8 is right in 8 of 10; over the decided ones.
struct Calibration {
    std::optional<double> brier;          // mean square of confidence less right (1) or wrong (0); Brier 1950
    std::optional<double> expectedError;  // mean distance of confidence and share right, bins by their size
    std::vector<ReliabilityBin> bins;     // ten
    bool operator==(const Calibration&) const = default;
};
[[nodiscard]] Calibration calibrationOf(const std::vector<Answer>&);

}  // namespace retrace::evaluate
