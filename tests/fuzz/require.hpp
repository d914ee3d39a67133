#pragma once

#include <cstdio>
#include <cstdlib>

namespace retrace::fuzz {

/// Aborts where it does not hold, and says the line of the target.
inline void require(bool holds, int line = __builtin_LINE()) {
    if (holds) return;
    std::fprintf(stderr, "line %d does not hold\n", line);
    std::abort();
}

}  // namespace retrace::fuzz
