#include "gazetteer/gazetteer_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <unordered_set>

#include "gazetteer/code_points.hpp"
#include "gazetteer/file_format.hpp"
#include "gazetteer/pieces.hpp"
#include "gazetteer/place_cells.hpp"
#include "geo/error.hpp"

namespace retrace::gazetteer {

namespace {

constexpr const char* placeColumns =
    "rank,geom,id,name,name_ar,type,country,region,population,radius_m,same_as,hand_written,twin";

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

bool hasMeta(const Database& db) {
    return Statement(db,
                     "SELECT 1 FROM sqlite_schema WHERE type='table' AND name='meta' AND sql LIKE '%key%'")
        .step();
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

constexpr double surelySpelled = 0.97;  // the same but for spaces or an article

/// A slip of the pen in any script, the better the longer the name.
double slipScore(std::size_t edits, std::size_t length) {
    const double letters = static_cast<double>(std::max<std::size_t>(1, length));
    return edits == 1 ? 0.87 - 0.2 / letters : 0.80 - 0.5 / letters;
}

/// Even a transliterated name is less likely meant the more letters differ.
double asTransliterated(double sounds, std::size_t edits, std::size_t length) {
    if (sounds >= surelySpelled || edits < 3) return sounds;
    const double share =
        static_cast<double>(edits - 2) / static_cast<double>(std::max<std::size_t>(1, length));
    return std::max(0.0, sounds - (edits >= length ? 0.05 : 0.15 * share));
}

/// A name that is spelled, not transliterated, sounds alike by chance where many letters differ, or all of
/// them because it is another script's.
double asSpelled(double sounds, std::size_t edits, std::size_t length) {
    const double score = strictly({sounds, {}}).score;
    if (score >= surelySpelled || edits < 2) return score;
    const double share =
        static_cast<double>(edits - 1) / static_cast<double>(std::max<std::size_t>(1, length));
    return std::max(0.0, score - (edits >= length ? 0.1 : 0.5 * share));
}

}  // namespace

GazetteerFile::GazetteerFile(const std::filesystem::path& file, const OpenOptions& options)
    : db_(std::make_unique<Database>(Database::openUntrusted(file))), options_(options) {
    constexpr long long firstFormat = 0x5274477a;  // before the files were GeoPackages
    const long long kind = pragma(*db_, "application_id");
    const auto otherVersion = [&] {
        return Error(db_->file() + " was made by another version of the program; build it again");
    };
    if (kind == firstFormat) throw otherVersion();
    if (kind != applicationId || !hasMeta(*db_))
        throw Error(db_->file() + " is no gazetteer; give a file made by retrace gazetteer build");
    checkLength(*db_);
    auto meta = metaOf(*db_);
    if (!meta.contains("retrace_gazetteer"))
        throw Error(db_->file() + " is no gazetteer; give a file made by retrace gazetteer build");
    if (meta["retrace_gazetteer"] != std::to_string(formatVersion) ||
        meta["spelling"] != std::to_string(spellingVersion))
        throw otherVersion();

    const auto prepared = [&](const std::string& sql) { return std::make_unique<Statement>(*db_, sql); };
    names_ = prepared("SELECT folded,place,weight,spelled FROM name WHERE key=?1");
    exact_ = prepared("SELECT place,weight,spelled FROM name WHERE key=?1 AND folded=?2");
    pieces_ = prepared("SELECT names FROM piece WHERE length=?1 AND number=?2 AND letters=?3");
    words_ = prepared("SELECT rowid FROM word WHERE word MATCH ?1 ORDER BY rowid LIMIT ?2");
    place_ = prepared(std::string("SELECT ") + placeColumns + " FROM place WHERE rank=?1");
    id_ = prepared(
        "SELECT i.place FROM ident i JOIN place p ON p.rank=i.place WHERE i.id=?1 AND "
        "p.hand_written<=?2 ORDER BY p.hand_written DESC, i.place LIMIT 1");
    cell_ = prepared("SELECT place FROM cell WHERE cell=?1");

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
    const std::u32string letters = codePoints(asked.folded);
    const std::size_t length = letters.size();
    const EditMeter meter(letters);
    std::string compared;
    double sounds = 0;
    while (names_->step()) {
        const std::string_view known = names_->text(0);
        if (known != compared) {  // rows of one name follow each other
            compared = known;
            sounds = soundedScore(asked, soundedName(compared), least);
        }
        if (sounds < least) continue;
        const std::size_t edits = meter.distanceTo(compared);
        const double own = names_->integer(3) != 0 ? asSpelled(sounds, edits, length)
                                                   : asTransliterated(sounds, edits, length);
        const double score = own * static_cast<double>(names_->integer(2)) / 100;
        if (score >= least) out.push_back({names_->integer(1), score, compared});
    }
}

void GazetteerFile::exactHits(const SoundedName& asked, std::vector<NameHit>& out) {
    exact_->bind(1, asked.key).bind(2, asked.folded);
    while (exact_->step())
        out.push_back({exact_->integer(0), static_cast<double>(exact_->integer(1)) / 100, asked.folded});
}

void GazetteerFile::misspeltHits(const SoundedName& asked, double least, std::size_t most,
                                 std::vector<NameHit>& out) {
    const std::u32string letters = codePoints(asked.folded);
    const EditMeter meter(letters);
    std::array<std::vector<std::string>, 3> byEdits;  // names by how many edits they are away
    for (const Piece& probe : probesFor(letters)) {
        pieces_->bind(1, static_cast<long long>(probe.length)).bind(2, static_cast<long long>(probe.number));
        pieces_->bind(3, probe.letters);
        const std::size_t allowed = editsAllowed(probe.length);
        while (pieces_->step()) {
            const std::string_view names = pieces_->blob(0);
            for (std::size_t at = 0; at < names.size();) {
                const std::size_t length = static_cast<unsigned char>(names[at]);
                const std::string_view name = names.substr(at + 1, length);
                at += 1 + length;
                const std::size_t edits = meter.distanceTo(name);
                // A name comes by several of its pieces. Where enough are one letter away, two say nothing more.
                const bool wanted = edits == 1 || byEdits[1].size() < 4 * most;
                if (edits > 0 && edits <= allowed && wanted) byEdits[edits].emplace_back(name);
            }
        }
    }
    std::size_t found = 0;
    for (std::size_t edits = 1; edits < byEdits.size() && found < most; ++edits) {
        auto& names = byEdits[edits];
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        for (const std::string& name : names) {
            const SoundedName known = soundedName(name);
            const double sounds = soundedScore(asked, known, least);
            const double letter = slipScore(edits, std::max(letters.size(), codePoints(name).size()));
            if (std::max(sounds, letter) < least) continue;
            ++found;
            exact_->bind(1, known.key).bind(2, known.folded);
            while (exact_->step()) {
                const double spelled = exact_->integer(2) != 0 ? strictly({sounds, {}}).score : sounds;
                const double score =
                    std::max(spelled, letter) * static_cast<double>(exact_->integer(1)) / 100;
                if (score >= least) out.push_back({exact_->integer(0), score, name});
            }
        }
    }
}

std::vector<long long> GazetteerFile::beginningWith(std::string_view foldedPrefix, std::size_t limit) {
    std::string query;  // "every word" AND "last one as far as typed"*
    for (std::size_t at = 0; at < foldedPrefix.size();) {
        const std::size_t end = std::min(foldedPrefix.find(' ', at), foldedPrefix.size());
        if (end > at)
            query +=
                (query.empty() ? "\"" : " AND \"") + std::string(foldedPrefix.substr(at, end - at)) + "\"*";
        at = end + 1;
    }
    std::vector<long long> ranks;
    if (query.empty()) return ranks;
    words_->bind(1, query).bind(2, static_cast<long long>(limit));
    while (words_->step()) ranks.push_back(words_->integer(0));
    return ranks;
}

geo::Place GazetteerFile::placeOf(const Statement& row) const {
    geo::Place place{.id = std::string(row.text(2)),
                     .name = std::string(row.text(3)),
                     .name_ar = std::string(row.text(4)),
                     .type = std::string(row.text(5)),
                     .where = {{}, static_cast<double>(row.integer(9))},
                     .country = std::string(row.text(6)),
                     .population = static_cast<long>(row.integer(8)),
                     .region = std::string(row.text(7))};
    if (!readPoint(row.blob(1), place.where.at))
        throw Error(db_->file() + ": the gazetteer is damaged (" + place.id +
                    " has no point); get or build it again");
    std::istringstream ids{std::string(row.text(10))};
    for (std::string id; ids >> id;) place.sameAs.push_back(id);
    return place;
}

std::optional<StoredPlace> GazetteerFile::read(long long rank, bool followTwin) {
    place_->bind(1, rank);
    if (!place_->step()) return std::nullopt;
    StoredPlace stored{placeOf(*place_), place_->integer(11) != 0};
    const long long twin = place_->integer(12);
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
    std::size_t found = 0;
    std::unordered_set<std::string> ids;
    const auto ranksOf = [&](std::int64_t cell) {
        Ranks ranks;
        cell_->bind(1, static_cast<long long>(cell));
        while (cell_->step()) ranks.push_back(cell_->integer(0));
        return ranks;
    };
    if (limit == 0) return;
    visitByRank(box, ranksOf, [&](long long rank) {
        auto stored = place(rank);
        if (!stored) return true;
        if (stored->place.population < minimumPopulation) return false;
        if (!geo::contains(box, stored->place.where.at) || !ids.insert(stored->place.id).second) return true;
        out.push_back(std::move(stored->place));
        return ++found < limit;
    });
}

}  // namespace retrace::gazetteer
