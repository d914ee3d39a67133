#include "gazetteer/staging.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "gazetteer/file_format.hpp"
#include "geo/error.hpp"

namespace retrace::gazetteer {

namespace {

constexpr const char* tables = R"(
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-64000;
CREATE TABLE place(row INTEGER PRIMARY KEY, id TEXT, name TEXT, name_ar TEXT, type TEXT, lon REAL, lat REAL,
    radius_m INTEGER, country TEXT, region TEXT, population INTEGER, hand INTEGER, origin TEXT, note TEXT);
CREATE TABLE ident(hand INTEGER, id TEXT, row INTEGER);
CREATE TABLE name(row INTEGER, name TEXT, weight INTEGER);
CREATE TABLE late_name(id TEXT, name TEXT, weight INTEGER);
CREATE TABLE late_ident(id TEXT, other TEXT);
BEGIN;
)";

std::uint32_t firstOf(std::vector<std::uint32_t>& united, std::uint32_t row) {
    while (united[row] != row) row = united[row] = united[united[row]];
    return row;
}

bool any(const Database& db, const std::string& table) {
    return Statement(db, "SELECT 1 FROM " + table + " LIMIT 1").step();
}

}  // namespace

long long percent(double weight) {
    return std::llround(100 * std::clamp(weight, 0.0, 1.0));
}

Staging::Staging(const std::filesystem::path& file) : file_(file) {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
    db_ = std::make_unique<Database>(Database::create(file_));
    db_->run(tables);
    place_ = std::make_unique<Statement>(*db_, "INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    name_ = std::make_unique<Statement>(*db_, "INSERT INTO name VALUES(?,?,?)");
    ident_ = std::make_unique<Statement>(*db_, "INSERT INTO ident VALUES(?,?,?)");
    lateName_ = std::make_unique<Statement>(*db_, "INSERT INTO late_name VALUES(?,?,?)");
    lateIdent_ = std::make_unique<Statement>(*db_, "INSERT INTO late_ident VALUES(?,?)");
}

Staging::~Staging() {
    for (auto* statement : {&place_, &name_, &ident_, &lateName_, &lateIdent_}) statement->reset();
    db_.reset();
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

void Staging::addName(long long row, const std::string& name, double weight) {
    if (!name.empty()) name_->bind(1, row).bind(2, name).bind(3, percent(weight)).step();
}

void Staging::add(const PlaceRow& row) {
    const geo::Place& p = row.place;
    if (rows_ >= 0xFFFFFFFF) throw Error("a gazetteer holds at most 4,294,967,295 rows; build two");
    const auto number = static_cast<long long>(rows_);
    const long long hand = row.handWritten ? 1 : 0;
    place_->bind(1, number).bind(2, p.id).bind(3, p.name).bind(4, p.name_ar).bind(5, p.type);
    place_->bind(6, p.where.at.lon).bind(7, p.where.at.lat).bind(8, std::llround(p.where.radius_m));
    place_->bind(9, p.country).bind(10, p.region).bind(11, static_cast<long long>(p.population));
    place_->bind(12, hand).bind(13, row.origin).bind(14, row.note).step();
    ident_->bind(1, hand).bind(2, p.id).bind(3, number).step();
    for (const std::string& other : p.sameAs)
        if (!other.empty() && other != p.id) ident_->bind(1, hand).bind(2, other).bind(3, number).step();
    addName(number, p.name, 1);
    addName(number, p.name_ar, 1);
    for (const NameRow& name : row.names) addName(number, name.name, name.weight);
    ++rows_;
}

void Staging::addNames(const std::string& id, const std::vector<NameRow>& names) {
    for (const NameRow& name : names)
        if (!name.name.empty())
            lateName_->bind(1, id).bind(2, name.name).bind(3, percent(name.weight)).step();
}

void Staging::addSameAs(const std::string& id, const std::string& other) {
    lateIdent_->bind(1, id).bind(2, other).step();
}

std::size_t Staging::settleLate() {
    const bool names = any(*db_, "late_name"), idents = any(*db_, "late_ident");
    if (!names && !idents) return 0;
    db_->run("CREATE INDEX ident_id ON ident(id)");
    if (idents)
        db_->run("INSERT INTO ident SELECT i.hand,l.other,i.row FROM late_ident l JOIN ident i ON i.id=l.id");
    if (!names) return 0;
    db_->run("INSERT INTO name SELECT i.row,l.name,l.weight FROM late_name l JOIN ident i ON i.id=l.id");
    Statement orphans(*db_,
                      "SELECT count(*) FROM late_name l WHERE NOT EXISTS "
                      "(SELECT 1 FROM ident i WHERE i.id=l.id)");
    return orphans.step() ? static_cast<std::size_t>(orphans.integer(0)) : 0;
}

std::vector<Staging::Sort> Staging::sortsOfRows() const {
    std::vector<Sort> sorts(rows_, Sort::other);
    Statement types(*db_, "SELECT row,type FROM place WHERE type<>''");
    while (types.step()) {
        const std::string_view type = types.text(1);
        auto& sort = sorts[static_cast<std::size_t>(types.integer(0))];
        if (isSettlement(type)) sort = Sort::settlement;
        if (geo::isDivision(type)) sort = Sort::division;
    }
    return sorts;
}

std::vector<std::uint32_t> Staging::unitedRows() {
    std::vector<std::uint32_t> united(rows_);
    std::iota(united.begin(), united.end(), 0U);
    // A list that says a city is its governorate is wrong: whatever shares its id, the two stay apart.
    auto sorts = sortsOfRows();
    const auto unite = [&](std::uint32_t a, std::uint32_t b) {
        a = firstOf(united, a);
        b = firstOf(united, b);
        if (a > b) std::swap(a, b);
        if (sorts[a] != Sort::other && sorts[b] != Sort::other && sorts[a] != sorts[b]) return;
        united[b] = a;
        if (sorts[a] == Sort::other) sorts[a] = sorts[b];
    };
    Statement idents(*db_, "SELECT hand,id,row FROM ident ORDER BY hand,id,row");
    long long hand = -1;
    std::string id;
    std::uint32_t first = 0;
    while (idents.step()) {
        const auto row = static_cast<std::uint32_t>(idents.integer(2));
        if (idents.integer(0) == hand && idents.text(1) == id) {
            unite(first, row);
        } else {
            hand = idents.integer(0);
            id = idents.text(1);
            first = row;
        }
    }
    for (std::uint32_t row = 0; row < united.size(); ++row) united[row] = firstOf(united, row);
    return united;
}

void Staging::fillFirstRows(const std::vector<std::uint32_t>& united) {
    // One column after another: the first row that knows it, in the order they came.
    Statement fill(*db_, R"(UPDATE place SET
        name_ar=CASE WHEN place.name_ar='' THEN o.name_ar ELSE place.name_ar END,
        type=CASE WHEN place.type='' THEN o.type ELSE place.type END,
        country=CASE WHEN place.country='' THEN o.country ELSE place.country END,
        region=CASE WHEN place.region='' THEN o.region ELSE place.region END,
        population=CASE WHEN place.population=0 THEN o.population ELSE place.population END,
        radius_m=CASE WHEN place.radius_m=0 THEN o.radius_m ELSE place.radius_m END
        FROM place o WHERE o.row=?2 AND place.row=?1)");
    for (std::uint32_t row = 0; row < united.size(); ++row)
        if (united[row] != row)
            fill.bind(1, static_cast<long long>(united[row])).bind(2, static_cast<long long>(row)).step();
    // What a hand-written row does not know it takes from the general row of the same id.
    db_->run("CREATE INDEX IF NOT EXISTS ident_id ON ident(id)");
    Statement twins(*db_,
                    "SELECT DISTINCT h.row,g.row FROM ident h JOIN ident g ON g.id=h.id AND g.hand=0 "
                    "WHERE h.hand=1 ORDER BY 1,2");
    while (twins.step())
        fill.bind(1, static_cast<long long>(united[static_cast<std::size_t>(twins.integer(0))]))
            .bind(2, static_cast<long long>(united[static_cast<std::size_t>(twins.integer(1))]))
            .step();
}

}  // namespace retrace::gazetteer
