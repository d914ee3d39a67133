#include "app/data_folder.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <cstdlib>

namespace retrace::app {

namespace fs = std::filesystem;

fs::path dataFolder() {
    const auto holdsData = [](const fs::path& folder) { return fs::is_directory(folder / "gazetteer"); };
    if (const char* set = std::getenv("RETRACE_DATA")) {
        if (holdsData(set)) return set;
        throw Error(std::string("RETRACE_DATA names ") + set +
                    ", which has no folder gazetteer; point it at Retrace's data folder or unset it");
    }
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    if (holdsData(program / "../share/retrace")) return fs::canonical(program / "../share/retrace");
    for (fs::path folder = program; folder.has_relative_path(); folder = folder.parent_path())
        if (holdsData(folder / "data")) return folder / "data";
    throw Error("the data folder (gazetteer, ground) is not beside the program " + program.string() +
                "; set RETRACE_DATA to it");
}

fs::path stateFolder() {
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state)
        return fs::path(state) / "retrace";
    if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".local/state/retrace";
    return fs::temp_directory_path() / "retrace";
}

fs::path userGazetteerFolder() {
    const fs::path within = "retrace/gazetteers";
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data) return data / within;
    if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".local/share" / within;
    return {};
}

std::vector<fs::path> userGazetteers() {
    const fs::path folder = userGazetteerFolder();
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".gpkg" && entry.is_regular_file(ignored)) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

fs::path bundledCase() {
    return dataFolder() / "examples/withdrawal-2024/withdrawal-2024.retrace";
}

}  // namespace retrace::app
