#include "front/steepness.hpp"

#include "front/kernel.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::front {
namespace {

constexpr std::size_t fewest = 3, mostAsked = 40, leastAsked = 16, pairsAsked = 8000;
constexpr double least = 1, greatest = 13, finer = 1.1;
constexpr double spread = 0.5;  // how far the steepness is thought to stray, of its logarithm

/// A place: what the others say of it, and what is said of it itself.
struct Foretold {
    std::vector<double> score, label;  // a side
};

/// What all others of the moment say of its i-th site, by the inverse's diagonal; no second regression.
Foretold foretoldAt(const Field& field, const Moment& moment, const std::vector<float>& noise,
                    std::size_t i) {
    const std::size_t scores = field.sides - 1;
    std::vector<float> unit(moment.sites.size());
    unit[i] = 1;
    const auto inverse = static_cast<double>(solve(field.correlation, noise, unit, moment.sites)[i]);
    const double even = 1.0 / static_cast<double>(field.sides);
    Foretold f{std::vector<double>(field.sides), std::vector<double>(field.sides)};
    addControl(field.sites[moment.sites[i]].history, field.sides, moment.t, 1, f.label.data());
    for (std::size_t s = 0; s < scores; ++s) {
        f.score[s] = f.label[s] - even - static_cast<double>(moment.weights[i * scores + s]) / inverse;
        f.score[scores] -= f.score[s];
    }
    // What is known of the place is not certain either.
    for (double& label : f.label) label = even + (label - even) * static_cast<double>(moment.fresh[i]);
    return f;
}

struct Asked {
    Foretold said;
    double weight = 0;
};

void ask(const Field& field, double t, std::vector<Asked>& out) {
    const std::size_t n = field.sites.size();
    const std::size_t count = std::min(n, std::clamp(pairsAsked / n, leastAsked, mostAsked));
    Moment moment;
    std::vector<float> noise;
    for (std::size_t k = 0; k < count; ++k) {
        const auto site = static_cast<std::uint32_t>(k * n / count);
        const geo::LonLat& at = field.sites[site].at;
        if (k == 0 || !field.correlation.full()) {
            moment = momentOf(field, t, geo::Box{at.lon, at.lat, at.lon, at.lat});
            noise.clear();
            for (const float fresh : moment.fresh) noise.push_back(noiseOf(fresh, field.settings.noise));
        }
        const auto i =
            static_cast<std::size_t>(std::ranges::lower_bound(moment.sites, site) - moment.sites.begin());
        out.push_back({foretoldAt(field, moment, noise, i), static_cast<double>(moment.fresh[i])});
    }
}

/// Log-likelihood of what the places say, were they foretold with that steepness.
double likelihood(const std::vector<Asked>& all, double steepness) {
    double sum = 0;
    for (const auto& [said, weight] : all) {
        double right = 0, whole = 0;
        for (std::size_t s = 0; s < said.score.size(); ++s) {
            const double e = std::exp(steepness * said.score[s]);
            right += e * said.label[s];
            whole += e;
        }
        sum += weight * std::log(right / whole);
    }
    return sum;
}

}  // namespace

double steepnessOf(const Field& field) {
    const double usual = field.settings.usualSteepness;
    if (field.settings.steepness) return *field.settings.steepness;
    if (field.sites.size() < fewest) return usual;
    std::vector<double> times;
    for (const Site& site : field.sites)
        times.insert(times.end(), site.history.t.begin(), site.history.t.end());
    std::ranges::sort(times);
    std::vector<Asked> all;
    for (const double share : {0.25, 0.5, 0.75})
        ask(field, times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))], all);
    double best = usual, most = -INFINITY;
    for (double steepness = least; steepness < greatest; steepness *= finer) {
        const double away = std::log(steepness / usual) / spread;
        const double now = likelihood(all, steepness) - away * away / 2;
        if (now <= most) continue;
        most = now;
        best = steepness;
    }
    return best;
}

}  // namespace retrace::front
