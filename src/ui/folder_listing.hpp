#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace retrace::ui {

struct FolderEntry {
    std::filesystem::path path;
    bool folder = false;
    std::string shown;  // its name in visual order, a folder's with a slash
};

/// What a folder holds, as it was when it was read.
struct FolderListing {
    std::filesystem::path folder;
    bool hidden = false;
    std::vector<FolderEntry> entries;
    std::string fault;       // why it could not be read; empty where it could
    bool cut = false;        // more than are listed
    double read_s = 0;       // ImGui's clock
};

/// Folders first, then texts (.txt, .md) and documents (.retrace), by name; those that begin with a point only
/// where asked for, at most 5000. A folder that cannot be read has a fault and no entries.
[[nodiscard]] FolderListing listFolder(const std::filesystem::path&, bool hidden);

/// A file name for a title: letters and digits of any script, hyphens between, at most 60 letters; "case"
/// where nothing is left.
[[nodiscard]] std::string fileNameFor(const std::string& title);

}  // namespace retrace::ui
