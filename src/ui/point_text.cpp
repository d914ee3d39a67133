#include "ui/point_text.hpp"

#include "geo/grid_text.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace retrace::ui {

namespace {

constexpr std::size_t longest = 200;   // bytes

/// One number with the sign, letter and unit that stand with it.
struct Part {
    double value = 0;
    char unit = ' ';   // d, m, s; blank where none is written
    bool negative = false;
};
struct Axis {
    double degrees = 0;
    char letter = ' ';   // N, S, E, W; blank where none is written
};

/// Signs of degrees, minutes and seconds, and the typographic minus, in one byte each.
std::string plain(std::string_view utf8) {
    static constexpr std::pair<std::string_view, std::string_view> signs[] = {
        {"\xC2\xB0", "d"},     {"\xC2\xBA", "d"},     {"\xE2\x80\xB2", "'"}, {"\xE2\x80\x99", "'"},
        {"\xE2\x80\xB3", "\""}, {"\xE2\x80\x9D", "\""}, {"\xE2\x88\x92", "-"}, {"\xC2\xA0", " "}};
    std::string text(utf8);
    for (const auto& [from, to] : signs)
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) text.replace(at, from.size(), to);
    return text;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::optional<double> numberAt(const std::string& text, std::size_t& at) {
    std::size_t end = at;
    while (end < text.size() && (isDigit(text[end]) || text[end] == '.')) ++end;
    double value = 0;
    const auto [stop, failed] = std::from_chars(text.data() + at, text.data() + end, value);
    if (failed != std::errc() || stop != text.data() + end) return std::nullopt;
    at = end;
    return value;
}

/// Degrees of an axis from one to three numbers, without a letter. Minutes and seconds lie below 60.
std::optional<double> degreesOf(const std::vector<Part>& parts) {
    if (parts.empty() || parts.size() > 3) return std::nullopt;
    double degrees = 0, share = 1;
    for (std::size_t i = 0; i < parts.size(); ++i, share /= 60) {
        if (i > 0 && (parts[i].negative || parts[i].value >= 60)) return std::nullopt;
        if (parts[i].unit != ' ' && parts[i].unit != "dms"[i]) return std::nullopt;
        if (i + 1 < parts.size() && parts[i].value != std::floor(parts[i].value)) return std::nullopt;
        degrees += parts[i].value * share;
    }
    return parts.front().negative ? -degrees : degrees;
}

std::optional<geo::LonLat> placed(const Axis& a, const Axis& b) {
    const auto isLatitude = [](char letter) { return letter == 'N' || letter == 'S'; };
    const auto isLongitude = [](char letter) { return letter == 'E' || letter == 'W'; };
    const bool turned = isLongitude(a.letter) || isLatitude(b.letter);
    const Axis& lat = turned ? b : a;
    const Axis& lon = turned ? a : b;
    if (isLongitude(lat.letter) || isLatitude(lon.letter)) return std::nullopt;
    const geo::LonLat point{lon.letter == 'W' ? -lon.degrees : lon.degrees, lat.letter == 'S' ? -lat.degrees : lat.degrees};
    if (std::abs(point.lat) > 90 || std::abs(point.lon) > 180) return std::nullopt;
    return point;
}

}  // namespace

std::optional<geo::LonLat> parsePoint(std::string_view utf8) {
    if (utf8.size() > longest) return std::nullopt;
    const std::string text = plain(utf8);
    if (const auto utm = geo::parseUtm(text)) return utm->at;
    // A square of 10 km or more is an area, no point.
    if (const auto mgrs = geo::parseMgrs(text); mgrs && mgrs->radius_m < 1000) return mgrs->at;
    std::vector<Part> parts;
    std::vector<char> letters;                 // in the order written
    std::vector<std::size_t> before;           // how many numbers stand before each letter
    std::optional<std::size_t> comma;          // how many numbers stand before it
    bool negative = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (isDigit(c) || c == '.') {
            const auto value = numberAt(text, at);
            if (!value) return std::nullopt;
            parts.push_back({*value, ' ', negative});
            negative = false;
            continue;
        }
        ++at;
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (c == ' ' || c == '\t' || c == '+' || c == ':') continue;
        if (c == '-') negative = true;
        else if (c == ',' || c == ';') comma = parts.size();
        else if ((c == 'd' || c == '\'' || c == '"') && !parts.empty() && parts.back().unit == ' ')
            parts.back().unit = c == 'd' ? 'd' : c == '\'' ? 'm' : 's';
        else if (upper == 'N' || upper == 'S' || upper == 'E' || upper == 'W') {
            letters.push_back(upper);
            before.push_back(parts.size());
        } else return std::nullopt;
    }
    if (parts.size() < 2 || (!letters.empty() && letters.size() != 2)) return std::nullopt;
    // Where the first axis ends: at its letter, before the second one's, at the comma, at the next degree sign.
    std::size_t split = parts.size() / 2;
    if (letters.size() == 2) split = before[0] == 0 ? before[1] : before[0];
    else if (comma) split = *comma;
    else
        for (std::size_t i = 1; i < parts.size(); ++i)
            if (parts[i].unit == 'd') split = i;
    if (split == 0 || split >= parts.size()) return std::nullopt;
    const auto middle = parts.begin() + static_cast<std::ptrdiff_t>(split);
    const auto first = degreesOf({parts.begin(), middle}), second = degreesOf({middle, parts.end()});
    if (!first || !second) return std::nullopt;
    return placed({*first, letters.empty() ? ' ' : letters[0]}, {*second, letters.empty() ? ' ' : letters[1]});
}

}  // namespace retrace::ui
