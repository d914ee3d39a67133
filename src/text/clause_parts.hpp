#pragma once

#include "text/clauses.hpp"

#include <cstddef>
#include <span>
#include <vector>

// What clausesOf() is made of; for this room only.

namespace retrace::text {

struct Reader {
    const Tokens& tokens;
    const Token& at(std::size_t i) const { return tokens.all[i]; }
};

/// Tokens between marks and conjunctions, end exclusive.
struct Segment {
    std::size_t first = 0, last = 0;
};

/// A verb group found in a segment.
struct Group {
    std::size_t begin = 0, verb = 0;  // first auxiliary, main verb
    Action action = Action::none;
    bool finite = true;
    Clause flags;  // modal, negation and so on
};

/// A word that may stand inside a verb group and changes no verb: "soon", "never", "slowly".
[[nodiscard]] bool adverbLike(const Token&);
/// Who the token names as an actor, by itself and the word before it; no word before `low` is looked at.
[[nodiscard]] Who whoIs(const Reader&, std::size_t i, std::size_t low);
/// Whether a preposition governs the noun at the token: "in front of the army".
[[nodiscard]] bool afterPreposition(const Reader&, std::size_t i, std::size_t low);
/// The actor named in the tokens low..high, nobody where none is.
[[nodiscard]] Subject subjectIn(const Reader&, std::size_t low, std::size_t high);
/// The subject of a clause whose words before the verb are low..high: an actor, else a noun that is none, the
/// noun before a relative pronoun, or the subject of the clause before where `inherits`.
[[nodiscard]] Subject subjectOf(const Reader&, std::size_t low, std::size_t high,
                                const std::vector<Clause>& earlier, bool inherits);
/// Verb groups of a segment, left to right.
[[nodiscard]] std::vector<Group> groupsOf(const Reader&, std::size_t first, std::size_t last);
/// A number, a part of the day, a day or a month: a word that times are made of.
[[nodiscard]] bool isTimeWord(const Token&);
/// Words that may stand before the place of a note: "then on the 28th to", "all night past".
[[nodiscard]] bool leadsNote(const Token&);
/// Notes at the head of the segments, in order: words without a verb that name places and have no main clause
/// behind them: "Rozoy that night, Coulommiers on the 7th, where they cheered"; "Nesle at nine; we slept". None
/// where there are none.
[[nodiscard]] std::vector<Clause> notesAhead(const Reader&, std::span<const Segment>);
/// Verbs that only their particles or objects tell: "fell back", "took up positions", "set off".
[[nodiscard]] Action resolved(const Reader&, const Group&, std::size_t last, const Subject&);

}  // namespace retrace::text
