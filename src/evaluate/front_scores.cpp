#include "evaluate/front_scores.hpp"

#include "front/place_index.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace retrace::evaluate {
namespace {

std::optional<double> ratio(double part, std::size_t whole) {
    if (whole == 0) return std::nullopt;
    return part / static_cast<double>(whole);
}

std::optional<double> meanOf(const std::vector<double>& values) {
    return ratio(std::accumulate(values.begin(), values.end(), 0.0), values.size());
}

std::size_t likeliest(const double* p, std::size_t sides) {
    return static_cast<std::size_t>(std::max_element(p, p + sides) - p);
}

/// Points of the line: middles between neighbours that different sides hold.
template <typename Holder>
std::vector<geo::LonLat> lineOf(const ScoredGround& ground, Holder holder) {
    std::vector<geo::LonLat> line;
    const auto cols = static_cast<std::size_t>(ground.cols);
    const auto between = [&](std::size_t a, std::size_t b) {
        const auto x = holder(a), y = holder(b);
        if (!ground.counts[a] || !ground.counts[b] || !x || !y || *x == *y) return;
        line.push_back({(ground.points[a].lon + ground.points[b].lon) / 2,
                        (ground.points[a].lat + ground.points[b].lat) / 2});
    };
    for (std::size_t i = 0; i < ground.points.size(); ++i) {
        if (i % cols + 1 < cols) between(i, i + 1);
        if (i + cols < ground.points.size()) between(i, i + cols);
    }
    return line;
}

void addDistances(const std::vector<geo::LonLat>& from, const std::vector<geo::LonLat>& to,
                  std::vector<double>& out) {
    if (to.empty()) return;
    for (const geo::LonLat& p : from) {
        double least = 1;
        for (const geo::LonLat& q : to) {
            // Flat within a few hundred kilometres, far quicker than the haversine.
            const double north = p.lat - q.lat, east = (p.lon - q.lon) * std::cos(p.lat * M_PI / 180);
            least = std::min(least, (north * north + east * east) * 1e-4);
        }
        out.push_back(std::sqrt(least * 1e4) * 111.195);
    }
}

/// The first reading from which the answer stays with `to` until the last; nothing if the last is not.
std::optional<double> dateOf(const std::vector<double>& p, const std::vector<double>& readings) {
    // p: probability of `to` at each reading
    if (p.empty() || p.back() <= 0.5) return std::nullopt;
    std::size_t k = p.size() - 1;
    while (k > 0 && p[k - 1] > 0.5) --k;
    if (k == 0) return std::nullopt;
    const double share = (0.5 - p[k - 1]) / (p[k] - p[k - 1]);
    return readings[k - 1] + share * (readings[k] - readings[k - 1]);
}

}  // namespace

std::optional<double> FrontScores::meanBrier() const {
    return ratio(brier, answers);
}
std::optional<double> FrontScores::meanQuietBrier() const {
    return ratio(quietBrier, quietAnswers);
}
std::optional<double> FrontScores::accuracy() const {
    return ratio(static_cast<double>(right), answers);
}
std::optional<double> FrontScores::precision() const {
    return ratio(static_cast<double>(changesRight), changesTold);
}
std::optional<double> FrontScores::recall() const {
    return ratio(static_cast<double>(changesRight), changes);
}
std::optional<double> FrontScores::f1() const {
    return ratio(2 * static_cast<double>(changesRight), changesTold + changes);
}
std::optional<double> FrontScores::meanDisplacement_km() const {
    return meanOf(displacement_km);
}
std::optional<double> FrontScores::displacement95_km() const {
    if (displacement_km.empty()) return std::nullopt;
    std::vector<double> sorted = displacement_km;
    const auto at =
        sorted.begin() + static_cast<std::ptrdiff_t>(0.95 * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), at, sorted.end());
    return *at;
}
std::optional<double> FrontScores::meanDateError_days() const {
    return meanOf(dateError_days);
}
std::optional<double> FrontScores::datedShare() const {
    return ratio(static_cast<double>(dateError_days.size()), datable);
}
std::optional<double> FrontScores::calibrationError() const {
    double sum = 0;
    std::size_t all = 0;
    for (const Bin& bin : bins) {
        sum += std::abs(bin.confidence - static_cast<double>(bin.right));
        all += bin.answers;
    }
    return ratio(sum, all);
}

void add(FrontScores& to, const FrontScores& more) {
    to.brier += more.brier;
    to.quietBrier += more.quietBrier;
    to.answers += more.answers;
    to.quietAnswers += more.quietAnswers;
    to.right += more.right;
    to.changesTold += more.changesTold;
    to.changes += more.changes;
    to.changesRight += more.changesRight;
    to.displacement_km.insert(to.displacement_km.end(), more.displacement_km.begin(),
                              more.displacement_km.end());
    to.dateError_days.insert(to.dateError_days.end(), more.dateError_days.begin(), more.dateError_days.end());
    to.datable += more.datable;
    for (std::size_t b = 0; b < to.bins.size(); ++b) {
        to.bins[b].confidence += more.bins[b].confidence;
        to.bins[b].answers += more.bins[b].answers;
        to.bins[b].right += more.bins[b].right;
    }
}

void scoreAnswer(FrontScores& scores, const double* p, std::size_t sides, std::size_t truth, bool quiet) {
    double brier = 0;
    for (std::size_t s = 0; s < sides; ++s) {
        const double miss = p[s] - (s == truth ? 1 : 0);
        brier += miss * miss / 2;
    }
    scores.brier += brier;
    ++scores.answers;
    if (quiet) {
        scores.quietBrier += brier;
        ++scores.quietAnswers;
    }
    const std::size_t told = likeliest(p, sides);
    scores.right += told == truth;
    auto& bin = scores.bins[std::min<std::size_t>(9, static_cast<std::size_t>(p[told] * 10))];
    bin.confidence += p[told];
    ++bin.answers;
    bin.right += told == truth;
}

FrontScores scoreFront(const ControlAnswer& answer, std::size_t sides, const ScoredGround& ground,
                       const ScoredRun& run) {
    FrontScores scores;
    const auto counted = [&](std::size_t i) { return ground.counts[i] != 0; };
    std::vector<geo::LonLat> points;
    std::vector<std::size_t> slot(ground.points.size());
    for (std::size_t i = 0; i < ground.points.size(); ++i)
        if (counted(i)) {
            slot[i] = points.size();
            points.push_back(ground.points[i]);
        }
    for (const ScoredInstant& instant : run.instants) {
        const std::vector<double> p = answer(instant.t, points);
        for (std::size_t i = 0; i < ground.points.size(); ++i)
            if (counted(i) && instant.truth[i])
                scoreAnswer(scores, &p[slot[i] * sides], sides, *instant.truth[i], run.quiet[i] != 0);
        if (!instant.line) continue;
        const auto told = lineOf(ground, [&](std::size_t i) {
            return counted(i) ? std::optional(likeliest(&p[slot[i] * sides], sides)) : std::nullopt;
        });
        const auto real = lineOf(ground, [&](std::size_t i) { return instant.truth[i]; });
        addDistances(real, told, scores.displacement_km);
        addDistances(told, real, scores.displacement_km);
    }
    for (const ScoredChange& change : run.changes) {
        const std::vector<double> before = answer(change.from, points), after = answer(change.to, points);
        for (std::size_t i = 0; i < ground.points.size(); ++i) {
            if (!counted(i) || !change.before[i] || !change.after[i]) continue;
            const std::size_t x = likeliest(&before[slot[i] * sides], sides),
                              y = likeliest(&after[slot[i] * sides], sides);
            const bool told = x != y, real = *change.before[i] != *change.after[i];
            scores.changesTold += told;
            scores.changes += real;
            scores.changesRight += told && real && y == *change.after[i];
        }
    }
    std::vector<geo::LonLat> dated;
    for (const DatedChange& d : run.dates) dated.push_back(ground.points[d.point]);
    std::vector<std::vector<double>> curves(dated.size());
    if (!dated.empty())
        for (const double t : run.readings) {
            const std::vector<double> p = answer(t, dated);
            for (std::size_t k = 0; k < dated.size(); ++k)
                curves[k].push_back(p[k * sides + run.dates[k].to]);
        }
    scores.datable = dated.size();
    for (std::size_t k = 0; k < dated.size(); ++k)
        if (const auto when = dateOf(curves[k], run.readings))
            scores.dateError_days.push_back(std::abs(*when - run.dates[k].t) / 86400);
    return scores;
}

}  // namespace retrace::evaluate
