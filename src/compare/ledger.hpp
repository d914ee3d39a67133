#pragma once

#include "model/reconstruction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::compare {

/// What other sources say to a statement. Dated by: its time rests on the row itself, so that agreeing would mean
/// nothing.
enum class Verdict { agrees, contradicted, alone, datedBy };
[[nodiscard]] std::string nameOf(Verdict);  // "agrees", "contradicted", "alone", "dated-by"

/// How far the words reach against the row: they give the time themselves, only the order, or only that it was so.
enum class Basis { none, time, order, substance };
[[nodiscard]] std::string nameOf(Basis);  // "", "time", "order", "substance"

/// One statement of who held, took or left a place, or of the narrator's own stay there, held against the records.
struct Entry {
    Verdict verdict = Verdict::alone;
    Basis basis = Basis::none;
    std::string what;     // "Insurgents could not take Arla"
    std::string finding;  // a careful sentence, with both sides' times
    std::string event;    // Event::id of the statement
    text::Quote quote;
    geo::Place place;
    timeline::Span told;            // by words and decisions alone
    std::vector<std::size_t> rows;  // indices into Reconstruction::record, that of the place first
    std::optional<double> apart_s;  // the statement is later than the row by so much (earlier: negative); 0: they
                                    // meet; missing: the words do not tell
    double apart_m = 0;             // between the statement's place and the row's
};

struct Ledger {
    std::vector<Entry> entries;       // by order of happening
    std::vector<std::size_t> untold;  // rows that no statement speaks of
    [[nodiscard]] std::size_t count(Verdict) const;
};

/// `told`: from words and decisions alone, but with the record among its claims; `full`: with what records dated,
/// to know which statements rest on a row. Times of statements are never taken from `full`.
[[nodiscard]] Ledger ledgerOf(const model::Reconstruction& told, const model::Reconstruction& full);

}  // namespace retrace::compare
