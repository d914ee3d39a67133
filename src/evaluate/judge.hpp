#pragma once

#include "evaluate/expected.hpp"
#include "model/reconstruction.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace retrace::evaluate {

/// A mention that the program found.
struct Found {
    model::PlaceMention mention;
    std::vector<geo::Candidate> listed;  // what the gazetteer alone answers to the name, for the baselines
};

/// One text: what a person read in it and what the program did.
struct Testimony {
    std::string name;  // for reports
    std::vector<Expected> expected;
    std::vector<Lookalike> lookalikes;
    std::vector<Found> found;
};

struct Match {
    std::size_t expected = 0, found = 0;
    bool operator==(const Match&) const = default;
};

/// Pairs of spans that overlap, one to one: the largest overlap first, the earlier row where two are equal.
[[nodiscard]] std::vector<Match> matched(const std::vector<Expected>&, const std::vector<Found>&);

/// Which mentions belong together. What a pull quote repeats counts once, with its original: neither rows
/// that repeat, with what was found there, nor found mentions that repeat and match no row, appear here.
struct Judgement {
    std::vector<Match> matches;       // by expected row
    std::vector<std::size_t> missed;  // rows that nothing was found for
    std::vector<std::size_t> extra;   // found mentions that no row has
    std::vector<std::size_t> taken;   // look-alikes that were taken for a literal place
    bool operator==(const Judgement&) const = default;
};
[[nodiscard]] Judgement judge(const Testimony&);

/// Kilometres from the place chosen to the one expected; nothing where either is missing.
[[nodiscard]] std::optional<double> error_km(const Expected&, const std::optional<geo::Place>&);
/// The place of the first candidate within the row's tolerance, from 1; 0 where none is.
[[nodiscard]] std::size_t rankOfRight(const Expected&, const std::vector<geo::Candidate>&);

}  // namespace retrace::evaluate
