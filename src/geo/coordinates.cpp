#include "geo/coordinates.hpp"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace retrace::geo {

namespace {

struct Grid {
    int zone = 0;  // 0: UPS, the poles
    bool north = true;
    double easting = 0, northing = 0;  // metres
};

std::optional<Grid> gridOf(const LonLat& p) {
    if (!std::isfinite(p.lon) || !std::isfinite(p.lat) || std::abs(p.lat) > 90) return std::nullopt;
    try {
        Grid grid;
        GeographicLib::UTMUPS::Forward(p.lat, p.lon, grid.zone, grid.north, grid.easting, grid.northing);
        return grid;
    } catch (const GeographicLib::GeographicErr&) {
        return std::nullopt;
    }
}

/// The whole MGRS reference without spaces, "37SBU9572690014"; empty where there is none.
std::string mgrsReference(const Grid& grid, double lat, int precision) {
    try {
        std::string reference;
        GeographicLib::MGRS::Forward(grid.zone, grid.north, grid.easting, grid.northing, lat, precision,
                                     reference);
        return reference;
    } catch (const GeographicLib::GeographicErr&) {
        return {};
    }
}

/// Length of the zone and band letter in a reference: "37S", "4Q"; one letter at the poles.
std::size_t zoneLength(const std::string& reference) {
    std::size_t digits = 0;
    while (digits < reference.size() && reference[digits] >= '0' && reference[digits] <= '9') ++digits;
    return digits + 1;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::optional<double> number(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string formatted(const char* format, int digits, double value) {
    char buffer[64];
    const int length = std::snprintf(buffer, sizeof buffer, format, digits, value);
    return {buffer, static_cast<std::size_t>(std::clamp(length, 0, static_cast<int>(sizeof buffer) - 1))};
}

double roundedTo(double value, double step) {
    return std::round(value / step) * step;
}

}  // namespace

std::string degreesText(const LonLat& p, int digits) {
    const int shown = std::clamp(digits, 0, 12);
    return formatted("%.*f", shown, std::abs(p.lat)) + (p.lat < 0 ? " S, " : " N, ") +
           formatted("%.*f", shown, std::abs(p.lon)) + (p.lon < 0 ? " W" : " E");
}

std::string utmText(const LonLat& p) {
    const auto grid = gridOf(p);
    if (!grid) return {};
    const std::string reference = mgrsReference(*grid, p.lat, 0);
    if (reference.empty()) return {};
    return reference.substr(0, zoneLength(reference)) + ' ' + formatted("%.*f", 0, grid->easting) + ' ' +
           formatted("%.*f", 0, grid->northing);
}

std::string mgrsText(const LonLat& p, int precision) {
    const auto grid = gridOf(p);
    if (!grid) return {};
    const int shown = std::clamp(precision, 0, 5);
    const std::string reference = mgrsReference(*grid, p.lat, shown);
    if (reference.empty()) return {};
    const std::size_t zone = zoneLength(reference), digits = static_cast<std::size_t>(shown);
    std::string text = reference.substr(0, zone) + ' ' + reference.substr(zone, 2);
    if (digits == 0) return text;
    return text + ' ' + reference.substr(zone + 2, digits) + ' ' + reference.substr(zone + 2 + digits);
}

std::optional<LonLat> parseLonLat(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const auto lon = number(text.substr(0, comma)), lat = number(text.substr(comma + 1));
    if (!lon || !lat || std::abs(*lon) > 180 || std::abs(*lat) > 90) return std::nullopt;
    return LonLat{*lon, *lat};
}

std::string distanceText(double metres) {
    const double m = std::isfinite(metres) ? std::abs(metres) : 0;
    if (m < 9.5) return formatted("%.*f m", 0, m);
    if (m < 95) return formatted("%.*f m", 0, roundedTo(m, 5));
    if (m < 950) return formatted("%.*f m", 0, roundedTo(m, 50));
    const double km = m / 1000;
    if (km < 9.75) {
        const double half = roundedTo(km, 0.5);
        return formatted("about %.*f km", half == std::floor(half) ? 0 : 1, half);
    }
    if (km < 97.5) return formatted("about %.*f km", 0, km < 20 ? roundedTo(km, 1) : roundedTo(km, 5));
    return formatted("about %.*f km", 0, km < 1000 ? roundedTo(km, 10) : roundedTo(km, 100));
}

}  // namespace retrace::geo
