#pragma once

#include "document/document.hpp"

#include <filesystem>
#include <vector>

namespace retrace::app {

/// A record: a CSV, or a map layer with sides and times. Throws Error.
[[nodiscard]] std::vector<model::RecordRow> readAnyRecord(const std::filesystem::path&);

/// document::open() with the records of a document read by readAnyRecord().
[[nodiscard]] document::Opened openAny(const std::filesystem::path&);

}  // namespace retrace::app
