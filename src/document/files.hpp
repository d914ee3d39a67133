#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace retrace::document {

/// The bytes of a regular file. Throws Error for what is none (a folder, a device, a pipe), for more than
/// `limit` bytes and for what cannot be read. Never waits on a pipe.
[[nodiscard]] std::string readFile(const std::filesystem::path&, std::size_t limit);

/// Where a path written in a document leads. Throws Error for network paths and for paths that leave
/// `folder`, by "..", by an absolute path or through a symbolic link.
[[nodiscard]] std::filesystem::path resolveInside(const std::filesystem::path& folder,
                                                  const std::filesystem::path& written,
                                                  const std::string& nameForErrors);

/// Writes beside the target, syncs and renames: the old file stays whole when anything fails. Keeps the
/// old file's permissions; a symbolic link keeps pointing at the file that is written. Throws Error.
void writeWhole(const std::filesystem::path& target, std::string_view bytes);

}  // namespace retrace::document
