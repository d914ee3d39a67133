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

/// $XDG_DATA_HOME/retrace/gazetteers or ~/.local/share/retrace/gazetteers; empty where neither is set.
[[nodiscard]] std::filesystem::path userGazetteerFolder();

/// Gazetteers that the user keeps there for every case, *.gpkg in the order of their names.
[[nodiscard]] std::vector<std::filesystem::path> userGazetteers();

/// The document of the bundled case.
[[nodiscard]] std::filesystem::path bundledCase();

}  // namespace retrace::app
