#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/build.hpp"

namespace retrace::gather {

/// "id", "name", "lat", "lon", "point", "names", "name_ar", "type", "country", "region", "population",
/// "radius_m", "same_as", "note", "origin": which header each is told by.
using ColumnChoice = std::map<std::string, std::string>;

/// "id=code,name=Title" as a user types it. Throws Error for a word that is none of the above.
[[nodiscard]] ColumnChoice parseColumnChoice(const std::string& text);

/// Which cell of a row is what; numbers of columns from 0.
struct Columns {
    using Column = std::optional<std::size_t>;
    Column id, name, nameAr, lat, lon, point, type, country, region, population, radius, note, origin;
    struct Other {
        std::size_t column = 0;
        std::string header;  // folded, to tell ids and separators by
    };
    std::vector<Other> names, sameAs;
    std::string idHeader;  // folded
    std::string idPrefix;  // of ids that show none themselves: "gn:", "wof:", "user:towns:"
    [[nodiscard]] bool havePlace() const { return (lat && lon) || point; }
};

/// From the headers, by the words that lists of places use for them; a choice goes before. Throws Error
/// where the choice names a header that is not there. `stem` names rows whose ids have no origin.
[[nodiscard]] Columns columnsOf(const std::vector<std::string>& headers, const ColumnChoice& choice,
                                const std::string& stem);

/// The row that the cells tell. Its position is NaN where they tell none. Missing cells are empty ones.
[[nodiscard]] gazetteer::PlaceRow rowOf(const Columns& columns, const std::vector<std::string>& cells);

/// "wd:Q3766" for an address or a bare id, "gn:170063", ids with an origin as they are; empty where no origin
/// is seen.
[[nodiscard]] std::string knownId(std::string_view text);
/// An id for a row that has none, of its name and position: the same in every build.
[[nodiscard]] std::string idByPosition(const geo::Place& place);
/// File name as part of an id: "Towns of 2011.csv" -> "towns-of-2011".
[[nodiscard]] std::string stemOf(const std::string& file);

}  // namespace retrace::gather
