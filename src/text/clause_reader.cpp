#include "text/clause_rules.hpp"

#include <algorithm>

namespace retrace::text {

void readClause(Builder& b, const Sentence& sentence, std::size_t sentenceIndex,
                const std::vector<Clause>& clauses, std::size_t k, Context& ctx) {
    const Clause& clause = clauses[k];
    speak(b, self(clause.subject.who) ? std::max(b.at(clause.subject.token).speaker, b.at(clause.verb).speaker)
                                      : b.at(clause.verb).speaker);
    Step step{.b = b,
              .sentence = sentence,
              .sentenceIndex = sentenceIndex,
              .clauses = clauses,
              .k = k,
              .ctx = ctx,
              .c = clauses[k],
              .places = mentionsIn(b, clauses[k].first, clauses[k].last),
              .links = {},
              .draft = {},
              .fired = {},
              .had = b.out.size()};
    if (b.inPresent && self(clause.subject.who) && clause.modal.empty()) step.c.present = false;
    step.links = linksIn(b, step.c, step.places);
    step.who = resolve(b, step.c.subject);
    // Quoted words of commanders may go on in the next sentence.
    Teller& t = b.teller;
    if (step.c.speech && !ctx.commanded && t.commandSpeech == sentenceIndex) ctx.commanded = true;
    if (step.c.speech && ctx.commanded) t.commandSpeech = sentenceIndex + 1;
    runRules(b.tokens.language->clauseRules, step);
}

}  // namespace retrace::text
