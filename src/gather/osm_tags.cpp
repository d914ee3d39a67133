#include "gather/osm_tags.hpp"

#include <array>
#include <limits>

#include "gather/intake.hpp"
#include "gather/kinds.hpp"
#include "gather/lines.hpp"

namespace retrace::gather {

namespace {

std::string tag(const Tags& tags, const char* key) {
    const auto found = tags.find(key);
    return found == tags.end() ? std::string() : found->second;
}

/// A quoted word from `at` on; `at` is behind it then. Empty at the end.
std::string quotedWord(std::string_view text, std::size_t& at) {
    std::string word;
    at = text.find('"', at);
    if (at == std::string_view::npos) return word;
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) ++at;
        word += text[at];
    }
    ++at;
    return word;
}

std::string typeOf(const Tags& tags, long population) {
    const std::string country = tag(tags, "is_in:country_code");
    if (tag(tags, "boundary") == "administrative") {
        const std::string level = tag(tags, "admin_level");
        if (level == "2") return "country";
        if (level == "4") return firstDivision(country);
        if (level == "5" || level == "6") return "district";
        return {};  // the settlements' own points say the rest
    }
    const std::string place = tag(tags, "place");
    if (place == "locality") return "area";  // a named spot where nobody lives
    if (!place.empty()) return typeOfWords(place, population, country);
    static constexpr std::array<const char*, 3> natural{"peak", "hill", "volcano"};
    for (const char* each : natural)
        if (tag(tags, "natural") == each) return std::string(each) == "hill" ? "hill" : "mountain";
    if (tag(tags, "natural") == "valley") return "valley";
    if (tag(tags, "natural") == "saddle" || tag(tags, "mountain_pass") == "yes") return "pass";
    if (tag(tags, "aeroway") == "aerodrome" || tag(tags, "military") == "airfield") return "airfield";
    if (tag(tags, "landuse") == "military" || !tag(tags, "military").empty()) return "base";
    const std::string historic = tag(tags, "historic");
    if (historic == "ruins" || historic == "archaeological_site" || historic == "tell") return "ruin";
    if (tag(tags, "natural") == "water")
        return tag(tags, "water") == "lake" || tag(tags, "water") == "reservoir" ? "lake" : "";
    if (tag(tags, "waterway") == "dam") return "dam";
    return {};
}

}  // namespace

Tags tagsOf(std::string_view hstore) {
    Tags tags;
    for (std::size_t at = 0; at < hstore.size();) {
        const std::string key = quotedWord(hstore, at);
        if (at == std::string_view::npos || at >= hstore.size()) break;
        tags[key] = quotedWord(hstore, at);
        if (at == std::string_view::npos) break;
    }
    return tags;
}

std::optional<gazetteer::PlaceRow> rowOfOsm(const std::string& layer, const std::vector<std::string>& headers,
                                            const std::vector<std::string>& cells) {
    Tags tags;
    for (std::size_t i = 0; i < headers.size() && i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        if (headers[i] == "other_tags")
            tags.merge(tagsOf(cells[i]));
        else
            tags[headers[i]] = cells[i];
    }
    gazetteer::PlaceRow row;
    geo::Place& place = row.place;
    place.population = peopleOf(tag(tags, "population"));
    place.type = typeOf(tags, place.population);
    place.name = tag(tags, "name:en");
    if (place.name.empty()) place.name = tag(tags, "int_name");
    if (place.name.empty()) place.name = tag(tags, "name");
    if (place.type.empty() || place.name.empty()) return std::nullopt;
    place.name_ar = tag(tags, "name:ar");
    for (const auto& [key, value] : tags) {
        const bool isName = key == "name" || key.starts_with("name:") || key == "alt_name" ||
                            key.starts_with("alt_name:") || key == "old_name" ||
                            key.starts_with("old_name:") || key == "int_name" || key == "official_name" ||
                            key == "loc_name" || key == "short_name";
        if (isName)
            for (const std::string_view each : split(value, ';')) row.names.push_back({std::string(each)});
    }
    const bool way = layer == "multipolygons" && tags.contains("osm_way_id");
    place.id = (layer == "points" ? "osm:n"
                : way             ? "osm:w"
                                  : "osm:r") +
               tag(tags, way ? "osm_way_id" : "osm_id");
    if (const std::string wikidata = tag(tags, "wikidata");
        wikidata.starts_with('Q') && wikidata.find(';') == std::string::npos)
        place.sameAs.push_back("wd:" + wikidata);
    place.where.at = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    return row;
}

}  // namespace retrace::gather
