#include "text/statements.hpp"

#include "text/clauses.hpp"
#include "text/roles.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace retrace::text {
namespace {

bool isAny(const Token& t, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return t.lower == w; });
}

/// What has been told so far.
struct Teller {
    bool absent = false;                 // the narrator was not with his unit
    Subject other;                       // whom "they" means
    std::string lastStop;                // name of the place where the narrator was last
    std::optional<std::size_t> last;     // last statement
    std::optional<std::size_t> lastArrival;
    std::size_t lastArrivalSentence = 0;
    std::optional<std::size_t> intended; // mention of a place that "we decided to go to"
    std::size_t intendedSentence = 0;
    std::size_t commandSpeech = 0;       // sentence in which quoted words of commanders may go on
    std::size_t paragraph = 0;
};

struct Builder {
    const Source& source;
    const Tokens& tokens;
    const std::vector<ParagraphPart>& parts;
    std::vector<FoundMention>& mentions;
    std::vector<FoundTime>& times;
    std::vector<Statement> out;
    std::vector<std::pair<std::size_t, std::size_t>> span;  // tokens of each statement
    std::vector<bool> decided;                              // mentions whose role a clause has set
    Teller teller;
    bool background = false;                                // paragraph about other years

    const Token& at(std::size_t i) const { return tokens.all[i]; }
};

bool self(Who w) { return w == Who::self || w == Who::unit; }

std::string plainName(const std::string& name) {
    std::string lower;
    for (const char c : name) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return withoutArticle(lower);
}

/// Paragraphs in answers that speak of a year without a day: opinions and other times, not the story.
bool speaksOfYears(const Builder& b, const ParagraphPart& part) {
    if (part.answer == 0) return false;
    for (std::size_t i = part.firstWord + 1; i < part.lastToken; ++i) {
        const Token& t = b.at(i);
        if (t.kind != Token::Kind::number || t.text.size() != 4 || !(t.text.starts_with("19") || t.text.starts_with("20"))) continue;
        if (!isAny(b.at(i - 1), {"in", "before", "since", "after", "until", "of", "from", "during"})) continue;
        const bool dated = std::any_of(b.times.begin(), b.times.end(),
                                       [&](const FoundTime& f) { return f.firstToken <= i && i < f.lastToken; });
        if (!dated) return true;
    }
    return false;
}

bool saysAbsent(const Builder& b, const Sentence& s) {
    for (std::size_t i = s.first; i + 2 < s.last; ++i) {
        if (b.at(i).text != "I") continue;
        if (!b.at(i + 1).is(Tag::auxiliary)) continue;
        bool negated = b.at(i + 1).is(Tag::negation);
        for (std::size_t j = i + 2; j < std::min(s.last, i + 8); ++j) {
            const Token& t = b.at(j);
            if (t.is("not")) negated = true;
            if (isAny(t, {"leave", "hospital", "absent", "away", "furlough"}) && !verbForm(b.at(j - 1).lower).past) return true;
            if (negated && isAny(t, {"in", "at", "with", "there", "present"}) && j <= i + 4) return true;
            if (t.kind == Token::Kind::mark) break;
        }
    }
    return false;
}

Quote quoteOf(const Builder& b, std::size_t first, std::size_t last) {
    const auto skip = [&](const Token& t) { return t.kind == Token::Kind::mark && t.text != "[" && t.text != "]"; };
    while (first + 1 < last && (skip(b.at(first)) || (isAny(b.at(first), {"and", "but", "so", "because", "since", "whereas"}) && !b.at(first + 1).is("of")))) ++first;
    while (last > first + 1 && (skip(b.at(last - 1)) || isAny(b.at(last - 1), {"and", "but", "while"}))) --last;
    return {b.source.id, b.at(first).begin, b.at(last - 1).end};
}

std::vector<std::size_t> mentionsIn(const Builder& b, std::size_t first, std::size_t last) {
    const auto low = std::lower_bound(b.mentions.begin(), b.mentions.end(), first,
                                      [](const FoundMention& m, std::size_t t) { return m.firstToken < t; });
    std::vector<std::size_t> out;
    for (auto it = low; it != b.mentions.end() && it->firstToken < last; ++it)
        out.push_back(static_cast<std::size_t>(it - b.mentions.begin()));
    return out;
}

std::vector<Linked> linksIn(const Builder& b, const Clause& c, const std::vector<std::size_t>& places) {
    std::vector<Linked> links;
    for (std::size_t k = 0; k < places.size(); ++k) {
        const FoundMention* earlier = k > 0 ? &b.mentions[places[k - 1]] : nullptr;
        links.push_back(linkOf(b.tokens, c, b.mentions[places[k]], earlier, k > 0 ? links.back() : Linked{}));
    }
    // "the A and B route": the kind after the last of a list holds for all of it.
    for (std::size_t k = places.size(); k > 1; --k)
        if (links[k - 1].route && b.mentions[places[k - 1]].firstToken - b.mentions[places[k - 2]].lastToken <= 1) links[k - 2].route = true;
    return links;
}

void setRole(Builder& b, std::size_t mention, Role role, std::size_t statement) {
    if (b.background) role = Role::background;
    b.mentions[mention].mention.role = role;
    b.mentions[mention].mention.statement = statement;
    b.decided[mention] = true;
}

/// What has been found out of a clause before it becomes a statement.
struct Draft {
    std::string kind;
    Status status = Status::executed;
    Presence presence = Presence::narrator;
    Voice voice = Voice::seen;
    std::vector<Role> roles;
    bool parallel = false, toldEarlier = false, sameStopAgain = false;
    std::string actor;
};

std::size_t emit(Builder& b, const Draft& d, std::size_t first, std::size_t last, const std::vector<std::size_t>& places) {
    Statement s;
    s.kind = d.kind;
    s.actor = d.actor;
    s.status = b.background ? Status::background : d.status;
    s.presence = d.presence;
    s.voice = d.voice;
    s.parallel = d.parallel;
    s.toldEarlier = d.toldEarlier;
    s.sameStopAgain = d.sameStopAgain;
    s.evidence = quoteOf(b, first, last);
    const std::size_t index = b.out.size();
    for (std::size_t k = 0; k < places.size(); ++k) {
        const Role role = b.background ? Role::background : d.roles[k];
        s.places.push_back({places[k], role});
        setRole(b, places[k], role, index);
    }
    b.out.push_back(std::move(s));
    b.span.emplace_back(first, last);
    b.teller.last = index;
    return index;
}

void extend(Builder& b, std::size_t statement, std::size_t last) {
    b.span[statement].second = std::max(b.span[statement].second, last);
    const Quote q = quoteOf(b, b.span[statement].first, b.span[statement].second);
    b.out[statement].evidence = q;
}

bool hasTime(const Builder& b, std::size_t first, std::size_t last) {
    return std::any_of(b.times.begin(), b.times.end(), [&](const FoundTime& t) {
        return t.firstToken >= first && t.firstToken < last && (t.time.clock || t.time.date || t.time.prayer);
    });
}

Who resolve(const Builder& b, const Subject& s) {
    if (s.who == Who::pronoun) {
        if (b.teller.other.who != Who::nobody) return b.teller.other.who;
        return b.teller.absent ? Who::unit : Who::enemy;
    }
    if (b.teller.absent && s.who == Who::friendly && b.at(s.token).is(Tag::unit) && !b.at(s.token).is("soldiers") &&
        !b.at(s.token).is("forces") && !b.at(s.token).is("troops"))
        return Who::unit;
    if (b.teller.absent && s.who == Who::friendly) {
        for (std::size_t i = s.token; i > 0 && s.token - i < 3; --i)
            if (isAny(b.at(i - 1), {"my", "our"})) return Who::unit;
    }
    return s.who;
}

void anchorTime(Builder& b, const Clause& c, TimeRelation relation, std::size_t firstWord, std::size_t last) {
    const auto places = mentionsIn(b, firstWord, last);
    const auto anchor = [&](TimeExpression& t, std::size_t wordsEnd) {
        t.relation = relation;
        t.quote = quoteOf(b, c.first, last);
        t.anchorWords = words(b.source, quoteOf(b, firstWord, wordsEnd));
        if (!places.empty()) t.anchorMention = places.front();
    };
    // "after they withdrew in around 15 minutes": the delay and its anchor are one expression.
    for (FoundTime& f : b.times)
        if (f.firstToken > firstWord && f.lastToken <= last && (f.time.lowSeconds || f.time.highSeconds) && !f.time.lasts) {
            anchor(f.time, f.firstToken);
            return;
        }
    FoundTime t;
    t.firstToken = c.first;
    t.lastToken = last;
    anchor(t.time, last);
    b.times.push_back(std::move(t));
}

bool actsInWar(Action a) {
    switch (a) {
        case Action::none: case Action::report: case Action::plan: case Action::attempt: case Action::carryOut: case Action::observe: return false;
        default: return true;
    }
}

struct Context {
    std::size_t carryFrom;        // where the evidence of the next statement begins; npos: at its clause
    bool reported = false;
    bool absence = false;         // the sentence says that the narrator was elsewhere
    std::size_t complement = 0;   // the clause that holds what was said
    bool commanded = false;       // reported words of commanders
    bool disbelieved = false;     // "we did not know that", "we thought that"
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

void ownStatement(Builder& b, const Sentence& sentence, const Clause& c, Context& ctx, std::vector<std::size_t> places,
                  std::vector<Linked> links, std::size_t sentenceIndex) {
    Teller& t = b.teller;
    Draft d;
    d.kind = kindName(c.action);
    d.actor = c.subject.who == Who::nobody ? "we" : c.subject.words;
    if (c.nominal) d.actor = "we";
    const bool moves = c.action != Action::attack && c.action != Action::begin && c.action != Action::cut && c.action != Action::handOver &&
                       c.action != Action::observe && c.action != Action::capture && c.action != Action::fall;
    const bool executed = !c.negated && (c.modal.empty()) && !c.feared && !c.conditional && c.governed != Clause::Governed::ordered &&
                          c.governed != Clause::Governed::intended && c.governed != Clause::Governed::attempted &&
                          c.governed != Clause::Governed::purpose;
    if (executed && t.absent && !ctx.absence && isAny(b.at(c.subject.token), {"we", "i"}) && moves && !c.nominal && c.subject.who == Who::self) t.absent = false;
    const bool away = t.absent && !(ctx.absence && b.at(c.subject.token).text == "I");
    d.presence = away ? Presence::unit : Presence::narrator;
    d.voice = away ? Voice::told : ctx.reported ? Voice::reported : Voice::seen;
    const std::size_t first = ctx.carryFrom == Context::npos ? c.first : ctx.carryFrom;
    d.roles.assign(places.size(), Role::reference);

    if (!executed) {
        if (c.governed == Clause::Governed::intended && moves) {
            for (std::size_t k = 0; k < places.size(); ++k)
                if (links[k].link == Link::to) {
                    t.intended = places[k];
                    t.intendedSentence = sentenceIndex;
                    setRole(b, places[k], Role::destination, Mention::npos);
                }
            return;
        }
        if (c.governed == Clause::Governed::purpose || c.feared) return;
        if (c.modal == "would" && (ctx.reported || c.negated)) return;
        const bool could = c.modal == "could" || c.modal == "might" || c.modal == "may" || c.modal == "would" || c.conditional;
        if (c.negated || c.governed == Clause::Governed::attempted) {
            d.status = Status::negated;
            for (std::size_t k = 0; k < places.size(); ++k)
                d.roles[k] = links[k].link == Link::to || links[k].link == Link::object ? Role::negated : Role::reference;
        } else if (could) {
            if (places.empty()) return;
            d.status = Status::hypothetical;
            std::fill(d.roles.begin(), d.roles.end(), Role::hypothetical);
        } else if (c.modal == "must" || c.modal == "shall" || c.modal == "should" || c.governed == Clause::Governed::ordered) {
            d.status = Status::ordered;
            d.voice = Voice::reported;
            for (std::size_t k = 0; k < places.size(); ++k)
                d.roles[k] = links[k].link == Link::to || (links[k].link == Link::in && ownRole(c.action, links[k]) == Role::stop) ||
                                     links[k].link == Link::object
                                 ? Role::ordered
                                 : Role::reference;
        } else {
            return;
        }
        emit(b, d, first, c.last, places);
        return;
    }

    std::set<std::string> stops;
    for (std::size_t k = 0; k < places.size(); ++k) {
        d.roles[k] = ownRole(c.action, links[k]);
        const std::string name = plainName(b.mentions[places[k]].mention.name);
        if (d.roles[k] == Role::stop && !b.mentions[places[k]].mention.literal) d.roles[k] = Role::background;
        if (d.roles[k] == Role::stop && !stops.insert(name).second) d.roles[k] = Role::reference;
    }
    const bool subordinate = c.lead == "when" || c.lead == "once" || c.lead == "as" || c.lead == "whenever";
    bool again = false;
    for (std::size_t k = 0; k < places.size(); ++k)
        if (d.roles[k] == Role::stop && subordinate && plainName(b.mentions[places[k]].mention.name) == t.lastStop) {
            d.roles[k] = Role::reference;
            again = true;
        }
    d.sameStopAgain = again;
    // "at X, on the river": the second says where the first lies.
    for (std::size_t k = 1; k < places.size(); ++k)
        if (d.roles[k] == Role::stop && d.roles[k - 1] == Role::stop && !links[k].listed && links[k].preposition == "on" &&
            links[k - 1].preposition != "on" && stops.erase(plainName(b.mentions[places[k]].mention.name)) > 0)
            d.roles[k] = Role::reference;
    d.parallel = stops.size() > 1;
    std::size_t stopsSeen = 0;
    const bool spread = c.action == Action::deploy || c.action == Action::hold || c.action == Action::stay;
    for (std::size_t k = 0; !spread && k < places.size(); ++k)
        if (d.roles[k] == Role::stop && stopsSeen++ > 0 && !links[k].listed) d.parallel = false;

    const bool anyStop = std::any_of(d.roles.begin(), d.roles.end(), [](Role r) { return r == Role::stop; });
    if (!anyStop && places.empty() && t.intended && sentenceIndex - t.intendedSentence <= 3 &&
        (c.action == Action::leave || c.action == Action::move || c.action == Action::put || c.action == Action::get)) {
        places.push_back(*t.intended);
        d.roles.push_back(Role::stop);
        t.intended.reset();
    }
    // Before the story: "Before X, we were in Y", "we had been in Y".
    const Token& opening = b.at(sentence.first);
    const bool before = isAny(opening, {"before", "previously", "earlier", "prior"}) && c.first <= sentence.first + 8;
    d.toldEarlier = (before || (c.perfect && !c.present)) && anyStop && !b.out.empty();
    if (d.toldEarlier && !before && !(c.copula || c.action == Action::hold || c.action == Action::stay || c.action == Action::deploy))
        d.toldEarlier = false;
    const std::size_t index = emit(b, d, first, c.last, places);
    for (std::size_t k = 0; k < places.size(); ++k)
        if (d.roles[k] == Role::stop) {
            if (!d.toldEarlier) t.lastStop = plainName(b.mentions[places[k]].mention.name);
            t.lastArrival = index;
            t.lastArrivalSentence = sentenceIndex;
        }
}

void otherStatement(Builder& b, const Clause& c, Who who, const Context& ctx, const std::vector<std::size_t>& places,
                    const std::vector<Linked>& links) {
    Teller& t = b.teller;
    Draft d;
    d.kind = kindName(c.action);
    d.actor = c.subject.who == Who::pronoun && !t.other.words.empty() ? t.other.words : c.subject.words;
    d.status = Status::otherActor;
    d.presence = Presence::none;
    d.voice = c.subject.covert || (c.subject.who == Who::pronoun && t.other.covert) ? Voice::claimed : ctx.reported ? Voice::reported : t.absent ? Voice::told : Voice::seen;
    const bool enemy = who == Who::enemy || who == Who::event || who == Who::place;
    d.roles.assign(places.size(), enemy ? Role::reference : Role::otherActor);
    for (std::size_t k = 0; k < places.size(); ++k)
        if (links[k].people || (links[k].link == Link::in && who == Who::family)) d.roles[k] = Role::reference;
    const bool attempted = c.governed == Clause::Governed::attempted;
    if (c.feared || c.conditional) return;
    if (c.negated || attempted) {
        d.status = Status::negated;
        d.presence = t.absent ? Presence::unit : Presence::narrator;
        if (d.voice == Voice::claimed) d.voice = Voice::seen;
        if (c.modal == "would") return;
    } else if (c.modal == "could" || c.modal == "might" || c.modal == "may" || c.modal == "would") {
        if (c.action == Action::begin || (c.modal == "would" && places.empty())) return;
        d.status = Status::hypothetical;
        for (Role& r : d.roles) r = Role::hypothetical;
    } else if (c.modal == "must" || c.modal == "should" || c.modal == "shall") {
        d.status = Status::ordered;
        d.presence = t.absent ? Presence::unit : Presence::narrator;
        d.voice = Voice::reported;
        std::fill(d.roles.begin(), d.roles.end(), Role::reference);
    } else if (c.present) {
        d.status = Status::background;
        std::fill(d.roles.begin(), d.roles.end(), Role::background);
    } else if (c.action == Action::fall || c.action == Action::handOver) {
        std::fill(d.roles.begin(), d.roles.end(), Role::background);
        d.voice = ctx.reported ? Voice::reported : Voice::claimed;
    }
    const std::size_t first = ctx.carryFrom == Context::npos ? c.first : ctx.carryFrom;
    emit(b, d, first, c.last, places);
}

bool isMotionOrStay(Action a) {
    switch (a) {
        case Action::move: case Action::leave: case Action::withdraw: case Action::deploy: case Action::hold: case Action::arrive:
        case Action::occupy: case Action::stay: case Action::come: case Action::get: case Action::put: case Action::advance: return true;
        default: return false;
    }
}

/// Coordinated steps of one actor and kind are one, where the first names no place: "came and took".
void mergeStep(Builder& b, std::size_t had, const Clause* earlier, const Clause& c) {
    if (!earlier || had == 0 || b.out.size() != had + 1) return;
    const Statement& first = b.out[had - 1];
    if (b.span[had - 1].second != c.first || first.kind != b.out[had].kind || first.status != b.out[had].status ||
        !first.places.empty() || earlier->subject.token != c.subject.token)
        return;
    b.span[had].first = b.span[had - 1].first;
    b.out[had].evidence = quoteOf(b, b.span[had].first, c.last);
    for (const auto& p : b.out[had].places) b.mentions[p.mention].mention.statement = had - 1;
    b.out.erase(b.out.begin() + static_cast<std::ptrdiff_t>(had) - 1);
    b.span.erase(b.span.begin() + static_cast<std::ptrdiff_t>(had) - 1);
    b.teller.last = had - 1;
    if (b.teller.lastArrival == had) b.teller.lastArrival = had - 1;
}

void readClause(Builder& b, const Sentence& sentence, std::size_t sentenceIndex, const std::vector<Clause>& clauses, std::size_t k, Context& ctx) {
    Teller& t = b.teller;
    Clause c = clauses[k];
    const auto places = mentionsIn(b, c.first, c.last);
    const auto links = linksIn(b, c, places);
    Who who = resolve(b, c.subject);
    const Token& head = b.at(c.first);
    // ", and after that ..." tells on; what was only reported ends before it.
    if (ctx.reported && k > ctx.complement && isAny(head, {"and", "but", "so"}) && !b.at(c.first + 1).is("that") && !c.speech && c.modal.empty())
        ctx.reported = ctx.disbelieved = ctx.commanded = false;
    const std::size_t from = ctx.carryFrom == Context::npos ? c.first : ctx.carryFrom;

    // "myself, my brother and some friends left"; "my friend and I left"
    if (!self(who) && actsInWar(c.action))
        for (std::size_t i = sentence.first; i < c.verb; ++i)
            if (b.at(i).is("myself") || (b.at(i).text == "I" && i > sentence.first && b.at(i - 1).is("and") && i + 3 > c.verb)) {
                who = Who::self;
                c.subject = {Who::self, "we", i, false};
                ctx.carryFrom = sentence.first;
                break;
            }
    if (who == Who::nobody && c.action != Action::none && c.nominal) who = Who::unit;

    const auto remember = [&] {
        if (who == Who::enemy || who == Who::friendly || who == Who::family || who == Who::command ||
            (who == Who::unit && t.absent))
            if (c.subject.who != Who::pronoun) t.other = {who, c.subject.words, c.subject.token, c.subject.covert};
    };

    // Time anchors: "This happened at ...", "I am talking about events on ..."
    const bool aboutThis = isAny(head, {"this", "that", "it", "all"}) && isAny(b.at(c.verb), {"happened", "occurred", "was", "began", "lasted", "took", "were"}) && places.empty();
    const bool talking = isAny(b.at(c.verb), {"talking", "speaking", "talk", "speak"});
    if ((aboutThis || talking) && hasTime(b, c.first, c.last)) {
        if (aboutThis && t.last && !t.absent) {
            const std::size_t newest = *t.last;
            if (t.lastArrival && sentenceIndex - t.lastArrivalSentence <= 1 && *t.lastArrival != newest) extend(b, *t.lastArrival, c.last);
            else extend(b, newest, c.last);
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
        d.actor = "I";
        d.presence = t.absent ? Presence::unit : Presence::narrator;
        d.roles.assign(places.size(), Role::reference);
        emit(b, d, from, c.last, places);
        return;
    }

    // Reported speech: the next clause is what was said or learnt.
    const bool informs = (c.action == Action::report || (who == Who::information && c.copula)) && c.governed != Clause::Governed::ordered;
    if (informs && k + 1 < clauses.size() && !(b.at(c.verb).is("contacted"))) {
        const Clause& nextClause = clauses[k + 1];
        const bool complement = nextClause.lead == "that" || nextClause.speech || b.at(nextClause.first).is("that") ||
                                isAny(b.at(c.last - 1), {":", "that"}) || b.at(c.last - 1).text == ":" || b.at(c.last - 1).text == "'" ||
                                nextClause.lead.empty();
        if (complement) {
            ctx.reported = true;
            ctx.complement = k + 1;
            ctx.commanded = ctx.commanded || who == Who::command;
            if (self(who) && (c.negated || isAny(b.at(c.verb), {"believed", "believe"}))) ctx.disbelieved = true;
            if (ctx.carryFrom == Context::npos && places.empty()) ctx.carryFrom = c.first;
            remember();
            return;
        }
    }
    if (isAny(b.at(c.verb), {"thought", "thinking", "believed"})) ctx.disbelieved = true;

    // "told my family to get out": an order to others, carried out by them.
    if (c.governed == Clause::Governed::ordered && self(who) && !c.passive) {
        bool toUs = false;
        for (std::size_t i = c.verb; i < c.last; ++i) toUs = toUs || isAny(b.at(i), {"us", "me"});
        if (!toUs) {
            const Subject object = [&] {
                for (std::size_t i = c.verb + 1; i < c.last; ++i) {
                    const Token& w = b.at(i);
                    if (w.is(Tag::family)) return Subject{Who::family, w.lower, i, false};
                    if (w.is(Tag::friendly) || w.is(Tag::unit)) return Subject{Who::friendly, w.lower, i, false};
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
    for (std::size_t i = c.first; i + 1 < c.last; ++i) noOrders = noOrders || (b.at(i).is("no") && b.at(i + 1).is(Tag::command));
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
            d.roles.push_back(links[i].link == Link::from || (leaving && (links[i].link == Link::of || links[i].link == Link::object || links[i].head == "of"))
                                  ? Role::origin
                              : links[i].people || links[i].link == Link::between                          ? Role::reference
                              : b.mentions[places[i]].firstToken < c.verb && links[i].link != Link::to ? Role::reference
                                                                                                           : Role::ordered);
        emit(b, d, from, c.last, places);
        remember();
        return;
    }
    // Words of commanders: "X must not be allowed to fall".
    if (c.speech && !ctx.commanded && t.commandSpeech == sentenceIndex) ctx.commanded = true;
    if (c.speech && ctx.commanded) t.commandSpeech = sentenceIndex + 1;
    if ((c.modal == "must" || c.modal == "shall" || (c.modal == "could" && c.negated && ctx.commanded)) && (ctx.commanded || c.speech) && (!places.empty() || actsInWar(c.action))) {
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
    if (c.copula && isAny(head, {"this", "that", "it", "these"}) && places.size() == 1 && t.last && links[0].link != Link::in &&
        b.mentions[places[0]].firstToken > c.verb) {
        const Statement& last = b.out[*t.last];
        const Role role = last.status == Status::otherActor ? Role::otherActor : Role::reference;
        b.out[*t.last].places.push_back({places[0], role});
        setRole(b, places[0], role, *t.last);
        return;
    }

    const bool temporal = c.lead == "when" || c.lead == "after" || c.lead == "before" || c.lead == "while" || c.lead == "once" || c.lead == "as";
    const bool ownMotion = self(who) && isMotionOrStay(c.action);
    if (temporal && k + 1 < clauses.size() && !(ownMotion && !places.empty()) && k == 0 + (k > 0 && clauses[k - 1].last == c.first ? k : 0) &&
        c.lead != "as" && (places.empty() || who == Who::event || !actsInWar(c.action)) && !c.conditional) {
        // A clause that only says when: its words go to the main clause.
        const std::size_t main = k + 1;
        if (clauses[main].lead.empty() || clauses[main].lead == c.lead) {
            std::size_t word = c.first;
            while (word + 1 < c.last && !(b.at(word).is(c.lead))) {
                if (b.at(word).is("soon")) { ++word; break; }
                ++word;
            }
            if ((c.lead == "after" || c.lead == "before" || b.at(word).is("as")) && actsInWar(c.action))
                anchorTime(b, c, c.lead == "before" ? TimeRelation::before : TimeRelation::after, word + 1, c.last);
            for (std::size_t i = 0; i < places.size(); ++i) setRole(b, places[i], Role::reference, Mention::npos);
            if (ctx.carryFrom == Context::npos) ctx.carryFrom = c.first;
            remember();
            return;
        }
    }

    // Where the narrator was: "we were in X", "our assignment was in X".
    if (c.copula && self(who) && !places.empty() && !c.present) {
        bool located = false;
        for (std::size_t i = 0; i < places.size(); ++i)
            located = located || (links[i].link == Link::in && b.mentions[places[i]].firstToken > c.verb && !links[i].people);
        const std::string after = b.mentions[places[0]].lastToken < c.last ? b.at(b.mentions[places[0]].lastToken).lower : "";
        if (located && after != "battle" && after != "battles") {
            c.action = isAny(b.at(c.subject.token), {"assignment", "position", "positions", "post", "mission"}) ? Action::deploy : Action::hold;
            ownStatement(b, sentence, c, ctx, places, links, sentenceIndex);
            ctx.carryFrom = Context::npos;
            remember();
            return;
        }
    }

    // A place that stood: it was not taken.
    if (c.action == Action::hold && c.modal.empty() && !c.passive && !self(who) && who != Who::enemy && who != Who::friendly && !places.empty() &&
        b.mentions[places[0]].firstToken < c.verb && isAny(b.at(c.verb), {"stood", "held", "resisted"})) {
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
    if (c.action == Action::stay && c.passive && !self(who)) c.action = Action::none;  // "it was settled that"
    // "X, where we arrived at nine": when the step before ended.
    if (self(who) && c.action == Action::arrive && c.lead == "where" && places.empty() && t.last && b.span[*t.last].second == c.first) {
        extend(b, *t.last, c.last);
        return;
    }
    if (c.action == Action::begin && who != Who::event) c.action = Action::none;
    if (c.passive && self(who) && (c.action == Action::attack || c.action == Action::cut || c.action == Action::capture)) {
        who = Who::enemy;
        c.subject.words = "enemy";
    }
    if (c.passive && (who == Who::other || who == Who::place) &&
        (c.action == Action::attack || c.action == Action::cut || c.action == Action::capture))
        who = Who::enemy;
    if (c.action == Action::handOver && c.passive) {
        bool weapons = false;
        for (std::size_t i = c.first; i < c.verb; ++i) weapons = weapons || b.at(i).is(Tag::weapons);
        if (weapons || who == Who::nobody) who = Who::self;
    }
    if (who == Who::place && c.action != Action::fall && !places.empty() && b.mentions[places[0]].hit.country) who = Who::enemy;
    if (who == Who::event && !(c.action == Action::begin || c.action == Action::attack || c.action == Action::advance)) {
        remember();
        for (const std::size_t m : places) if (b.background) setRole(b, m, Role::background, Mention::npos);
        return;
    }
    if (who == Who::event) t.other = {Who::enemy, "enemy", c.subject.token, false};

    if (self(who) && (actsInWar(c.action) || c.action == Action::observe) && !c.present) {
        if (c.action == Action::observe && (places.empty() || c.negated)) return;
        if (c.action == Action::take || c.action == Action::fall) c.action = c.action == Action::take ? Action::capture : Action::none;
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
    const bool otherActs = who != Who::nobody && !self(who) && actsInWar(c.action) && who != Who::command && who != Who::information;
    const bool commanderActs = who == Who::command && isMotionOrStay(c.action);
    if (otherActs || commanderActs) {
        if (c.subject.who == Who::place && c.action != Action::fall && places.empty()) return;
        // "They got out" after "told them to get out" is the same step.
        if (c.subject.who == Who::pronoun && c.subject.token == c.first && places.empty() && t.last && b.out[*t.last].status == Status::otherActor &&
            b.out[*t.last].actor == t.other.words && kindName(c.action) == b.out[*t.last].kind &&
            b.span[*t.last].second == c.first && isMotionOrStay(c.action) && !c.negated && b.at(b.span[*t.last].first).sentence + 1 == b.at(c.first).sentence) {
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
    // A step that only goes on: "we came and looked over the posts".
    if (t.last && b.span[*t.last].second == c.first && c.lead != "that" && c.lead != "which" && c.lead != "who" && places.empty() &&
        k > 0 && clauses[k - 1].subject.token == c.subject.token && !hasTime(b, c.first, c.last))
        extend(b, *t.last, c.last);
}

void attachTimes(Builder& b) {
    for (std::size_t i = 0; i < b.times.size(); ++i) {
        FoundTime& f = b.times[i];
        if (f.time.statement != static_cast<std::size_t>(-1)) continue;
        std::optional<std::size_t> best;
        for (std::size_t s = 0; s < b.out.size(); ++s) {
            if (b.span[s].first <= f.firstToken && f.firstToken < b.span[s].second) {
                if (!best || b.span[s].second - b.span[s].first < b.span[*best].second - b.span[*best].first) best = s;
            }
        }
        if (!best) {  // the next statement of the sentence, then the one before
            for (std::size_t s = 0; s < b.out.size() && !best; ++s)
                if (b.span[s].first >= f.firstToken && b.at(b.span[s].first).sentence == b.at(f.firstToken).sentence) best = s;
            for (std::size_t s = b.out.size(); s > 0 && !best; --s)
                if (b.span[s - 1].first < f.firstToken && b.at(b.span[s - 1].second - 1).sentence == b.at(f.firstToken).sentence) best = s - 1;
        }
        if (!best) continue;
        const bool hyperbole = b.out[*best].status == Status::hypothetical && (f.time.lowSeconds || f.time.highSeconds);
        if (f.figure || hyperbole) {
            b.out[*best].figures.push_back(f.time.quote);
            continue;
        }
        f.time.statement = *best;
        b.out[*best].times.push_back(i);
    }
}

/// "Before Aleppo, we were": a time that hangs on a place's event.
void anchorOnPlaces(Builder& b, const Sentence& s) {
    if (s.last - s.first < 4 || !isAny(b.at(s.first), {"before", "after", "since"})) return;
    std::size_t i = s.first + 1;
    while (i < s.last && b.at(i).is(Tag::determiner)) ++i;
    const auto places = mentionsIn(b, i, i + 1);
    if (places.empty() || b.mentions[places[0]].lastToken >= s.last || !(b.at(b.mentions[places[0]].lastToken).text == "," || isAny(b.at(b.mentions[places[0]].lastToken), {"we", "i"})))
        return;
    FoundTime t;
    t.firstToken = s.first;
    t.lastToken = b.mentions[places[0]].lastToken;
    t.time.relation = b.at(s.first).is("before") ? TimeRelation::before : b.at(s.first).is("after") ? TimeRelation::after : TimeRelation::from;
    t.time.quote = {b.source.id, b.at(s.first).begin, b.at(t.lastToken - 1).end};
    t.time.anchorWords = b.mentions[places[0]].mention.surface;
    t.time.anchorMention = places[0];
    b.times.push_back(std::move(t));
}

void sortStatements(Builder& b) {
    std::vector<std::size_t> order(b.out.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return b.out[x].evidence.begin < b.out[y].evidence.begin; });
    std::vector<std::size_t> to(order.size());
    std::vector<Statement> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
        to[order[i]] = i;
        sorted.push_back(std::move(b.out[order[i]]));
    }
    b.out = std::move(sorted);
    for (auto& m : b.mentions)
        if (m.mention.statement != Mention::npos) m.mention.statement = to[m.mention.statement];
    for (auto& t : b.times)
        if (t.time.statement != static_cast<std::size_t>(-1)) t.time.statement = to[t.time.statement];
}

void defaultRoles(Builder& b) {
    std::vector<bool> story(b.parts.size(), false);
    for (std::size_t s = 0; s < b.out.size(); ++s)
        for (const auto& p : b.out[s].places)
            if (p.role == Role::stop || p.role == Role::origin) story[b.at(b.span[s].first).paragraph] = true;
    for (std::size_t i = 0; i < b.mentions.size(); ++i) {
        FoundMention& m = b.mentions[i];
        const std::size_t paragraph = b.at(m.firstToken).paragraph;
        if (!b.decided[i]) m.mention.role = story[paragraph] && b.parts[paragraph].speaker == Speaker::narrator && m.mention.literal ? Role::reference : Role::background;
        const bool moved = m.mention.role == Role::stop || m.mention.role == Role::origin || m.mention.role == Role::via || m.mention.role == Role::destination;
        if (m.hit.country && !moved) {
            m.mention.literal = false;
            if (m.mention.role != Role::ordered && m.mention.role != Role::hypothetical) m.mention.role = Role::background;
        }
        if (!m.mention.literal && !moved && m.mention.role == Role::reference) m.mention.role = Role::background;
    }
    for (auto& s : b.out)
        for (auto& p : s.places) p.role = b.mentions[p.mention].mention.role;
    // What was ordered stays so where it is only spoken of again: "what was there for us in X?"
    for (std::size_t i = 0; i < b.mentions.size(); ++i) {
        if (b.decided[i] || b.mentions[i].mention.role != Role::reference) continue;
        for (std::size_t j = i; j > 0; --j) {
            const FoundMention& earlier = b.mentions[j - 1];
            if (b.at(earlier.firstToken).paragraph != b.at(b.mentions[i].firstToken).paragraph) break;
            if (earlier.mention.name != b.mentions[i].mention.name) continue;
            if (earlier.mention.role == Role::ordered) b.mentions[i].mention.role = Role::ordered;
            break;
        }
    }
    // A pull quote's mention takes what the body's has.
    for (auto& m : b.mentions) {
        if (!m.mention.repeats) continue;
        for (const auto& o : b.mentions)
            if (o.mention.quote == *m.mention.repeats) {
                m.mention.role = o.mention.role;
                m.mention.statement = o.mention.statement;
                m.mention.literal = o.mention.literal;
            }
    }
}

}  // namespace

std::vector<Statement> statementsOf(const Source& source, const Tokens& tokens, const std::vector<ParagraphPart>& parts,
                                    std::vector<FoundMention>& mentions, std::vector<FoundTime>& times) {
    Builder b{source, tokens, parts, mentions, times, {}, {}, std::vector<bool>(mentions.size(), false), {}, false};
    std::size_t paragraph = static_cast<std::size_t>(-1);
    for (std::size_t si = 0; si < tokens.sentences.size(); ++si) {
        Sentence s = tokens.sentences[si];
        const ParagraphPart& part = parts[s.paragraph];
        if (part.speaker != Speaker::narrator || part.repeats) continue;
        s.first = std::max(s.first, part.firstWord);
        if (s.first >= s.last) continue;
        if (paragraph != s.paragraph) {
            paragraph = s.paragraph;
            b.background = speaksOfYears(b, part);
            if (!b.teller.absent) b.teller.other = {};
            b.teller.intended.reset();
        }
        const bool absentNow = saysAbsent(b, s);
        if (absentNow) b.teller.absent = true;
        anchorOnPlaces(b, s);
        const auto clauses = clausesOf(tokens, s);
        Context ctx{Context::npos};
        ctx.absence = absentNow;
        for (std::size_t k = 0; k < clauses.size(); ++k) {
            const std::size_t had = b.out.size();
            readClause(b, s, si, clauses, k, ctx);
            if (absentNow && b.out.size() == had && k == 0)
                for (const std::size_t m : mentionsIn(b, clauses[k].first, clauses[k].last)) setRole(b, m, Role::background, Mention::npos);
        }
    }
    attachTimes(b);
    sortStatements(b);
    defaultRoles(b);
    return std::move(b.out);
}

}  // namespace retrace::text
