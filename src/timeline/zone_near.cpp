#include "timeline/zone_near.hpp"

#include "geo/geodesic.hpp"

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

namespace retrace::timeline {

namespace {

/// One coordinate of ISO 6709 as zone.tab writes it: +DDMM, +DDDMM, +DDMMSS or +DDDMMSS.
double degreesOf(const std::string& text) {
    const std::string digits = text.substr(1);
    const std::size_t degreeDigits = digits.size() % 2 == 0 ? 2 : 3;
    const double degrees = std::atof(digits.substr(0, degreeDigits).c_str());
    const double minutes = std::atof(digits.substr(degreeDigits, 2).c_str());
    const double seconds =
        digits.size() > degreeDigits + 2 ? std::atof(digits.substr(degreeDigits + 2).c_str()) : 0;
    return (text.front() == '-' ? -1 : 1) * (degrees + minutes / 60 + seconds / 3600);
}

/// "+3330+03618" to a position; nothing where it is none.
std::optional<geo::LonLat> positionOf(const std::string& text) {
    const std::size_t second = text.find_first_of("+-", 1);
    if (second == std::string::npos || second < 5 || text.size() < second + 6) return std::nullopt;
    return geo::LonLat{degreesOf(text.substr(second)), degreesOf(text.substr(0, second))};
}

}  // namespace

std::string zoneNear(const geo::LonLat& place, const std::string& country) {
    std::ifstream table("/usr/share/zoneinfo/zone.tab");
    std::string best = "UTC";
    bool bestInCountry = false;
    double bestDistance = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream columns(line);
        std::string code, position, zone;
        columns >> code >> position >> zone;
        const auto town = positionOf(position);
        if (!town || zone.empty()) continue;
        const bool inCountry = !country.empty() && code == country;
        const double distance = geo::distance_m(place, *town);
        const bool better =
            best == "UTC" || (inCountry != bestInCountry ? inCountry : distance < bestDistance);
        if (!better) continue;
        best = zone;
        bestInCountry = inCountry;
        bestDistance = distance;
    }
    return best;
}

}  // namespace retrace::timeline
