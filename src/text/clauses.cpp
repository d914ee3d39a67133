#include "text/clause_parts.hpp"

#include <algorithm>
#include <span>

namespace retrace::text {
namespace {

std::vector<Segment> segmentsOf(const Reader& r, const Sentence& s) {
    std::vector<Segment> out;
    std::size_t first = s.first;
    const auto cut = [&](std::size_t at) {
        if (at > first) out.push_back({first, at});
        first = std::max(first, at);
    };
    for (std::size_t i = s.first; i < s.last; ++i) {
        const Token& t = r.at(i);
        if (t.kind == Token::Kind::mark && t.text != "." && t.text != "[" && t.text != "]" && t.text != "-" &&
            t.text != "/") {
            cut(i + 1);
        } else if (t.is(Tag::splitter) && i > s.first) {
            const Token* next = i + 1 < s.last ? &r.at(i + 1) : nullptr;
            const bool asWell =
                t.is(Cue::asWord) && (r.at(i - 1).is(Cue::asWell) || (next && next->is(Cue::asWell)));
            const bool soonAs =
                t.is(Cue::asWord) &&
                (r.at(i - 1).is(Cue::soon) || r.at(i - 1).is(Cue::asFar) || (next && next->is(Cue::asFar)));
            const bool bare = i == first + 1 && r.at(first).is(Cue::joinsClause);  // "and after they left"
            const bool place = t.is(Cue::beforeWord) && i + 1 < s.last && r.at(i + 1).capital &&
                               !r.at(i + 1).is(Tag::function) &&
                               (standsBefore(r.at(i - 1).verb) || r.at(i - 1).is(Tag::kind));
            if (!asWell && !soonAs && !bare && !place) cut(i);
        }
    }
    cut(s.last);
    return out;
}

std::string leadOf(const Reader& r, std::size_t first, std::size_t last) {
    std::string lead;
    for (std::size_t i = first; i < std::min(last, first + 4); ++i) {
        const Token& t = r.at(i);
        if (t.kind == Token::Kind::mark || t.is(Cue::skippedLead)) continue;
        const bool asSoon = t.is(Cue::asWord) && i + 2 < last && r.at(i + 1).is(Cue::soon);
        const bool byTheTime = t.is(Cue::byWord) && i + 2 < last && r.at(i + 1).is(Cue::definite) &&
                               r.at(i + 2).is(Cue::timeWord);
        if (asSoon || byTheTime) return r.tokens.language->leadWhen;
        const bool place = t.is(Tag::preposition) && i + 1 < last && r.at(i + 1).capital &&
                           !r.at(i + 1).is(Tag::function);
        if (place) break;  // "Before X, we were in Y"
        if (t.is(Tag::splitter)) return t.lower;
        break;
    }
    return lead;
}

/// "Had we gone", "were they to come": a condition without "if".
bool isInverted(const Reader& r, std::size_t first, std::size_t last) {
    return first + 2 < last && r.at(first).is(Cue::inverting) &&
           (r.at(first + 1).is(Cue::selfWord) || r.at(first + 1).is(Cue::pronoun));
}

Clause clauseOf(const Reader& r, const Group& g, std::size_t first, std::size_t last) {
    Clause c = g.flags;
    c.first = first;
    c.last = last;
    c.verb = g.verb;
    c.action = g.action;
    c.lead = leadOf(r, first, last);
    c.conditional = r.tokens.language->is(c.lead, Cue::conditional);
    c.speech = r.at(g.verb).speech;
    if (isInverted(r, first, last)) {  // "had we gone"
        c.conditional = true;
        c.perfect = false;
    }
    for (std::size_t i = g.begin; i > first && g.begin - i < 2; --i)  // "we never went"
        if (r.at(i - 1).is(Cue::neverWord)) c.negated = true;
    if (first < g.begin && r.at(first).is(Tag::negation) && !r.at(first).is(Tag::preposition))
        c.negated = true;
    for (std::size_t i = first; i < g.begin && i < first + 12; ++i)
        if (r.at(i).is(Cue::noWord) && g.begin - i <= 3 && r.at(i + 1).text != ",")
            c.negated = true;
    return c;
}

// Whether words of fear stand before a verb.
bool isFeared(const Reader& r, std::size_t first, std::size_t verb) {
    for (std::size_t i = first; i < verb; ++i)
        if (r.at(i).is(Cue::fear)) return true;
    return false;
}

/// "Slept fourteen hours": a sentence that leaves its subject out, as diaries do.
bool standsAlone(const Reader& r, const Group& g, std::size_t first) {
    if (!g.finite || g.flags.passive || g.flags.copula || g.flags.present) return false;
    for (std::size_t i = first; i < g.begin; ++i)
        if (!adverbLike(r.at(i)) && !r.at(i).is(Tag::splitter)) return false;
    const Token& verb = r.at(g.begin);
    return verb.verb.past && verb.capital && g.action != Action::none && g.action != Action::report;
}

/// "The rest of the company, he heard later, had gone": of whom the words between commas tell. Nothing where
/// the clause has a subject of its own.
std::optional<Subject> spokenOf(const Reader& r, const std::vector<Clause>& earlier, const Segment& segment,
                                const Group& g) {
    if (earlier.empty() || subjectIn(r, segment.first, g.begin).who != Who::nobody) return std::nullopt;
    const Clause& aside = earlier.back();
    const std::size_t who = aside.subject.token;
    if (aside.action != Action::report || aside.last != segment.first || who < 2) return std::nullopt;
    if (r.at(who - 1).text != "," || r.at(segment.first - 1).text != ",") return std::nullopt;
    std::size_t begin = who - 1;  // of the words before the comma, back to another mark
    while (begin > 0 && r.at(begin - 1).kind != Token::Kind::mark &&
           r.at(begin - 1).sentence == r.at(who).sentence)
        --begin;
    if (begin + 1 >= who || !groupsOf(r, begin, who - 1).empty()) return std::nullopt;
    const Subject spoken = subjectOf(r, begin, who - 1, {}, false);
    if (spoken.who == Who::nobody) return std::nullopt;
    return spoken;
}

bool moved(const Clause& c) {
    return c.action == Action::move || c.action == Action::withdraw || c.action == Action::send ||
           c.action == Action::take || c.action == Action::leave || c.action == Action::arrive ||
           c.action == Action::come || c.action == Action::capture;
}

/// Whether some of a party is meant, or a unit: "the rest", "the second company"; not "the villages nearest".
bool namesAParty(const Reader& r, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
        const Token& t = r.at(i);
        if (t.is(Cue::gap) || t.is(Cue::partOf) || t.is(Cue::everybody) || t.is(Tag::unit) || t.capital ||
            whoIs(r, i, first) != Who::nobody)
            return true;
    }
    return false;
}

/// ", one to Nesle and mine to Chaulnes": a list of ways that goes on without its verb.
std::optional<Clause> gappedClause(const Reader& r, const Segment& segment,
                                   const std::vector<Clause>& earlier) {
    if (earlier.empty()) return std::nullopt;
    std::size_t first = segment.first;
    while (first < segment.last && r.at(first).is(Cue::trailing)) ++first;
    std::size_t to = first;
    while (to < segment.last && !r.at(to).is(Cue::toWord)) ++to;
    const bool goes = to > first && to + 1 < segment.last && to - first <= 8 &&
                      (r.at(to + 1).capital || (to + 2 < segment.last && r.at(to + 1).is(Tag::determiner)));
    if (!goes) return std::nullopt;
    const Token& t = r.at(first);
    const bool named = t.capital && !t.is(Tag::function) && r.at(to - 1).kind != Token::Kind::mark;
    const bool opens = t.is(Cue::gap) || t.is(Cue::selfWord) || t.is(Cue::mineWord) || t.is(Cue::partOf) ||
                       t.is(Cue::everybody) || named ||
                       ((t.is(Cue::definite) || t.is(Cue::anyArticle)) &&
                        (to == first + 2 || namesAParty(r, first + 1, to)));  // "the kitchen to Senlis"
    // "they pulled us back to X, and that same afternoon to Y": who moved goes on.
    bool timed = false, plain = true;
    for (std::size_t i = first; i < to; ++i) {
        timed = timed || r.at(i).is(Cue::timeNoun);
        plain = plain && (r.at(i).is(Tag::function) || r.at(i).is(Cue::timeNoun) || r.at(i).tags == 0) &&
                !r.at(i).capital && r.at(i).kind == Token::Kind::word;
    }
    const bool divided = segment.first > 0 && r.at(segment.first - 1).is(Cue::divider);
    const bool goesOn = timed && plain && !divided && moved(earlier.back());
    if (!opens && !goesOn) return std::nullopt;
    Clause c;
    c.first = segment.first;
    c.last = segment.last;
    c.verb = to - 1;
    c.action = Action::move;
    c.gapped = true;
    const bool told =
        earlier.back().action == Action::report && r.at(earlier.back().last - 1).is(Cue::divider);
    if (earlier.back().action == Action::order || told) c.governed = Clause::Governed::ordered;
    const Clause& before = earlier.back();
    bool us = false;
    for (std::size_t i = before.verb + 1; i < before.last; ++i) us = us || r.at(i).is(Cue::ofUs);
    const bool own = t.is(Cue::selfWord) || t.is(Cue::mineWord) || (goesOn && us);
    const bool part = t.is(Cue::gap) && self(earlier.back().subject.who);
    const Subject found = goesOn ? before.subject : subjectIn(r, first, to);
    const bool article = t.is(Cue::definite) || t.is(Cue::anyArticle);
    const std::size_t head = article ? to - 1 : first;  // "the kitchen": the noun is who goes
    c.subject = goesOn && !us ? before.subject
                : own    ? Subject{Who::self, t.lower, first, false}
                : part ? Subject{Who::unit, t.lower, first, false}
                : found.who == Who::nobody || found.who == Who::place
                    ? Subject{Who::friendly, r.at(head).lower, head, false}
                    : found;
    return c;
}

bool namesNothing(const Reader& r, const Segment& segment) {
    for (std::size_t i = segment.first; i < segment.last; ++i)
        if (r.at(i).capital || subjectIn(r, i, i + 1).who != Who::nobody) return false;
    return true;
}

}  // namespace

std::vector<Clause> clausesOf(const Tokens& tokens, const Sentence& sentence) {
    const Reader r{tokens};
    std::vector<Clause> out;
    std::size_t pending = sentence.first;  // words before the first verb
    bool held = false;                     // the pending words are a subject of the next clause
    const auto segments = segmentsOf(r, sentence);
    out = notesAhead(r, segments);
    std::size_t noted = out.empty() ? sentence.first : out.back().last;
    for (std::size_t index = 0; index < segments.size(); ++index) {
        const Segment& segment = segments[index];
        if (segment.last <= noted) {
            pending = segment.last;
            continue;
        }
        const auto groups = groupsOf(r, segment.first, segment.last);
        if (groups.empty()) {
            if (const auto gapped = gappedClause(r, segment, out)) {
                out.push_back(*gapped);
                pending = segment.last;
                held = false;
                continue;
            }
            // "We deployed on several fronts: in X, in Y": places of what was told; behind ";" it tells on.
            const bool divided = !out.empty() && r.at(segment.first - 1).is(Cue::divider);
            if (divided && (r.at(segment.first - 1).text == ";" || !isMotionOrStay(out.back().action))) {
                const auto behind = notesAhead(r, std::span(segments).subspan(index));
                if (!behind.empty()) {
                    out.insert(out.end(), behind.begin(), behind.end());
                    noted = pending = out.back().last;
                    held = false;
                    continue;
                }
            }
            if (out.empty()) continue;
            // The first of several subjects: ", my friends and comrades came"
            const bool coordinated = segment.last + 1 < sentence.last &&
                                     r.at(segment.last).is(Cue::andOr) &&
                                     !r.at(segment.last + 1).is(Cue::subjectPronoun);
            bool actor = false;
            for (std::size_t i = segment.first; i < segment.last; ++i)
                actor = actor ||
                        (whoIs(r, i, segment.first) != Who::nobody && !afterPreposition(r, i, segment.first));
            // ", and on the third, at six, we left": the time goes with what follows.
            const bool timeAhead =
                r.at(segment.first).is(Cue::addsTime) && segment.last < sentence.last &&
                segment.first + 1 < segment.last && r.at(segment.last - 1).text == "," &&
                r.at(segment.first + 1).is(Cue::timePreposition);
            if ((coordinated && actor) || (timeAhead && !held)) {
                pending = std::min(pending, segment.first);
                held = true;
                continue;
            }
            if (held) continue;
            out.back().last = segment.last;
            pending = segment.last;
            continue;
        }
        bool opened = false;
        std::size_t low = segment.first;
        for (const Group& g : groups) {
            const bool purpose = !g.finite && g.flags.governed == Clause::Governed::purpose;
            const bool participle = !g.finite && g.flags.governed == Clause::Governed::no;
            if (opened) {
                Clause& now = out.back();
                if (purpose) {
                    const bool learns = (g.action == Action::report || g.action == Action::observe) &&
                                        now.action == Action::none;
                    if (learns) {  // "we were surprised to learn"
                        now.action = Action::report;
                        now.verb = g.verb;
                        now.copula = false;
                    } else if (now.infinitive == 0) {
                        now.infinitive = g.verb;
                    }
                    continue;
                }
                if (!g.finite && !participle) {
                    // "were forced to withdraw", "began firing", "told us to go": the infinitive says what
                    // was done.
                    const bool ordering = g.flags.governed == Clause::Governed::ordered;
                    now.governed = g.flags.governed;
                    if (ordering)
                        now.action = Action::order;
                    else
                        now.action = resolved(r, g, segment.last, now.subject);
                    now.infinitive = ordering ? g.verb : now.infinitive;
                    now.verb = ordering ? now.verb : g.verb;
                    now.copula = false;
                    continue;
                }
                Subject own = subjectIn(r, low, g.begin);
                if (own.who == Who::place) own = {};
                if (participle && g.begin > low) {
                    const Who who = whoIs(r, g.begin - 1, low);
                    own = who == Who::nobody ? Subject{}
                                             : Subject{who, r.at(g.begin - 1).lower, g.begin - 1, false};
                    if (now.action == Action::observe || now.action == Action::report) continue;
                }
                // "the area they were in": a relative clause without its pronoun.
                if (own.token > low && r.at(own.token).is(Cue::whoPronoun) &&
                    g.verb + 1 < sentence.last && r.at(g.verb + 1).is(Cue::stranded) &&
                    r.at(own.token - 1).kind == Token::Kind::word &&
                    !r.at(own.token - 1).is(Tag::preposition)) {
                    const std::size_t beyond = g.verb + 2;
                    if (beyond >= segment.last || r.at(beyond).kind == Token::Kind::mark ||
                        r.at(beyond).is(Tag::auxiliary) || r.at(beyond).is(Tag::splitter) ||
                        r.at(beyond).verb.past) {
                        low = beyond;
                        continue;
                    }
                }
                const bool relative = r.at(segment.first).is(Cue::subjectRelative);
                if (relative && own.who == Who::nobody && g.finite &&
                    now.copula) {  // "the men that were on X withdrew"
                    const Clause fresh = clauseOf(r, g, now.first, segment.last);
                    now.copula = fresh.copula;
                    now.progressive = fresh.progressive;
                    now.passive = fresh.passive;
                    now.modal = fresh.modal;
                    now.negated = fresh.negated;
                    now.verb = g.verb;
                    now.action = resolved(r, g, segment.last, now.subject);
                    low = g.verb + 1;
                    continue;
                }
                if (g.action == Action::none && own.who == Who::nobody) {
                    low = g.verb + 1;
                    continue;
                }
                if (participle && (own.who == Who::nobody || g.action == Action::none)) continue;
                if (own.who == Who::nobody && now.action != Action::none) continue;
                const bool feared = now.feared || isFeared(r, now.first, g.begin);
                if (own.who == Who::nobody) {
                    now.action = resolved(r, g, segment.last, now.subject);
                    now.verb = g.verb;
                    now.feared = feared;
                    continue;
                }
                // A second subject in one segment opens a clause where its noun group begins.
                std::size_t start = own.token;
                while (start > low && (r.at(start - 1).is(Tag::determiner) || r.at(start - 1).tags == 0) &&
                       !r.at(start - 1).capital)
                    --start;
                now.last = start;
                Clause c = clauseOf(r, g, start, segment.last);
                c.lead.clear();
                c.subject = own;
                c.feared = feared;
                c.action = resolved(r, g, segment.last, own);
                out.push_back(c);
                low = g.verb + 1;
                continue;
            }
            // ", guarding the airfield": no step of its own where it names nothing.
            if (participle && !out.empty() && (g.action == Action::none || namesNothing(r, segment)))
                continue;
            if (purpose && !out.empty()) {  // ", in order to ...", "and to ..."
                if (out.back().infinitive == 0) out.back().infinitive = g.verb;
                continue;
            }
            const std::size_t opens = out.empty() ? sentence.first : held ? pending : segment.first;
            Clause c = clauseOf(r, g, opens, segment.last);
            if (out.empty()) c.first = sentence.first;
            if (out.empty()) c.lead = leadOf(r, sentence.first, segment.last);
            c.subject = subjectOf(r, held ? pending : segment.first, g.begin, out, true);
            if (const auto spoken = spokenOf(r, out, segment, g); spoken) c.subject = *spoken;
            if (out.empty() && c.subject.who == Who::nobody && standsAlone(r, g, segment.first))
                c.subject = {Who::self, r.tokens.language->narrator, g.verb, false};
            if (isInverted(r, c.first, c.last))
                c.subject = {whoIs(r, c.first + 1, c.first), r.at(c.first + 1).lower, c.first + 1, false};
            if (out.empty() && (c.subject.who == Who::nobody || c.subject.who == Who::place) &&
                segment.first > sentence.first) {
                const Subject early = subjectIn(r, sentence.first, g.begin);
                if (early.who != Who::nobody) c.subject = early;
            }
            held = false;
            if (r.at(g.verb).is(Cue::retreat)) c.nominal = true;
            c.action = resolved(r, g, segment.last, c.subject);
            if (purpose) c.governed = Clause::Governed::purpose;
            // "the withdrawal was carried out"
            for (std::size_t i = segment.first; i < g.begin; ++i)
                if (r.at(i).is(Cue::retreat) &&
                    !(i > segment.first && r.at(i - 1).is(Tag::preposition)) &&
                    r.at(g.verb).is(Cue::carriesOut)) {
                    c.action = Action::withdraw;
                    c.nominal = true;
                    c.passive = false;
                    c.subject = {Who::unit, r.at(i).lower, i, false};
                }
            c.feared = isFeared(
                r, segment.first > sentence.first + 4 ? segment.first - 4 : sentence.first, g.begin);
            out.push_back(c);
            opened = true;
            low = g.verb + 1;
        }
        if (!opened && !out.empty()) out.back().last = segment.last;
        pending = segment.last;
    }
    if (out.empty()) {
        Clause c;
        c.first = sentence.first;
        c.last = sentence.last;
        c.verb = sentence.first;
        c.verbless = true;
        out.push_back(c);
    }
    out.front().first = sentence.first;
    for (std::size_t i = 0; i + 1 < out.size(); ++i)
        out[i].last = std::max(out[i].verb + 1, std::min(out[i].last, out[i + 1].first));
    for (std::size_t i = 0; i + 1 < out.size(); ++i) out[i].last = out[i + 1].first;
    out.back().last = sentence.last;
    return out;
}

}  // namespace retrace::text
