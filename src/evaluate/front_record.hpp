#pragma once

#include "evaluate/front_scores.hpp"
#include "model/decision.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace retrace::evaluate {

/// A record's rows as observations of three sides: government, its enemies, and neither (others, nobody).
inline constexpr std::size_t recordSides = 3;
struct RecordPlaces {
    std::vector<front::Observation> observations;
    std::vector<std::size_t>
        place;  // of each observation: rows within 1 km or with the same name are one place
    std::size_t places = 0;
    std::vector<double> instants;  // at which held-out places are scored: every 6 hours through the record
};
[[nodiscard]] RecordPlaces recordPlaces(const std::vector<model::RecordRow>&);

/// Learns from four fifths of the places, answers for the others.
[[nodiscard]] FrontScores scoreSplit(const RecordPlaces&, const Contender&, std::uint64_t seed);

}  // namespace retrace::evaluate
