#include "text/clause_rules.hpp"

#include <algorithm>
#include <set>

namespace retrace::text {
namespace {

/// "handed over to the militia", "handed the town to General Ruud": whom the words after "to" name, without
/// an article. Empty where they name nobody.
std::string receiverIn(const Builder& b, const Clause& c) {
    for (std::size_t i = c.verb + 1; i + 1 < c.last; ++i) {
        if (!b.at(i).is(Cue::toWord)) continue;
        std::size_t first = i + 1;
        while (first < c.last && b.at(first).is(Cue::article)) ++first;
        std::size_t last = first;
        while (last < c.last && last - first < 5) {
            const Token& t = b.at(last);
            const bool time = inTime(b, last);
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

/// "We ran from A to B in one breath", told when both lie behind the narrator in that order, and he is elsewhere:
/// a way told again.
bool toldBefore(const Step& s, const std::vector<Role>& roles) {
    const Teller& t = s.b.teller;
    std::size_t from = 0, to = 0;  // numbers of visits
    for (std::size_t k = 0; k < s.places.size(); ++k) {
        if (roles[k] != Role::origin && roles[k] != Role::stop) continue;
        const std::string name = plainName(s.b.mentions[s.places[k]].mention.name);
        const auto visit = t.visited.find(name);
        if (visit == t.visited.end() || name == t.lastStop) return false;
        (roles[k] == Role::origin ? from : to) = visit->second;
    }
    return from > 0 && to > from && !hasTime(s.b, s.c.first, s.c.last);
}

/// What the rules found, told of the narrator's side as done: which places are stops, and which of them anew.
void tellDone(Step& s) {
    Builder& b = s.b;
    Teller& t = b.teller;
    const Clause& c = s.c;
    Draft& d = s.draft;
    d.roles = rolesBy("own", s);
    std::set<std::string> stops;
    const auto nameAt = [&](std::size_t k) { return plainName(b.mentions[s.places[k]].mention.name); };
    for (std::size_t k = 0; k < s.places.size(); ++k) {
        if (d.roles[k] == Role::stop && !b.mentions[s.places[k]].mention.literal) d.roles[k] = Role::background;
        if (d.roles[k] == Role::stop && !stops.insert(nameAt(k)).second) d.roles[k] = Role::reference;
    }
    // "crossed into Lebanon at X": the country is told by the place.
    for (std::size_t k = 0; stops.size() > 1 && k < s.places.size(); ++k)
        if (d.roles[k] == Role::stop && b.mentions[s.places[k]].hit.country && stops.erase(nameAt(k)) > 0)
            d.roles[k] = Role::destination;
    if (toldBefore(s, d.roles)) {
        d.status = Status::background;
        d.roles.assign(s.places.size(), Role::reference);
        emitDraft(s);
        return;
    }
    const bool again = (s.marks & bit(Flag::subordinate)) != 0;
    for (std::size_t k = 0; again && k < s.places.size(); ++k)
        if (d.roles[k] == Role::stop && nameAt(k) == t.lastStop) {
            d.roles[k] = Role::reference;
            d.sameStopAgain = true;
        }
    // "at X, on the river": the second says where the first lies.
    for (std::size_t k = 1; k < s.places.size(); ++k)
        if (d.roles[k] == Role::stop && d.roles[k - 1] == Role::stop && !s.links[k].listed &&
            s.links[k].liesOn && !s.links[k - 1].liesOn && stops.erase(nameAt(k)) > 0)
            d.roles[k] = Role::reference;
    d.parallel = stops.size() > 1;
    std::size_t stopsSeen = 0;
    const bool spread = c.action == Action::deploy || c.action == Action::hold || c.action == Action::stay;
    for (std::size_t k = 0; !spread && k < s.places.size(); ++k)
        if (d.roles[k] == Role::stop && stopsSeen++ > 0 && !s.links[k].listed) d.parallel = false;

    const auto isStop = [](Role r) { return r == Role::stop; };
    const bool anyStop = std::any_of(d.roles.begin(), d.roles.end(), isStop);
    if (!anyStop && s.places.empty() && t.intended && s.sentenceIndex - t.intendedSentence <= 3 &&
        (c.action == Action::leave || c.action == Action::move || c.action == Action::put ||
         c.action == Action::get)) {
        s.places.push_back(*t.intended);
        s.links.emplace_back();
        d.roles.push_back(Role::stop);
        t.intended.reset();
    }
    if (c.action == Action::handOver) d.receiver = receiverIn(b, c);
    const bool pluperfect = !b.out.empty() && (s.marks & bit(Flag::pluperfect)) != 0;
    const bool before = !b.out.empty() && (s.marks & bit(Flag::beforeTheStory)) != 0;
    d.toldEarlier = anyStop && (before || pluperfect);
    if (pluperfect && !anyStop && s.places.empty() && isMotionOrStay(c.action)) d.status = Status::background;
    emitDraft(s);
    const std::size_t index = b.out.size() - 1;
    if (isMotionOrStay(c.action) && d.status == Status::executed) t.stepSentence = s.sentenceIndex;
    for (std::size_t k = 0; k < s.places.size(); ++k)
        if (d.roles[k] == Role::stop) {
            if (!d.toldEarlier) t.lastStop = nameAt(k);
            t.visited[nameAt(k)] = ++t.visits;
            t.lastArrival = index;
            t.lastArrivalSentence = s.sentenceIndex;
        }
}

}  // namespace

void ownStatement(Step& s) {
    const Teller& t = s.b.teller;
    const Clause& c = s.c;
    Draft& d = s.draft;
    d.roles.assign(s.places.size(), Role::reference);
    d.status = Status::executed;
    runRules(s.b.tokens.language->ownRules, s);
    if (s.silent) return;
    d.kind = s.kind.empty() ? kindName(c.action) : s.kind;
    d.actor = c.subject.who == Who::nobody || c.nominal ? s.b.tokens.language->narrator : c.subject.words;
    const bool away = t.absent && (s.marks & bit(Flag::alone)) == 0;
    d.presence = s.presence.value_or(away ? Presence::unit : Presence::narrator);
    if (!s.voiced) d.voice = away ? Voice::told : s.ctx.reported ? Voice::reported : Voice::seen;
    if (s.executed)
        tellDone(s);
    else
        emitDraft(s);
}

void otherStatement(Step& s) {
    Builder& b = s.b;
    const Teller& t = b.teller;
    const Clause& c = s.c;
    Draft& d = s.draft;
    const bool pronoun = c.subject.who == Who::pronoun;
    d.kind = kindName(c.action);
    d.actor = pronoun && s.who != Who::pronoun && !t.other.words.empty() ? t.other.words : c.subject.words;
    d.status = Status::otherActor;
    d.presence = Presence::none;
    d.voice = c.subject.covert || (pronoun && t.other.covert) ? Voice::claimed
              : s.ctx.reported                                ? Voice::reported
              : t.absent                                      ? Voice::told
                                                              : Voice::seen;
    const bool enemy = s.who == Who::enemy || s.who == Who::event || s.who == Who::place;
    d.roles = rolesBy(enemy ? "enemy" : "other", s);
    runRules(b.tokens.language->otherRules, s);
    if (s.silent) return;
    if (s.presence) d.presence = *s.presence;
    if (c.action == Action::handOver) {
        d.receiver = receiverIn(b, c);
        if (c.passive) d.actor.clear();  // "the town was handed over": by whom is not said
    }
    emitDraft(s);
    const std::size_t index = b.out.size() - 1;
    // "withdrew from X", "left X": the statement knows whence; the mention is still another's.
    if (d.status != Status::otherActor || b.background || !isMotionOrStay(c.action)) return;
    const auto whence = rolesBy("own", s);
    for (std::size_t k = 0; k < s.places.size(); ++k)
        if (whence[k] == Role::origin && s.links[k].link != Link::of) b.out[index].places[k].role = Role::origin;
}

}  // namespace retrace::text
