#pragma once

#include "front/field.hpp"
#include "model/reconstruction.hpp"

#include <optional>
#include <vector>

namespace retrace::compare {

/// Who held a stop of the narrator's while he was there, by other sources alone.
struct RecordSide {
    std::size_t side = 0;  // index into Reconstruction::sides
    double p = 0, support = 0;
    std::optional<bool> own;  // whether it is the narrator's; missing: his side is not known
};

/// In the middle of the stay. Nothing where the stop has no place or no time, or where the records state nothing near
/// it then.
[[nodiscard]] std::optional<RecordSide> recordSideAt(const model::Reconstruction&, const model::Stop&,
                                                     const front::Field& recorded);

/// The same for all stops of all itineraries, in their order.
[[nodiscard]] std::vector<std::vector<std::optional<RecordSide>>> recordSides(const model::Reconstruction&,
                                                                              const front::Field& recorded);

/// The narrator's side: whose places his own stays are told to hold.
[[nodiscard]] std::optional<std::size_t> ownSide(const model::Reconstruction&);

}  // namespace retrace::compare
