#include "gather/sources.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "gather/bytes.hpp"
#include "gather/gdal.hpp"
#include "gather/lines.hpp"
#include "gazetteer/sqlite.hpp"
#include "geo/error.hpp"

namespace retrace::gather {

namespace fs = std::filesystem;

namespace {

struct Named {
    std::string_view word;
    Format format;
};
constexpr std::array formats{Named{"geonames", Format::geonames},
                             Named{"geonames-names", Format::geonamesNames},
                             Named{"geonames-regions", Format::geonamesRegions},
                             Named{"table", Format::table},
                             Named{"linked-places", Format::linkedPlaces},
                             Named{"whos-on-first", Format::whosOnFirst},
                             Named{"whos-on-first-json", Format::whosOnFirstJson},
                             Named{"map", Format::map}};

constexpr std::size_t headSize = 1 << 16;

bool isNumber(std::string_view text) {
    return !text.empty() && text.find_first_not_of("+-.0123456789") == std::string_view::npos;
}

bool isAdminCode(std::string_view text, std::ptrdiff_t dots) {
    return text.size() > 3 && text[2] == '.' && std::ranges::count(text, '.') == dots &&
           std::isupper(static_cast<unsigned char>(text[0])) != 0;
}

std::optional<Format> formatOfLine(std::string_view line, const std::string& shown) {
    const auto cells = split(line, '\t');
    if (cells.size() >= 15 && isNumber(cells[0]) && isNumber(cells[4]) && isNumber(cells[5]))
        return Format::geonames;
    if (cells.size() >= 4 && cells.size() <= 10 && isNumber(cells[0]) && isNumber(cells[1]) &&
        !isNumber(cells[3]))
        return Format::geonamesNames;
    if (cells.size() >= 2 && cells.size() <= 4 && isAdminCode(cells[0], 1)) return Format::geonamesRegions;
    if (cells.size() >= 2 && isAdminCode(cells[0], 2))
        throw Error(shown + " lists GeoNames' second-level divisions, which are not needed; leave it out");
    if ((cells.size() == 2 || cells.size() == 3) && isNumber(cells[0]) && isNumber(cells[1]))
        throw Error(shown + " is GeoNames' hierarchy, which is not needed; leave it out");
    return std::nullopt;
}

Format formatOfText(std::string_view head, const std::string& shown) {
    std::size_t seen = 0;
    for (const std::string_view line : split(head, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        if (const auto format = formatOfLine(line, shown)) return *format;
        if (++seen == 20) break;  // a few bad lines may come first
    }
    return Format::table;
}

Format formatOfJson(const std::string& head) {
    const auto holds = [&](const char* word) { return head.find(word) != std::string::npos; };
    if (holds("\"wof:id\"") || holds("\"wof:placetype\"") || holds("\"wof:name\""))
        return Format::whosOnFirstJson;
    if (holds("linkedplaces") || holds("linked-places") || holds("\"toponym\"")) return Format::linkedPlaces;
    return Format::map;
}

Format formatOfDatabase(const std::string& file) {
    const gazetteer::Database db = gazetteer::Database::openUntrusted(file);
    const auto has = [&](std::string_view table) {
        gazetteer::Statement each(db, "SELECT 1 FROM sqlite_master WHERE name=? AND type='table'");
        return each.bind(1, table).step();
    };
    if (has("spr") || (has("geojson") && !has("gpkg_contents"))) return Format::whosOnFirst;
    if (has("gpkg_contents") && has("meta") && has("piece"))
        throw Error(file + " is a gazetteer of Retrace already; use it with --gazetteer, beside others");
    if (has("gpkg_contents")) return Format::map;
    throw Error(file +
                " is a database that is neither a GeoPackage nor Who's On First; export its places as CSV");
}

Format formatOf(const std::string& file) {
    const std::string shown = shownName(file), head = headOf(file, headSize);
    if (head.empty()) throw Error(shown + " is empty");
    if (head.starts_with("SQLite format 3")) {
        if (shown == file) return formatOfDatabase(file);
        throw Error(shown + " is a database in an archive; unpack it first");
    }
    const std::size_t first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (first == std::string::npos) throw Error(shown + " is empty");
    if (head[first] == '{' || head[first] == '[') return formatOfJson(head);
    const std::string_view start(head.data(), std::min<std::size_t>(head.size(), 100));
    const bool isMap = start.find("OSMHeader") != std::string_view::npos || head[first] == '<' ||
                       start.starts_with("fgb") || start.starts_with(std::string_view("\0\0\x27\x0A", 4));
    if (isMap) return Format::map;
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF"))
        throw Error(shown + " is written in UTF-16; save it as UTF-8");
    if (head.find('\0') != std::string::npos)
        throw Error(
            shown +
            " is no list of places that Retrace reads: it holds zero bytes (UTF-16? save it as UTF-8)");
    return formatOfText(head, shown);
}

void requirePlain(const std::string& file) {
    std::string lower;
    for (const char c : file) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (lower.find("://") != std::string::npos || lower.starts_with("/vsi"))
        throw Error(file + " is an address; Retrace never opens the network: fetch the file first");
    std::error_code failed;
    const fs::file_status status = fs::status(file, failed);
    if (!fs::exists(status)) throw Error(file + " does not exist; check its name");
    if (!fs::is_regular_file(status) && !fs::is_directory(status))
        throw Error(file + " is no regular file; name a file or a folder");
}

bool isList(const std::string& name) {
    std::string leaf = fs::path(name).filename().string();
    std::ranges::transform(leaf, leaf.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (leaf.starts_with("readme") || leaf.starts_with("iso-language") || leaf.starts_with(".") ||
        name.find("__MACOSX") != std::string::npos)
        return false;
    static constexpr std::array ends{".txt", ".csv", ".tsv", ".json", ".geojson", ".jsonld",
                                     ".shp", ".kml", ".gpx", ".fgb",  ".osm"};
    return std::ranges::any_of(ends, [&](const char* end) { return leaf.ends_with(end); });
}

std::vector<Source> sourcesInZip(const std::string& zip, std::optional<Format> format) {
    std::vector<Source> sources;
    for (const std::string& file : filesInZip(zip))
        if (isList(file)) sources.push_back({file, {}, format ? *format : formatOf(file)});
    if (sources.empty())
        throw Error(zip + " holds no list of places that Retrace reads, or is damaged; unpack it");
    return sources;
}

}  // namespace

std::string formatWords() {
    std::string words;
    for (const Named& each : formats) words += (words.empty() ? "" : ", ") + std::string(each.word);
    return words;
}

Format parseFormat(const std::string& word) {
    const auto* found = std::ranges::find(formats, word, &Named::word);
    if (found == formats.end())
        throw Error("retrace gazetteer build reads no format \"" + word + "\"; it is one of " +
                    formatWords());
    return found->format;
}

std::string_view nameOf(Format format) {
    return std::ranges::find(formats, format, &Named::format)->word;
}

std::vector<Source> sourcesOf(const std::string& word, std::optional<Format> format) {
    prepareGdal();
    const Messages quiet;
    std::string file = word, layer;
    if (const std::size_t bar = word.rfind('|'); bar != std::string::npos && !fs::exists(word)) {
        file = word.substr(0, bar);
        layer = word.substr(bar + 1);
    }
    if (file.empty()) throw Error("a source is empty; give the name of a file");
    requirePlain(file);
    if (fs::is_directory(file)) return {{file, layer, format.value_or(Format::whosOnFirstJson)}};
    const std::string head = headOf(file, 4);
    if (head.starts_with("PK\x03\x04") && format != Format::map)
        return sourcesInZip(fs::absolute(file), format);
    if (head.starts_with("\x1F\x8B") && format != Format::map)
        file = "/vsigzip/" + fs::absolute(file).string();
    const Format told = format ? *format : formatOf(file);
    return {{file, layer, told}};
}

}  // namespace retrace::gather
