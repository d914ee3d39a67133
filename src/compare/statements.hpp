#pragma once

#include "model/reconstruction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::compare {

/// A statement that a record can be held against: a claim of control in the words, or the narrator's own stay.
struct Statement {
    enum class Kind { changed, denied, present, closed };  // closed: a road
    Kind kind = Kind::changed;
    std::size_t side = 0;      // changed: who lost it; denied, closed: who is told of; present: who was there
    std::size_t event = 0;     // index into Reconstruction::events: the deed; of a stay the leaving, else the coming
    std::size_t came = 0;      // of a stay: the coming
    int order = 0;             // of happening
    geo::Place place;
    timeline::Span when;       // of the deed; of a stay from its coming to its leaving
    std::string what;
    text::Quote quote;
};

/// Those of the narrators, by order of happening. Stays of fighting units and of the narrator, at places that can be
/// held.
[[nodiscard]] std::vector<Statement> statementsOf(const model::Reconstruction&);

/// One row of a record as a change of hands.
struct Change {
    std::size_t row = 0;  // index into Reconstruction::record
    std::optional<std::size_t> from, to;
    geo::Whereabouts where;
    double earliest = 0, latest = 0;  // Unix seconds
};
[[nodiscard]] std::vector<Change> changesOf(const model::Reconstruction&);

}  // namespace retrace::compare
