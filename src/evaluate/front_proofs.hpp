#pragma once

#include "evaluate/front_polygons.hpp"
#include "evaluate/front_record.hpp"
#include "evaluate/front_scores.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace retrace::evaluate {

/// One method's scores: all runs together, and Brier and accuracy of each run alone.
struct MethodScores {
    std::string method;
    FrontScores all;
    std::vector<double> briers, accuracies;
    std::optional<std::size_t>
        beaten;  // runs in which the first method had the lower Brier score; not its own
};
/// The same observations given to all methods.
struct FrontProof {
    std::string name;  // "record", "polygons", "polygons, 30 claims", "collapse"
    std::size_t runs = 0;
    std::vector<MethodScores> methods;
};

/// The field, what it must beat, and what it was chosen among.
[[nodiscard]] std::vector<Contender> frontContenders();

[[nodiscard]] FrontProof proveOnRecord(const std::vector<model::RecordRow>&, const std::vector<Contender>&,
                                       std::size_t splits, std::uint64_t seed);
/// All together, then by how many claims there were. `tuning` scores the first half of the dates, else the
/// second.
[[nodiscard]] std::vector<FrontProof> proveOnPolygons(const PolygonGround&, const std::vector<Contender>&,
                                                      std::size_t draws, std::uint64_t seed, bool tuning);
[[nodiscard]] FrontProof proveOnCollapse(const std::vector<Contender>&, std::size_t worlds,
                                         std::uint64_t seed);

}  // namespace retrace::evaluate
