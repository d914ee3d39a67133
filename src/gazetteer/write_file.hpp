#pragma once

#include <filesystem>

#include "gazetteer/build.hpp"
#include "gazetteer/staging.hpp"

namespace retrace::gazetteer {

/// Writes what was staged as a gazetteer file, in the order of its tables' keys so that pages are full.
BuildCounts writeFile(Staging& staging, const std::filesystem::path& file, const BuildInfo& info,
                      const BuildProgress& progress);

}  // namespace retrace::gazetteer
