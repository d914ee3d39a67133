#include "basemap/names.hpp"

#include "geo/error.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <string_view>

namespace retrace::basemap {
namespace {

std::optional<GroundName::Kind> kindNamed(std::string_view name) {
    if (name == "sea") return GroundName::Kind::sea;
    if (name == "lake") return GroundName::Kind::lake;
    if (name == "river") return GroundName::Kind::river;
    if (name == "province") return GroundName::Kind::province;
    return std::nullopt;
}

std::optional<double> numberOf(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<GroundName> nameOf(std::string_view line) {
    std::array<std::string_view, 7> columns{};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t tab = line.find('\t');
        if ((tab == std::string_view::npos) != (i + 1 == columns.size())) return std::nullopt;
        columns[i] = line.substr(0, tab);
        line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    const auto kind = kindNamed(columns[0]);
    const auto from = numberOf(columns[1]), to = numberOf(columns[2]), lon = numberOf(columns[3]),
               lat = numberOf(columns[4]);
    if (!kind || !from || !to || !lon || !lat || columns[5].empty()) return std::nullopt;
    return GroundName{*kind, std::string(columns[5]), std::string(columns[6]), {*lon, *lat}, *from, *to};
}

}  // namespace

std::vector<GroundName> readNames(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw Error("the ground file " + file.string() +
                    " is missing; install Retrace's data folder again or set RETRACE_DATA");
    std::vector<GroundName> names;
    std::string line;
    std::getline(in, line);
    for (std::size_t number = 2; std::getline(in, line); ++number) {
        auto name = nameOf(line);
        if (!name)
            throw Error("the ground file " + file.string() + " is damaged in line " + std::to_string(number) +
                        "; install Retrace's data folder again");
        names.push_back(std::move(*name));
    }
    return names;
}

}  // namespace retrace::basemap
