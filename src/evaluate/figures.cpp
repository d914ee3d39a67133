#include "evaluate/figures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace retrace::evaluate {
namespace {

std::optional<double> mean(const std::vector<double>& sorted) {
    if (sorted.empty()) return std::nullopt;
    return std::accumulate(sorted.begin(), sorted.end(), 0.0) / static_cast<double>(sorted.size());
}

std::optional<double> median(const std::vector<double>& sorted) {
    if (sorted.empty()) return std::nullopt;
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

std::optional<double> logErrorAuc(const std::vector<double>& sorted) {
    if (sorted.empty()) return std::nullopt;
    const auto height = [](double km) {
        return std::min(1.0, std::log(km + 1) / std::log(greatestError_km));
    };
    if (sorted.size() == 1) return height(sorted.front());
    double area = 0;
    for (std::size_t i = 1; i < sorted.size(); ++i) area += (height(sorted[i - 1]) + height(sorted[i])) / 2;
    return area / static_cast<double>(sorted.size() - 1);
}

}  // namespace

Accuracy accuracyOf(const std::vector<Answer>& answers) {
    Accuracy a{.answers = answers.size()};
    std::vector<double> all, decided;
    for (const Answer& answer : answers) {
        all.push_back(answer.error_km.value_or(greatestError_km));
        if (answer.error_km) decided.push_back(*answer.error_km);
        a.within1.part += answer.within(1);
        a.within5.part += answer.within(5);
        a.within20.part += answer.within(20);
        a.within161.part += answer.within(161);
        a.withinTolerance.part += answer.right();
    }
    for (Share* share : {&a.within1, &a.within5, &a.within20, &a.within161, &a.withinTolerance})
        share->whole = answers.size();
    a.decided = decided.size();
    a.within5OfDecided = {a.within5.part, decided.size()};
    a.withinToleranceOfDecided = {a.withinTolerance.part, decided.size()};
    std::ranges::sort(all);
    std::ranges::sort(decided);
    a.mean_km = mean(all);
    a.median_km = median(all);
    a.meanOfDecided_km = mean(decided);
    a.medianOfDecided_km = median(decided);
    a.logErrorAuc = logErrorAuc(all);
    return a;
}

std::vector<AbstentionPoint> abstentionCurve(const std::vector<Answer>& answers) {
    std::vector<Answer> decided;
    std::ranges::copy_if(answers, std::back_inserter(decided),
                         [](const Answer& a) { return a.error_km.has_value(); });
    std::ranges::sort(decided, std::greater(), &Answer::confidence);
    std::vector<AbstentionPoint> curve;
    std::size_t right = 0;
    for (std::size_t i = 0; i < decided.size(); ++i) {
        right += decided[i].within(5);
        if (i + 1 < decided.size() && decided[i + 1].confidence == decided[i].confidence) continue;
        curve.push_back({decided[i].confidence, {i + 1, answers.size()}, {right, i + 1}});
    }
    return curve;
}

Calibration calibrationOf(const std::vector<Answer>& answers) {
    constexpr std::size_t count = 10;
    Calibration c;
    for (std::size_t i = 0; i < count; ++i)
        c.bins.push_back({.from = static_cast<double>(i) / count, .to = static_cast<double>(i + 1) / count});
    double squares = 0;
    std::size_t decided = 0;
    for (const Answer& answer : answers) {
        if (!answer.error_km) continue;
        const double confidence = std::clamp(answer.confidence, 0.0, 1.0);
        ReliabilityBin& bin = c.bins[std::min(count - 1, static_cast<std::size_t>(confidence * count))];
        bin.meanConfidence += confidence;  // the sum, for now
        ++bin.right.whole;
        bin.right.part += answer.right();
        squares += std::pow(confidence - (answer.right() ? 1 : 0), 2);
        ++decided;
    }
    double gaps = 0;
    for (ReliabilityBin& bin : c.bins) {
        if (bin.right.whole == 0) continue;
        gaps += std::abs(bin.meanConfidence - static_cast<double>(bin.right.part));
        bin.meanConfidence /= static_cast<double>(bin.right.whole);
    }
    if (decided == 0) return c;
    c.brier = squares / static_cast<double>(decided);
    c.expectedError = gaps / static_cast<double>(decided);
    return c;
}

}  // namespace retrace::evaluate
