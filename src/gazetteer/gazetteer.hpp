#pragma once

#include "geo/place.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::gazetteer {

struct SearchOptions {
    std::size_t limit = 10;
    std::optional<geo::LonLat> near;  // raises what lies near, says so in the reasons
    bool fuzzy = true;                // also spelling variants and small differences
};

/// What is known of a name at a glance, for the reader (cached by the caller where it matters).
struct Glance {
    bool known = false, exact = false, country = false, region = false;
    long population = 0;
    double score = 0;
};

struct Info {
    std::string file;
    std::size_t places = 0, names = 0;
    std::string origin, licence;  // for credits
    std::size_t handWritten = 0;
};

struct OpenOptions {
    bool handWritten = true;  // false: as if no row had been written by hand (to report figures without them)
};

/// Lists of places that names may stand for: one or more files, read-only, ranked in the order opened.
/// Rows that share an id, a GeoNames, Who's On First or Wikidata one too, are one candidate.
class Gazetteer {
public:
    Gazetteer();
    /// Throws Error where a file is missing, is none of ours or damaged.
    explicit Gazetteer(const std::vector<std::filesystem::path>& files, const OpenOptions& = {});
    ~Gazetteer();
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;

    /// Best first. A name nobody has gives an empty list.
    [[nodiscard]] std::vector<geo::Candidate> search(std::string_view name, const SearchOptions& = {}) const;
    [[nodiscard]] Glance glance(std::string_view name) const;
    [[nodiscard]] std::optional<geo::Place> byId(std::string_view id) const;
    /// Places with a name that has words beginning so, by prominence: for a field that somebody types into.
    [[nodiscard]] std::vector<geo::Candidate> beginningWith(std::string_view prefix, std::size_t limit) const;
    /// Settlements in a box, the greatest first: for labels on the map.
    [[nodiscard]] std::vector<geo::Place> inBox(const geo::Box&, std::size_t limit,
                                                long minimumPopulation = 0) const;
    [[nodiscard]] std::vector<Info> info() const;

private:
    struct Files;
    std::unique_ptr<Files> files_;
};

}  // namespace retrace::gazetteer
