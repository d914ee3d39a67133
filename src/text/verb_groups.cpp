#include "text/clause_parts.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

Clause::Governed governor(const Reader& r, std::size_t to, std::size_t low) {
    using G = Clause::Governed;
    const std::size_t back = to > low + 9 ? to - 9 : low;
    for (std::size_t j = to; j > back; --j) {
        const Token& t = r.at(j - 1);
        if (t.is(Cue::madeTo))
            return to - j <= 2 ? G::forced : G::purpose;
        if (t.is(Cue::purposeNoun) && j >= 2 && r.at(j - 2).is(Cue::purposeOpens)) return G::purpose;
        if (t.is(Cue::ordersTo)) return G::ordered;
        if (t.is(Cue::intendsTo)) return to - j <= 2 ? G::intended : G::purpose;
        if (t.is(Cue::triesTo)) return to - j <= 2 ? G::attempted : G::purpose;
        if (t.is(Cue::wasWord) && j == to)  // "we were to hold"
            return j >= 2 && r.at(j - 2).is(Cue::underOrders) ? G::ordered : G::purpose;
        if (t.kind == Token::Kind::mark && t.text != ",") break;
        const VerbForm& v = t.verb;
        if (v.past && v.action != Action::none && v.action != Action::come && to - j > 0) return G::purpose;
    }
    return G::purpose;
}

}  // namespace

bool adverbLike(const Token& t) {
    return t.is(Tag::negation) || t.is(Cue::adverb);
}

std::vector<Group> groupsOf(const Reader& r, std::size_t first, std::size_t last) {
    std::vector<Group> out;
    for (std::size_t i = first; i < last; ++i) {
        const Token& t = r.at(i);
        if (t.kind != Token::Kind::word) continue;
        if (t.is(Tag::auxiliary) || t.is(Tag::modal)) {
            Group g{i, i, Action::none, true, {}};
            Clause& f = g.flags;
            f.copula = !t.is(Tag::modal) && !t.is(Cue::doWord);
            if (t.is(Tag::modal)) f.modal = t.is(Cue::canWord) ? r.tokens.language->ability : t.lower;
            f.negated = t.is(Tag::negation);
            bool be = t.is(Cue::beFinite);
            bool have = t.is(Cue::haveFinite);
            f.present = t.is(Cue::presentWord);
            f.perfect = have;
            std::size_t j = i + 1;
            std::size_t main = i;
            for (; j < last && j <= i + 6; ++j) {
                const Token& u = r.at(j);
                if (u.is(Tag::negation)) f.negated = true;
                if (u.is(Cue::beForm)) {
                    be = true;
                    main = j;
                    f.copula = true;
                    continue;
                }
                if (u.is(Cue::haveForm)) {
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
            if (be && f.modal.empty() && main == i && i + 1 < last && r.at(i + 1).is(Cue::ableWord)) {
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
        if (before && before->is(Cue::toWord) && v.base) {
            Group g{i - 1, i, v.action, false, {}};
            g.flags.governed = governor(r, i - 1, first);
            out.push_back(g);
            continue;
        }
        const bool demonstrative = before && before->is(Cue::demonstrative);
        const bool noun = before && !(demonstrative && v.past && !v.base) &&
                          (before->is(Tag::determiner) || before->possessive || before->is(Cue::beforeNoun));
        if (v.past &&
            !(noun && !before->possessive && !before->is(Tag::determiner) && t.is(Tag::eventNoun)) &&
            !(noun && (v.base || before->is(Tag::determiner)))) {
            out.push_back({i, i, v.action, true, {}});
        } else if (v.ing && !noun &&
                   !(before && before->is(Cue::andWord) && i > 1 && r.at(i - 2).is(Tag::eventNoun)) &&
                   !t.is(Tag::preposition)) {
            Group g{i, i, v.action, false, {}};
            g.flags.progressive = true;
            g.flags.governed = Clause::Governed::no;
            if (before && before->is(Cue::keepsOn))
                g.flags.governed = Clause::Governed::forced;
            out.push_back(g);
        } else if (v.third && before && !noun && !before->is(Tag::preposition)) {
            Group g{i, i, v.action, true, {}};
            g.flags.present = true;
            out.push_back(g);
        } else if (v.base && before && before->is(Cue::presentSubject) && !v.past) {
            Group g{i, i, v.action, true, {}};
            g.flags.present = true;
            out.push_back(g);
        }
    }
    return out;
}

}  // namespace retrace::text
