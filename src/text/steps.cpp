#include "text/teller.hpp"

#include <algorithm>
#include <set>

namespace retrace::text {
namespace {

/// "We had come there in May": what lies before the story's now. A pluperfect that only closes a step of the
/// story does not: "when we had crossed, ...", "by noon we had reached X".
bool toldInPluperfect(const Builder& b, const Sentence& sentence, const Clause& c) {
    if (!c.perfect || c.present) return false;
    for (const std::string_view lead : {"when", "after", "once", "as", "until", "till", "before", "since"})
        if (c.lead == lead) return false;
    bool had = false;  // "had to go" is no pluperfect
    for (std::size_t i = c.first; i <= c.verb && i < c.last; ++i)
        had = had ||
              (isAny(b.at(i), {"had", "hadn't", "we'd", "i'd"}) && !(i + 1 < c.last && b.at(i + 1).is("to")));
    const bool closes = std::any_of(b.times.begin(), b.times.end(), [&](const FoundTime& t) {
        return t.firstToken >= sentence.first && t.firstToken < sentence.last && b.at(t.firstToken).is("by");
    });
    return had && !closes;
}

/// "wanted to take X": wished and no more, where "decided" and "agreed" may well have been done.
bool wishes(const Builder& b, const Clause& c) {
    for (std::size_t i = c.first; i < c.verb; ++i)
        if (isAny(b.at(i), {"wanted", "hoped", "planned", "intended", "wished", "aimed", "aiming", "hoping",
                            "planning", "wanting", "intending"}))
            return true;
    return false;
}

/// "handed over to the militia", "handed the town to General Ruud": whom the words after "to" name, without
/// an article. Empty where they name nobody.
std::string receiverIn(const Builder& b, const Clause& c) {
    for (std::size_t i = c.verb + 1; i + 1 < c.last; ++i) {
        if (!b.at(i).is("to")) continue;
        std::size_t first = i + 1;
        while (first < c.last && isAny(b.at(first), {"the", "a", "an"})) ++first;
        std::size_t last = first;
        while (last < c.last && last - first < 5) {
            const Token& t = b.at(last);
            const bool time = std::any_of(b.times.begin(), b.times.end(), [&](const FoundTime& f) {
                return f.firstToken <= last && last < f.lastToken;
            });
            if (t.kind == Token::Kind::mark || t.is(Tag::preposition) || t.is(Tag::splitter) ||
                t.is(Tag::auxiliary) || t.is(Tag::modal) || time)
                break;
            ++last;
        }
        if (last > first && !b.at(first).verb.base)
            return words(b.source, {b.source.id, b.at(first).begin, b.at(last - 1).end});
    }
    return {};
}

}  // namespace

void ownStatement(Builder& b, const Sentence& sentence, const Clause& c, Context& ctx,
                  std::vector<std::size_t> places, std::vector<Linked> links, std::size_t sentenceIndex) {
    Teller& t = b.teller;
    Draft d;
    d.kind = kindName(c.action);
    d.actor = c.subject.who == Who::nobody ? "we" : c.subject.words;
    if (c.nominal) d.actor = "we";
    const bool moves = c.action != Action::attack && c.action != Action::begin && c.action != Action::cut &&
                       c.action != Action::handOver && c.action != Action::observe &&
                       c.action != Action::capture && c.action != Action::fall;
    const bool executed =
        !c.negated && (c.modal.empty()) && !c.feared && !c.conditional &&
        c.governed != Clause::Governed::ordered && c.governed != Clause::Governed::intended &&
        c.governed != Clause::Governed::attempted && c.governed != Clause::Governed::purpose;
    if (executed && t.absent && !ctx.absence && isAny(b.at(c.subject.token), {"we", "i"}) && moves &&
        !c.nominal && c.subject.who == Who::self)
        t.absent = false;
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
        const bool could = c.modal == "could" || c.modal == "might" || c.modal == "may" ||
                           c.modal == "would" || c.conditional ||
                           (ctx.adviser && !ctx.commanded && !c.modal.empty());
        if (c.negated || c.governed == Clause::Governed::attempted) {
            d.status = Status::negated;
            for (std::size_t k = 0; k < places.size(); ++k)
                d.roles[k] = links[k].link == Link::to || links[k].link == Link::object ? Role::negated
                                                                                        : Role::reference;
        } else if (could) {
            if (places.empty()) return;
            d.status = Status::hypothetical;
            std::fill(d.roles.begin(), d.roles.end(), Role::hypothetical);
        } else if (c.modal == "must" || c.modal == "shall" || c.modal == "should" ||
                   c.governed == Clause::Governed::ordered) {
            d.status = Status::ordered;
            d.voice = Voice::reported;
            for (std::size_t k = 0; k < places.size(); ++k)
                d.roles[k] =
                    links[k].link == Link::to ||
                            (links[k].link == Link::in && ownRole(c.action, links[k]) == Role::stop) ||
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
        if (d.roles[k] == Role::stop && subordinate &&
            plainName(b.mentions[places[k]].mention.name) == t.lastStop) {
            d.roles[k] = Role::reference;
            again = true;
        }
    d.sameStopAgain = again;
    // "at X, on the river": the second says where the first lies.
    for (std::size_t k = 1; k < places.size(); ++k)
        if (d.roles[k] == Role::stop && d.roles[k - 1] == Role::stop && !links[k].listed &&
            links[k].preposition == "on" && links[k - 1].preposition != "on" &&
            stops.erase(plainName(b.mentions[places[k]].mention.name)) > 0)
            d.roles[k] = Role::reference;
    d.parallel = stops.size() > 1;
    std::size_t stopsSeen = 0;
    const bool spread = c.action == Action::deploy || c.action == Action::hold || c.action == Action::stay;
    for (std::size_t k = 0; !spread && k < places.size(); ++k)
        if (d.roles[k] == Role::stop && stopsSeen++ > 0 && !links[k].listed) d.parallel = false;

    const bool anyStop = std::any_of(d.roles.begin(), d.roles.end(), [](Role r) { return r == Role::stop; });
    if (!anyStop && places.empty() && t.intended && sentenceIndex - t.intendedSentence <= 3 &&
        (c.action == Action::leave || c.action == Action::move || c.action == Action::put ||
         c.action == Action::get)) {
        places.push_back(*t.intended);
        d.roles.push_back(Role::stop);
        t.intended.reset();
    }
    // Before the story: "Before X, we were in Y", "we had been in Y".
    const Token& opening = b.at(sentence.first);
    const bool before =
        isAny(opening, {"before", "previously", "earlier", "prior"}) && c.first <= sentence.first + 8;
    const bool pluperfect = !b.out.empty() && toldInPluperfect(b, sentence, c);
    if (c.action == Action::handOver) d.receiver = receiverIn(b, c);
    d.toldEarlier = anyStop && ((before && !b.out.empty()) || pluperfect);
    if (pluperfect && !anyStop && places.empty() && isMotionOrStay(c.action)) d.status = Status::background;
    const std::size_t index = emit(b, d, first, c.last, places);
    for (std::size_t k = 0; k < places.size(); ++k)
        if (d.roles[k] == Role::stop) {
            if (!d.toldEarlier) t.lastStop = plainName(b.mentions[places[k]].mention.name);
            t.lastArrival = index;
            t.lastArrivalSentence = sentenceIndex;
        }
}

void otherStatement(Builder& b, const Clause& c, Who who, const Context& ctx,
                    const std::vector<std::size_t>& places, const std::vector<Linked>& links) {
    Teller& t = b.teller;
    Draft d;
    d.kind = kindName(c.action);
    d.actor = c.subject.who == Who::pronoun && who != Who::pronoun && !t.other.words.empty()
                  ? t.other.words
                  : c.subject.words;
    d.status = Status::otherActor;
    d.presence = Presence::none;
    d.voice = c.subject.covert || (c.subject.who == Who::pronoun && t.other.covert) ? Voice::claimed
              : ctx.reported                                                        ? Voice::reported
              : t.absent                                                            ? Voice::told
                                                                                    : Voice::seen;
    const bool enemy = who == Who::enemy || who == Who::event || who == Who::place;
    d.roles.assign(places.size(), enemy ? Role::reference : Role::otherActor);
    for (std::size_t k = 0; k < places.size(); ++k)
        if (links[k].people || (links[k].link == Link::in && who == Who::family))
            d.roles[k] = Role::reference;
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
    } else if (c.governed == Clause::Governed::intended && wishes(b, c)) {
        d.status = Status::hypothetical;
        if (!enemy) std::fill(d.roles.begin(), d.roles.end(), Role::hypothetical);
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
        if (c.action == Action::handOver) {
            d.receiver = receiverIn(b, c);
            if (c.passive) d.actor.clear();  // "the town was handed over": by whom is not said
        }
    }
    const std::size_t first = ctx.carryFrom == Context::npos ? c.first : ctx.carryFrom;
    const std::size_t index = emit(b, d, first, c.last, places);
    // "withdrew from X", "left X": the statement knows whence; the mention is still another's.
    if (d.status != Status::otherActor || b.background || !isMotionOrStay(c.action)) return;
    for (std::size_t k = 0; k < places.size(); ++k)
        if (links[k].link == Link::from ||
            (links[k].link == Link::object && (c.action == Action::leave || c.action == Action::withdraw)))
            b.out[index].places[k].role = Role::origin;
}

}  // namespace retrace::text
