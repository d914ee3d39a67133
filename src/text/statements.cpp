#include "text/statements.hpp"

#include "text/teller.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace retrace::text {
namespace {

/// Paragraphs in answers that speak of a year and of no day or hour: opinions and other times, not the story.
bool speaksOfYears(const Builder& b, const ParagraphPart& part) {
    if (part.answer == 0) return false;
    const auto dates = [](const TimeExpression& t) {
        return t.date || t.clock || t.weekday || t.prayer || (t.days && t.days->first.month > 0);
    };
    const auto first = std::partition_point(b.times.begin(), b.times.begin() + b.found, [&](const FoundTime& f) {
        return f.firstToken < part.firstWord;
    });
    for (auto t = first; t != b.times.begin() + b.found && t->firstToken < part.lastToken; ++t)
        if (dates(t->time)) return false;
    for (std::size_t i = part.firstWord + 1; i < part.lastToken; ++i) {
        const Token& t = b.at(i);
        const bool year = t.kind == Token::Kind::number && t.text.size() == 4 &&
                          (t.text.starts_with("19") || t.text.starts_with("20"));
        if (!year || !b.at(i - 1).is(Tag::preposition)) continue;
        const Sentence& sentence = b.tokens.sentences[t.sentence];
        // "In 2017 I had been there", "conscript since 2021": an aside of the story.
        bool looksBack = b.at(i - 1).is(Cue::sinceWord);
        for (std::size_t k = sentence.first; k < sentence.last; ++k) looksBack = looksBack || b.at(k).is(Cue::hadWord);
        if (!looksBack) return true;
    }
    return false;
}

bool saysAbsent(const Builder& b, const Sentence& s) {
    for (std::size_t i = s.first; i + 2 < s.last; ++i) {
        if (!b.at(i).is(Cue::singularSelf) || !b.at(i).capital) continue;
        if (!b.at(i + 1).is(Tag::auxiliary)) continue;
        bool negated = b.at(i + 1).is(Tag::negation);
        for (std::size_t j = i + 2; j < std::min(s.last, i + 8); ++j) {
            const Token& t = b.at(j);
            if (t.is(Cue::notWord)) negated = true;
            if (t.is(Cue::absence) && !b.at(j - 1).verb.past) return true;
            if (negated && t.is(Cue::presence) && j <= i + 4) return true;
            if (t.kind == Token::Kind::mark) break;
        }
    }
    return false;
}

/// Whether most paragraphs of the narrator begin with a date.
bool isDiary(const Builder& b) {
    std::size_t told = 0, dated = 0;
    for (const ParagraphPart& part : b.parts)
        told += part.speaker == Speaker::narrator && part.firstWord < part.lastToken;
    for (const FoundTime& t : b.times) {
        const ParagraphPart& part = b.parts[b.at(t.firstToken).paragraph];
        dated += (t.time.date || t.time.weekday) && part.speaker == Speaker::narrator &&
                 t.firstToken >= part.firstWord && t.firstToken <= part.firstWord + 1;
    }
    return dated >= 2 && dated * 2 >= told;
}

/// Whether the narrator's own ways are told in the present more often than in the past.
bool tellsInPresent(const Builder& b) {
    std::size_t present = 0, past = 0;
    for (std::size_t i = 1; i < b.tokens.all.size(); ++i) {
        const Token& t = b.at(i);
        if (!b.at(i - 1).is(Cue::selfWord) || b.parts[t.paragraph].speaker != Speaker::narrator) continue;
        if (!isMotionOrStay(t.verb.action)) continue;
        if (t.verb.past)
            ++past;
        else if (t.verb.base)
            ++present;
    }
    return present >= 3 && present > past;
}

/// Whether a mark and other words stand between two expressions of one sentence.
bool apart(const Builder& b, const FoundTime& first, const FoundTime& second) {
    bool marked = false;
    std::size_t others = 0;
    for (std::size_t i = first.lastToken; i < second.firstToken; ++i) {
        marked = marked || b.at(i).kind == Token::Kind::mark;
        others += b.at(i).kind == Token::Kind::word;
    }
    return marked && others > 1;
}

void attachTimes(Builder& b) {
    std::vector<std::vector<std::size_t>> ofSentence(b.tokens.sentences.size());  // statements, in their order
    for (std::size_t s = 0; s < b.out.size(); ++s)
        for (std::size_t k = b.at(b.span[s].first).sentence; k <= b.at(b.span[s].second - 1).sentence; ++k)
            ofSentence[k].push_back(s);
    for (std::size_t i = 0; i < b.times.size(); ++i) {
        FoundTime& f = b.times[i];
        if (f.time.statement != static_cast<std::size_t>(-1)) continue;
        const auto& statements = ofSentence[b.at(f.firstToken).sentence];
        std::optional<std::size_t> best;
        for (const std::size_t s : statements)
            if (b.span[s].first <= f.firstToken && f.firstToken < b.span[s].second &&
                (!best || b.span[s].second - b.span[s].first < b.span[*best].second - b.span[*best].first))
                best = s;
        // the next statement of the sentence, then the one before
        for (auto s = statements.begin(); s != statements.end() && !best; ++s)
            if (b.span[*s].first >= f.firstToken) best = *s;
        for (auto s = statements.rbegin(); s != statements.rend() && !best; ++s)
            if (b.span[*s].first < f.firstToken) best = *s;
        if (!best) continue;
        // "A paper hung there at eleven: the buses come at one": the second hour is of something else.
        const auto isClock = [&](std::size_t t) { return b.times[t].time.clock || b.times[t].time.prayer; };
        if (isClock(i) && std::ranges::any_of(b.out[*best].times, [&](std::size_t t) {
                return isClock(t) && apart(b, b.times[t], f);
            }))
            continue;
        const bool hyperbole =
            b.out[*best].status == Status::hypothetical && (f.time.lowSeconds || f.time.highSeconds);
        if (f.figure || hyperbole) {
            b.out[*best].figures.push_back(f.time.quote);
            continue;
        }
        f.time.statement = *best;
        b.out[*best].times.push_back(i);
    }
}

bool isAnchor(const Token& t) {
    return t.is(Cue::beforeWord) || t.is(Cue::afterWord) || t.is(Cue::sinceWord);
}

/// "Before Brest, we were": a time that hangs on a place's event.
void anchorOnPlaces(Builder& b, const Sentence& s) {
    if (s.last - s.first < 4 || !isAnchor(b.at(s.first))) return;
    std::size_t i = s.first + 1;
    while (i < s.last && b.at(i).is(Tag::determiner)) ++i;
    const auto places = mentionsIn(b, i, i + 1);
    if (places.empty() || b.mentions[places[0]].lastToken >= s.last ||
        !(b.at(b.mentions[places[0]].lastToken).text == "," ||
          b.at(b.mentions[places[0]].lastToken).is(Cue::selfWord)))
        return;
    FoundTime t;
    t.firstToken = s.first;
    t.lastToken = b.mentions[places[0]].lastToken;
    t.time.relation = b.at(s.first).is(Cue::beforeWord)  ? TimeRelation::before
                      : b.at(s.first).is(Cue::afterWord) ? TimeRelation::after
                                                  : TimeRelation::from;
    t.time.quote = {b.source.id, b.at(s.first).begin, b.at(t.lastToken - 1).end};
    t.time.anchorWords = b.mentions[places[0]].mention.surface;
    t.time.anchorMention = places[0];
    addTime(b, std::move(t));
}

void sortStatements(Builder& b) {
    std::vector<std::size_t> order(b.out.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        return b.out[x].evidence.begin < b.out[y].evidence.begin;
    });
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
            if (b.out[s].status != Status::otherActor && (p.role == Role::stop || p.role == Role::origin))
                story[b.at(b.span[s].first).paragraph] = true;
    std::set<std::string> walked;  // names of places that the narrator's way goes through
    for (const FoundMention& m : b.mentions)
        if (m.mention.role == Role::stop || m.mention.role == Role::origin || m.mention.role == Role::via)
            walked.insert(plainName(m.mention.name));
    for (std::size_t i = 0; i < b.mentions.size(); ++i) {
        FoundMention& m = b.mentions[i];
        const std::size_t paragraph = b.at(m.firstToken).paragraph;
        if (!b.decided[i])
            m.mention.role =
                m.mention.literal &&
                        ((story[paragraph] && b.parts[paragraph].speaker == Speaker::narrator) ||
                         (b.parts[paragraph].speaker == Speaker::interviewer &&
                          walked.contains(plainName(m.mention.name))))
                    ? Role::reference
                    : Role::background;
        const bool moved = m.mention.role == Role::stop || m.mention.role == Role::origin ||
                           m.mention.role == Role::via || m.mention.role == Role::destination;
        if (m.hit.country && !moved) {
            m.mention.literal = false;
            if (m.mention.role != Role::ordered && m.mention.role != Role::hypothetical)
                m.mention.role = Role::background;
        }
        if (!m.mention.literal && !moved && m.mention.role == Role::reference)
            m.mention.role = Role::background;
        // A countryside or a river that nobody went to is no point on the map, whatever it is spoken of for.
        if (!moved && b.tokens.language->is(m.mention.kind, Cue::wideKind)) m.mention.literal = false;
    }
    for (auto& s : b.out)
        for (auto& p : s.places)
            if (!(s.status == Status::otherActor && p.role == Role::origin) &&  // whence another went
                s.kind != kindName(Action::plan))                             // the goal, whatever came of it
                p.role = b.mentions[p.mention].mention.role;
    // What was ordered stays so where it is only spoken of again: "what should we do in X?"
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
    std::map<Quote, const Mention*> quoted;
    for (const auto& m : b.mentions) quoted.emplace(m.mention.quote, &m.mention);
    for (auto& m : b.mentions) {
        const auto body = m.mention.repeats ? quoted.find(*m.mention.repeats) : quoted.end();
        if (body == quoted.end()) continue;
        m.mention.role = body->second->role;
        m.mention.statement = body->second->statement;
        m.mention.literal = body->second->literal;
    }
}

}  // namespace

std::vector<Statement> statementsOf(const Source& source, const Tokens& tokens,
                                    const std::vector<ParagraphPart>& parts, const Speakers& speakers,
                                    std::vector<FoundMention>& mentions, std::vector<FoundTime>& times) {
    Builder b{source, tokens, parts, speakers, mentions, times};
    b.decided.assign(mentions.size(), false);
    b.tellers.resize(speakers.size());
    b.found = static_cast<std::ptrdiff_t>(b.times.size());
    b.diary = isDiary(b);
    b.inPresent = tellsInPresent(b);
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
        b.near.clear();
        for (auto t = std::partition_point(b.times.begin(), b.times.begin() + b.found,
                                           [&](const FoundTime& f) { return f.firstToken < s.first; });
             t != b.times.begin() + b.found && t->firstToken < s.last; ++t)
            b.near.push_back(static_cast<std::size_t>(t - b.times.begin()));
        anchorOnPlaces(b, s);
        const auto clauses = clausesOf(tokens, s);
        Context ctx{Context::npos};
        ctx.absence = absentNow;
        for (std::size_t k = 0; k < clauses.size(); ++k) {
            const std::size_t had = b.out.size();
            readClause(b, s, si, clauses, k, ctx);
            if (absentNow && b.out.size() == had && k == 0)
                for (const std::size_t m : mentionsIn(b, clauses[k].first, clauses[k].last))
                    setRole(b, m, Role::background, Mention::npos);
        }
    }
    attachTimes(b);
    sortStatements(b);
    defaultRoles(b);
    return std::move(b.out);
}

}  // namespace retrace::text
