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
    NameMatch match;     // the name row's weight is in the score
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
    [[nodiscard]] bool hasKey(const std::string& key);
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
    std::unique_ptr<Statement> names_, exact_, anyName_, place_, id_, cell_, ranked_;
};

}  // namespace retrace::gazetteer
