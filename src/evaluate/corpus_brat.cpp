#include "evaluate/corpus.hpp"

#include "geo/coordinates.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace retrace::evaluate {
namespace {

constexpr double literatureTolerance_km = 161;
constexpr std::array literalKinds{"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"};
constexpr std::array otherKinds{"Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit"};

std::vector<std::string> split(const std::string& line, char at) {
    std::vector<std::string> parts(1);
    for (const char c : line)
        if (c == at)
            parts.emplace_back();
        else if (c != '\r')
            parts.back() += c;
    return parts;
}

/// "lat, lon" in degrees, or a GeoNames number.
std::optional<geo::LonLat> positionIn(
    const std::string& note, const std::function<std::optional<geo::LonLat>(std::string_view)>& byId) {
    const auto comma = note.find(',');
    if (comma != std::string::npos) {
        const auto strip = [](std::string s) {
            std::erase_if(s, [](char c) { return c == ' '; });
            return s;
        };
        return geo::parseLonLat(strip(note.substr(comma + 1)) + "," + strip(note.substr(0, comma)));
    }
    const bool digits =
        !note.empty() && std::ranges::all_of(note, [](char c) { return c >= '0' && c <= '9'; });
    return digits && byId ? byId("gn:" + note) : std::nullopt;
}

}  // namespace

Article readBrat(std::string_view text, std::string_view annotations, const std::string& nameForErrors,
                 const std::function<std::optional<geo::LonLat>(std::string_view)>& byId) {
    Article article{text::readSource(nameForErrors, text), {}, 0};
    std::map<std::string, std::string> notes;
    const std::vector<std::string> lines = split(std::string(annotations), '\n');
    for (const std::string& line : lines) {
        const auto parts = split(line, '\t');
        if (!line.starts_with('#') || parts.size() < 3) continue;
        const auto about = split(parts[1], ' ');
        if (about.size() == 2) notes[about[1]] = parts[2];
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].starts_with('T')) continue;
        const auto parts = split(lines[i], '\t');
        const auto about = parts.size() < 3 ? std::vector<std::string>() : split(parts[1], ' ');
        std::size_t begin = 0;
        const bool whole =
            about.size() >= 3 &&
            std::from_chars(about[1].data(), about[1].data() + about[1].size(), begin).ec == std::errc();
        if (!whole)
            throw Error(nameForErrors + ", line " + std::to_string(i + 1) +
                        " of its annotations: \"T1<tab>Kind begin end<tab>words\" is meant; give brat's "
                        "standoff form");
        const bool literal = std::ranges::find(literalKinds, about[0]) != literalKinds.end();
        if (!literal && std::ranges::find(otherKinds, about[0]) == otherKinds.end()) continue;
        const std::u32string words = text::utf32(parts[2]);
        const auto at = nearestPlace(article.source, words, begin);
        if (!at) {
            ++article.lost;
            continue;
        }
        Expected e{.begin = *at,
                   .end = *at + words.size(),
                   .surface = parts[2],
                   .tolerance_km = literatureTolerance_km};
        e.literal = literal;
        if (const auto note = notes.find(parts[0]); note != notes.end())
            e.at = positionIn(note->second, byId);
        e.listed = e.at.has_value();
        e.line = i + 1;
        article.expected.push_back(std::move(e));
    }
    return article;
}

}  // namespace retrace::evaluate
