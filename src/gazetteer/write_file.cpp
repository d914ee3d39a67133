#include "gazetteer/write_file.hpp"

#include <algorithm>
#include <unordered_map>

#include "gazetteer/code_points.hpp"
#include "gazetteer/file_format.hpp"
#include "gazetteer/pieces.hpp"
#include "gazetteer/place_cells.hpp"
#include "gazetteer/spelling.hpp"

namespace retrace::gazetteer {

namespace {

/// Countries whose names reach Latin letters from Arabic, Persian or Hebrew ones, which write few vowels;
/// an empty country counts as one of them.
bool namesAreTransliterated(std::string_view country) {
    constexpr std::string_view list =
        "SY LB JO IQ PS IL SA YE OM AE QA BH KW EG LY TN DZ MA EH MR SD IR AF PK";
    return country.empty() || (country.size() == 2 && list.find(country) != std::string_view::npos);
}

/// Tells of every so many steps, not of each.
class Steps {
public:
    Steps(const BuildProgress& tell, std::string step) : tell_(tell), step_(std::move(step)) {}
    void next() {
        if (++done_ % 16384 == 0 && tell_) tell_(step_, done_);
    }

private:
    const BuildProgress& tell_;
    std::string step_;
    std::size_t done_ = 0;
};

/// What the passes over the rows share.
struct Order {
    std::vector<std::uint32_t> united;  // row -> first row of its place
    std::vector<std::uint32_t> rankOf;  // first row -> rank
    std::vector<bool> spelled;          // by rank: names are Latin by birth
    std::vector<bool> byHand;           // by rank
    [[nodiscard]] std::uint32_t rank(long long row) const {
        return rankOf[united[static_cast<std::size_t>(row)]];
    }
};

void rankPlaces(const Staging& staging, Order& order) {
    order.rankOf.assign(staging.rows(), 0);
    Statement sorted(staging.db(), R"(SELECT row FROM place ORDER BY type<>'country', -population,
        CASE type WHEN 'country' THEN 0 WHEN 'city' THEN 1 WHEN 'town' THEN 2 WHEN 'village' THEN 3 ELSE 4 END,
        id, hand, row)");
    std::uint32_t rank = 0;
    while (sorted.step()) {
        const auto row = static_cast<std::size_t>(sorted.integer(0));
        if (order.united[row] == row) order.rankOf[row] = ++rank;
    }
    order.spelled.resize(rank + 1);
    order.byHand.resize(rank + 1);
}

/// Ids of every place, and for each general place the hand-written one that shares an id.
std::unordered_map<std::uint32_t, std::uint32_t> writeIdents(const Staging& staging, const Database& out,
                                                             const Order& order) {
    std::unordered_map<std::uint32_t, std::uint32_t> twins;
    Statement idents(staging.db(), "SELECT id,hand,row FROM ident ORDER BY id,hand,row");
    Statement insert(out, "INSERT OR IGNORE INTO ident VALUES(?,?)");
    std::string id;
    std::vector<std::uint32_t> general;
    while (idents.step()) {
        if (idents.text(0) != id) general.clear();
        id = idents.text(0);
        const std::uint32_t rank = order.rank(idents.integer(2));
        insert.bind(1, id).bind(2, static_cast<long long>(rank)).step();
        if (idents.integer(1) == 0)
            general.push_back(rank);
        else
            for (const std::uint32_t g : general) twins.try_emplace(g, rank);
    }
    return twins;
}

std::size_t writePlaces(const Staging& staging, const Database& out, Order& order,
                        const BuildProgress& progress) {
    const auto twins = writeIdents(staging, out, order);
    Statement rows(staging.db(), std::string("SELECT ") + stagedColumns + R"( FROM place
        ORDER BY type<>'country', -population,
        CASE type WHEN 'country' THEN 0 WHEN 'city' THEN 1 WHEN 'town' THEN 2 WHEN 'village' THEN 3 ELSE 4 END,
        id, hand, row)");
    Statement insert(out, "INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    Statement others(out, "SELECT id FROM ident WHERE place=?1");
    PlaceCells cells;
    geo::Box box{180, 90, -180, -90};
    Steps steps(progress, "places");
    std::uint32_t rank = 0;
    while (rows.step()) {
        const auto row = static_cast<std::size_t>(rows.integer(0));
        if (order.united[row] != row) continue;
        ++rank;
        steps.next();
        const geo::LonLat at{rows.real(5), rows.real(6)};
        box = {std::min(box.west, at.lon), std::min(box.south, at.lat), std::max(box.east, at.lon),
               std::max(box.north, at.lat)};
        const PointBlob point = pointBlob(at);
        const auto twin = twins.find(rank);
        insert.bind(1, static_cast<long long>(rank)).bindBlob(2, {point.data(), point.size()});
        for (int i = 1; i <= 4; ++i) insert.bind(i + 2, rows.text(i));  // id, name, name_ar, type
        insert.bind(7, rows.text(8)).bind(8, rows.text(9));             // country, region
        insert.bind(9, rows.integer(10)).bind(10, rows.integer(7)).bind(11, std::string_view());
        insert.bind(12, rows.integer(11))
            .bind(13, twin == twins.end() ? 0LL : static_cast<long long>(twin->second));
        insert.bind(14, rows.text(12)).bind(15, rows.text(13)).step();
        order.spelled[rank] = rows.text(4) == "country" || !namesAreTransliterated(rows.text(8));
        order.byHand[rank] = rows.integer(11) != 0;
        if (isSettlement(rows.text(4))) cells.add(rank, at);
    }
    Statement cell(out, "INSERT INTO cell VALUES(?,?)");
    for (const auto& [number, place] : cells.taken())
        cell.bind(1, static_cast<long long>(number)).bind(2, static_cast<long long>(place)).step();
    if (rank > 0) {
        Statement extent(out,
                         "UPDATE gpkg_contents SET min_x=?,min_y=?,max_x=?,max_y=? WHERE table_name='place'");
        extent.bind(1, box.west).bind(2, box.south).bind(3, box.east).bind(4, box.north).step();
    }
    return rank;
}

void writeOtherIds(const Database& out) {
    out.run(R"(UPDATE place SET same_as=o.ids FROM (SELECT place, group_concat(id,' ') AS ids FROM
        (SELECT i.place, i.id FROM ident i JOIN place p ON p.rank=i.place WHERE i.id<>p.id ORDER BY i.place, i.id)
        GROUP BY place) o WHERE o.place=place.rank)");
}

/// Folds the staged names into a table in the order of keys, each once a place.
void foldNames(const Staging& staging, const Order& order, const BuildProgress& progress) {
    staging.db().run("CREATE TABLE folded(key TEXT, folded TEXT, place INTEGER, weight INTEGER)");
    Statement insert(staging.db(), "INSERT INTO folded VALUES(?,?,?,?)");
    Statement names(staging.db(), "SELECT row,name,weight FROM name");
    Steps steps(progress, "spellings");
    while (names.step()) {
        steps.next();
        const std::string plain = folded(names.text(1));
        if (plain.empty()) continue;
        const std::string key = spellingKey(plain);
        insert.bind(1, key).bind(2, plain).bind(3, static_cast<long long>(order.rank(names.integer(0))));
        insert.bind(4, names.integer(2)).step();
    }
}

struct NameCounts {
    std::size_t all = 0, byHand = 0;
};

NameCounts writeNames(const Staging& staging, const Database& out, const Order& order,
                      const BuildProgress& progress) {
    staging.db().run("CREATE TABLE piece(length INTEGER, number INTEGER, letters TEXT, folded TEXT)");
    Statement piece(staging.db(), "INSERT INTO piece VALUES(?,?,?,?)");
    Statement names(
        staging.db(),
        "SELECT key,folded,place,max(weight) FROM folded GROUP BY key,folded,place ORDER BY 1,2,3");
    Statement insert(out, "INSERT INTO name VALUES(?,?,?,?,?)");
    NameCounts counts;
    std::string before;
    Steps steps(progress, "names");
    while (names.step()) {
        steps.next();
        const auto place = static_cast<std::size_t>(names.integer(2));
        insert.bind(1, names.text(0))
            .bind(2, names.text(1))
            .bind(3, names.integer(2))
            .bind(4, names.integer(3));
        insert.bind(5, order.spelled[place] ? 1LL : 0LL).step();
        ++counts.all;
        if (order.byHand[place]) ++counts.byHand;
        if (names.text(1) == before) continue;
        before = names.text(1);
        for (const Piece& part : piecesOf(codePoints(before))) {
            piece.bind(1, static_cast<long long>(part.length)).bind(2, static_cast<long long>(part.number));
            piece.bind(3, part.letters).bind(4, before).step();
        }
    }
    return counts;
}

void writePieces(const Staging& staging, const Database& out, const BuildProgress& progress) {
    Statement pieces(staging.db(),
                     "SELECT length,number,letters,folded FROM piece ORDER BY length,number,letters,folded");
    Statement insert(out, "INSERT INTO piece VALUES(?,?,?,?)");
    long long length = 0, number = 0;
    std::string letters, names;
    const auto flush = [&] {
        if (!names.empty()) insert.bind(1, length).bind(2, number).bind(3, letters).bindBlob(4, names).step();
        names.clear();
    };
    Steps steps(progress, "pieces");
    while (pieces.step()) {
        steps.next();
        if (pieces.integer(0) != length || pieces.integer(1) != number || pieces.text(2) != letters) {
            flush();
            length = pieces.integer(0);
            number = pieces.integer(1);
            letters = pieces.text(2);
        }
        const std::string_view name = pieces.text(3);
        names += static_cast<char>(name.size());  // 48 code points are 192 bytes at most
        names += name;
    }
    flush();
}

void writeWords(const Staging& staging, const Database& out, const BuildProgress& progress) {
    Statement names(staging.db(), "SELECT DISTINCT place,folded FROM folded ORDER BY place,folded");
    Statement insert(out, "INSERT INTO word(rowid,names) VALUES(?,?)");
    long long place = 0;
    std::string words;
    const auto flush = [&] {
        if (!words.empty()) insert.bind(1, place).bind(2, words).step();
        words.clear();
    };
    Steps steps(progress, "words");
    while (names.step()) {
        steps.next();
        if (names.integer(0) != place) {
            flush();
            place = names.integer(0);
        }
        words.append(words.empty() ? "" : " . ").append(names.text(1));
    }
    flush();
    out.run("INSERT INTO word(word) VALUES('optimize')");
}

void writeMeta(const Database& out, const BuildInfo& info, const BuildCounts& counts, const Order& order,
               const NameCounts& names) {
    Statement meta(out, "INSERT INTO meta(key,value) VALUES(?,?)");
    const auto set = [&](std::string_view key, const std::string& value) {
        meta.bind(1, key).bind(2, value).step();
    };
    set("retrace_gazetteer", std::to_string(formatVersion));
    set("spelling", std::to_string(spellingVersion));
    set("origin", info.origin);
    set("licence", info.licence);
    set("places", std::to_string(counts.places));
    set("names", std::to_string(counts.names));
    set("hand_written", std::to_string(std::count(order.byHand.begin(), order.byHand.end(), true)));
    set("hand_written_names", std::to_string(names.byHand));
}

}  // namespace

BuildCounts writeFile(Staging& staging, const std::filesystem::path& file, const BuildInfo& info,
                      const BuildProgress& progress) {
    BuildCounts counts{.rows = staging.rows(), .places = 0, .names = 0, .orphans = 0};
    if (progress) progress("ids", staging.rows());
    counts.orphans = staging.settleLate();
    Order order{.united = staging.unitedRows(), .rankOf = {}, .spelled = {}, .byHand = {}};
    staging.fillFirstRows(order.united);
    rankPlaces(staging, order);

    Database out = Database::create(file);
    out.run(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; "
        "PRAGMA cache_size=-64000; PRAGMA page_size=4096; PRAGMA application_id=" +
        std::to_string(applicationId) + "; PRAGMA user_version=" + std::to_string(geoPackageVersion));
    out.run("BEGIN;" + std::string(geoPackageTables()) + std::string(schema));
    counts.places = writePlaces(staging, out, order, progress);
    writeOtherIds(out);
    foldNames(staging, order, progress);
    const NameCounts names = writeNames(staging, out, order, progress);
    counts.names = names.all;
    writePieces(staging, out, progress);
    writeWords(staging, out, progress);
    writeMeta(out, info, counts, order, names);
    out.run("COMMIT");
    return counts;
}

}  // namespace retrace::gazetteer
