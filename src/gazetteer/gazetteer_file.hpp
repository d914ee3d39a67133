#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/sounded_name.hpp"
#include "gazetteer/sqlite.hpp"

namespace retrace::gazetteer {

/// A name of a file that fits the name asked for.
struct NameHit {
    long long rank = 0;  // of the place in its file
    double score = 0;    // the name row's weight is in it
    std::string known;   // the folded name that fits
};

struct StoredPlace {
    geo::Place place;
    bool handWritten = false;
};

/// One gazetteer file, opened for reading. Its statements are used by one thread at a time.
class GazetteerFile {
public:
    GazetteerFile(const std::filesystem::path& file, const OpenOptions& options);

    /// Names under the key that fit with `least` or better.
    void hitsOfKey(const std::string& key, const SoundedName& asked, double least, std::vector<NameHit>& out);
    /// Names folded to exactly `asked.folded`.
    void exactHits(const SoundedName& asked, std::vector<NameHit>& out);
    /// Names that are the one asked for but for so many letters as their length allows, the nearest first; no
    /// more than `most` of them, though all that are as near as the last.
    void misspeltHits(const SoundedName& asked, double least, std::size_t most, std::vector<NameHit>& out);
    /// Places with names that have words beginning with every word of the prefix, by prominence.
    [[nodiscard]] std::vector<long long> beginningWith(std::string_view foldedPrefix, std::size_t limit);
    /// The place as it is to be shown: its hand-written twin where there is one. Nothing where rows written
    /// by hand are to be ignored and it is one.
    [[nodiscard]] std::optional<StoredPlace> place(long long rank);
    [[nodiscard]] std::optional<StoredPlace> byId(std::string_view id);
    void inBox(const geo::Box& box, std::size_t limit, long minimumPopulation, std::vector<geo::Place>& out);
    [[nodiscard]] const Info& info() const { return info_; }

private:
    [[nodiscard]] std::optional<StoredPlace> read(long long rank, bool followTwin);
    [[nodiscard]] geo::Place placeOf(const Statement& row) const;

    std::unique_ptr<Database> db_;
    OpenOptions options_;
    Info info_;
    std::unique_ptr<Statement> names_, exact_, pieces_, words_, place_, id_, cell_;
};

}  // namespace retrace::gazetteer
