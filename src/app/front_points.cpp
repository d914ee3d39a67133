#include "app/front_points.hpp"

#include "document/csv.hpp"
#include "document/files.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace retrace::app {
namespace {

std::string_view trimmed(std::string_view cell) {
    const auto first = cell.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return cell.substr(first, cell.find_last_not_of(" \t") - first + 1);
}

/// For a message of one line.
std::string shown(std::string_view cell) {
    constexpr std::size_t most = 40;
    std::string out(cell.substr(0, most));
    for (char& c : out)
        if (static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) > '~') c = '?';
    return '"' + out + (cell.size() > most ? "...\"" : "\"");
}

double degrees(std::string_view cell, double most, const std::string& where) {
    cell = trimmed(cell);
    double value = 0;
    const auto [end, failed] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool whole = failed == std::errc() && end == cell.data() + cell.size();
    if (!whole || !(std::abs(value) <= most))
        throw Error(where + ": " + shown(cell) + " is no number of degrees up to " +
                    std::to_string(std::lround(most)) + "; correct it");
    return value;
}

std::size_t columnOf(const std::vector<document::CsvRow>& rows, std::string_view name,
                     const std::string& file) {
    if (!rows.empty()) {
        const auto& head = rows.front().cells;
        const auto found = std::ranges::find(head, name, trimmed);
        if (found != head.end()) return static_cast<std::size_t>(found - head.begin());
    }
    throw Error(file + ", line 1: no column \"" + std::string(name) + "\"; name the columns lon and lat");
}

}  // namespace

std::vector<geo::LonLat> pointsIn(std::string_view csv, const std::string& file) {
    const auto rows = document::parseCsv(csv, document::separatorOf(csv), file);
    const std::size_t lon = columnOf(rows, "lon", file), lat = columnOf(rows, "lat", file);
    std::vector<geo::LonLat> points;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& [line, cells] = rows[i];
        const std::string where = file + ", line " + std::to_string(line);
        if (cells.size() <= std::max(lon, lat)) throw Error(where + ": too few cells; give lon and lat");
        points.push_back({degrees(cells[lon], 180, where), degrees(cells[lat], 90, where)});
    }
    return points;
}

std::vector<geo::LonLat> readPoints(const std::filesystem::path& path) {
    constexpr std::size_t mostBytes = 64u << 20;
    return pointsIn(document::readFile(path, mostBytes), path.string());
}

}  // namespace retrace::app
