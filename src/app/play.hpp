#pragma once

#include "app/case.hpp"

#include <filesystem>

namespace retrace::app {

/// Carries out a script of verbs on a document, one a line, and writes the document to `out` (empty: says
/// what would have changed). Throws Error naming the script's line. Returns the exit status.
int playScript(const std::filesystem::path& script, const std::filesystem::path& file,
               const std::filesystem::path& out, const CaseOptions&);

}  // namespace retrace::app
