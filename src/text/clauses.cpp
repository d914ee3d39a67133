#include "text/clauses.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

using List = std::initializer_list<std::string_view>;
bool adverbLike(const Token& t) {
    return t.is(Tag::negation) ||
           isAny(t,
                 {"also",    "then",   "only",        "just",     "still",     "already",  "finally",
                  "all",     "both",   "soon",        "now",      "never",     "again",    "even",
                  "quickly", "slowly", "immediately", "first",    "once",      "later",    "been",
                  "being",   "be",     "there",       "together", "currently", "actually", "eventually"}) ||
           (t.lower.size() > 4 && t.lower.ends_with("ly"));
}

struct Reader {
    const Tokens& tokens;
    const Token& at(std::size_t i) const { return tokens.all[i]; }
};

/// A verb group found in a segment.
struct Group {
    std::size_t begin = 0, verb = 0;  // first auxiliary, main verb
    Action action = Action::none;
    bool finite = true;
    Clause flags;  // modal, negation and so on
};

/// Who the token names as an actor, by itself and the word before it.
Who whoIs(const Reader& r, std::size_t i, std::size_t low) {
    const Token& t = r.at(i);
    if (isAny(t, {"we", "i", "myself", "ourselves"})) return Who::self;
    if (isAny(t, {"they", "he", "she", "it"})) return Who::pronoun;
    if (t.kind != Token::Kind::word) return Who::nobody;
    std::size_t j = i;
    bool own = false, their = false;
    while (j > low && i - j < 4) {
        const Token& p = r.at(j - 1);
        if (isAny(p, {"our", "my"})) own = true;
        if (isAny(p, {"their", "his", "its"})) their = true;
        if (own || their || p.is(Tag::preposition) || p.kind == Token::Kind::mark || p.is(Tag::auxiliary))
            break;
        --j;
    }
    const bool directly = i > low && isAny(r.at(i - 1), {"the", "our", "my", "all"});
    if (t.is(Tag::unit) && own && !t.is("friends")) return Who::unit;
    if (isAny(t, {"men", "brothers", "comrades", "lads"}) && (directly || own) && !their) return Who::unit;
    if (t.is(Tag::enemy) && !own) {
        // Peoples are armies only as plain plurals: "the Germans".
        if (t.capital && i > low && !r.at(i - 1).is("the")) return Who::nobody;
        return Who::enemy;
    }
    if (isAny(t, {"withdrawal", "retreat", "evacuation"})) return Who::nobody;
    if (t.is(Tag::command))
        return isAny(t, {"order", "command", "general", "major", "staff"}) && !directly ? Who::nobody
                                                                                        : Who::command;
    if (t.is(Tag::family)) return Who::family;
    if (t.is(Tag::eventNoun)) return Who::event;
    if (t.is(Tag::friendly)) return Who::friendly;
    if (t.is(Tag::information)) return Who::information;
    if (t.is(Tag::demonym) && t.capital && t.lower.ends_with("s") && i > low && r.at(i - 1).is("the"))
        return Who::enemy;
    if (isAny(t, {"assignment", "position", "positions", "post", "mission"}) && own) return Who::unit;
    return Who::nobody;
}

bool afterPreposition(const Reader& r, std::size_t i, std::size_t low) {
    for (std::size_t j = i; j > low && i - j < 5; --j) {
        const Token& p = r.at(j - 1);
        if (p.is(Tag::preposition)) return !p.is("like");
        if (p.kind == Token::Kind::mark || p.is(Tag::auxiliary)) return false;
        if (!(p.is(Tag::determiner) || p.is(Tag::directionWord) || p.possessive || verbForm(p.lower).verb() ||
              p.tags == 0 || p.is(Tag::friendly)))
            return false;
    }
    return false;
}

Subject subjectIn(const Reader& r, std::size_t low, std::size_t high) {
    if (high > low + 60) low = high - 60;
    bool governed = false;  // an actor after a preposition: "in front of the army"
    for (std::size_t i = low; i < high; ++i) {
        const Who who = whoIs(r, i, low);
        if (who == Who::nobody) continue;
        Subject s{who, r.at(i).lower, i, false};
        for (std::size_t j = i > low + 2 ? i - 2 : low; j <= std::min(i + 1, high - 1); ++j)
            s.covert = s.covert || r.at(j).is(Tag::covert);
        if (who == Who::self || who == Who::pronoun || !afterPreposition(r, i, low)) return s;
        governed = true;
    }
    // A name as the subject: "Brest fell".
    for (std::size_t i = low; i < high; ++i)
        if (r.at(i).capital && r.at(i).kind == Token::Kind::word && r.at(i).tags == 0 &&
            !afterPreposition(r, i, low) && !governed)
            return {Who::place, r.at(i).lower, i, false};
    return {};
}

Clause::Governed governor(const Reader& r, std::size_t to, std::size_t low) {
    using G = Clause::Governed;
    const std::size_t back = to > low + 9 ? to - 9 : low;
    for (std::size_t j = to; j > back; --j) {
        const Token& t = r.at(j - 1);
        if (isAny(t, {"forced", "had", "have", "compelled", "obliged", "began", "started", "begun",
                      "continued", "proceeded", "able", "managed", "allowed", "succeeded", "got"}))
            return to - j <= 2 ? G::forced : G::purpose;
        if (t.is("order") && j >= 2 && r.at(j - 2).is("in")) return G::purpose;
        if (isAny(t, {"ordered", "told", "instructed", "commanded", "orders", "instructions", "order",
                      "asked", "directed", "assigned", "tasked"}))
            return G::ordered;
        if (isAny(t, {"decided", "planned", "wanted", "intended", "hoped", "agreed", "going", "aiming",
                      "prepared", "supposed", "ready", "resolved", "meant", "planning", "hoping", "want",
                      "decision", "plan"}))
            return to - j <= 2 ? G::intended : G::purpose;
        if (isAny(t, {"tried", "attempted", "failed", "refused", "unable", "trying", "try"}))
            return to - j <= 2 ? G::attempted : G::purpose;
        if (isAny(t, {"were", "was"}) && j == to)  // "we were to hold"
            return j >= 2 &&
                           isAny(r.at(j - 2), {"we", "i", "they", "company", "battalion", "regiment", "unit"})
                       ? G::ordered
                       : G::purpose;
        if (t.kind == Token::Kind::mark && t.text != ",") break;
        const VerbForm v = verbForm(t.lower);
        if (v.past && v.action != Action::none && v.action != Action::come && to - j > 0) return G::purpose;
    }
    return G::purpose;
}

/// Verb groups of a segment, left to right.
std::vector<Group> groupsOf(const Reader& r, std::size_t first, std::size_t last) {
    std::vector<Group> out;
    for (std::size_t i = first; i < last; ++i) {
        const Token& t = r.at(i);
        if (t.kind != Token::Kind::word) continue;
        if (t.is(Tag::auxiliary) || t.is(Tag::modal)) {
            Group g{i, i, Action::none, true, {}};
            Clause& f = g.flags;
            f.copula = !t.is(Tag::modal) && !isAny(t, {"do", "does", "did", "didn't", "don't"});
            if (t.is(Tag::modal))
                f.modal = t.lower.starts_with("can") || t.lower.starts_with("could") ? "could" : t.lower;
            f.negated = t.is(Tag::negation);
            bool be = isAny(t, {"is", "are", "was", "were", "am", "wasn't", "weren't", "isn't", "aren't"});
            bool have = isAny(t, {"has", "have", "had", "hadn't", "haven't", "hasn't"});
            f.present = isAny(t, {"is", "are", "am", "isn't", "aren't", "do", "does", "don't", "doesn't",
                                  "we're", "they're", "i'm"});
            f.perfect = have;
            std::size_t j = i + 1;
            std::size_t main = i;
            for (; j < last && j <= i + 6; ++j) {
                const Token& u = r.at(j);
                if (u.is(Tag::negation)) f.negated = true;
                if (isAny(u, {"be", "been", "being"})) {
                    be = true;
                    main = j;
                    f.copula = true;
                    continue;
                }
                if (isAny(u, {"have", "has", "had"})) {
                    have = true;
                    continue;
                }
                if (adverbLike(u)) continue;
                const VerbForm v = verbForm(u.lower);
                if (!v.verb()) break;
                const bool fits = (be && (v.ing || v.participle)) || (have && v.participle) ||
                                  (!be && !have && v.base) || (t.is(Tag::modal) && v.base);
                if (!fits) break;
                main = j;
                g.action = v.action;
                f.copula = false;
                f.progressive = be && v.ing;
                f.passive = be && v.participle && !v.ing;
                break;
            }
            g.verb = main;
            if (be && f.modal.empty() && main == i && i + 1 < last && r.at(i + 1).is("able")) {
                f.able = true;
                f.copula = false;
            }
            if (have && f.copula && !be) f.copula = false;
            out.push_back(g);
            i = std::max(i, main);
            continue;
        }
        const VerbForm v = verbForm(t.lower);
        if (!v.verb()) continue;
        const Token* before = i > 0 && r.at(i - 1).sentence == t.sentence ? &r.at(i - 1) : nullptr;
        if (before && before->is("to") && v.base) {
            Group g{i - 1, i, v.action, false, {}};
            g.flags.governed = governor(r, i - 1, first);
            out.push_back(g);
            continue;
        }
        const bool demonstrative = before && isAny(*before, {"this", "that", "these", "those", "all"});
        const bool noun = before && !(demonstrative && v.past && !v.base) &&
                          (before->is(Tag::determiner) || before->possessive || before->is("of") ||
                           before->is("without") || before->is("by") || before->is("for") ||
                           before->is("from") || before->is("in") || before->is("at") || before->is("under"));
        if (v.past &&
            !(noun && !before->possessive && !before->is(Tag::determiner) && t.is(Tag::eventNoun)) &&
            !(noun && (v.base || before->is(Tag::determiner)))) {
            out.push_back({i, i, v.action, true, {}});
        } else if (v.ing && !noun &&
                   !(before && before->is("and") && i > 1 && r.at(i - 2).is(Tag::eventNoun)) &&
                   !t.is(Tag::preposition)) {
            Group g{i, i, v.action, false, {}};
            g.flags.progressive = true;
            g.flags.governed = Clause::Governed::no;
            if (before && isAny(*before, {"began", "started", "kept", "begun"}))
                g.flags.governed = Clause::Governed::forced;
            out.push_back(g);
        } else if (v.base && before && isAny(*before, {"we", "they", "i", "you"}) && !v.past) {
            Group g{i, i, v.action, true, {}};
            g.flags.present = true;
            out.push_back(g);
        }
    }
    return out;
}

bool followedBy(const Reader& r, std::size_t i, std::size_t last, List words) {
    return i + 1 < last && isAny(r.at(i + 1), words);
}

/// Verbs that only their particles or objects tell: "fell back", "took up positions", "set off".
Action resolved(const Reader& r, Action action, std::size_t verb, std::size_t last, const Subject& subject) {
    const Token& t = r.at(verb);
    const auto within = [&](std::size_t span, List words) {
        for (std::size_t i = verb + 1; i < std::min(last, verb + 1 + span); ++i)
            if (isAny(r.at(i), words)) return true;
        return false;
    };
    switch (action) {
        case Action::fall:
            if (followedBy(r, verb, last, {"back"})) return Action::withdraw;
            return subject.who == Who::place || subject.who == Who::other ? Action::fall : Action::none;
        case Action::withdraw:
            return t.lower.starts_with("pull") && !within(3, {"back", "out", "away"}) ? Action::none
                                                                                      : Action::withdraw;
        case Action::handOver:
            // "handed X over", "handed X to the Y"
            return t.lower.starts_with("hand") && !within(8, {"over"}) &&
                           !(within(6, {"to"}) && verb + 1 < last && r.at(verb + 1).capital)
                       ? Action::none
                       : Action::handOver;
        case Action::begin:
            return isAny(t, {"broke", "break", "broken"}) && within(1, {"through"}) ? Action::advance
                                                                                    : action;
        case Action::put:
            return within(2, {"off", "out"}) ? Action::move
                   : within(2, {"up"})       ? Action::deploy
                                             : Action::none;
        case Action::carryOut:  // "carried us across to X"
            return t.lower.starts_with("carr") && within(1, {"us", "me"}) ? Action::send : Action::none;
        case Action::get:
            if (t.lower.starts_with("ma"))
                return within(4, {"way"}) || within(3, {"to"}) ? (within(2, {"it"})    ? Action::arrive
                                                                  : within(4, {"way"}) ? Action::move
                                                                                       : Action::none)
                                                               : Action::none;
            return within(2, {"out", "away"})  ? Action::move
                   : within(2, {"to", "into"}) ? Action::arrive
                                               : Action::none;
        case Action::take:
            if (within(3, {"place"}) && within(1, {"place", "part"})) return Action::none;
            if (within(4, {"road", "roads", "route", "path", "train", "highway", "way", "ferry", "bus",
                           "boat", "ship", "taxi", "plane", "lorry", "tram", "steamer"}) &&
                within(6, {"to", "towards", "for"}))
                return Action::move;
            if (t.lower.starts_with("c")) return Action::none;  // "caught a cold"
            if (within(3, {"place", "over", "positions", "position"}) || within(2, {"up"}))
                return Action::occupy;
            if (within(4, {"contingent", "them", "men", "troops"})) return Action::move;
            return Action::capture;
        case Action::come:
            if (subject.who == Who::command &&
                isAny(r.at(subject.token),
                      {"orders", "order", "instructions", "command", "instruction", "message"}))
                return Action::order;
            if (within(2, {"under", "like", "near", "close", "from"}) && !within(1, {"out"}))
                return Action::none;
            return within(2, {"to", "into"}) ? Action::arrive : Action::come;
        case Action::stay:  // "stopped firing", "stopped to look", "lived on bread"
            if (isAny(t, {"lived", "live", "living"}) &&
                within(1, {"on", "off", "by", "through", "under", "without", "to"}))
                return Action::none;
            return t.lower.starts_with("stop") && verb + 1 < last &&
                           (verbForm(r.at(verb + 1).lower).ing || r.at(verb + 1).is("to"))
                       ? Action::none
                       : Action::stay;
        case Action::move:
            if (isAny(t, {"continued", "continue", "continuing"}) &&
                !within(3, {"towards", "on", "along", "north", "south", "east", "west"}) &&
                !(within(1, {"to"}) && verb + 2 < last && !verbForm(r.at(verb + 2).lower).base &&
                  !r.at(verb + 2).is("be")))
                return Action::none;
            if (isAny(t, {"go", "went", "gone", "going"}) &&
                within(1, {"more", "without", "hungry", "mad", "wrong", "well", "a"}))
                return Action::none;
            if (isAny(t, {"run", "passed", "turned", "followed"}) &&
                !within(3, {"to", "towards", "through", "back", "along", "north", "south", "east", "west"}))
                return Action::none;
            return action;
        case Action::hold:
            if (isAny(t, {"remained"}) && subject.who == Who::nobody) return Action::none;
            return action;
        case Action::arrive:
            if (isAny(t, {"reached", "reach"}) && within(3, {"agreement", "deal", "us"})) return Action::none;
            return action;
        default:
            return action;
    }
}

struct Segment {
    std::size_t first = 0, last = 0;
};

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
            const bool asWell =
                t.is("as") && (r.at(i - 1).is("well") || (i + 1 < s.last && r.at(i + 1).is("well")));
            const bool soonAs = t.is("as") && r.at(i - 1).is("soon");
            const bool bare =
                i == first + 1 && isAny(r.at(first), {"and", "but", "so"});  // "and after they left"
            const bool place = t.is("before") && i + 1 < s.last && r.at(i + 1).capital &&
                               !r.at(i + 1).is(Tag::function) && standsBefore(r.at(i - 1).lower);
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
        if (t.kind == Token::Kind::mark || t.is("and") || t.is("but") || t.is("then") || t.is("even"))
            continue;
        if (t.is("as") && i + 2 < last && r.at(i + 1).is("soon")) return "when";
        if (t.is("by") && i + 2 < last && r.at(i + 1).is("the") && r.at(i + 2).is("time")) return "when";
        if (t.is(Tag::splitter)) return t.lower;
        break;
    }
    return lead;
}

void applySubject(const Reader& r, Clause& c, std::size_t low, std::size_t high,
                  const std::vector<Clause>& earlier, bool inherits) {
    c.subject = subjectIn(r, low, high);
    if (c.subject.who != Who::nobody) return;
    for (std::size_t i = low; i + 1 < high; ++i)  // a noun that is no actor: "the regime was standing"
        if (isAny(r.at(i), {"the", "a", "an", "this", "these", "our", "their", "his", "its", "no", "some"}) &&
            !afterPreposition(r, i, low) && !(i > low && r.at(i - 1).is(Tag::preposition)) &&
            r.at(i + 1).kind == Token::Kind::word) {
            std::size_t noun = i + 1;
            while (noun + 1 < high && !r.at(noun + 1).is(Tag::preposition) &&
                   r.at(noun + 1).kind == Token::Kind::word && !r.at(noun + 1).is(Tag::negation) &&
                   !adverbLike(r.at(noun + 1)))
                ++noun;
            c.subject = {Who::other, r.at(noun).lower, noun, false};
            return;
        }
    if (isAny(r.at(low), {"who", "that", "which", "whose"})) {
        const std::size_t end = low;
        const std::size_t begin = end > 8 ? end - 8 : 0;
        for (std::size_t i = end; i > begin; --i) {
            if (r.at(i - 1).sentence != r.at(end).sentence) break;
            const Who who = whoIs(r, i - 1, begin);
            if (who == Who::nobody || who == Who::event) continue;
            c.subject = {who, r.at(i - 1).lower, i - 1, r.at(i - 1).is(Tag::covert)};
            return;
        }
    }
    if (inherits && !earlier.empty()) c.subject = earlier.back().subject;
}

Clause clauseOf(const Reader& r, const Group& g, std::size_t first, std::size_t last) {
    Clause c = g.flags;
    c.first = first;
    c.last = last;
    c.verb = g.verb;
    c.action = g.action;
    c.lead = leadOf(r, first, last);
    c.conditional = c.lead == "if" || c.lead == "unless";
    c.speech = r.at(g.verb).speech;
    for (std::size_t i = g.begin; i > first && g.begin - i < 2; --i)  // "we never went"
        if (isAny(r.at(i - 1), {"never", "hardly", "not"})) c.negated = true;
    for (std::size_t i = first; i < g.begin && i < first + 12; ++i)
        if (isAny(r.at(i), {"no", "nobody", "none"}) && g.begin - i <= 3 && r.at(i + 1).text != ",")
            c.negated = true;
    return c;
}

}  // namespace

std::vector<Clause> clausesOf(const Tokens& tokens, const Sentence& sentence) {
    const Reader r{tokens};
    std::vector<Clause> out;
    std::size_t pending = sentence.first;  // words before the first verb
    bool held = false;                     // the pending words are a subject of the next clause
    for (const Segment& segment : segmentsOf(r, sentence)) {
        const auto groups = groupsOf(r, segment.first, segment.last);
        if (groups.empty()) {
            if (out.empty()) continue;
            // The first of several subjects: ", my friends and comrades came"
            const bool coordinated = segment.last + 1 < sentence.last &&
                                     isAny(r.at(segment.last), {"and", "or"}) &&
                                     !isAny(r.at(segment.last + 1), {"we", "i", "they", "he", "she", "it"});
            bool actor = false;
            for (std::size_t i = segment.first; i < segment.last; ++i)
                actor = actor ||
                        (whoIs(r, i, segment.first) != Who::nobody && !afterPreposition(r, i, segment.first));
            // ", and on the third, at six, we left": the time goes with what follows.
            const bool timeAhead =
                isAny(r.at(segment.first), {"and", "but", "so", "then"}) && segment.last < sentence.last &&
                segment.first + 1 < segment.last && r.at(segment.last - 1).text == "," &&
                isAny(r.at(segment.first + 1),
                      {"on", "at", "in", "by", "around", "about", "after", "before", "towards"});
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
                        now.action = resolved(r, g.action, g.verb, segment.last, now.subject);
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
                if (own.token > low && isAny(r.at(own.token), {"we", "i", "they", "he", "she"}) &&
                    g.verb + 1 < sentence.last && isAny(r.at(g.verb + 1), {"in", "at", "on", "from", "to"}) &&
                    r.at(own.token - 1).kind == Token::Kind::word &&
                    !r.at(own.token - 1).is(Tag::preposition)) {
                    const std::size_t beyond = g.verb + 2;
                    if (beyond >= segment.last || r.at(beyond).kind == Token::Kind::mark ||
                        r.at(beyond).is(Tag::auxiliary) || r.at(beyond).is(Tag::splitter) ||
                        verbForm(r.at(beyond).lower).past) {
                        low = beyond;
                        continue;
                    }
                }
                const bool relative = isAny(r.at(segment.first), {"who", "that", "which"});
                if (relative && own.who == Who::nobody && g.finite &&
                    now.copula) {  // "the men that were on X withdrew"
                    const Clause fresh = clauseOf(r, g, now.first, segment.last);
                    now.copula = fresh.copula;
                    now.progressive = fresh.progressive;
                    now.passive = fresh.passive;
                    now.modal = fresh.modal;
                    now.negated = fresh.negated;
                    now.verb = g.verb;
                    now.action = resolved(r, g.action, g.verb, segment.last, now.subject);
                    low = g.verb + 1;
                    continue;
                }
                if (g.action == Action::none && own.who == Who::nobody) {
                    low = g.verb + 1;
                    continue;
                }
                if (participle && (own.who == Who::nobody || g.action == Action::none)) continue;
                if (own.who == Who::nobody && now.action != Action::none) continue;
                if (own.who == Who::nobody) {
                    now.action = resolved(r, g.action, g.verb, segment.last, now.subject);
                    now.verb = g.verb;
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
                c.action = resolved(r, g.action, g.verb, segment.last, own);
                out.push_back(c);
                low = g.verb + 1;
                continue;
            }
            if (participle && g.action == Action::none && !out.empty()) continue;
            if (purpose && !out.empty()) {  // ", in order to ...", "and to ..."
                if (out.back().infinitive == 0) out.back().infinitive = g.verb;
                continue;
            }
            const std::size_t opens = out.empty() ? sentence.first : held ? pending : segment.first;
            Clause c = clauseOf(r, g, opens, segment.last);
            if (out.empty()) c.first = sentence.first;
            if (out.empty()) c.lead = leadOf(r, sentence.first, segment.last);
            applySubject(r, c, held ? pending : segment.first, g.begin, out, true);
            if (out.empty() && (c.subject.who == Who::nobody || c.subject.who == Who::place) &&
                segment.first > sentence.first) {
                const Subject early = subjectIn(r, sentence.first, g.begin);
                if (early.who != Who::nobody) c.subject = early;
            }
            held = false;
            if (isAny(r.at(g.verb), {"withdrawal", "retreat", "evacuation"})) c.nominal = true;
            c.action = resolved(r, c.action, g.verb, segment.last, c.subject);
            if (purpose) c.governed = Clause::Governed::purpose;
            // "the withdrawal was carried out"
            for (std::size_t i = segment.first; i < g.begin; ++i)
                if (isAny(r.at(i), {"withdrawal", "retreat", "evacuation"}) &&
                    !(i > segment.first && r.at(i - 1).is(Tag::preposition)) &&
                    isAny(r.at(g.verb),
                          {"carried", "began", "started", "took", "continued", "completed", "conducted"})) {
                    c.action = Action::withdraw;
                    c.nominal = true;
                    c.passive = false;
                    c.subject = {Who::unit, r.at(i).lower, i, false};
                }
            for (std::size_t i = segment.first > sentence.first + 4 ? segment.first - 4 : sentence.first;
                 i < g.begin; ++i)
                if (isAny(r.at(i), {"fear", "feared", "afraid", "fearing", "worried", "lest"}))
                    c.feared = true;
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
