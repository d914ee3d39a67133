#include "gather/columns.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <limits>

#include "gather/bytes.hpp"
#include "gather/geometry.hpp"
#include "gather/intake.hpp"
#include "gather/kinds.hpp"
#include "gather/lines.hpp"
#include "gazetteer/spelling.hpp"
#include "geo/error.hpp"

namespace retrace::gather {

namespace {

using Words = std::vector<std::string_view>;

struct Meant {
    std::string_view what;
    Words headers;  // folded (small letters and digits), the likeliest first
};

const std::vector<Meant>& meanings() {
    static const std::vector<Meant> all{
        {"id",
         {"id", "placeid", "wofid", "geonameid", "geonamesid", "item", "osmid", "place", "uri", "itemuri",
          "qid", "wikidataid", "pcode", "adm4pcode", "code", "identifier"}},
        {"name",
         {"name", "itemlabel", "placelabel", "title", "label", "placename", "toponym", "nameen", "preflabel",
          "woename", "fullname", "fullnamero", "names"}},
        {"name_ar",
         {"namear", "ar", "arabicname", "arabic", "araltlabel", "labelar", "itemlabelar", "arlabel"}},
        {"lat",
         {"lat", "latitude", "geomlatitude", "y", "latdd", "declat", "decimallatitude", "reprlat", "ycoord"}},
        {"lon",
         {"lon", "lng", "long", "longitude", "geomlongitude", "x", "londd", "longdd", "declon", "declong",
          "decimallongitude", "reprlong", "xcoord"}},
        {"point",
         {"coord", "coords", "coordinate", "coordinates", "coordinatelocation", "location", "point", "geowkt",
          "wkt", "geom", "geometry", "thegeom"}},
        {"type",
         {"type", "types", "ptype", "placetype", "wofplacetype", "kind", "class", "fclass", "featurecla",
          "featurecode", "instanceoflabel", "instancelabel", "typelabel", "aattypes", "place", "category"}},
        {"country",
         {"country", "countrycode", "iso", "isoa2", "iso2", "cc", "ccodes", "isocountry", "wofcountry",
          "adm0a2"}},
        {"region",
         {"region", "governorate", "admin1", "admin1name", "adm1name", "adm1en", "province", "state",
          "mohafaza", "muhafaza"}},
        {"population", {"population", "pop", "popmax", "popest", "wofpopulation", "inhabitants", "people"}},
        {"radius_m", {"radiusm", "radius", "uncertaintym", "coordinateuncertaintyinmeters", "accuracym"}},
        {"note", {"note", "notes", "remark", "description"}},
        {"origin", {"origin"}},
    };
    return all;
}

const Words otherNames{"names",          "variants",         "variant",    "altnames",  "altname",
                       "alternatenames", "alternativenames", "aliases",    "alias",     "itemaltlabel",
                       "altlabel",       "altlabels",        "othernames", "oldname",   "officialname",
                       "shortname",      "locname",          "intname",    "namelatin", "nameascii",
                       "asciiname",      "namealt",          "nameother",  "womname",   "gnname"};
const Words otherIds{"sameas",     "matches",   "closematch", "exactmatch", "gn",
                     "gnid",       "geonameid", "geonamesid", "qid",        "wikidata",
                     "wikidataid", "wdid",      "wd",         "wofid",      "titleuri"};

std::string foldedHeader(std::string_view header) {
    std::string folded;
    for (const char c : header)
        if (const auto letter = static_cast<unsigned char>(c); std::isalnum(letter))
            folded += static_cast<char>(std::tolower(letter));
    return folded;
}

/// "name:en", "name_fr", "label_de", "itemLabel_ru": a name in one language.
bool isNameInLanguage(std::string_view header) {
    const std::size_t cut = header.find_last_of(":_");
    if (cut == std::string_view::npos || header.size() - cut - 1 < 2 || header.size() - cut - 1 > 3)
        return false;
    const std::string start = foldedHeader(header.substr(0, cut));
    return start == "name" || start == "label" || start == "itemlabel" || start == "title";
}

bool isIn(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool isDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

const std::string& cellOf(const std::vector<std::string>& cells, const Columns::Column& column) {
    static const std::string none;
    return column && *column < cells.size() ? cells[*column] : none;
}

/// Names of one cell: apart by '|' or ';', in Wikidata's and GeoNames' columns by commas.
std::vector<std::string_view> namesIn(std::string_view cell, std::string_view header) {
    if (cell.find('|') != std::string_view::npos) return split(cell, '|');
    if (cell.find(';') != std::string_view::npos) return split(cell, ';');
    const bool commas = header == "itemaltlabel" || header == "altlabel" || header == "altlabels" ||
                        header == "alternatenames";
    return commas ? split(cell, ',') : std::vector{cell};
}

/// What an id without an origin is, by its column.
std::string prefixFor(std::string_view header) {
    if (header.starts_with("gn") || header.starts_with("geoname")) return "gn:";
    if (header.starts_with("wof")) return "wof:";
    if (header.starts_with("osm")) return "osm:";
    return {};
}

void setColumn(Columns& columns, std::string_view what, std::size_t number, const std::string& header) {
    if (what == "id") columns.idHeader = header;
    const std::map<std::string_view, Columns::Column*> slots{
        {"id", &columns.id},           {"name", &columns.name},
        {"name_ar", &columns.nameAr},  {"lat", &columns.lat},
        {"lon", &columns.lon},         {"point", &columns.point},
        {"type", &columns.type},       {"country", &columns.country},
        {"region", &columns.region},   {"population", &columns.population},
        {"radius_m", &columns.radius}, {"note", &columns.note},
        {"origin", &columns.origin}};
    if (what == "names")
        columns.names.push_back({number, header});
    else if (what == "same_as")
        columns.sameAs.push_back({number, header});
    else if (const auto slot = slots.find(what); slot != slots.end())
        *slot->second = number;
}

}  // namespace

ColumnChoice parseColumnChoice(const std::string& text) {
    static const Words known{"id",         "name",     "lat",     "lon",     "point",
                             "names",      "name_ar",  "type",    "country", "region",
                             "population", "radius_m", "same_as", "note",    "origin"};
    ColumnChoice choice;
    if (text.empty()) return choice;
    for (const std::string_view pair : split(text, ',')) {
        const std::size_t equals = pair.find('=');
        const std::string_view what = trimmed(pair.substr(0, equals));
        if (equals == std::string_view::npos || !isIn(known, what) ||
            trimmed(pair.substr(equals + 1)).empty()) {
            std::string list;
            for (const std::string_view each : known) list += (list.empty() ? "" : ", ") + std::string(each);
            throw Error("--columns \"" + std::string(pair.substr(0, 60)) +
                        "\" is not understood; write WHAT=HEADER, WHAT one of " + list);
        }
        choice[std::string(what)] = std::string(trimmed(pair.substr(equals + 1)));
    }
    return choice;
}

Columns columnsOf(const std::vector<std::string>& headers, const ColumnChoice& choice,
                  const std::string& stem) {
    Columns columns;
    std::vector<std::string> folded;
    for (const std::string& header : headers) folded.push_back(foldedHeader(header));
    std::vector<bool> used(headers.size(), false);
    for (const auto& [what, header] : choice) {
        const auto found =
            std::ranges::find_if(headers, [&](const std::string& h) { return trimmed(h) == header; });
        if (found == headers.end())
            throw Error("--columns: there is no column \"" + header + "\" in " + stem);
        const auto number = static_cast<std::size_t>(found - headers.begin());
        setColumn(columns, what, number, folded[number]);
        used[number] = true;
    }
    for (const Meant& meant : meanings()) {
        if (choice.contains(std::string(meant.what))) continue;
        for (const std::string_view word : meant.headers) {
            const auto found = std::ranges::find(folded, word);
            const auto number = static_cast<std::size_t>(found - folded.begin());
            if (found == folded.end() || used[number]) continue;
            // Of OpenStreetMap the kind of place; the place itself only where its label stands beside.
            if (meant.what == "id" && word == "place" &&
                std::ranges::find(folded, "placelabel") == folded.end())
                continue;
            setColumn(columns, meant.what, number, folded[number]);
            used[number] = true;
            break;
        }
    }
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (used[i]) continue;
        if (!choice.contains("names") && (isIn(otherNames, folded[i]) || isNameInLanguage(headers[i])))
            columns.names.push_back({i, folded[i]});
        else if (!choice.contains("same_as") && isIn(otherIds, folded[i]))
            columns.sameAs.push_back({i, folded[i]});
    }
    columns.idPrefix = prefixFor(columns.idHeader);
    // Extracts of Who's On First: its numbers, with GeoNames' and Wikidata's beside.
    if (columns.idPrefix.empty() && columns.type &&
        (folded[*columns.type] == "ptype" || folded[*columns.type] == "placetype"))
        columns.idPrefix = "wof:";
    if (columns.idPrefix.empty()) columns.idPrefix = "user:" + stem + ":";
    return columns;
}

std::string knownId(std::string_view text) {
    text = trimmed(text);
    const std::size_t slash = text.find_last_of('/');
    const std::string_view tail = text.substr(slash == std::string_view::npos ? 0 : slash + 1);
    const bool wikidata =
        text.find("wikidata.org/") != std::string_view::npos || slash == std::string_view::npos;
    if (wikidata && tail.starts_with('Q') && isDigits(tail.substr(1))) return "wd:" + std::string(tail);
    if (const std::size_t at = text.find("geonames.org/"); at != std::string_view::npos) {
        const std::string_view rest = text.substr(at + 13);
        const std::string_view number = rest.substr(0, rest.find_first_not_of("0123456789"));
        return number.empty() ? std::string() : "gn:" + std::string(number);
    }
    if (text.find("whosonfirst.org/") != std::string_view::npos && isDigits(tail))
        return "wof:" + std::string(tail);
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() ||
        slash != std::string_view::npos)
        return {};
    if (text.find_first_of(" \t") != std::string_view::npos) return {};
    const std::string prefix = foldedHeader(text.substr(0, colon));
    if (prefix == "gn" || prefix == "geonames") return "gn:" + std::string(text.substr(colon + 1));
    if (prefix == "wd" || prefix == "wikidata") return "wd:" + std::string(text.substr(colon + 1));
    return std::string(text);
}

std::string stemOf(const std::string& file) {
    std::string stem;
    for (const char c : std::filesystem::path(shownName(file)).stem().string()) {
        const auto letter = static_cast<unsigned char>(c);
        stem += std::isalnum(letter) || letter >= 0x80 ? static_cast<char>(std::tolower(letter)) : '-';
    }
    return stem;
}

std::string idByPosition(const geo::Place& place) {
    std::string name = gazetteer::folded(place.name);
    std::ranges::replace(name, ' ', '-');
    char at[64];
    std::snprintf(at, sizeof at, "@%.4f,%.4f", place.where.at.lat, place.where.at.lon);
    return "user:" + name + at;
}

gazetteer::PlaceRow rowOf(const Columns& columns, const std::vector<std::string>& cells) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    gazetteer::PlaceRow row;
    geo::Place& place = row.place;
    place.name = std::string(trimmed(cellOf(cells, columns.name)));
    place.name_ar = std::string(trimmed(split(cellOf(cells, columns.nameAr), '|').front()));
    for (const std::string_view each : split(cellOf(cells, columns.nameAr), '|'))
        row.names.push_back({std::string(each)});
    for (const Columns::Other& other : columns.names)
        for (const std::string_view each : namesIn(cellOf(cells, other.column), other.header))
            row.names.push_back({std::string(each)});
    place.population = peopleOf(cellOf(cells, columns.population));
    const std::string_view country = trimmed(cellOf(cells, columns.country));
    const std::string_view first = country.substr(0, country.find_first_of(";|, "));
    if (first.size() == 2 && country.size() <= 60)
        for (const char c : first)
            place.country += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    place.region = std::string(trimmed(cellOf(cells, columns.region)));
    place.type = typeOfWords(cellOf(cells, columns.type), place.population, place.country);
    row.note = std::string(trimmed(cellOf(cells, columns.note)));
    row.origin = std::string(trimmed(cellOf(cells, columns.origin)));
    const double radius_m = numberOf(cellOf(cells, columns.radius));
    place.where = {{none, none}, radius_m > 0 ? radius_m : 0};
    if (columns.lat && columns.lon)
        place.where.at = {numberOf(cellOf(cells, columns.lon)), numberOf(cellOf(cells, columns.lat))};
    if (!std::isfinite(place.where.at.lon) && columns.point)
        if (const auto read = whereaboutsOfText(cellOf(cells, columns.point))) place.where = *read;
    const std::string_view id = trimmed(cellOf(cells, columns.id));
    if (!id.empty()) {
        place.id = isDigits(id) ? columns.idPrefix + std::string(id) : knownId(id);
        if (place.id.empty()) place.id = columns.idPrefix + std::string(id);
        std::ranges::replace(place.id, ' ', '-');
    } else if (std::isfinite(place.where.at.lat)) {
        place.id = idByPosition(place);
    }
    for (const Columns::Other& other : columns.sameAs)
        for (std::string_view each : namesIn(cellOf(cells, other.column), other.header)) {
            each = trimmed(each);
            const std::string prefix = prefixFor(other.header);
            const std::string same =
                isDigits(each) && !prefix.empty() && each != "0" ? prefix + std::string(each) : knownId(each);
            if (!same.empty() && same != place.id) place.sameAs.push_back(same);
        }
    return row;
}

}  // namespace retrace::gather
