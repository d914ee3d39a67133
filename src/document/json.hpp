#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace retrace::document {

/// A document as its file has it, and what was odd in the file without stopping the work.
struct ParsedDocument {
    Document document;
    std::vector<std::string> notes;  // unknown keys
};

/// Throws Error (file, place in the JSON, what to do) for what is no document or one of a newer version.
[[nodiscard]] ParsedDocument parseDocument(const std::string& json,
                                           const std::filesystem::path& nameForErrors);

}  // namespace retrace::document
