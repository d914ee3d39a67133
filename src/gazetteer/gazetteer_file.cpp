#include "gazetteer/gazetteer_file.hpp"

#include <algorithm>
#include <fstream>
#include <map>

#include "gazetteer/file_format.hpp"
#include "geo/error.hpp"

namespace retrace::gazetteer {

namespace {

constexpr const char* placeColumns =
    "rank,id,name,name_ar,type,lon,lat,radius_m,country,population,hand_written,twin";

long long pragma(const Database& db, const std::string& name) {
    Statement statement(db, "PRAGMA " + name);
    return statement.step() ? statement.integer(0) : 0;
}

/// A file cut short opens well and fails later: its header says how many pages it should have.
void checkLength(const Database& db) {
    std::error_code error;
    const auto size = std::filesystem::file_size(db.file(), error);
    if (!error && size < static_cast<std::uintmax_t>(pragma(db, "page_count") * pragma(db, "page_size")))
        throw Error(db.file() + ": the gazetteer is damaged (it is cut short); get or build it again");
}

std::map<std::string, std::string> metaOf(const Database& db) {
    std::map<std::string, std::string> meta;
    Statement statement(db, "SELECT key,value FROM meta");
    while (statement.step()) meta[std::string(statement.text(0))] = statement.text(1);
    return meta;
}

std::size_t numberIn(const std::map<std::string, std::string>& meta, const std::string& key) {
    const auto found = meta.find(key);
    return found == meta.end() ? 0
                               : static_cast<std::size_t>(std::strtoull(found->second.c_str(), nullptr, 10));
}

}  // namespace

GazetteerFile::GazetteerFile(const std::filesystem::path& file, const OpenOptions& options)
    : db_(std::make_unique<Database>(Database::openUntrusted(file))), options_(options) {
    if (pragma(*db_, "application_id") != applicationId)
        throw Error(db_->file() + " is no gazetteer; give a file made by retrace gazetteer build");
    checkLength(*db_);
    auto meta = metaOf(*db_);
    if (pragma(*db_, "user_version") != formatVersion || meta["spelling"] != std::to_string(spellingVersion))
        throw Error(db_->file() + " was made by another version of the program; build it again");

    names_ = std::make_unique<Statement>(*db_, "SELECT folded,place,weight,spelled FROM name WHERE key=?1");
    exact_ = std::make_unique<Statement>(*db_, "SELECT place,weight FROM name WHERE key=?1 AND folded=?2");
    anyName_ = std::make_unique<Statement>(*db_, "SELECT 1 FROM name WHERE key=?1 LIMIT 1");
    place_ = std::make_unique<Statement>(*db_,
                                         std::string("SELECT ") + placeColumns + " FROM place WHERE rank=?1");
    id_ = std::make_unique<Statement>(*db_,
                                      "SELECT rank FROM place WHERE id=?1 AND hand_written<=?2 "
                                      "ORDER BY hand_written DESC LIMIT 1");
    cell_ = std::make_unique<Statement>(*db_, "SELECT place FROM cell WHERE cell=?1");
    ranked_ = std::make_unique<Statement>(
        *db_,
        "SELECT rank FROM place WHERE type IN ('city','town','village') AND population>=?1 AND lon BETWEEN "
        "?2 "
        "AND ?3 AND lat BETWEEN ?4 AND ?5 AND hand_written<=?6 ORDER BY rank LIMIT ?7");

    info_ = {.file = db_->file(),
             .places = numberIn(meta, "places"),
             .names = numberIn(meta, "names"),
             .origin = meta["origin"],
             .licence = meta["licence"],
             .handWritten = numberIn(meta, "hand_written")};
    if (!options_.handWritten) {
        info_.places -= std::min(info_.places, info_.handWritten);
        info_.names -= std::min(info_.names, numberIn(meta, "hand_written_names"));
        info_.handWritten = 0;
    }
}

void GazetteerFile::hitsOfKey(const std::string& key, const SoundedName& asked, double least,
                              std::vector<NameHit>& out) {
    names_->bind(1, key);
    std::string compared;
    NameMatch match;
    while (names_->step()) {
        const std::string_view known = names_->text(0);
        if (known != compared) {  // rows of one name follow each other
            compared = known;
            match = compareSounded(asked, soundedName(compared));
        }
        const NameMatch own = names_->integer(3) != 0 ? strictly(match) : match;
        const double score = own.score * static_cast<double>(names_->integer(2)) / 100;
        if (score >= least) out.push_back({names_->integer(1), {score, own.reason}, compared});
    }
}

void GazetteerFile::exactHits(const SoundedName& asked, std::vector<NameHit>& out) {
    exact_->bind(1, asked.key).bind(2, asked.folded);
    while (exact_->step())
        out.push_back(
            {exact_->integer(0), {static_cast<double>(exact_->integer(1)) / 100, "same name"}, asked.folded});
}

bool GazetteerFile::hasKey(const std::string& key) {
    const bool found = anyName_->bind(1, key).step();
    anyName_->reset();
    return found;
}

geo::Place GazetteerFile::placeOf(const Statement& row) const {
    return {.id = std::string(row.text(1)),
            .name = std::string(row.text(2)),
            .name_ar = std::string(row.text(3)),
            .type = std::string(row.text(4)),
            .where = {{row.real(5), row.real(6)}, static_cast<double>(row.integer(7))},
            .country = std::string(row.text(8)),
            .population = static_cast<long>(row.integer(9))};
}

std::optional<StoredPlace> GazetteerFile::read(long long rank, bool followTwin) {
    place_->bind(1, rank);
    if (!place_->step()) return std::nullopt;
    StoredPlace stored{placeOf(*place_), place_->integer(10) != 0};
    const long long twin = place_->integer(11);
    place_->reset();
    if (stored.handWritten && !options_.handWritten) return std::nullopt;
    if (followTwin && twin > 0 && options_.handWritten)
        if (auto other = read(twin, false)) return other;
    return stored;
}

std::optional<StoredPlace> GazetteerFile::place(long long rank) {
    return read(rank, true);
}

std::optional<StoredPlace> GazetteerFile::byId(std::string_view id) {
    const bool found = id_->bind(1, id).bind(2, options_.handWritten ? 1LL : 0LL).step();
    const long long rank = found ? id_->integer(0) : 0;
    id_->reset();
    return found ? read(rank, false) : std::nullopt;
}

void GazetteerFile::inBox(const geo::Box& box, std::size_t limit, long minimumPopulation,
                          std::vector<geo::Place>& out) {
    const int west = columnOf(box.west), east = columnOf(box.east), south = rowOf(box.south),
              north = rowOf(box.north);
    std::vector<long long> ranks;
    constexpr int cellsWorthVisiting = 150;  // more of them hold so much that going by rank ends sooner
    const bool byCell = static_cast<long>(east - west + 1) * (north - south + 1) <= cellsWorthVisiting;
    if (byCell) {
        for (int row = south; row <= north; ++row)
            for (int column = west; column <= east; ++column) {
                cell_->bind(1, static_cast<long long>(cellNumber(column, row)));
                while (cell_->step()) ranks.push_back(cell_->integer(0));
            }
        std::sort(ranks.begin(), ranks.end());
    } else {
        ranked_->bind(1, static_cast<long long>(minimumPopulation));
        ranked_->bind(2, box.west).bind(3, box.east).bind(4, box.south).bind(5, box.north);
        ranked_->bind(6, options_.handWritten ? 1LL : 0LL).bind(7, 2 * static_cast<long long>(limit));
        while (ranked_->step()) ranks.push_back(ranked_->integer(0));
    }
    std::size_t found = 0;
    std::vector<std::string> ids;
    for (const long long rank : ranks) {
        if (found == limit) break;
        const auto stored = place(rank);
        if (!stored || !geo::contains(box, stored->place.where.at)) continue;
        if (stored->place.population < minimumPopulation) break;
        if (std::find(ids.begin(), ids.end(), stored->place.id) != ids.end()) continue;
        ids.push_back(stored->place.id);
        out.push_back(stored->place);
        ++found;
    }
}

}  // namespace retrace::gazetteer
