#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace retrace::fuzz {

/// A file of the given bytes that lives as long as this value: for readers that take a path.
class ScratchFile {
public:
    ScratchFile(const std::string& extension, std::string_view bytes)
        : path_(std::filesystem::temp_directory_path() /
                ("retrace-fuzz-" + std::to_string(getpid()) + extension)) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~ScratchFile() {
        std::error_code gone;
        std::filesystem::remove(path_, gone);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace retrace::fuzz
