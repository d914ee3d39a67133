#pragma once

#include "reconstruct/snaps.hpp"

namespace retrace::reconstruct {

/// What is told of it; an assumption of ours that fails is no contradiction in the words.
[[nodiscard]] std::vector<model::Finding> contradictionFindings(const Words&, const TimeDraft&,
                                                                const std::vector<SetAside>&,
                                                                std::size_t untold);
/// Whether it is to be told.
[[nodiscard]] bool isStatedByWords(const Support&);

}  // namespace retrace::reconstruct
