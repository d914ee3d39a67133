#pragma once

#include "reconstruct/spot_phrases.hpp"
#include "reconstruct/words.hpp"

namespace retrace::reconstruct {

/// The spot that a phrase means, with the places its names stand for; nothing where they are no points.
[[nodiscard]] std::optional<model::Estimate> estimateFor(const SpotPhrase&,
                                                         const std::vector<model::PlaceMention>&);

/// Gives an estimate to what the narrator or the unit did at a spot that the words put in relation to known
/// places:
/// - "between A and B", "on the road between A and B", "on the road from A to B": around the middle, half the
///   way wide;
/// - "500 metres from X": around X, as wide; "5 km north of X": there, three tenths of the distance wide;
/// - "north of X", "X's northern countryside": 10 km off and 10 km wide, where the edge of a district may
/// lie;
///   "X's northern outskirts": at the edge of its radius and as wide;
/// - "we went to them", "took their place" and no place: where the others just told of stood, "between A and
///   B" or on "the road to B" from the last place known.
/// Only events with no other goal get one.
void estimateSpots(const Words&, const std::vector<model::PlaceMention>&, std::vector<model::Event>&);

/// As exact as an estimate is, and no more: to about ten metres.
[[nodiscard]] geo::Whereabouts estimatedAt(const geo::Whereabouts&);

}  // namespace retrace::reconstruct
