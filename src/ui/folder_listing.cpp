#include "ui/folder_listing.hpp"

#include "ui/fold.hpp"
#include "ui/visual_text.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace retrace::ui {

namespace fs = std::filesystem;

FolderListing listFolder(const fs::path& folder, bool hidden) {
    constexpr std::size_t most = 5000;
    FolderListing listing{.folder = folder, .hidden = hidden};
    std::error_code failed;
    fs::directory_iterator it(folder, failed);
    for (const fs::directory_iterator end; !failed && it != end; it.increment(failed)) {
        const std::string name = it->path().filename().string();
        if (name.empty() || (!hidden && name.front() == '.')) continue;
        std::error_code ignored;
        const bool isFolder = it->is_directory(ignored);
        const std::string extension = folded(it->path().extension().string());
        const bool readable = extension == ".txt" || extension == ".retrace" || extension == ".md";
        if (!isFolder && !readable) continue;
        listing.cut = listing.entries.size() == most;
        if (listing.cut) break;
        listing.entries.push_back({it->path(), isFolder, visualText(name + (isFolder ? "/" : ""))});
    }
    if (failed == std::errc::permission_denied)
        listing.fault = "You have no permission to read this folder.";
    else if (failed == std::errc::no_such_file_or_directory)
        listing.fault = "This folder is not there any more.";
    else if (failed)
        listing.fault = "This folder cannot be read: " + failed.message() + ".";
    std::ranges::sort(listing.entries, [](const FolderEntry& a, const FolderEntry& b) {
        return a.folder != b.folder ? a.folder : a.path.filename() < b.path.filename();
    });
    return listing;
}

std::string fileNameFor(const std::string& title) {
    constexpr int most = 60;
    const icu::UnicodeString letters = icu::UnicodeString::fromUTF8(title);
    icu::UnicodeString kept;
    for (int32_t at = 0; at < letters.length() && kept.countChar32() < most; at = letters.moveIndex32(at, 1)) {
        const UChar32 letter = letters.char32At(at);
        const bool mark = u_charType(letter) == U_NON_SPACING_MARK;
        if (u_isalnum(letter) || mark) kept.append(u_tolower(letter));
        else if (!kept.isEmpty() && !kept.endsWith(u"-", 1)) kept.append(u'-');
    }
    while (kept.endsWith(u"-", 1)) kept.truncate(kept.length() - 1);
    std::string name;
    kept.toUTF8String(name);
    return name.empty() ? "case" : name;
}

}  // namespace retrace::ui
