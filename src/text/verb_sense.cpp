#include "text/clause_parts.hpp"
#include "text/clause_tests.hpp"

namespace retrace::text {

Action resolved(const Reader& r, const Group& g, std::size_t last, const Subject& subject) {
    const std::size_t senses = r.at(g.verb).verb.senses;
    if (g.action != r.at(g.verb).verb.action || senses == 0) return g.action;
    Clause clause = g.flags;
    clause.first = clause.verb = g.verb;
    clause.last = last;
    clause.action = g.action;
    clause.subject = subject;
    for (const Sense& sense : r.tokens.language->senses[senses - 1].senses)
        if (holdsAll(sense.tests, {.tokens = &r.tokens, .clause = &clause, .who = subject.who})) return sense.action;
    return g.action;
}

}  // namespace retrace::text
