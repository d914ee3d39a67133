#include "text/clause_parts.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

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
        if (isAny(t, {"tried", "attempted", "failed", "refused", "unable", "trying", "try", "afraid"}))
            return to - j <= 2 ? G::attempted : G::purpose;
        if (isAny(t, {"were", "was"}) && j == to)  // "we were to hold"
            return j >= 2 &&
                           isAny(r.at(j - 2), {"we", "i", "they", "company", "battalion", "regiment", "unit"})
                       ? G::ordered
                       : G::purpose;
        if (t.kind == Token::Kind::mark && t.text != ",") break;
        const VerbForm& v = t.verb;
        if (v.past && v.action != Action::none && v.action != Action::come && to - j > 0) return G::purpose;
    }
    return G::purpose;
}

}  // namespace

bool adverbLike(const Token& t) {
    return t.is(Tag::negation) ||
           isAny(t,
                 {"also",    "then",   "only",        "just",     "still",     "already",  "finally",
                  "all",     "both",   "soon",        "now",      "never",     "again",    "even",
                  "quickly", "slowly", "immediately", "first",    "once",      "later",    "been",
                  "being",   "be",     "there",       "together", "currently", "actually", "eventually"}) ||
           (t.lower.size() > 4 && t.lower.ends_with("ly"));
}

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
                const VerbForm& v = u.verb;
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
        const VerbForm& v = t.verb;
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
        } else if (v.third && before && !noun && !before->is(Tag::preposition)) {
            Group g{i, i, v.action, true, {}};
            g.flags.present = true;
            out.push_back(g);
        } else if (v.base && before && isAny(*before, {"we", "they", "i", "you"}) && !v.past) {
            Group g{i, i, v.action, true, {}};
            g.flags.present = true;
            out.push_back(g);
        }
    }
    return out;
}

}  // namespace retrace::text
