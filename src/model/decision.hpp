#pragma once

#include "geo/lon_lat.hpp"
#include "text/source.hpp"
#include "timeline/span.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace retrace::model {

/// Which words a decision is about: found again by the words when the file has changed.
struct Anchor {
    text::Quote quote;
    std::string words;  // the quoted words when the decision was taken
    bool operator==(const Anchor&) const = default;
};

struct ChoosePlace {
    std::string placeId;  // a gazetteer id, or empty with `point`
    std::optional<geo::Whereabouts> point;
    std::string name;         // for the point
    bool allMentions = true;  // every mention with the same name
    bool operator==(const ChoosePlace&) const = default;
};
struct SetTime {
    timeline::Span span;    // origins are set by `fromRecord`
    std::string recordRow;  // the record's place and source that dated it, empty: the analyst
    bool operator==(const SetTime&) const = default;
};
struct IgnoreMention {
    bool allMentions = false;
    bool operator==(const IgnoreMention&) const = default;
};

/// The place is not what the name stands for, wherever it is named; several may be said of one name.
struct RejectCandidate {
    std::string placeId;
    bool operator==(const RejectCandidate&) const = default;
};

/// Who held a place and when, of one claim of the words or of one row of a record. What is not said stays as the
/// source has it; the decision's certainty becomes the claim's.
struct SettleControl {
    std::string place;               // the id of the claim's place; empty: every claim of the quoted words
    std::optional<std::size_t> row;  // a record's line (RecordRow::row): the anchor has no quote, its words are
                                     // the row's place
    std::string side;                // by its name: held it from then on; empty: as the source says
    std::optional<timeline::Span> span;
    bool ignored = false;  // the claim does not count
    bool operator==(const SettleControl&) const = default;
};

/// What an analyst settled about the words, and why.
struct Decision {
    Anchor anchor;
    std::variant<ChoosePlace, SetTime, IgnoreMention, RejectCandidate, SettleControl> what;
    std::string certainty;  // "certain", "probable", "possible"
    std::string reason;
    bool operator==(const Decision&) const = default;
};
/// The kinds of decisions in documents and scripts, as the variant has them.
inline constexpr std::array decisionKinds{"choose-place", "set-time", "ignore-mention", "reject-candidate",
                                          "settle-control"};
/// The record's line that a decision is about; nothing where it is about words.
[[nodiscard]] inline std::optional<std::size_t> rowOf(const Decision& decision) {
    const auto* settled = std::get_if<SettleControl>(&decision.what);
    return settled ? settled->row : std::nullopt;
}

/// One reported change of control, from another source.
struct RecordRow {
    std::size_t row = 0;  // line in the file, the header is 1
    std::string place, fromSide, toSide, source, confidence, note;
    geo::Whereabouts where;
    timeline::Span when;
    bool operator==(const RecordRow&) const = default;
};

}  // namespace retrace::model
