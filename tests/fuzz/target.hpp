#pragma once

#include <string_view>

namespace retrace::fuzz {

/// What one target does with some bytes; each target is a program of its own and defines it. A bug aborts
/// or throws something else than retrace::Error.
void run(std::string_view bytes);

}  // namespace retrace::fuzz
