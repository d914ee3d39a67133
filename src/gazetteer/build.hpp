#pragma once

#include "geo/place.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace retrace::gazetteer {

struct NameRow {
    std::string name;
    double weight = 1;  // 0..1: how much of a match's score this name gives (colloquial names less)
};

struct PlaceRow {
    geo::Place place;            // its name and name_ar become names by themselves
    std::vector<NameRow> names;  // other names
    std::string origin;          // source of this row where it is not that of the file
    std::string note;
    bool handWritten = false;  // may be left out on opening
};

struct BuildInfo {
    std::string origin;  // for credits
    std::string licence;
};

struct BuildCounts {
    std::size_t rows = 0;     // taken
    std::size_t places = 0;   // rows that share an id are one place
    std::size_t names = 0;    // in the file, each once a place
    std::size_t orphans = 0;  // names for ids that no row has
    bool operator==(const BuildCounts&) const = default;
};

/// What a build is doing, for a progress line: the step in words, how much of it is done.
using BuildProgress = std::function<void(const std::string& step, std::size_t done)>;

/// Why the row cannot be taken, in words ("has no name"); empty where it can.
[[nodiscard]] std::string whyRefused(const PlaceRow&);

/// Writes a gazetteer file from rows that come one after another, in memory that does not grow with them:
/// they are staged in a file beside it. The same rows in the same order give the same bytes. `file` appears
/// whole in finish() or stays as it was; what was staged goes with the Builder.
class Builder {
public:
    Builder(std::filesystem::path file, BuildInfo info, BuildProgress progress = {});
    ~Builder();
    Builder(Builder&&) noexcept;
    Builder& operator=(Builder&&) noexcept;

    /// Rows that share an id, or one's id with another's `sameAs`, are one place: what the first does not
    /// know is taken from the others, a hand-written row lies over them; a settlement and a division never
    /// are. Throws Error where whyRefused() says so.
    void add(const PlaceRow& row);
    /// Further names of a place that add() gives before or after, by one of its ids.
    void addNames(const std::string& id, const std::vector<NameRow>& names);
    /// Another id of such a place.
    void addSameAs(const std::string& id, const std::string& other);
    BuildCounts finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// All at once. Throws Error where a row is refused.
void build(const std::vector<PlaceRow>& rows, const std::filesystem::path& file, const BuildInfo& = {});

}  // namespace retrace::gazetteer
