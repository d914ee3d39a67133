#pragma once

#include "document/verbs.hpp"
#include "model/reconstruction.hpp"

#include <optional>
#include <string>

namespace retrace::ui {

/// What a claim says, in a short careful sentence: "Insurgents took Hama from Government and allies".
[[nodiscard]] std::string claimWords(const model::Reconstruction&, const model::ControlClaim&);
/// Whose it is and how sure: "the narrator says, 90 %", "record, row 35, source, high".
[[nodiscard]] std::string claimSource(const model::Reconstruction&, const model::ControlClaim&);
/// The words or the row that settle-control and forget-decision take; nothing where the claim has neither.
[[nodiscard]] std::optional<std::string> claimArgument(const model::Reconstruction&, const model::ControlClaim&);
/// settle-control of that claim alone, without what is settled; nothing where the claim has no words and no row.
[[nodiscard]] std::optional<document::Request> settleClaim(const model::Reconstruction&, const model::ControlClaim&);

}  // namespace retrace::ui
