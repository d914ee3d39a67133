#pragma once

#include "reconstruct/keep_strongest.hpp"

namespace retrace::reconstruct {

/// Takes one way of each hour that the words leave to the reader, the cheapest that all else has room for.
/// Where others are as good, the hour stays open between them: their hull holds, and the derivation names
/// them.
void chooseHours(StrongestKept&, const std::string& zone);

}  // namespace retrace::reconstruct
