#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace retrace::gather {

/// A file's bytes one after another. `name` may be a GDAL name that points into an archive of this machine
/// ("/vsizip//home/a/SY.zip/SY.txt", "/vsigzip/...").
class ByteStream {
public:
    /// Throws Error where the file cannot be opened.
    explicit ByteStream(const std::string& name);
    /// How many were read, fewer than asked for at the end only. Throws Error where an archive is damaged.
    [[nodiscard]] std::size_t read(char* into, std::size_t most);
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    struct Close {
        void operator()(void* file) const;
    };
    std::unique_ptr<void, Close> file_;
    std::string name_;
};

/// The first bytes of a file, at most so many.
[[nodiscard]] std::string headOf(const std::string& name, std::size_t most);

/// The names of the files in a zip archive, as ByteStream takes them; folders are gone through.
[[nodiscard]] std::vector<std::string> filesInZip(const std::string& zip);

/// "SY.zip/SY.txt" for "/vsizip//home/a/SY.zip/SY.txt": a name as people know it.
[[nodiscard]] std::string shownName(const std::string& name);

}  // namespace retrace::gather
