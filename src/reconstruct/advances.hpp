#pragma once

#include "model/reconstruction.hpp"
#include "reconstruct/words.hpp"

#include <optional>
#include <span>
#include <vector>

namespace retrace::reconstruct {

/// The ways by which others came at those who tell, as far as the words say whence: by a place they came from, or by a
/// direction ("from the east", "towards the north"). Asks for claims and story times. By `at`.
[[nodiscard]] std::vector<model::Advance> advancesIn(const model::Reconstruction&, const Words&);

/// The direction in which a movement goes, degrees from north clockwise: "from the eastern side" is 270, "to the east"
/// 90. Nothing where no direction is told, or several.
[[nodiscard]] std::optional<double> headingIn(std::span<const text::Word>);

}  // namespace retrace::reconstruct
