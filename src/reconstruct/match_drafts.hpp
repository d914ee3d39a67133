#pragma once

#include "reconstruct/solve_times.hpp"

namespace retrace::reconstruct {

/// Constraints that two drafts share, both in their order: number before, number now. Of the same variables,
/// bounds and strength; what only the words of their supports say may differ.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> matchDrafts(const TimeDraft& before,
                                                                           const TimeDraft& now);

}  // namespace retrace::reconstruct
