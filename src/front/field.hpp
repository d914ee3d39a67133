#pragma once

#include "front/correlation.hpp"
#include "front/history.hpp"
#include "front/place_index.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace retrace::front {

/// Who held what, how surely: Gaussian-process classification by least squares (Rasmussen and Williams 2006,
/// "Gaussian Processes for Machine Learning", 6.5). At an instant every place has a label a side, what its
/// history says less an equal share, and a noise that grows with the age of what is known. The regression of
/// the labels on the ground, squashed, is the probability.
///
/// `retrace evaluate front` compares it with two other methods on the same places, histories and memory, and
/// with simple ones. Brier scores of 200 splits of a record, 216 drawings from dated polygons (the dates not
/// tuned on) and 20 made-up collapses; F1 of changed cells of the last two:
///
///                      record  polygons  collapse   F1: polygons  collapse
///   this method         0.082     0.162     0.046           0.18      0.56
///   kernel vote         0.123     0.187     0.085           0.19      0.50
///   Hilbert map         0.099     0.175     0.075           0.15      0.49
///   inverse distance    0.090     0.211     0.105           0.13      0.47
///   nearest claim       0.127     0.258     0.208           0.15      0.44
///   persistence         0.427     0.260     0.449           0         0
struct Settings {
    double samePlace_m = 1000;       // claims so near to each other are about one place
    std::optional<double> reach_m;   // from here on places say nothing of each other; missing: `reachSpread`
    double reachSpread = 8;          // times the median distance of the places from their middle
    std::optional<double> memory_s;  // age at which what is known has weight 1/e; missing: `memoryChanges`
    double memoryChanges = 0.4;      // times the mean time between a place's changes, as the claims tell
    double noise = 0.12;             // variance of a fresh, certain label, against 1 of the ground
    // Of the squashing: logit(p) of two sides at a difference of 1; missing: as the places foretell each
    // other, drawn to the usual one.
    std::optional<double> steepness;
    double usualSteepness = 4;
    double supportNeighbours = 6;  // a claim supports twice as far as so many places lie from its own
    double leastSupport_m = 5000, greatestSupport_m = 100'000;
};

/// One place of which something is said.
struct Site {
    geo::LonLat at;
    double support_m = 0;  // how far what is said here counts as stated
    History history;
    std::vector<std::size_t> observations;  // into Field::observations
};

/// All that is known, prepared once for any instant and any spot.
struct Field {
    std::vector<Observation> observations;
    std::size_t sides = 2;
    Settings settings;
    double memory_s = 0, reach_m = 0, greatestSupport_m = 0, steepness = 0;
    std::vector<Site> sites;
    PlaceIndex index;
    Correlation correlation;  // between sites
};
/// Throws Error for fewer than two sides, a side that is not there, a position or time that is no number.
/// No observations give a field that states nothing.
[[nodiscard]] Field fieldOf(std::vector<Observation>, std::size_t sides, const Settings& = {});

/// The field at one instant: solved once, then asked for many spots.
struct Moment {
    double t = 0;
    std::vector<std::uint32_t> sites;  // those that take part, rising
    std::vector<float>
        weights;               // sides - 1 a site: of its kernel in each side's score; the last is minus all
    std::vector<float> fresh;  // a site: 0..1, how surely it is known now
};
/// With `view` only what may matter there: for fields of many thousand places.
[[nodiscard]] Moment momentOf(const Field&, double t, const std::optional<geo::Box>& view = {});

struct Control {
    std::vector<double> p;  // a side, sums to 1
    double support = 0;     // 0..1: how much is stated near here and now; 0: nothing
};
[[nodiscard]] Control controlAt(const Field&, const Moment&, const geo::LonLat&);
/// The same for a single question.
[[nodiscard]] Control controlAt(const Field&, const geo::LonLat&, double t);

/// A claim's part in what the field says somewhere.
struct ClaimShare {
    std::size_t claim = 0, side = 0;
    double weight = 0;  // all of a spot sum to 1
};
/// Which claims decide there and then, heaviest first, by the regression's own weights (Rasmussen and
/// Williams, 2.6); what has less than a hundredth is left out. None where nothing is stated.
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
[[nodiscard]] Grid sampled(const Field&, const Moment&, const Frame&);
[[nodiscard]] Grid sampled(const Field&, const Frame&, double t);

}  // namespace retrace::front
