#include "gazetteer/build.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "gazetteer/file_format.hpp"
#include "gazetteer/spelling.hpp"
#include "gazetteer/sqlite.hpp"
#include "geo/error.hpp"

namespace retrace::gazetteer {

namespace {

int kindRank(const std::string& type) {
    if (type == "country") return 0;
    if (type == "city") return 1;
    if (type == "town") return 2;
    if (type == "village") return 3;
    return 4;
}

void fillFrom(geo::Place& into, const geo::Place& from) {
    if (into.name_ar.empty()) into.name_ar = from.name_ar;
    if (into.type.empty()) into.type = from.type;
    if (into.country.empty()) into.country = from.country;
    if (into.population == 0) into.population = from.population;
    if (into.where.radius_m == 0) into.where.radius_m = from.where.radius_m;
}

/// One row an id and kind of origin (general or by hand); both know what either knows.
std::vector<PlaceRow> mergedById(std::vector<PlaceRow> rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const PlaceRow& a, const PlaceRow& b) {
        return std::tie(a.place.id, a.handWritten) < std::tie(b.place.id, b.handWritten);
    });
    std::vector<PlaceRow> merged;
    for (PlaceRow& row : rows) {
        if (!merged.empty() && merged.back().place.id == row.place.id) {
            PlaceRow& before = merged.back();
            if (before.handWritten == row.handWritten) {
                fillFrom(before.place, row.place);
                before.names.push_back({row.place.name, 1});
                before.names.insert(before.names.end(), row.names.begin(), row.names.end());
                continue;
            }
            fillFrom(row.place, before.place);
        }
        merged.push_back(std::move(row));
    }
    std::stable_sort(merged.begin(), merged.end(), [](const PlaceRow& a, const PlaceRow& b) {
        const bool countryA = a.place.type == "country", countryB = b.place.type == "country";
        return std::make_tuple(!countryA, -a.place.population, kindRank(a.place.type), a.place.id,
                               a.handWritten) < std::make_tuple(!countryB, -b.place.population,
                                                                kindRank(b.place.type), b.place.id,
                                                                b.handWritten);
    });
    return merged;
}

/// Folded names with their weights in percent, the greater weight where two fold to one.
std::map<std::string, int> namesOf(const PlaceRow& row) {
    std::map<std::string, int> names;
    const auto add = [&](const std::string& name, double weight) {
        const std::string plain = folded(name);
        if (plain.empty()) return;
        int& kept = names[plain];
        kept = std::max(kept, static_cast<int>(std::lround(100 * std::clamp(weight, 0.0, 1.0))));
    };
    add(row.place.name, 1);
    add(row.place.name_ar, 1);
    for (const NameRow& name : row.names) add(name.name, name.weight);
    return names;
}

/// Countries whose names reach Latin letters from Arabic, Persian or Hebrew ones, which write few vowels;
/// an empty country counts as one of them.
bool namesAreTransliterated(std::string_view country) {
    constexpr std::string_view list =
        "SY LB JO IQ PS IL SA YE OM AE QA BH KW EG LY TN DZ MA EH MR SD IR AF PK";
    return country.empty() || (country.size() == 2 && list.find(country) != std::string_view::npos);
}

struct Counts {
    long long places = 0, names = 0, handWritten = 0, handWrittenNames = 0;
};

Counts writePlaces(const Database& db, const std::vector<PlaceRow>& rows) {
    Statement place(db, "INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    Statement cell(db, "INSERT INTO cell VALUES(?,?)");
    std::map<std::string, long long> handWritten;  // id -> rank
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].handWritten) handWritten[rows[i].place.id] = static_cast<long long>(i) + 1;

    struct Name {
        std::string key, folded;
        long long place;
        int weight;
        bool spelled;
    };
    std::vector<Name> names;
    Counts counts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const PlaceRow& row = rows[i];
        const geo::Place& p = row.place;
        const auto rank = static_cast<long long>(i) + 1;
        const auto twin = handWritten.find(p.id);
        place.bind(1, rank).bind(2, p.id).bind(3, p.name).bind(4, p.name_ar).bind(5, p.type);
        place.bind(6, p.where.at.lon).bind(7, p.where.at.lat).bind(8, std::llround(p.where.radius_m));
        place.bind(9, p.country)
            .bind(10, static_cast<long long>(p.population))
            .bind(11, row.handWritten ? 1LL : 0LL);
        place.bind(12, twin == handWritten.end() || row.handWritten ? 0LL : twin->second);
        place.bind(13, row.origin).bind(14, row.note);
        place.step();
        if (isSettlement(p.type)) {
            cell.bind(1, static_cast<long long>(cellNumber(columnOf(p.where.at.lon), rowOf(p.where.at.lat))));
            cell.bind(2, rank).step();
        }
        const auto folds = namesOf(row);
        for (const auto& [name, weight] : folds)
            names.push_back({spellingKey(name), name, rank, weight,
                             p.type == "country" || !namesAreTransliterated(p.country)});
        const auto added = static_cast<long long>(folds.size());
        counts.names += added;
        ++counts.places;
        if (row.handWritten) ++counts.handWritten, counts.handWrittenNames += added;
    }
    // In the tree's order, so that its pages are full.
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
        return std::tie(a.key, a.folded, a.place) < std::tie(b.key, b.folded, b.place);
    });
    Statement insert(db, "INSERT INTO name VALUES(?,?,?,?,?)");
    for (const Name& name : names)
        insert.bind(1, name.key)
            .bind(2, name.folded)
            .bind(3, name.place)
            .bind(4, static_cast<long long>(name.weight))
            .bind(5, name.spelled ? 1LL : 0LL)
            .step();
    return counts;
}

void write(const std::vector<PlaceRow>& rows, const std::filesystem::path& file, const BuildInfo& info) {
    Database db = Database::create(file);
    db.run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096; PRAGMA application_id=" +
           std::to_string(applicationId) + "; PRAGMA user_version=" + std::to_string(formatVersion));
    db.run("BEGIN;" + std::string(schema));
    const Counts counts = writePlaces(db, rows);
    {
        Statement meta(db, "INSERT INTO meta VALUES(?,?)");
        const auto set = [&](std::string_view key, const std::string& value) {
            meta.bind(1, key).bind(2, value).step();
        };
        set("spelling", std::to_string(spellingVersion));
        set("origin", info.origin);
        set("licence", info.licence);
        set("places", std::to_string(counts.places));
        set("names", std::to_string(counts.names));
        set("hand_written", std::to_string(counts.handWritten));
        set("hand_written_names", std::to_string(counts.handWrittenNames));
    }
    db.run("CREATE INDEX place_id ON place(id); COMMIT; VACUUM");
}

}  // namespace

std::string whyRefused(const PlaceRow& row) {
    const geo::Place& place = row.place;
    const auto& [lon, lat] = place.where.at;
    if (place.id.empty()) return "has no id; give it one, such as user:1";
    if (folded(place.name).empty()) return "has no name; give it one";
    if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90))
        return "lies nowhere on Earth; give lon -180..180 and lat -90..90";
    return {};
}

struct Builder::Staging {
    std::filesystem::path file;
    BuildInfo info;
    BuildProgress progress;
    std::vector<PlaceRow> rows;
    std::map<std::string, std::vector<NameRow>> names;
};

Builder::Builder(std::filesystem::path file, BuildInfo info, BuildProgress progress)
    : staging_(std::make_unique<Staging>(Staging{std::move(file), std::move(info), std::move(progress), {}, {}})) {}
Builder::~Builder() = default;
Builder::Builder(Builder&&) noexcept = default;
Builder& Builder::operator=(Builder&&) noexcept = default;

void Builder::add(const PlaceRow& row) {
    if (const std::string why = whyRefused(row); !why.empty())
        throw Error("a gazetteer row (" + (row.place.id.empty() ? row.place.name : row.place.id) + ") " + why);
    staging_->rows.push_back(row);
}

void Builder::addNames(const std::string& id, const std::vector<NameRow>& names) {
    auto& list = staging_->names[id];
    list.insert(list.end(), names.begin(), names.end());
}

BuildCounts Builder::finish() {
    const std::filesystem::path& file = staging_->file;
    const std::filesystem::path unfinished = file.string() + ".new";
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    BuildCounts counts{.rows = staging_->rows.size(), .places = 0, .names = 0, .orphans = 0};
    for (PlaceRow& row : staging_->rows)
        if (const auto more = staging_->names.find(row.place.id); more != staging_->names.end())
            row.names.insert(row.names.end(), more->second.begin(), more->second.end());
    try {
        write(mergedById(std::move(staging_->rows)), unfinished, staging_->info);
        std::filesystem::rename(unfinished, file);
    } catch (const std::filesystem::filesystem_error& e) {
        std::filesystem::remove(unfinished, ignored);
        throw Error(file.string() + " cannot be written (" + e.code().message() + "); check the folder");
    } catch (...) {
        std::filesystem::remove(unfinished, ignored);
        throw;
    }
    return counts;
}

void build(const std::vector<PlaceRow>& rows, const std::filesystem::path& file, const BuildInfo& info) {
    Builder builder(file, info);
    for (const PlaceRow& row : rows) builder.add(row);
    builder.finish();
}

}  // namespace retrace::gazetteer
