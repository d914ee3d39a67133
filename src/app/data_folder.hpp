#pragma once

#include <filesystem>

namespace retrace::app {

/// The folder with the gazetteer, the ground and the examples: $RETRACE_DATA, beside the program when it
/// is installed (../share/retrace), or the `data` folder above a build folder. Throws Error when none is
/// there.
[[nodiscard]] std::filesystem::path dataFolder();

/// Where a user's drafts and recent files are kept: $XDG_STATE_HOME/retrace or ~/.local/state/retrace.
[[nodiscard]] std::filesystem::path stateFolder();

/// The document of the bundled case.
[[nodiscard]] std::filesystem::path bundledCase();

}  // namespace retrace::app
