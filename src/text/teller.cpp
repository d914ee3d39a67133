#include "text/clause_parts.hpp"
#include "text/teller.hpp"

#include <algorithm>

namespace retrace::text {

Quote quoteOf(const Builder& b, std::size_t first, std::size_t last) {
    const auto skip = [&](const Token& t) {
        return t.kind == Token::Kind::mark && t.text != "[" && t.text != "]";
    };
    while (first + 1 < last &&
           (skip(b.at(first)) || (b.at(first).is(Cue::conjunction) && !b.at(first + 1).is(Cue::ofWord))))
        ++first;
    while (last > first + 1 && (skip(b.at(last - 1)) || b.at(last - 1).is(Cue::trailing)))
        --last;
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

namespace {

/// Whether nothing stands between but dates and words that lead to a place: "then on the 28th to".
bool onlyLeads(const Builder& b, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
        if (!leadsNote(b.at(i)) && !inTime(b, i)) return false;
    return true;
}

/// "I noticed it only in X", "in X we slept": not "my house in X".
bool isAdverbial(const Builder& b, const Clause& c, std::size_t at, const Linked& link) {
    if (link.link != Link::in || link.people) return false;
    std::size_t p = at;  // the preposition
    while (p > c.first && b.at(p - 1).lower != link.preposition) --p;
    if (p == c.first) return false;
    --p;
    // ", in Tennessee" behind another place says where that lies.
    if (p > c.first + 1 && b.at(p - 1).text == ",") {
        const auto places = mentionsIn(b, c.first, p);
        if (!places.empty() && b.mentions[places.back()].lastToken + 1 == p) return false;
    }
    if (p == c.first || b.at(p - 1).kind == Token::Kind::mark || b.at(p - 1).is(Cue::trailing)) return true;
    const Token& t = b.at(p - 1);
    return p - 1 == c.verb || t.is(Cue::pronoun) || t.is(Cue::ofUs) || adverbLike(t) || inTime(b, p - 1) ||
           t.is(Cue::objectPronoun);
}

}  // namespace

std::vector<Linked> linksIn(const Builder& b, const Clause& c, const std::vector<std::size_t>& places) {
    std::vector<Linked> links;
    for (std::size_t k = 0; k < places.size(); ++k) {
        const FoundMention* earlier = k > 0 ? &b.mentions[places[k - 1]] : nullptr;
        links.push_back(linkOf(b.tokens, c, b.mentions[places[k]], earlier, k > 0 ? links.back() : Linked{}));
    }
    for (std::size_t k = 0; k < places.size(); ++k) {
        const std::size_t at = b.mentions[places[k]].firstToken;
        links[k].heads = onlyLeads(b, c.first, at);
        links[k].adverbial = isAdverbial(b, c, at, links[k]);
    }
    // "the A and B route": the kind after the last of a list holds for all of it.
    for (std::size_t k = places.size(); k > 1; --k)
        if (links[k - 1].route &&
            b.mentions[places[k - 1]].firstToken - b.mentions[places[k - 2]].lastToken <= 1)
            links[k - 2].route = true;
    return links;
}

void setRole(Builder& b, std::size_t mention, Role role, std::size_t statement) {
    if (b.background) role = Role::background;
    b.mentions[mention].mention.role = role;
    b.mentions[mention].mention.statement = statement;
    b.decided[mention] = true;
}

std::size_t emit(Builder& b, const Draft& d, std::size_t first, std::size_t last,
                 const std::vector<std::size_t>& places) {
    Statement s;
    s.kind = d.kind;
    s.actor = d.actor;
    s.receiver = d.receiver;
    s.status = b.background ? Status::background : d.status;
    s.presence = d.presence;
    s.voice = d.voice;
    s.parallel = d.parallel;
    s.toldEarlier = d.toldEarlier;
    s.sameStopAgain = d.sameStopAgain;
    s.speaker = b.speakers[b.speaking];
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

void speak(Builder& b, std::size_t speaker) {
    if (speaker == b.speaking || speaker >= b.tellers.size()) return;
    b.tellers[b.speaking] = b.teller;
    b.teller = b.tellers[speaker];
    b.speaking = speaker;
}

void extend(Builder& b, std::size_t statement, std::size_t last) {
    b.span[statement].second = std::max(b.span[statement].second, last);
    const Quote q = quoteOf(b, b.span[statement].first, b.span[statement].second);
    b.out[statement].evidence = q;
}

bool inTime(const Builder& b, std::size_t token) {
    return std::any_of(b.near.begin(), b.near.end(), [&](std::size_t i) {
        return b.times[i].firstToken <= token && token < b.times[i].lastToken;
    });
}

void addTime(Builder& b, FoundTime time) {
    b.near.push_back(b.times.size());
    b.times.push_back(std::move(time));
}

bool hasTime(const Builder& b, std::size_t first, std::size_t last) {
    return std::any_of(b.near.begin(), b.near.end(), [&](std::size_t i) {
        const FoundTime& t = b.times[i];
        return t.firstToken >= first && t.firstToken < last &&
               (t.time.clock || t.time.date || t.time.prayer || t.time.days || t.time.weekday);
    });
}

Who resolve(const Builder& b, const Subject& s) {
    if (s.who == Who::pronoun) {
        const Subject& other = b.teller.other;
        if (other.who == Who::nobody) return b.teller.absent ? Who::unit : Who::pronoun;
        const std::size_t now = b.at(s.token).sentence, then = b.at(other.token).sentence;
        const bool near = now <= then + 2 || b.teller.absent;
        return near && !(b.tokens.language->is(s.words, Cue::theyWord) &&
                         b.tokens.language->is(other.words, Cue::onePerson)) ? other.who : Who::pronoun;
    }
    if (b.teller.absent && s.who == Who::friendly && b.at(s.token).is(Tag::unit) &&
        !b.at(s.token).is(Cue::forcesWord))
        return Who::unit;
    if (b.teller.absent && s.who == Who::friendly) {
        for (std::size_t i = s.token; i > 0 && s.token - i < 3; --i)
            if (b.at(i - 1).is(Cue::ownWord)) return Who::unit;
    }
    return s.who;
}

/// What the first verb of them that tells it says; empty where none does.
std::string kindIn(const Builder& b, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
        if (const auto action = b.at(i).verb.action; action != Action::none) return kindName(action);
    return {};
}

void anchorTime(Builder& b, const Clause& c, TimeRelation relation, std::size_t firstWord, std::size_t last) {
    const auto places = mentionsIn(b, firstWord, last);
    const auto anchor = [&](TimeExpression& t, std::size_t wordsEnd) {
        t.relation = relation;
        t.quote = quoteOf(b, c.first, last);
        t.anchorWords = words(b.source, quoteOf(b, firstWord, wordsEnd));
        t.anchorKind = kindIn(b, firstWord, wordsEnd);
        if (!places.empty()) t.anchorMention = places.front();
    };
    // "after they had left, within ten minutes": the delay and its anchor are one expression.
    for (const std::size_t i : b.near) {
        FoundTime& f = b.times[i];
        if (f.firstToken > firstWord && f.lastToken <= last && (f.time.lowSeconds || f.time.highSeconds) &&
            !f.time.lasts) {
            anchor(f.time, f.firstToken);
            return;
        }
    }
    FoundTime t;
    t.firstToken = c.first;
    t.lastToken = last;
    anchor(t.time, last);
    addTime(b, std::move(t));
}

/// Coordinated steps of one actor and kind are one, where the first names no place: "went and fetched".
void mergeStep(Builder& b, std::size_t had, const Clause* earlier, const Clause& c) {
    if (!earlier || had == 0 || b.out.size() != had + 1) return;
    const Statement& first = b.out[had - 1];
    if (b.span[had - 1].second != c.first || first.kind != b.out[had].kind ||
        first.status != b.out[had].status || !first.places.empty() ||
        earlier->subject.token != c.subject.token)
        return;
    b.span[had].first = b.span[had - 1].first;
    b.out[had].evidence = quoteOf(b, b.span[had].first, c.last);
    for (const auto& p : b.out[had].places) b.mentions[p.mention].mention.statement = had - 1;
    b.out.erase(b.out.begin() + static_cast<std::ptrdiff_t>(had) - 1);
    b.span.erase(b.span.begin() + static_cast<std::ptrdiff_t>(had) - 1);
    b.teller.last = had - 1;
    if (b.teller.lastArrival == had) b.teller.lastArrival = had - 1;
}

}  // namespace retrace::text
