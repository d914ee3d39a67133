#include "text/clause_parts.hpp"
#include "text/clause_tests.hpp"

namespace retrace::text {

Action resolved(const Reader& r, Action action, std::size_t verb, std::size_t last, const Subject& subject) {
    const std::size_t senses = r.at(verb).verb.senses;
    if (action != r.at(verb).verb.action || senses == 0) return action;
    Clause clause;
    clause.first = clause.verb = verb;
    clause.last = last;
    clause.action = action;
    clause.subject = subject;
    for (const Sense& sense : r.tokens.language->senses[senses - 1].senses)
        if (holdsAll(sense.tests, {.tokens = &r.tokens, .clause = &clause, .who = subject.who})) return sense.action;
    return action;
}

}  // namespace retrace::text
