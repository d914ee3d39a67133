#pragma once

#include "text/clauses.hpp"
#include "text/mentions.hpp"

namespace retrace::text {

/// How a mention hangs on its clause.
enum class Link { none, to, from, via, in, between, object, of, beside };

struct Linked {
    Link link = Link::none;
    std::string preposition;
    std::string head;     // the noun that it hangs on with "of" or before its preposition: "people", "route"
    bool people = false;  // that noun is people: "our brothers in X"
    bool afterPurpose = false;  // stands after an infinitive of purpose
    bool listed = false;        // in one list with the mention before it
    bool heads = false;         // opens its clause, but for a date
    bool adverbial = false;     // says where the act was, not which thing is meant
    bool direction = false;     // "in the direction of X": a goal, and no arrival
    bool at = false;            // by a preposition like "at X"
    bool liesOn = false;        // by a preposition like "on the river"
    bool route = false;         // a route by that name: "the X road"
};

/// The preposition or verb that governs a mention in its clause. A name in a list takes what the first of
/// the list has; `earlier` is the mention before it in the clause, null where none.
[[nodiscard]] Linked linkOf(const Tokens&, const Clause&, const FoundMention&, const FoundMention* earlier,
                            const Linked& earlierLink);

/// The role of a mention in an executed statement of the narrator's own side.
[[nodiscard]] Role ownRole(Action, const Linked&);

}  // namespace retrace::text
