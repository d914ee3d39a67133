#include "geo/grid_text.hpp"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace retrace::geo {

namespace {

constexpr std::size_t longest = 60;  // bytes; no reference is longer

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Stretches of digits (with a point) and of letters, in capitals; nothing for any other sign than a blank,
/// and a comma between.
std::optional<std::vector<std::string>> wordsOf(std::string_view text) {
    if (text.size() > longest) return std::nullopt;
    std::vector<std::string> words;
    bool apart = true;
    for (char c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == ' ' || c == '\t' || c == ',') {
            apart = true;
            continue;
        }
        if (!isDigit(c) && c != '.' && !isLetter(c)) return std::nullopt;
        if (apart || isLetter(words.back().back()) != isLetter(c)) words.emplace_back();
        words.back() += c;
        apart = false;
    }
    return words;
}

std::optional<double> number(const std::string& word) {
    double value = 0;
    const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (failed != std::errc() || end != word.data() + word.size() || !isDigit(word.front()))
        return std::nullopt;
    return value;
}

std::optional<LonLat> pointOf(int zone, bool north, double easting, double northing) {
    try {
        LonLat p;
        GeographicLib::UTMUPS::Reverse(zone, north, easting, northing, p.lat, p.lon);
        if (!std::isfinite(p.lon) || !std::isfinite(p.lat)) return std::nullopt;
        return p;
    } catch (const GeographicLib::GeographicErr&) {
        return std::nullopt;
    }
}

/// Latitude bands are 8 degrees high, from C at 80 S; X reaches from 72 to 84 N. A metre of rounding may
/// lead across the edge.
bool isInBand(double lat, char band) {
    static constexpr std::string_view bands = "CDEFGHJKLMNPQRSTUVWX";
    constexpr double rounding_deg = 2e-5;
    const std::size_t at = bands.find(band);
    if (at == bands.npos) return false;
    const double south = -80 + 8 * static_cast<double>(at), north = band == 'X' ? 84 : south + 8;
    return lat >= south - rounding_deg && lat <= north + rounding_deg;
}

std::optional<LonLat> utmPoint(int zone, char letter, double easting, double northing) {
    // A zone is nowhere wider than 800 km, about 500 000 m east.
    if (easting < 100000 || easting >= 900000) return std::nullopt;
    const auto p = pointOf(zone, letter >= 'N', easting, northing);
    if (p && isInBand(p->lat, letter)) return p;
    if (letter != 'N' && letter != 'S') return std::nullopt;
    return pointOf(zone, letter == 'N', easting, northing);
}

}  // namespace

std::optional<Whereabouts> parseUtm(std::string_view text) {
    auto words = wordsOf(text);
    if (!words) return std::nullopt;
    std::vector<std::string>& w = *words;
    int zone = 0;  // the poles
    if (!w.empty() && isDigit(w.front().front())) {
        const auto value = number(w.front());
        if (!value || w.front().size() > 2 || *value < 1 || *value > 60) return std::nullopt;
        zone = static_cast<int>(*value);
        w.erase(w.begin());
    }
    // "mE" and "mN" may stand behind the metres.
    if (w.size() == 5 && (w[2] == "ME" || w[2] == "E") && (w[4] == "MN" || w[4] == "N"))
        w = {w[0], w[1], w[3]};
    if (w.size() != 3 || w[0].size() != 1 || !isLetter(w[0].front())) return std::nullopt;
    const char letter = w[0].front();
    const auto easting = number(w[1]), northing = number(w[2]);
    if (!easting || !northing) return std::nullopt;
    const bool polar = letter == 'A' || letter == 'B' || letter == 'Y' || letter == 'Z';
    if (polar != (zone == 0)) return std::nullopt;
    const auto p =
        polar ? pointOf(0, letter >= 'Y', *easting, *northing) : utmPoint(zone, letter, *easting, *northing);
    if (!p) return std::nullopt;
    return Whereabouts{*p, 0.5};
}

std::optional<Whereabouts> parseMgrs(std::string_view text) {
    const auto words = wordsOf(text);
    if (!words) return std::nullopt;
    std::string zone, letters;
    std::vector<std::string> figures;
    for (const std::string& word : *words) {
        if (word.find('.') != word.npos) return std::nullopt;
        const bool areLetters = isLetter(word.front());
        if (areLetters && !figures.empty()) return std::nullopt;
        if (areLetters)
            letters += word;
        else if (letters.empty() && zone.empty())
            zone = word;
        else
            figures.push_back(word);
    }
    if (letters.size() != 3 || zone.size() > 2 || figures.size() > 2) return std::nullopt;
    // Two groups of different lengths would be read as something else.
    if (figures.size() == 2 && figures[0].size() != figures[1].size()) return std::nullopt;
    std::string reference = zone + letters;
    std::size_t digits = 0;
    for (const std::string& group : figures) reference += group, digits += group.size();
    if (digits % 2 != 0 || digits > 10) return std::nullopt;
    try {
        int utmZone = 0, precision = 0;
        bool north = true;
        double easting = 0, northing = 0;
        GeographicLib::MGRS::Reverse(reference, utmZone, north, easting, northing, precision, true);
        if (!std::isfinite(easting) || !std::isfinite(northing)) return std::nullopt;
        const auto p = pointOf(utmZone, north, easting, northing);
        if (!p) return std::nullopt;
        return Whereabouts{*p, 1e5 / std::pow(10, precision) * std::sqrt(0.5)};
    } catch (const GeographicLib::GeographicErr&) {
        return std::nullopt;
    }
}

}  // namespace retrace::geo
