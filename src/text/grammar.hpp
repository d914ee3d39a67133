#pragma once

#include "text/blocks.hpp"
#include "text/reading.hpp"
#include "text/verbs.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

// What the files of a language say about senses and clauses, parsed; data/language/README.md tells how they
// are written.

namespace retrace::text {

/// A set of words as a rule names it: words, @classes and what a word is made like.
struct WordSet {
    std::unordered_set<std::string> words;
    bool number = false, capital = false, mark = false, ing = false, base = false, past = false;
    bool operator==(const WordSet&) const = default;
};

/// Classes of words and groups of actions by name, for the "@" of rules.
struct WordClasses {
    std::map<std::string, std::vector<std::string>, std::less<>> words;
    std::map<std::string, std::uint64_t, std::less<>> actions;  // one bit an Action
    std::size_t taken = 0;                                      // words that tests took from classes, in all
};

enum class Feature {
    // words at a place of the clause
    verb,
    subject,
    opens,
    second,
    before,  // anywhere before the verb
    after,   // behind the verb
    words,   // anywhere
    ends,
    phrase,  // one behind the other, anywhere
    // what the clause is
    action,
    actor,
    lead,
    modal,
    governed,
    is,
    // the places named in it; in a rule about one place, that place
    places,
    link,
    preposition,
    sentenceOpens,
    sentenceBefore,  // anywhere in the sentence before the verb
    behindPlace,  // the word behind the first place
    actorRaw,     // the subject as it stands, pronouns not resolved
};

/// The flags that `is` asks for, one bit each.
enum class Flag : unsigned {
    passive,
    progressive,
    present,
    perfect,
    copula,
    negated,
    able,
    nominal,  // "the withdrawal was carried out"
    feared,
    conditional,
    quoted,
    dated,         // an hour or a day stands in it
    absent,        // the narrator was not with his unit
    reported,      // inside what was said or learnt
    commanded,     // ... by commanders
    advised,       // inside advice
    adviser,       // who speaks gives no orders
    disbelieved,   // "we thought that"
    toldOn,        // past the clause that holds what was said
    last,          // no clause follows in the sentence
    background,    // a paragraph about other years
    route,         // a place in it names a road
    people,        // a place in it hangs on people: "the people of X"
    ahead,         // its first place stands before the verb
    country,       // its first place is a country
    sameSubject,   // as in the clause before
    adjoining,     // it follows the last statement without a word between
    subjectSaid,   // its subject stands in it, behind its first word
    complemented,  // the next clause is what was said: "we heard that ..."
    afterPurpose,  // of a place: behind an infinitive of purpose
    listed,        // of a place: in one list with the place before it
    covert,        // who acts cannot have been seen: sleeper cells, spies
    hasLast,       // something has been told
    onTheWay,      // the sentence before it told a step of the narrator's way
    begun,         // ... and the narrator was with his unit
    located,       // a place behind the verb says where: "in X"
    sameStep,      // "they got out" behind "told them to get out"
    mainFollows,   // the clause that this one serves follows it
    direction,     // of a place: "in the direction of X"
    opensAnswer,   // the first words of an answer
    gapped,        // its verb is left out: "and mine to X"
    diary,         // in an entry under a date
    heads,         // a place opens it, but for a date
    adverbial,     // of a place: it says where the act was, and not which thing is meant
    verbless,      // an answer or a note without a verb
    there,         // a place says where the act was: "in X", "at X", before the verb or behind
    saysAbsent,    // the sentence says that the narrator was elsewhere
    byThen,        // a time in the sentence begins with "by"
    timed,         // any words of time stand in it: "that night", "an hour"
    // set by rules
    informs,         // it says how something became known
    subordinate,     // "when we came to the village": the stop just told, not another
    pluperfect,      // told back from the story's now
    beforeTheStory,  // "Before X, we were in Y"
    alone,           // the narrator without his unit
};

/// One test of a clause.
struct Test {
    Feature feature = Feature::words;
    bool wanted = true;
    std::size_t within = 0;  // words after the verb that `after` looks at; 0: all of the clause
    WordSet set;             // of word features
    std::uint64_t mask = 0;  // bits of Action, Who, Clause::Governed, Flag or Link
    std::vector<std::string> names;  // leads, modals; "none", "any"
    std::vector<WordSet> sequence;   // of `phrase`
    std::size_t low = 0, high = 0;   // places: how many
};

/// Alternatives, one of which must hold.
using AnyOf = std::vector<Test>;

/// An example beside a rule: {braces} are names of places.
struct Example {
    std::string text;
    std::vector<std::string> expected;  // each must be a statement of it, see exampleHolds
    std::size_t line = 0;
};

/// What a verb means beside the words around it.
struct Sense {
    Action action = Action::none;
    std::vector<AnyOf> tests;
};

struct VerbSenses {
    std::vector<Sense> senses;  // the first whose tests hold; none: the verb's own action
    std::vector<Example> examples;
};

/// A step of a rule: a verb of the notation with its values.
struct Effect {
    std::string what;
    std::vector<std::string> values;
    std::size_t line = 0;
};

/// What a place does, where the tests hold for it.
struct PlaceRule {
    std::string name;
    std::vector<AnyOf> tests;
    Role role = Role::reference;
    std::vector<Example> examples;
};

struct ClauseRule {
    std::string name;
    std::vector<AnyOf> tests;
    std::vector<Effect> effects;
    std::vector<Example> examples;
    std::size_t line = 0;
};

/// The bit of a mark by its name: "has-last".
[[nodiscard]] std::optional<std::uint64_t> flagNamed(std::string_view);

/// A test as a rule writes it: "not after 3 back out", "actor own", "is passive or governed forced".
[[nodiscard]] AnyOf testOf(const LanguageFile&, const BlockLine&, std::string_view words, WordClasses&);
/// An example line: "\"We held {Homs}.\" -> hold stop=Homs; ..."
[[nodiscard]] Example exampleOf(const LanguageFile&, const BlockLine&);

[[nodiscard]] bool isAction(std::string_view);
[[nodiscard]] Action actionNamed(std::string_view);  // one of isAction
[[nodiscard]] std::string nameOf(Action);            // "hand-over"

}  // namespace retrace::text
