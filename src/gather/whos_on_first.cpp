#include "gather/whos_on_first.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "gather/bytes.hpp"
#include "gather/columns.hpp"
#include "gather/features.hpp"
#include "gather/whos_on_first_record.hpp"
#include "gazetteer/sqlite.hpp"
#include "geo/error.hpp"

namespace retrace::gather {

namespace fs = std::filesystem;

namespace {

bool hasTable(const gazetteer::Database& db, std::string_view table) {
    gazetteer::Statement each(db, "SELECT 1 FROM sqlite_master WHERE name=? AND type='table'");
    return each.bind(1, table).step();
}

WofRegions regionsOf(const gazetteer::Database& db) {
    WofRegions regions;
    if (!hasTable(db, "spr")) return regions;
    gazetteer::Statement names(db, "SELECT id,name FROM spr WHERE placetype='region'");
    while (names.step()) regions[std::string(names.text(0))] = std::string(names.text(1));
    return regions;
}

void readBodies(const gazetteer::Database& db, const std::string& file, Intake& intake) {
    gazetteer::Statement alternatives(db, "SELECT 1 FROM pragma_table_info('geojson') WHERE name='is_alt'");
    const bool mayBeAlternative = alternatives.step();
    const WofRegions regions = regionsOf(db);
    gazetteer::Statement bodies(db, std::string("SELECT id,body FROM geojson") +
                                        (mayBeAlternative ? " WHERE is_alt IS NULL OR is_alt=0" : ""));
    while (bodies.step()) {
        const RowAt at{file, static_cast<std::size_t>(std::max(0LL, bodies.integer(0)))};
        takeWofRecord(
            std::string(bodies.text(1)), at,
            [&](const std::string& id) {
                const auto found = regions.find(id);
                return found == regions.end() ? std::string() : found->second;
            },
            intake);
    }
}

/// The rows of a table beside spr, walked along with it: both in the order of their ids, so that no index is
/// needed. Two columns of text.
class Beside {
public:
    Beside(const gazetteer::Database& db, const std::string& table, const std::string& columns,
           const std::string& where = "1")
        : rows_(db, "SELECT CAST(id AS INTEGER)," + columns + " FROM " + table + " WHERE " + where +
                        " ORDER BY 1") {
        more_ = rows_.step();
    }
    /// Ids must come in rising order.
    void each(long long id, const std::function<void(std::string, std::string)>& then) {
        while (more_ && rows_.integer(0) < id) more_ = rows_.step();
        for (; more_ && rows_.integer(0) == id; more_ = rows_.step())
            then(std::string(rows_.text(1)), std::string(rows_.text(2)));
    }

private:
    gazetteer::Statement rows_;
    bool more_ = false;
};

std::optional<Beside> besideIf(const gazetteer::Database& db, const std::string& table,
                               const std::string& columns, const std::string& where = "1") {
    if (!hasTable(db, table)) return std::nullopt;
    return std::optional<Beside>(std::in_place, db, table, columns, where);
}

void readTables(const gazetteer::Database& db, const std::string& file, Intake& intake) {
    const WofRegions regions = regionsOf(db);
    auto names = besideIf(db, "names", "language,name");
    auto others = besideIf(db, "concordances", "other_source,other_id");
    auto ancestors = besideIf(db, "ancestors", "ancestor_id,''", "ancestor_placetype='region'");
    gazetteer::Statement rows(
        db,
        "SELECT CAST(id AS INTEGER),name,placetype,country,latitude,longitude,is_current,"
        "is_deprecated,is_superseded,is_ceased FROM spr ORDER BY 1");
    while (rows.step()) {
        const long long id = rows.integer(0);
        const RowAt at{file, static_cast<std::size_t>(std::max(0LL, id))};
        const std::string why = whyNotCurrent(
            {rows.text(6) == "0", rows.integer(7) == 1, rows.integer(8) == 1, rows.integer(9) == 1});
        if (!why.empty()) {
            intake.refuse(why, at);
            continue;
        }
        WofPlace place;
        place.id = std::to_string(id);
        place.name = rows.text(1);
        place.placetype = rows.text(2);
        place.country = rows.text(3);
        place.at = {rows.real(5), rows.real(4)};
        if (names)
            names->each(id, [&](auto language, auto name) { place.names.emplace_back(language, name); });
        if (others)
            others->each(id, [&](auto from, auto other) { place.concordances.emplace_back(from, other); });
        if (ancestors)
            ancestors->each(id, [&](const std::string& region, const std::string&) {
                if (const auto found = regions.find(region); found != regions.end())
                    place.region = found->second;
            });
        intake.take(rowOfWof(place), at);
    }
}

/// Who's On First lays its files out by their ids: 856/783/63/85678363.geojson.
std::string fileOfId(const std::string& root, const std::string& id) {
    fs::path folder = root;
    for (std::size_t i = 0; i < id.size(); i += 3) folder /= id.substr(i, 3);
    std::error_code ignored;
    for (const fs::path& candidate :
         {folder / (id + ".geojson"), fs::path(root) / (id + ".geojson"),
          fs::path(root) / "data" / fs::relative(folder, root, ignored) / (id + ".geojson")})
        if (fs::is_regular_file(candidate, ignored)) return candidate.string();
    return {};
}

}  // namespace

void readWhosOnFirst(const std::string& file, Intake& intake) {
    const gazetteer::Database db = gazetteer::Database::openUntrusted(file);
    if (hasTable(db, "geojson")) {
        gazetteer::Statement any(db, "SELECT 1 FROM geojson LIMIT 1");
        if (any.step()) {
            any.reset();
            return readBodies(db, file, intake);
        }
    }
    if (!hasTable(db, "spr"))
        throw Error(file + " has neither of the tables geojson and spr that Who's On First's databases have");
    readTables(db, file, intake);
}

void readWhosOnFirstJson(const std::string& fileOrFolder, Intake& intake) {
    WofRegions known;
    std::string root = fileOrFolder;
    const auto regionName = [&](const std::string& id) {
        const auto found = known.find(id);
        if (found != known.end()) return found->second;
        const std::string file = fileOfId(root, id);
        std::string name;
        if (!file.empty()) {
            FeatureReader features(file);
            if (features.next()) name = wofName(features.text());
        }
        return known.emplace(id, name).first->second;
    };
    const auto readFile = [&](const std::string& file) {
        FeatureReader features(file);
        bool any = false;
        while (features.next()) {
            any = true;
            takeWofRecord(features.text(), {file, features.line()}, regionName, intake);
        }
        if (features.endsWithin() || !any)
            intake.refuse("is where the file ends before its record does; fetch it again", {file, 1});
    };
    std::error_code failed;
    if (!fs::is_directory(fileOrFolder, failed)) {
        root = fs::path(fileOrFolder).parent_path().string();
        return readFile(fileOrFolder);
    }
    std::size_t files = 0;
    fs::recursive_directory_iterator entries(fileOrFolder, fs::directory_options::skip_permission_denied,
                                             failed);
    if (failed)
        throw Error(fileOrFolder + " cannot be read (" + failed.message() + "); check its permissions");
    for (; entries != fs::recursive_directory_iterator(); entries.increment(failed)) {
        const fs::path& path = entries->path();
        const bool isAlternative = path.stem().string().find("-alt") != std::string::npos;
        if (path.extension() != ".geojson" && path.extension() != ".json") continue;
        if (isAlternative || !entries->is_regular_file(failed)) continue;
        ++files;
        readFile(path.string());
    }
    if (files == 0)
        throw Error(
            fileOrFolder +
            " is a folder without .geojson files; name a list of places, or a folder of Who's On First's");
}

}  // namespace retrace::gather
