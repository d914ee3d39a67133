#include "text/advice.hpp"
#include "text/teller.hpp"

#include <algorithm>

namespace retrace::text {
void readClause(Builder& b, const Sentence& sentence, std::size_t sentenceIndex,
                const std::vector<Clause>& clauses, std::size_t k, Context& ctx) {
    Teller& t = b.teller;
    Clause c = clauses[k];
    const auto places = mentionsIn(b, c.first, c.last);
    const auto links = linksIn(b, c, places);
    Who who = resolve(b, c.subject);
    const Token& head = b.at(c.first);
    // ", and after that ..." tells on; what was only reported ends before it.
    if (ctx.reported && k > ctx.complement && isAny(head, {"and", "but", "so"}) &&
        !b.at(c.first + 1).is("that") && !c.speech && c.modal.empty())
        ctx.reported = ctx.disbelieved = ctx.commanded = ctx.advised = ctx.adviser = false;
    // "we were advised to leave, but we stayed": what was advised ends where another subject acts.
    if (ctx.advised && (isAny(head, {"but", "so"}) || (head.is("and") && c.subject.token > c.first))) {
        ctx.advised = false;
        ctx.carryFrom = Context::npos;
    }
    const std::size_t from = ctx.carryFrom == Context::npos ? c.first : ctx.carryFrom;

    // "myself, my brother and some friends left"; "my friend and I left"
    if (!self(who) && actsInWar(c.action))
        for (std::size_t i = sentence.first; i < c.verb; ++i)
            if (b.at(i).is("myself") ||
                (b.at(i).text == "I" && i > sentence.first && b.at(i - 1).is("and") && i + 3 > c.verb)) {
                who = Who::self;
                c.subject = {Who::self, "we", i, false};
                ctx.carryFrom = sentence.first;
                break;
            }
    if (who == Who::nobody && c.action != Action::none && c.nominal) who = Who::unit;

    // Advice and thoughts: neither done nor ordered, until a clause tells on.
    const bool advice = isAdvice(b, c);
    if (advice || (ctx.advised && (self(who) || c.action == Action::none))) {
        if (advice) {
            ctx.advised = true;
            ctx.complement = k + 1;
        }
        if (!advice && !places.empty() && isMotionOrStay(c.action)) {
            Draft d;
            d.kind = kindName(c.action);
            d.actor = c.subject.words;
            d.status = Status::hypothetical;
            d.presence = t.absent ? Presence::unit : Presence::narrator;
            d.voice = Voice::reported;
            d.roles.assign(places.size(), Role::hypothetical);
            emit(b, d, from, c.last, places);
        } else {
            for (const std::size_t m : places) setRole(b, m, Role::hypothetical, Mention::npos);
            if (ctx.carryFrom == Context::npos) ctx.carryFrom = c.first;
        }
        return;
    }

    ctx.adviser = ctx.adviser || sayAside(b, c);

    const auto remember = [&] {
        if (who == Who::enemy || who == Who::friendly || who == Who::family || who == Who::command ||
            (who == Who::unit && t.absent))
            if (c.subject.who != Who::pronoun)
                t.other = {who, c.subject.words, c.subject.token, c.subject.covert};
    };

    // Time anchors: "This happened at ...", "I am talking about events on ..."
    const bool aboutThis =
        isAny(head, {"this", "that", "it", "all"}) &&
        isAny(b.at(c.verb), {"happened", "occurred", "was", "began", "lasted", "took", "were"}) &&
        places.empty();
    const bool talking = isAny(b.at(c.verb), {"talking", "speaking", "talk", "speak"});
    if ((aboutThis || talking) && hasTime(b, c.first, c.last)) {
        if (aboutThis && t.last && !t.absent) {
            const std::size_t newest = *t.last;
            if (t.lastArrival && sentenceIndex - t.lastArrivalSentence <= 1 && *t.lastArrival != newest)
                extend(b, *t.lastArrival, c.last);
            else
                extend(b, newest, c.last);
            if (t.lastArrival && sentenceIndex - t.lastArrivalSentence <= 1) {
                for (std::size_t i = 0; i < b.times.size(); ++i)
                    if (b.times[i].firstToken >= c.first && b.times[i].firstToken < c.last) {
                        b.times[i].time.statement = *t.lastArrival;
                        b.out[*t.lastArrival].times.push_back(i);
                        if (newest != *t.lastArrival) b.out[newest].times.push_back(i);
                    }
            }
            return;
        }
        Draft d;
        d.kind = "state";
        d.actor = c.subject.words;
        d.presence = t.absent ? Presence::unit : Presence::narrator;
        d.roles.assign(places.size(), Role::reference);
        emit(b, d, from, c.last, places);
        return;
    }

    // Reported speech: the next clause is what was said or learnt.
    const bool informs = (c.action == Action::report || (who == Who::information && c.copula)) &&
                         c.governed != Clause::Governed::ordered;
    if (informs && k + 1 < clauses.size() && !(b.at(c.verb).is("contacted"))) {
        const Clause& nextClause = clauses[k + 1];
        const bool complement = nextClause.lead == "that" || nextClause.speech ||
                                b.at(nextClause.first).is("that") || isAny(b.at(c.last - 1), {":", "that"}) ||
                                b.at(c.last - 1).text == ":" || b.at(c.last - 1).text == "'" ||
                                nextClause.lead.empty();
        if (complement) {
            ctx.reported = true;
            ctx.complement = k + 1;
            ctx.commanded = ctx.commanded || who == Who::command;
            ctx.adviser = !ctx.commanded && isAdviser(b, c, who);
            if (self(who) && (c.negated || isAny(b.at(c.verb), {"believed", "believe"})))
                ctx.disbelieved = true;
            if (ctx.carryFrom == Context::npos && places.empty()) ctx.carryFrom = c.first;
            remember();
            return;
        }
    }
    if (isAny(b.at(c.verb), {"thought", "thinking", "believed"})) ctx.disbelieved = true;

    // "told my men to get out": an order to others, carried out by them. Not where a commander stands before
    // the verb ("on the 24th the general ordered").
    bool commander = false;
    for (std::size_t i = c.first; i < c.verb && i < c.last; ++i)
        commander = commander || b.at(i).is(Tag::command);
    if (c.governed == Clause::Governed::ordered && self(who) && !c.passive && !commander) {
        bool toUs = false;
        for (std::size_t i = c.verb; i < c.last; ++i) toUs = toUs || isAny(b.at(i), {"us", "me"});
        if (!toUs) {
            const Subject object = [&] {
                for (std::size_t i = c.verb + 1; i < c.last; ++i) {
                    const Token& w = b.at(i);
                    if (w.is(Tag::family)) return Subject{Who::family, w.lower, i, false};
                    if (w.is(Tag::friendly) || w.is(Tag::unit))
                        return Subject{Who::friendly, w.lower, i, false};
                }
                return Subject{};
            }();
            if (object.who != Who::nobody) {
                t.other = object;
                Draft d;
                d.kind = "move";
                d.actor = object.words;
                d.status = Status::otherActor;
                d.presence = Presence::none;
                d.roles.assign(places.size(), Role::otherActor);
                emit(b, d, from, c.last, places);
                return;
            }
        }
    }

    // Orders: "orders came for us to ...", "told us to ...", "we were ordered to ..."
    const bool ordering = c.action == Action::order || c.governed == Clause::Governed::ordered;
    bool noOrders = false;
    for (std::size_t i = c.first; i + 1 < c.last; ++i)
        noOrders = noOrders || (b.at(i).is("no") && b.at(i + 1).is(Tag::command));
    if (ordering && noOrders) return;
    if (ordering && !c.negated) {
        Draft d;
        d.kind = "order";
        d.actor = who == Who::command ? c.subject.words : self(who) ? "commanders" : c.subject.words;
        d.status = Status::ordered;
        d.presence = t.absent ? Presence::unit : Presence::narrator;
        d.voice = t.absent ? Voice::told : Voice::reported;
        bool leaving = false;
        for (std::size_t i = c.first; i < c.last; ++i)
            leaving = leaving || isAny(b.at(i), {"withdrawal", "evacuation", "retreat", "leave", "evacuate"});
        for (std::size_t i = 0; i < places.size(); ++i)
            d.roles.push_back(links[i].link == Link::from ||
                                      (leaving && (links[i].link == Link::of ||
                                                   links[i].link == Link::object || links[i].head == "of"))
                                  ? Role::origin
                              : links[i].people || links[i].link == Link::between ? Role::reference
                              : b.mentions[places[i]].firstToken < c.verb && links[i].link != Link::to
                                  ? Role::reference
                                  : Role::ordered);
        emit(b, d, from, c.last, places);
        remember();
        return;
    }
    // Words of commanders: "X must not be allowed to fall".
    if (c.speech && !ctx.commanded && t.commandSpeech == sentenceIndex) ctx.commanded = true;
    if (c.speech && ctx.commanded) t.commandSpeech = sentenceIndex + 1;
    if ((c.modal == "must" || c.modal == "shall" || (c.modal == "could" && c.negated && ctx.commanded)) &&
        (ctx.commanded || c.speech) && (!places.empty() || actsInWar(c.action))) {
        Draft d;
        d.kind = "order";
        d.actor = ctx.commanded ? "commanders" : c.subject.words;
        d.status = Status::ordered;
        d.voice = Voice::reported;
        d.presence = t.absent ? Presence::unit : Presence::narrator;
        d.roles.assign(places.size(), Role::reference);
        emit(b, d, c.first, c.last, places);
        ctx.carryFrom = Context::npos;
        return;
    }

    // "This position was X": the place of what was told just before.
    if (c.copula && isAny(head, {"this", "that", "it", "these"}) && places.size() == 1 && t.last &&
        links[0].link != Link::in && b.mentions[places[0]].firstToken > c.verb) {
        const Statement& last = b.out[*t.last];
        const Role role = last.status == Status::otherActor ? Role::otherActor : Role::reference;
        b.out[*t.last].places.push_back({places[0], role});
        setRole(b, places[0], role, *t.last);
        return;
    }

    const bool temporal = c.lead == "when" || c.lead == "after" || c.lead == "before" || c.lead == "while" ||
                          c.lead == "once" || c.lead == "as";
    const bool ownMotion = self(who) && isMotionOrStay(c.action);
    if (temporal && k + 1 < clauses.size() && !(ownMotion && !places.empty()) && c.lead != "as" &&
        (places.empty() || who == Who::event || !actsInWar(c.action)) && !c.conditional) {
        // A clause that only says when: its words go to the main clause.
        const std::size_t main = k + 1;
        if (clauses[main].lead.empty() || clauses[main].lead == c.lead) {
            std::size_t word = c.first;
            while (word + 1 < c.last && !(b.at(word).is(c.lead))) {
                if (b.at(word).is("soon")) {
                    ++word;
                    break;
                }
                ++word;
            }
            if ((c.lead == "after" || c.lead == "before" || b.at(word).is("as")) && actsInWar(c.action))
                anchorTime(b, c, c.lead == "before" ? TimeRelation::before : TimeRelation::after, word + 1,
                           c.last);
            for (std::size_t i = 0; i < places.size(); ++i)
                setRole(b, places[i], Role::reference, Mention::npos);
            if (ctx.carryFrom == Context::npos) ctx.carryFrom = c.first;
            remember();
            return;
        }
    }

    // Where the narrator was: "we were in X", "our assignment was in X".
    const bool born =
        c.verb + 1 < c.last && isAny(b.at(c.verb + 1), {"born", "raised"});  // no stop of the story
    if (c.copula && self(who) && !places.empty() && !c.present && !born) {
        bool located = false;
        for (std::size_t i = 0; i < places.size(); ++i)
            located = located || (links[i].link == Link::in && b.mentions[places[i]].firstToken > c.verb &&
                                  !links[i].people);
        const std::string after =
            b.mentions[places[0]].lastToken < c.last ? b.at(b.mentions[places[0]].lastToken).lower : "";
        if (located && after != "battle" && after != "battles") {
            c.action =
                isAny(b.at(c.subject.token), {"assignment", "position", "positions", "post", "mission"})
                    ? Action::deploy
                    : Action::hold;
            ownStatement(b, sentence, c, ctx, places, links, sentenceIndex);
            ctx.carryFrom = Context::npos;
            remember();
            return;
        }
    }

    // A place that stood: it was not taken.
    if (c.action == Action::hold && c.modal.empty() && !c.passive && !self(who) && who != Who::enemy &&
        who != Who::friendly && !places.empty() && b.mentions[places[0]].firstToken < c.verb &&
        who != Who::pronoun && isAny(b.at(c.verb), {"stood", "held", "resisted"})) {
        Draft d;
        d.kind = "capture";
        d.actor = "enemy";
        d.status = Status::negated;
        d.presence = t.absent ? Presence::unit : Presence::narrator;
        d.voice = t.absent ? Voice::told : Voice::seen;
        d.roles.assign(places.size(), Role::reference);
        emit(b, d, from, c.last, places);
        ctx.carryFrom = Context::npos;
        return;
    }

    // "they kept us in X", "armed men stopped us at X": the narrator is what stays.
    if (!self(who) && !c.negated && c.verb + 1 < c.last && isAny(b.at(c.verb + 1), {"us", "me"}) &&
        (isAny(b.at(c.verb), {"kept", "held", "stopped", "detained", "locked", "imprisoned", "interned",
                              "housed", "lodged"}) ||
         (b.at(c.verb).is("put") && c.verb + 2 < c.last && b.at(c.verb + 2).is("in") && !places.empty()))) {
        who = Who::self;
        c.subject = {Who::self, "we", c.verb, false};
        c.action = Action::stay;
    }
    if (self(who) && c.passive && b.at(c.verb).is("kept")) c.action = Action::stay;
    // "drove us to X"
    if (c.action == Action::move && !self(who) && c.verb + 1 < c.last &&
        isAny(b.at(c.verb + 1), {"us", "me"}) &&
        isAny(b.at(c.verb), {"put", "drove", "rowed", "sailed", "marched", "moved", "walked"}))
        c.action = Action::send;
    // "was sent to X", "a ship took us to X": the narrator is what moves.
    if (c.action == Action::send || c.action == Action::take || c.action == Action::capture) {
        bool us = false, to = false;
        for (std::size_t i = c.verb + 1; i < c.last && i < c.verb + 8; ++i) {
            us = us || isAny(b.at(i), {"us", "me"});
            to = to || ((us || c.passive) && isAny(b.at(i), {"to", "into", "towards", "back"}));
        }
        if (to && !places.empty() && ((us && !self(who)) || (c.passive && self(who)))) {
            who = Who::self;
            c.subject = {Who::self, "we", c.verb, false};
            c.passive = false;
            c.action = Action::move;
        } else if (c.action == Action::send) {
            c.action = self(who) ? Action::none : Action::move;
        }
    }
    if (c.action == Action::stay && c.passive && !self(who))
        c.action = Action::none;  // "it was settled that"
    // "X, where we arrived at nine": when the step before ended.
    if (self(who) && c.action == Action::arrive && c.lead == "where" && places.empty() && t.last &&
        b.span[*t.last].second == c.first) {
        extend(b, *t.last, c.last);
        return;
    }
    if (c.action == Action::begin && who != Who::event) c.action = Action::none;
    if (c.passive && self(who) &&
        (c.action == Action::attack || c.action == Action::cut || c.action == Action::capture)) {
        who = Who::enemy;
        c.subject.words = "enemy";
    }
    if (c.passive && (who == Who::other || who == Who::place) &&
        (c.action == Action::attack || c.action == Action::cut || c.action == Action::capture))
        who = Who::enemy;
    if (c.action == Action::handOver && c.passive) {
        bool weapons = false;
        for (std::size_t i = c.first; i < c.verb; ++i) weapons = weapons || b.at(i).is(Tag::weapons);
        if (weapons || who == Who::nobody)
            who = Who::self;
        else if (who == Who::other && !places.empty() && b.mentions[places[0]].firstToken < c.verb)
            who = Who::place;  // "the town of X was handed over"
    }
    if (who == Who::place && c.action != Action::fall && !places.empty() && b.mentions[places[0]].hit.country)
        who = Who::enemy;
    if (who == Who::event &&
        !(c.action == Action::begin || c.action == Action::attack || c.action == Action::advance)) {
        remember();
        for (const std::size_t m : places)
            if (b.background) setRole(b, m, Role::background, Mention::npos);
        return;
    }
    if (who == Who::event) t.other = {Who::enemy, "enemy", c.subject.token, false};

    if (self(who) && (actsInWar(c.action) || c.action == Action::observe) && !c.present) {
        if (c.action == Action::observe && (places.empty() || c.negated)) return;
        if (c.action == Action::take || c.action == Action::fall)
            c.action = c.action == Action::take ? Action::capture : Action::none;
        if (temporal && places.empty() && c.action == Action::leave) return;
        if (c.action != Action::none) {
            const std::size_t had = b.out.size();
            ownStatement(b, sentence, c, ctx, places, links, sentenceIndex);
            mergeStep(b, had, k > 0 ? &clauses[k - 1] : nullptr, c);
            ctx.carryFrom = Context::npos;
            remember();
            return;
        }
    }
    if (who == Who::other && c.action != Action::fall) {
        remember();
        return;
    }
    const bool otherActs = who != Who::nobody && !self(who) && actsInWar(c.action) && who != Who::command &&
                           who != Who::information;
    const bool commanderActs = who == Who::command && isMotionOrStay(c.action);
    if (otherActs || commanderActs) {
        if (c.subject.who == Who::place && c.action != Action::fall && places.empty()) return;
        // "They got out" after "told them to get out" is the same step.
        if (c.subject.who == Who::pronoun && c.subject.token == c.first && places.empty() && t.last &&
            b.out[*t.last].status == Status::otherActor && b.out[*t.last].actor == t.other.words &&
            kindName(c.action) == b.out[*t.last].kind && b.span[*t.last].second == c.first &&
            isMotionOrStay(c.action) && !c.negated &&
            b.at(b.span[*t.last].first).sentence + 1 == b.at(c.first).sentence) {
            extend(b, *t.last, c.last);
            return;
        }
        if (ctx.disbelieved || c.action == Action::fall) {
            for (std::size_t i = 0; i < places.size(); ++i)
                setRole(b, places[i], c.feared ? Role::reference : Role::background, Mention::npos);
            if (c.feared || ctx.disbelieved) return;
        }
        const std::size_t had = b.out.size();
        otherStatement(b, c, commanderActs ? Who::friendly : who, ctx, places, links);
        mergeStep(b, had, k > 0 ? &clauses[k - 1] : nullptr, c);
        ctx.carryFrom = Context::npos;
        remember();
        return;
    }
    // A possibility of being somewhere: "we could be in X".
    if (c.copula && self(who) && (c.modal == "could" || c.modal == "might") && !places.empty()) {
        c.action = Action::hold;
        ownStatement(b, sentence, c, ctx, places, links, sentenceIndex);
        return;
    }
    // A route that is spoken of, not taken.
    const bool route = std::any_of(links.begin(), links.end(), [](const Linked& l) { return l.route; });
    if (route && !b.background) {
        Draft d;
        d.kind = "state";
        d.actor = c.subject.words;
        d.status = Status::background;
        d.voice = ctx.reported ? Voice::reported : t.absent ? Voice::told : Voice::seen;
        d.roles.assign(places.size(), Role::reference);
        emit(b, d, from, c.last, places);
        ctx.carryFrom = Context::npos;
        return;
    }
    remember();
    // A step that only goes on: "we went and looked over the posts".
    if (t.last && b.span[*t.last].second == c.first && c.lead != "that" && c.lead != "which" &&
        c.lead != "who" && places.empty() && k > 0 && clauses[k - 1].subject.token == c.subject.token &&
        !hasTime(b, c.first, c.last))
        extend(b, *t.last, c.last);
}

}  // namespace retrace::text
