#include "text/clause_rules.hpp"

#include "text/clause_effects.hpp"
#include "text/clause_parts.hpp"
#include "text/qualities.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

/// Whether the next clause is what was said: "we heard that ...", "he said: ...".
bool complemented(const Step& s) {
    if (s.k + 1 >= s.clauses.size()) return false;
    const Clause& next = s.clauses[s.k + 1];
    const Token& last = s.b.at(s.c.last - 1);
    return next.lead.empty() || next.speech || s.b.tokens.language->is(next.lead, Cue::thatWord) ||
           s.b.at(next.first).is(Cue::thatWord) || last.is(Cue::thatWord) || last.text == ":" ||
           last.text == "'";
}

bool located(const Step& s) {
    for (std::size_t i = 0; i < s.places.size(); ++i)
        if (s.links[i].link == Link::in && s.b.mentions[s.places[i]].firstToken > s.c.verb &&
            !s.links[i].people)
            return true;
    return false;
}

/// "By noon we had reached X": a pluperfect that closes a step of the story.
bool byThen(const Step& s) {
    return std::any_of(s.b.near.begin(), s.b.near.end(),
                       [&](std::size_t i) { return s.b.at(s.b.times[i].firstToken).is(Cue::byWord); });
}

bool timed(const Step& s) {
    for (std::size_t i = s.c.first; i < s.c.last; ++i)
        if (isTimeWord(s.b.at(i)) || inTime(s.b, i)) return true;
    return false;
}

/// "They got out" after "told them to get out".
bool sameStep(const Step& s) {
    const Builder& b = s.b;
    const auto& last = b.teller.last;
    return s.c.subject.who == Who::pronoun && s.c.subject.token == s.c.first && s.places.empty() && last &&
           b.out[*last].status == Status::otherActor && b.out[*last].actor == b.teller.other.words &&
           kindName(s.c.action) == b.out[*last].kind && b.span[*last].second == s.c.first &&
           b.at(b.span[*last].first).sentence + 1 == b.at(s.c.first).sentence;
}

Modality modalityOf(const Step& s) {
    using G = Clause::Governed;
    if (s.draft.status == Status::ordered) return Modality::ordered;
    if (s.c.governed == G::attempted) return Modality::attempted;
    if (s.draft.status != Status::hypothetical) return Modality::done;
    if (s.c.feared) return Modality::feared;
    if (s.ctx.advised) return Modality::advised;
    if (s.c.conditional) return Modality::conditional;
    return s.c.governed == G::intended || s.c.present ? Modality::planned : Modality::possible;
}

ClauseView viewOf(const Step& s, const Linked* place = nullptr) {
    return {.tokens = &s.b.tokens,
            .clause = &s.c,
            .who = s.who,
            .flags = flagsOf(s),
            .links = &s.links,
            .place = place,
            .sentenceFirst = s.sentence.first,
            .behindPlace = s.places.empty() ? s.c.last : s.b.mentions[s.places.front()].lastToken};
}

}  // namespace

std::uint64_t flagsOf(const Step& s) {
    const Builder& b = s.b;
    const Teller& t = b.teller;
    const auto flag = [](bool set, Flag f) { return set ? bit(f) : 0; };
    const auto any = [&](auto property) { return std::any_of(s.links.begin(), s.links.end(), property); };
    const Clause* next = s.k + 1 < s.clauses.size() ? &s.clauses[s.k + 1] : nullptr;
    return s.marks | flag(hasTime(b, s.c.first, s.c.last), Flag::dated) | flag(t.absent, Flag::absent) |
           flag(s.ctx.reported, Flag::reported) | flag(s.ctx.commanded, Flag::commanded) |
           flag(s.ctx.advised, Flag::advised) | flag(s.ctx.adviser, Flag::adviser) |
           flag(s.ctx.disbelieved, Flag::disbelieved) | flag(s.k > s.ctx.complement, Flag::toldOn) |
           flag(!next, Flag::last) | flag(b.background, Flag::background) |
           flag(any([](const Linked& l) { return l.route; }), Flag::route) |
           flag(any([](const Linked& l) { return l.people; }), Flag::people) |
           flag(!s.places.empty() && b.mentions[s.places.front()].firstToken < s.c.verb, Flag::ahead) |
           flag(!s.places.empty() && b.mentions[s.places.front()].hit.country, Flag::country) |
           flag(s.k > 0 && s.clauses[s.k - 1].subject.token == s.c.subject.token, Flag::sameSubject) |
           flag(t.last && b.span[*t.last].second == s.c.first, Flag::adjoining) |
           flag(complemented(s), Flag::complemented) | flag(t.last.has_value(), Flag::hasLast) |
           flag(t.last && !t.absent, Flag::begun) |
           flag(t.stepSentence && s.sentenceIndex - *t.stepSentence <= 1, Flag::onTheWay) | flag(located(s), Flag::located) |
           flag(sameStep(s), Flag::sameStep) | flag(s.ctx.absence, Flag::saysAbsent) |
           flag(any([](const Linked& l) { return l.link == Link::in && !l.people && !l.route; }),
                Flag::there) |
           flag(byThen(s), Flag::byThen) | flag(timed(s), Flag::timed) | flag(b.diary, Flag::diary) |
           flag(b.parts[b.at(s.c.first).paragraph].answer > 0 &&
                    s.c.first == b.parts[b.at(s.c.first).paragraph].firstWord,
                Flag::opensAnswer) |
           flag(any([](const Linked& l) { return l.heads; }), Flag::heads) |
           flag(any([](const Linked& l) { return l.adverbial; }), Flag::adverbial) |
           flag(next && (next->lead.empty() || next->lead == s.c.lead), Flag::mainFollows);
}

std::vector<Role> rolesBy(std::string_view group, const Step& s) {
    std::vector<Role> out(s.places.size(), Role::reference);
    const auto rules = s.b.tokens.language->placeRules.find(group);
    if (rules == s.b.tokens.language->placeRules.end()) return out;
    for (std::size_t i = 0; i < s.places.size(); ++i) {
        ClauseView view = viewOf(s, &s.links[i]);
        const auto ofPlaces = bit(Flag::route) | bit(Flag::people) | bit(Flag::ahead) | bit(Flag::heads) |
                              bit(Flag::adverbial);
        view.flags &= ~ofPlaces;
        if (s.b.mentions[s.places[i]].firstToken < s.c.verb) view.flags |= bit(Flag::ahead);
        const auto rule = std::find_if(rules->second.begin(), rules->second.end(),
                                       [&](const PlaceRule& r) { return holdsAll(r.tests, view); });
        if (rule != rules->second.end()) out[i] = rule->role;
    }
    return out;
}

void emitDraft(Step& s) {
    if (s.draft.roles.size() != s.places.size()) s.draft.roles.assign(s.places.size(), Role::reference);
    const std::size_t from = s.from                              ? *s.from
                             : s.ctx.carryFrom == Context::npos ? s.c.first
                                                                 : s.ctx.carryFrom;
    const std::size_t index = emit(s.b, s.draft, from, s.c.last, s.places);
    Statement& told = s.b.out[index];
    told.rules = s.fired;
    told.negated = s.draft.status == Status::negated || s.c.negated;
    told.modality = modalityOf(s);
    told.toldBack = (s.marks & (bit(Flag::pluperfect) | bit(Flag::beforeTheStory))) != 0;
    told.means = meansIn(s.b.tokens, from, s.c.last);
    told.quantity = quantityIn(s.b.tokens, from, s.c.last, [&s](std::size_t i) { return inTime(s.b, i); });
    s.ctx.carryFrom = Context::npos;
}

void runRules(const std::vector<ClauseRule>& rules, Step& s) {
    ClauseView view = viewOf(s);
    for (const ClauseRule& rule : rules) {
        if (!holdsAll(rule.tests, view)) continue;
        s.fired.push_back(rule.name);
        for (const Effect& effect : rule.effects)
            if (apply(effect, s)) return;
        view = viewOf(s);
    }
}

}  // namespace retrace::text
