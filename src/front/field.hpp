#pragma once

#include "front/history.hpp"
#include "front/place_index.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace retrace::front {

struct Settings {
    double samePlace_m = 1000;      // claims so near to each other are about one place
    std::optional<double> reach_m;  // how far a claim speaks; missing: as the distances of the places ask
    std::optional<double>
        memory_s;  // age at which a claim's weight is 1/e; missing: as long as the claims span
    double leastReach_m = 5000, greatestReach_m = 300'000;
    double reachNeighbours = 6;  // without `reach_m`: twice as far as so many places lie
    double prior = 0.02;         // weight of knowing nothing against that of one fresh claim on the spot
};

/// One place of which something is said.
struct Site {
    geo::LonLat at;
    double reach_m = 0;
    History history;
    std::vector<std::size_t> observations;  // into Field::observations
};

/// All that is known, prepared once for any instant and any spot.
struct Field {
    std::vector<Observation> observations;
    std::size_t sides = 2;
    Settings settings;
    double memory_s = 0;
    std::vector<Site> sites;
    PlaceIndex index;
    double greatestReach_m = 0;
};
/// Throws Error for fewer than two sides, a side that is not there, a position or time that is no number.
/// No observations give a field that states nothing.
[[nodiscard]] Field fieldOf(std::vector<Observation>, std::size_t sides, const Settings& = {});

struct Control {
    std::vector<double> p;  // a side, sums to 1
    double support = 0;     // 0..1: how much is stated near here and now; 0: nothing
};
/// The support of so much weight: that of one fresh and certain claim on the spot gives 0.86.
[[nodiscard]] inline double supportOf(double weight) {
    return 1 - std::exp(-2 * weight);
}
[[nodiscard]] Control controlAt(const Field&, const geo::LonLat&, double t);

/// A claim's part in what the field says somewhere.
struct ClaimShare {
    std::size_t claim = 0, side = 0;
    double weight = 0;  // all of a spot sum to 1
};
/// Which claims decide there and then, heaviest first; none where nothing is stated.
[[nodiscard]] std::vector<ClaimShare> decidingAt(const Field&, const geo::LonLat&, double t);

/// Samples in Web Mercator: column c and row r lie at x = west + c * step, y = north + r * step
/// (geo::WorldPoint).
struct Frame {
    double west = 0, north = 0, step = 0;
    int cols = 0, rows = 0;
    bool operator==(const Frame&) const = default;
};
struct Grid {
    int cols = 0, rows = 0;
    std::size_t sides = 0;
    std::vector<float> p;        // a plane of rows * cols a side
    std::vector<float> support;  // one plane
};
/// The numbers of `controlAt` to within 1e-3, for all samples at once.
[[nodiscard]] Grid sampled(const Field&, const Frame&, double t);

}  // namespace retrace::front
