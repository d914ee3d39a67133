#pragma once

#include "compare/record_side.hpp"
#include "model/reconstruction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::ui {

/// One stop with the way that leads to it, as a row of a table.
struct ItineraryRow {
    std::size_t itinerary = 0, stop = 0;  // indices into the reconstruction
    int order = 0;                        // equal for parallel stops
    std::string actor, place, placeId;    // what it is called in the words where it has no place
    bool placed = false;
    timeline::Span arrival, departure;  // a departure that nobody tells is open
    std::optional<timeline::Instant> best;
    std::optional<timeline::ClockSpan> clock;
    std::string basis;                 // of the way: "stated", "inferred", "schematic", empty where none leads here
    std::optional<double> distance_m;  // of the way
    std::optional<double> speed_kmh;   // the slowest that fits the bounds
    std::string presence;
    std::string recordSide;          // who held it then by other sources; empty where they do not say
    std::optional<double> record_p;  // how surely
    std::optional<bool> recordOwn;   // whether it is the narrator's side
    std::string hourFrom;  // "words", "words, record": what the bounds rest on; empty where there are none
};

using RecordSides = std::vector<std::vector<std::optional<compare::RecordSide>>>;
[[nodiscard]] std::vector<ItineraryRow> itineraryRows(const model::Reconstruction&, const RecordSides& = {});

/// Tab-separated with a heading, for the clipboard and any spreadsheet: times ISO 8601 with offset, numbers
/// plain with a point. Text that a spreadsheet would take for a formula stands behind an apostrophe.
[[nodiscard]] std::string itineraryTsv(const model::Reconstruction&, const RecordSides& = {});

}  // namespace retrace::ui
