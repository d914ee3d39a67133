#pragma once

#include "evaluate/judge.hpp"

#include <optional>
#include <vector>

namespace retrace::evaluate {

/// Simple methods that the program has to beat, on the same names with the same gazetteer.
enum class Baseline { populous, central, first };

/// The middle that the names of a text point to: the mean direction of the candidates of names that have but
/// one; where no name is that clear, of each name's first. Nothing where no name has a candidate.
[[nodiscard]] std::optional<geo::LonLat> centroidOf(const std::vector<Found>&);

/// What a baseline answers: the most populous candidate (the earlier of equals), the nearest to the centroid,
/// or the first. Nothing where there is no candidate.
[[nodiscard]] std::optional<geo::Place> answerOf(Baseline, const Found&,
                                                 const std::optional<geo::LonLat>& centroid);

}  // namespace retrace::evaluate
