#pragma once

#include "text/tokens.hpp"
#include "text/verbs.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::text {

enum class Who {
    nobody,
    self,
    unit,
    enemy,
    friendly,
    command,
    family,
    event,
    information,
    place,
    pronoun,
    other
};

/// The actor by the name that rules know it by: "self", "enemy".
[[nodiscard]] std::optional<Who> whoNamed(std::string_view);

/// The narrator, or his unit.
[[nodiscard]] inline bool self(Who w) {
    return w == Who::self || w == Who::unit;
}

struct Subject {
    Who who = Who::nobody;
    std::string words;  // as the text names it: "we", "insurgents"
    std::size_t token = 0;
    bool covert = false;  // sleeper cells, spies: acts that a narrator cannot have seen
};

/// One clause: the words around one verb of a sentence.
struct Clause {
    std::size_t first = 0, last = 0;  // tokens, end exclusive
    std::size_t verb = 0;             // token of the main verb
    Action action = Action::none;
    std::string lead;  // the conjunction or relative that opens it, empty where none
    Subject subject;
    bool copula = false;  // "was in", without another verb
    bool passive = false, progressive = false, present = false, perfect = false;
    bool negated = false;
    bool able = false;  // "were able to", "managed to"
    std::string modal;  // "could", "might", "would", "must" ...
    enum class Governed { no, forced, ordered, intended, attempted, purpose } governed = Governed::no;
    bool feared = false, conditional = false;
    bool speech = false;
    bool gapped = false;         // its verb is left out: "and mine to X"
    bool verbless = false;       // it has no verb
    bool nominal = false;        // "the withdrawal was carried out"
    std::size_t infinitive = 0;  // token of a purpose infinitive in it, 0 where none
};

/// Whether the name in tokens first..last stands at the head of a note that says when, or where to: words
/// without a verb such as "X on the 2nd", "Then to X".
[[nodiscard]] bool isTimedNote(const Tokens&, const Clause&, std::size_t first, std::size_t last);

/// The clauses of one sentence in order; all its tokens belong to one of them. A sentence without a verb
/// is one clause of no action.
[[nodiscard]] std::vector<Clause> clausesOf(const Tokens&, const Sentence&);

}  // namespace retrace::text
