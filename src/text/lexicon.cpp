#include "text/lexicon.hpp"

#include <array>

namespace retrace::text {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, tagCount> names{
    "function", "preposition", "determiner", "splitter", "auxiliary", "modal", "negation", "kind", "kind-in-name", "route-kind", "front", "name-head", "direction", "direction-word", "title", "given-name", "faith", "demonym", "organisation", "organisation-alone", "operation", "abstract-noun", "media", "month", "weekday", "prayer", "language", "enemy", "friendly", "unit", "command", "family", "event-noun", "covert", "information", "person-noun", "terrain", "politics", "place-verb", "weapons"};

constexpr std::array<std::string_view, cueCount> cueNames{
    "question-label", "asker-label", "answer-label", "letter-label", "first-person", "third-person", "author-word", "abbreviation", "short-month", "pointed-half", "not-word", "singular-self", "absence", "presence", "at-word", "wide-kind", "they-word", "one-person", "leads-to", "leads-from", "leads-via", "lies-in", "lies-between", "lies-beside", "out-word", "way-word", "all-word", "part-of-place", "away-word", "list-filler", "names-filler", "name-join", "name-article", "self-large", "feature", "owned-feature", "place-preposition", "fell-word", "back-word", "fallen", "strong-of", "bare-kind", "goes-on-from", "called", "place-word", "way-over", "way-preposition", "region-word", "operation-word", "middle-word", "regiment", "address", "law-word", "made-to", "orders-to", "intends-to", "tries-to", "purpose-noun", "purpose-opens", "was-word", "under-orders", "adverb", "do-word", "can-word", "be-finite", "be-form", "have-finite", "have-form", "present-word", "able-word", "demonstrative", "before-noun", "and-word", "keeps-on", "present-subject", "as-word", "as-well", "as-far", "joins-clause", "before-word", "after-word", "since-word", "skipped-lead", "time-word", "conditional", "never-word", "no-word", "fear", "and-or", "subject-pronoun", "who-pronoun", "adds-time", "time-preposition", "stranded", "subject-relative", "carries-out", "that-word", "soon", "to-word", "by-word", "article", "lies-on", "self-word", "pronoun", "own-word", "others-word", "definite", "mine-word", "of-us", "part-of", "nobody", "comrades", "own-unit", "retreat", "rank-or-order", "any-article", "post", "like", "friends", "determined", "relative", "forces-word", "conjunction", "trailing", "of-word", "gap", "direction-of", "divider", "object-pronoun", "locates", "front-of", "time-noun", "tells", "person-pronoun", "persons-own", "everybody", "number-word", "vehicle", "by-means", "on-foot", "walks", "about", "had-word", "inverting", "sequence", "adds-place"};

}  // namespace

std::string_view nameOf(Cue cue) {
    return cueNames[static_cast<std::size_t>(cue)];
}

std::string_view nameOf(Tag tag) {
    return names[static_cast<std::size_t>(tag)];
}

}  // namespace retrace::text
