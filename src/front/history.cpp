#include "front/history.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace retrace::front {
namespace {

constexpr double shortestChange_s = 3600;  // no place changes hands at one instant, however it is told

/// One end of an observation's span.
struct End {
    double t = 0, certainty = 0;
    std::vector<double> likelihood;  // a side
};

/// How likely an observer says so, if a side held the place: one who knows with probability `certainty` and
/// guesses otherwise.
std::vector<double> likelihoodOf(const Observation& o, std::size_t seen, std::size_t sides, double power) {
    const double wrong = (1 - std::clamp(o.certainty, 0.0, 0.999)) / static_cast<double>(sides);
    const double right = 1 - wrong * static_cast<double>(sides - 1);
    std::vector<double> out(sides, o.negated ? right : wrong);
    out[seen] = o.negated ? wrong : right;
    if (o.contested)
        for (std::size_t s = 0; s < sides; ++s)
            out[s] = s == o.side || !o.before || s == *o.before ? right : wrong;
    for (double& l : out) l = std::pow(l, power);
    return out;
}

bool isChange(const Observation& o) {
    return o.before && !o.contested && !o.negated;
}

/// From when to when it is so or comes to be so.
std::pair<double, double> spanOf(const Observation& o) {
    if (!isChange(o) || o.latest - o.earliest >= shortestChange_s) return {o.earliest, o.latest};
    const double middle = (o.earliest + o.latest) / 2;
    return {middle - shortestChange_s / 2, middle + shortestChange_s / 2};
}

void addEnds(const Observation& o, std::size_t sides, std::vector<End>& ends) {
    const bool change = isChange(o);
    const auto [from, to] = spanOf(o);
    if (from == to) {
        ends.push_back({from, o.certainty, likelihoodOf(o, o.side, sides, 1)});
        return;
    }
    const double power = change ? 1 : 0.5;  // both ends of a state are one observation
    ends.push_back({from, o.certainty, likelihoodOf(o, change ? *o.before : o.side, sides, power)});
    ends.push_back({to, o.certainty, likelihoodOf(o, o.side, sides, power)});
}

void normalise(double* p, std::size_t sides) {
    const double sum = std::accumulate(p, p + sides, 0.0);
    for (std::size_t s = 0; s < sides; ++s) p[s] /= sum;
}

/// p after a step in which the state switches with probability `change` to any other.
std::vector<double> stepped(const double* p, std::size_t sides, double change) {
    const double other = change / static_cast<double>(sides - 1);
    std::vector<double> out(sides);
    for (std::size_t s = 0; s < sides; ++s) out[s] = p[s] * (1 - change) + (1 - p[s]) * other;
    return out;
}

/// Chance of a switch between neighbouring knots.
std::vector<double> switchesBetween(const std::vector<End>& ends,
                                    const std::vector<Observation>& observations, std::size_t sides,
                                    double change_s) {
    const double most = static_cast<double>(sides - 1) / static_cast<double>(sides);
    std::vector<double> out;
    for (std::size_t k = 1; k < ends.size(); ++k) {
        double chance = most * (1 - std::exp(-(ends[k].t - ends[k - 1].t) / change_s));
        for (const Observation& o : observations)
            if (const auto [from, to] = spanOf(o); isChange(o) && from < ends[k].t && to > ends[k - 1].t)
                chance = std::max(chance, most * o.certainty);
        out.push_back(chance);
    }
    return out;
}

}  // namespace

History historyOf(const std::vector<Observation>& observations, std::size_t sides, double change_s,
                  double memory_s) {
    std::vector<End> ends;
    for (const Observation& o : observations) addEnds(o, sides, ends);
    std::ranges::stable_sort(ends, {}, &End::t);
    const std::size_t n = ends.size();
    const std::vector<double> switches = switchesBetween(ends, observations, sides, change_s);
    History h{.t = {},
              .p = std::vector<double>(n * sides, 1.0),
              .since = {},
              .until = {},
              .during = std::vector<double>(n)};
    for (std::size_t k = 0; k < n; ++k) {
        h.t.push_back(ends[k].t);
        h.since.push_back(ends[k].certainty);
        if (k > 0)
            h.since[k] = std::max(h.since[k], h.since[k - 1] * std::exp((h.t[k - 1] - h.t[k]) / memory_s));
        if (k > 0) {
            const auto before = stepped(&h.p[(k - 1) * sides], sides, switches[k - 1]);
            std::ranges::copy(before, &h.p[k * sides]);
        }
        for (std::size_t s = 0; s < sides; ++s) h.p[k * sides + s] *= ends[k].likelihood[s];
        normalise(&h.p[k * sides], sides);
    }
    for (const End& end : ends) h.until.push_back(end.certainty);
    for (std::size_t k = n; k-- > 1;)
        h.until[k - 1] = std::max(h.until[k - 1], h.until[k] * std::exp((h.t[k - 1] - h.t[k]) / memory_s));
    for (const Observation& o : observations)
        for (std::size_t k = 0; k + 1 < n; ++k)
            if (o.earliest <= h.t[k] && h.t[k + 1] <= o.latest)
                h.during[k] = std::max(h.during[k], o.certainty);
    std::vector<double> later(sides, 1.0);
    for (std::size_t k = n; k-- > 1;) {
        for (std::size_t s = 0; s < sides; ++s) later[s] *= ends[k].likelihood[s];
        normalise(later.data(), sides);
        later = stepped(later.data(), sides, switches[k - 1]);
        for (std::size_t s = 0; s < sides; ++s) h.p[(k - 1) * sides + s] *= later[s];
        normalise(&h.p[(k - 1) * sides], sides);
    }
    return h;
}

void addControl(const History& h, std::size_t sides, double t, double weight, double* p) {
    if (h.t.empty()) return;
    const auto next = static_cast<std::size_t>(std::ranges::upper_bound(h.t, t) - h.t.begin());
    const std::size_t a = next == 0 ? 0 : next - 1, b = std::min(next, h.t.size() - 1);
    const double share = h.t[b] > h.t[a] ? (t - h.t[a]) / (h.t[b] - h.t[a]) : 0;
    for (std::size_t s = 0; s < sides; ++s)
        p[s] += weight * ((1 - share) * h.p[a * sides + s] + share * h.p[b * sides + s]);
}

double freshness(const History& h, double t, double memory_s) {
    double most = 0;
    const auto next = static_cast<std::size_t>(std::ranges::upper_bound(h.t, t) - h.t.begin());
    if (next > 0) most = h.since[next - 1] * std::exp(-(t - h.t[next - 1]) / memory_s);
    if (next < h.t.size()) most = std::max(most, h.until[next] * std::exp(-(h.t[next] - t) / memory_s));
    if (next > 0) most = std::max(most, h.during[next - 1]);
    return most;
}

double freshness(const Observation& o, double t, double memory_s) {
    return o.certainty * std::exp(-std::max({0.0, o.earliest - t, t - o.latest}) / memory_s);
}

}  // namespace retrace::front
