#include "app/records.hpp"

#include "gather/records.hpp"

#include <algorithm>
#include <cctype>

namespace retrace::app {
namespace {

bool isTable(const std::filesystem::path& path) {
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
    return extension == ".csv" || extension == ".tsv" || extension == ".txt" || extension.empty();
}

}  // namespace

std::vector<model::RecordRow> readAnyRecord(const std::filesystem::path& path) {
    if (isTable(path)) return document::readRecord(path);
    return document::parseRecord(gather::recordCsvOf(path), path.filename().string());
}

document::Opened openAny(const std::filesystem::path& path) {
    return document::open(path, readAnyRecord);
}

}  // namespace retrace::app
