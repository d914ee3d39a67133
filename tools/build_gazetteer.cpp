// Writes the shipped gazetteer from the tables that tools/make-gazetteer has laid out in a folder:
//   build_gazetteer TABLES GAZETTEER_FOLDER OUT
// TABLES holds countries.csv, regions.csv and cities500.txt; GAZETTEER_FOLDER villages.csv and exonyms.csv.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "gather/kinds.hpp"
#include "gazetteer/build.hpp"
#include "gazetteer/spelling.hpp"
#include "geo/error.hpp"

namespace {

using namespace retrace;
using gazetteer::NameRow;
using gazetteer::PlaceRow;
namespace fs = std::filesystem;

constexpr geo::Box levant{34.5, 32, 42.5, 37.5};
constexpr long leastPopulation = 20'000;   // of towns outside the Levant
constexpr std::size_t mostOtherNames = 6;  // of towns outside the Levant

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, at);) parts.push_back(part);
    return parts;
}

std::vector<std::string> csvFields(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

using Record = std::map<std::string, std::string>;

std::vector<Record> readCsv(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line)) throw Error(file.string() + " is missing or empty");
    const auto header = csvFields(line);
    std::vector<Record> records;
    while (std::getline(in, line)) {
        const auto fields = csvFields(line);
        if (fields.size() != header.size()) throw Error(file.string() + ": a row of another length: " + line);
        Record record;
        for (std::size_t i = 0; i < header.size(); ++i) record[header[i]] = fields[i];
        records.push_back(std::move(record));
    }
    return records;
}

double number(const std::string& text) {
    return std::strtod(text.c_str(), nullptr);
}

void addNames(PlaceRow& row, const std::string& names, double weight = 1) {
    for (const std::string& name : split(names, '|'))
        if (!name.empty()) row.names.push_back({name, weight});
}

std::string countryName(const std::string& iso2, const char* language) {
    icu::UnicodeString name;
    icu::Locale("und", iso2.c_str()).getDisplayCountry(icu::Locale(language), name);
    std::string utf8;
    return name.toUTF8String(utf8);
}

void addCountries(const fs::path& file, std::vector<PlaceRow>& rows) {
    std::set<std::string> seen;
    for (Record& r : readCsv(file)) {  // parts of countries, the largest first
        const std::string iso3 = r["ISO_A3"].size() == 3 && r["ISO_A3"][0] != '-' ? r["ISO_A3"] : r["NAME"];
        if (r["NAME"].empty() || !seen.insert(iso3).second) continue;
        PlaceRow row;
        row.place = {.id = "ne:" + iso3,
                     .name = r["NAME"],
                     .name_ar = {},
                     .type = "country",
                     .where = {{number(r["lon"]), number(r["lat"])}, number(r["radius_m"])},
                     .country = r["iso_a2"].size() == 2 && r["iso_a2"][0] != '-' ? r["iso_a2"] : "",
                     .population = 0};
        if (const std::string& iso2 = row.place.country; !iso2.empty()) {
            row.place.name_ar = countryName(iso2, "ar");
            const std::string english =
                countryName(iso2, "en");  // not "Myanmar (Burma)", "Hong Kong SAR China"
            if (english.find('(') == std::string::npos && english.find(" SAR ") == std::string::npos)
                row.place.name = english;
            row.names.push_back({english, 1});
            for (const char* language : {"fr", "de", "es", "ru", "uk", "tr"})
                row.names.push_back({countryName(iso2, language), 1});
            row.names.push_back({r["NAME"], 1});
        }
        rows.push_back(std::move(row));
    }
}

void addRegions(const fs::path& file, std::vector<PlaceRow>& rows) {
    std::set<std::string> seen;
    for (Record& r : readCsv(file)) {
        if (r["name"].empty()) continue;
        std::string code = r["fips"].size() > 2 && r["fips"][0] != '-'
                               ? r["fips"]
                               : r["adm0_a3"] + "-" + gazetteer::folded(r["name"]);
        std::replace(code.begin(), code.end(), ' ', '-');
        if (!seen.insert(code).second) continue;
        PlaceRow row;
        row.place = {.id = "ne:" + code,
                     .name = r["name"],
                     .name_ar = {},
                     .type = r["iso_a2"] == "SY" ? "governorate" : "region",
                     .where = {{number(r["lon"]), number(r["lat"])}, number(r["radius_m"])},
                     .country = r["iso_a2"].size() == 2 && r["iso_a2"][0] != '-' ? r["iso_a2"] : "",
                     .population = 0};
        // "Homs (Hims)" is two names; the label "Lower Saxony, DE, Germany" begins with one.
        const std::size_t bracket = row.place.name.find(" (");
        if (bracket != std::string::npos && row.place.name.back() == ')') {
            row.names.push_back({row.place.name.substr(bracket + 2, row.place.name.size() - bracket - 3), 1});
            row.place.name.resize(bracket);
        }
        row.names.push_back({r["woe_label"].substr(0, r["woe_label"].find(',')), 1});
        if (r["iso_a2"] != "SY") row.names.push_back({r["woe_name"], 1});  // Syria's are those of cities
        row.names.push_back({r["gn_name"], 1});
        rows.push_back(std::move(row));
    }
}

enum class Script { latin, arabic, cyrillic, other };

Script scriptOf(const std::string& name) {
    bool latin = false, arabic = false, cyrillic = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto c = static_cast<unsigned char>(name[i]);
        if (c < 0x80)
            latin = latin || std::isalpha(c);
        else if (c >= 0xC3 && c <= 0xCB)
            latin = true;
        else if (c >= 0xD0 && c <= 0xD3)
            cyrillic = true;
        else if (c >= 0xD8 && c <= 0xDB)
            arabic = true;
        else if (c >= 0xE1 && name.compare(i, 2, "\xE1\xB8") != 0 && name.compare(i, 2, "\xE1\xB9") != 0 &&
                 name.compare(i, 2, "\xE1\xBA") != 0 && name.compare(i, 2, "\xE1\xBB") != 0 && c != 0xE2)
            return Script::other;
        else if (c >= 0xCD && c <= 0xCF)
            return Script::other;
        else if (c >= 0xD4 && c <= 0xD7)
            return Script::other;
    }
    if (latin) return arabic || cyrillic ? Script::other : Script::latin;
    return arabic ? Script::arabic : cyrillic ? Script::cyrillic : Script::other;
}

/// Airport codes and machine transliterations in small letters, of which GeoNames has many, are no names.
bool isRealName(const std::string& name) {
    const bool code = name.size() <= 4 &&
                      std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const std::size_t article = name.find_first_of("- ");
    const bool small =
        name[0] >= 'a' && name[0] <= 'z' && !(article <= 3 && name[0] != 'd' && name[0] != 'l');
    return !code && !small;
}

/// "Hamas" for Hamm, "Tomskas" for Tomsk: a Baltic ending makes another name of it.
bool hasBalticEnding(const std::string& name, const std::string& mainKey) {
    const std::string plain = gazetteer::folded(name);
    const std::string tail = plain.size() > 3 ? plain.substr(plain.size() - 2) : "";
    return (tail == "as" || tail == "is" || tail == "us") && gazetteer::spellingKey(name) == mainKey + "s";
}

/// Of a town outside the Levant: names that a look-up by key would not find anyway, a few in each script.
void chooseNames(PlaceRow& row, const std::vector<std::string>& others) {
    const std::string mainKey = gazetteer::spellingKey(row.place.name);
    std::set<std::string> keys{mainKey};
    std::size_t latin = 0, cyrillic = 0;
    for (const std::string& name : others) {
        const Script script = scriptOf(name);
        if (!isRealName(name) || script == Script::other) continue;
        if (script == Script::latin && (name.size() < 4 || hasBalticEnding(name, mainKey))) continue;
        if (script == Script::arabic && row.place.name_ar.empty()) row.place.name_ar = name;
        if (script == Script::arabic) continue;
        std::size_t& count = script == Script::latin ? latin : cyrillic;
        if (count < (script == Script::latin ? mostOtherNames : 1) &&
            keys.insert(gazetteer::spellingKey(name)).second) {
            row.names.push_back({name, 1});
            ++count;
        }
    }
}

/// The Arabic name without "city of" or "governorate of", the one with the article where there is one.
std::string arabicName(const std::vector<std::string>& others) {
    std::string best;
    for (const std::string& name : others) {
        if (scriptOf(name) != Script::arabic || name.find("محافظة") == 0 || name.find("مدينة") == 0) continue;
        // Persian and Kurdish letters are another language's spelling.
        if (name.find("ی") != std::string::npos || name.find("ک") != std::string::npos ||
            name.find("ە") != std::string::npos)
            continue;
        if (best.empty() || (best.find("ال") != 0 && name.find("ال") == 0)) best = name;
    }
    return best;
}

double apart_m(const geo::LonLat& a, const geo::LonLat& b) {  // near enough for what it decides
    const double narrow = std::cos((a.lat + b.lat) / 2 * 3.14159265 / 180);
    return 111'200 * std::hypot((a.lon - b.lon) * narrow, a.lat - b.lat);
}

using Regions = std::map<std::string, const geo::Place*>;

/// First-level regions by country and FIPS code, as GeoNames numbers most of them ("SY11").
Regions regionsByCode(const std::vector<PlaceRow>& rows) {
    Regions regions;
    for (const PlaceRow& row : rows)
        if (row.place.type == "region" || row.place.type == "governorate") regions[row.place.id] = &row.place;
    return regions;
}

/// Empty where the code is not FIPS or means a region elsewhere.
std::string regionOf(const geo::Place& place, const std::string& code, const Regions& regions) {
    const auto found = regions.find("ne:" + place.country + code);
    if (found == regions.end() || found->second->country != place.country) return {};
    const geo::Whereabouts& where = found->second->where;
    return apart_m(where.at, place.where.at) <= 3 * where.radius_m ? found->second->name : std::string();
}

/// Rows by hand take the region of the nearest settlement.
void giveRegions(std::vector<PlaceRow>& rows) {
    constexpr double reach_m = 25'000;
    for (PlaceRow& row : rows) {
        if (!row.handWritten || !row.place.region.empty() || row.place.type == "governorate" ||
            row.place.type == "country")
            continue;
        double least_m = reach_m;
        for (const PlaceRow& other : rows) {
            if (other.handWritten || other.place.region.empty()) continue;
            const double away_m = apart_m(row.place.where.at, other.place.where.at);
            if (away_m >= least_m) continue;
            least_m = away_m;
            row.place.region = other.place.region;
        }
    }
}

void addCities(const fs::path& file, std::vector<PlaceRow>& rows) {
    const std::vector<PlaceRow> regionRows = rows;  // `rows` grows
    const Regions regions = regionsByCode(regionRows);
    std::ifstream in(file);
    if (!in) throw Error(file.string() + " is missing");
    for (std::string line; std::getline(in, line);) {
        const auto f = split(line, '\t');
        if (f.size() < 15) throw Error(file.string() + ": a row of too few columns: " + line);
        const geo::LonLat at{number(f[5]), number(f[4])};
        const long population = std::atol(f[14].c_str());
        const bool whole = geo::contains(levant, at);
        if (!whole && population < leastPopulation) continue;
        const auto others = split(f[3], ',');
        PlaceRow row;
        row.place = {.id = "gn:" + f[0],
                     .name = f[1],
                     .name_ar = whole ? arabicName(others) : std::string(),
                     .type = f[7] == "PPLC" ? "city" : gather::settlementType(population),
                     .where = {at, std::round(gather::settlementRadius_m(population))},
                     .country = f[8],
                     .population = population};
        row.place.region = regionOf(row.place, f[10], regions);
        row.names.push_back({f[2], 1});
        if (whole) {
            for (const std::string& name : others)
                if (!name.empty() && (scriptOf(name) != Script::latin || isRealName(name)))
                    row.names.push_back({name, 1});
        } else {
            chooseNames(row, others);
        }
        rows.push_back(std::move(row));
    }
}

void addHandWritten(const fs::path& file, std::vector<PlaceRow>& rows) {
    for (Record& r : readCsv(file)) {
        PlaceRow row;
        row.place = {.id = r["id"],
                     .name = r["name"],
                     .name_ar = r["name_ar"],
                     .type = r["type"],
                     .where = {{number(r["lon"]), number(r["lat"])}, number(r["radius_m"])},
                     .country = r["country"],
                     .population = 0};
        addNames(row, r["variants"]);
        row.origin = r["origin"];
        row.note = r["note"];
        row.handWritten = true;
        rows.push_back(std::move(row));
    }
}

/// A name given here with a weight has that weight, whatever other tables say, and so have its spellings.
void addExonyms(const fs::path& file, std::vector<PlaceRow>& rows) {
    for (Record& r : readCsv(file)) {
        bool found = false;
        const double weight = number(r["weight"]);
        for (PlaceRow& row : rows) {
            if (row.place.id != r["id"]) continue;
            found = true;
            for (const std::string& name : split(r["names"], '|')) {
                std::erase_if(row.names, [&](const NameRow& n) {
                    return gazetteer::folded(n.name) == gazetteer::folded(name);
                });
                const std::string key = gazetteer::spellingKey(name);
                for (NameRow& n : row.names)
                    if (gazetteer::spellingKey(n.name) == key) n.weight = std::min(n.weight, weight);
                row.names.push_back({name, weight});
            }
        }
        if (!found) throw Error(file.string() + ": no row has the id " + r["id"]);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: build_gazetteer TABLES GAZETTEER_FOLDER OUT\n";
        return 2;
    }
    try {
        const fs::path tables = argv[1], folder = argv[2];
        std::vector<PlaceRow> rows;
        addCountries(tables / "countries.csv", rows);
        addRegions(tables / "regions.csv", rows);
        addCities(tables / "cities500.txt", rows);
        addHandWritten(folder / "villages.csv", rows);
        addExonyms(folder / "exonyms.csv", rows);
        giveRegions(rows);
        std::cerr << rows.size() << " rows\n";
        gazetteer::build(
            rows, argv[3],
            {.origin = "GeoNames (settlements), Natural Earth (countries, regions), rows written by hand",
             .licence = "GeoNames CC BY 4.0; Natural Earth public domain"});
    } catch (const Error& e) {
        std::cerr << e.what() << "\n";
        return 2;
    }
}
