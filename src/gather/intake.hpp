#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/build.hpp"

namespace retrace::gather {

/// Which rows are wanted. What is left out is counted, not refused.
struct Filter {
    std::vector<std::string> countries;  // ISO 3166-1 alpha-2; empty: all. Rows of unknown country stay
    long minPopulation = 0;              // of settlements
};

struct Refusal {
    std::string why;  // "lies nowhere on Earth; give lon ..."
    std::size_t rows = 0;
    std::string first;  // "places.csv:12"
};

/// A row's place in its source: a line, a feature or a row id.
struct RowAt {
    const std::string& file;
    std::size_t number = 0;
};

/// Where the readers bring their rows: counts them, refuses what cannot be taken and keeps the reasons.
class Intake {
public:
    Intake(gazetteer::Builder& builder, Filter filter, gazetteer::BuildProgress progress);

    /// Completes the row (a radius by its type where it has none), leaves it out, refuses it or takes it.
    void take(gazetteer::PlaceRow row, const RowAt& at);
    void refuse(const std::string& why, const RowAt& at);
    /// Rows that mean no place of ours (a link, an airport's code): counted only.
    void leaveOut() { ++leftOut_; }
    void addNames(const std::string& id, std::vector<gazetteer::NameRow> names);
    void addSameAs(const std::string& id, const std::string& other);
    /// For the progress line: the step that the rows from now on belong to.
    void begin(const std::string& step);

    [[nodiscard]] std::size_t taken() const { return taken_; }
    [[nodiscard]] std::size_t leftOut() const { return leftOut_; }
    /// The most frequent first.
    [[nodiscard]] std::vector<Refusal> refusals() const;

private:
    void tell();
    gazetteer::Builder* builder_;
    Filter filter_;
    gazetteer::BuildProgress progress_;
    std::string step_;
    std::size_t taken_ = 0, leftOut_ = 0, seen_ = 0;
    std::map<std::string, Refusal> refused_;
};

/// The number, or NaN where the text is none. A decimal comma is taken as a point.
[[nodiscard]] double numberOf(std::string_view text);
/// A whole number of people, 0 where the text is none or less.
[[nodiscard]] long peopleOf(std::string_view text);

}  // namespace retrace::gather
