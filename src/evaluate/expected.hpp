#pragma once

#include "document/csv.hpp"
#include "geo/lon_lat.hpp"
#include "text/source.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace retrace::evaluate {

/// A mention that the reference has: what a person read in the text.
struct Expected {
    std::size_t begin = 0, end = 0;  // code points of the whole text, end exclusive
    std::string surface;
    std::string name;  // the place meant, for reports; may be empty
    std::optional<geo::LonLat> at;
    double tolerance_km = 5;
    bool literal = true;  // a place that can be pointed at; false: countries, wide regions, figures of speech
    bool listed = true;   // the reference says that some gazetteer has the place
    bool alarm = false;   // the narrator has the name wrong: to be left open, a namesake is a mistake
    bool held = true;     // a gazetteer in use has it; isHeld() finds out
    bool repeats = false;  // of a pull quote: counted with its original
    std::size_t line = 0;  // of the table, 0 where it has none
    bool operator==(const Expected&) const = default;
};

/// Words that look like a place and are none: a person, an operation, a newspaper ...
struct Lookalike {
    std::size_t begin = 0, end = 0;
    std::string surface, kind;
    bool operator==(const Lookalike&) const = default;
};

/// The rows of a table of mentions (CSV, columns found by name in any order and case):
///   start or char_start, end or char_end    code points from 0, end exclusive
///   surface                                 the words there, held against the text
///   name or canonical                       the place meant; may be missing
///   lat, lon                                degrees; empty: the place is not known
///   tolerance_km                            empty or missing: 5
///   literal                                 1 or 0; missing: 1
///   repeat_of                               not empty: the words of a pull quote; missing: none is
///   in_gazetteer                            yes or no; missing: yes where there are coordinates
///   note                                    beginning with "alarm": the narrator has the name wrong
/// Other columns are not read. Throws Error naming file, line and column for a row that cannot be used.
[[nodiscard]] std::vector<Expected> expectedOf(const std::vector<document::CsvRow>&,
                                               const std::string& nameForErrors, const text::Source&);

/// The rows of a table of look-alikes: start, surface, and kind or note. Errors as above.
[[nodiscard]] std::vector<Lookalike> lookalikesOf(const std::vector<document::CsvRow>&,
                                                  const std::string& nameForErrors, const text::Source&);

}  // namespace retrace::evaluate
