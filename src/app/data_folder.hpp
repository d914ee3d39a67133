#pragma once

#include <filesystem>
#include <vector>

namespace retrace::app {

/// The folder with the gazetteer, the ground and the examples: $RETRACE_DATA, beside the program when it
/// is installed (../share/retrace), or the `data` folder above a build folder. Throws Error when none is
/// there.
[[nodiscard]] std::filesystem::path dataFolder();

/// Where a user's drafts and recent files are kept: $XDG_STATE_HOME/retrace or ~/.local/state/retrace.
[[nodiscard]] std::filesystem::path stateFolder();

/// Gazetteers that the user keeps for every case, in the order of their names: *.gpkg in
/// $XDG_DATA_HOME/retrace/gazetteers or ~/.local/share/retrace/gazetteers. None where there is no such folder.
[[nodiscard]] std::vector<std::filesystem::path> userGazetteers();

/// The document of the bundled case.
[[nodiscard]] std::filesystem::path bundledCase();

}  // namespace retrace::app
