#pragma once

#include "geo/lon_lat.hpp"
#include "text/source.hpp"
#include "timeline/span.hpp"

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

/// What an analyst settled about the words, and why.
struct Decision {
    Anchor anchor;
    std::variant<ChoosePlace, SetTime, IgnoreMention, RejectCandidate> what;
    std::string certainty;  // "certain", "probable", "possible"
    std::string reason;
    bool operator==(const Decision&) const = default;
};

/// One reported change of control, from another source.
struct RecordRow {
    std::size_t row = 0;  // line in the file, the header is 1
    std::string place, fromSide, toSide, source, confidence, note;
    geo::Whereabouts where;
    timeline::Span when;
    bool operator==(const RecordRow&) const = default;
};

}  // namespace retrace::model
