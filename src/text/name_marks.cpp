#include "text/name_finder.hpp"
#include "text/verbs.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

bool motionWord(const Finder& f, const Token& t) {
    constexpr std::size_t longestEnding = 5;
    return std::ranges::any_of(f.tokens.language->motionStems, [&](const std::string& stem) {
        return t.lower.starts_with(stem) && t.lower.size() <= stem.size() + longestEnding;
    });
}

}  // namespace

bool placePreposition(const Token& t) {
    return t.is(Cue::placePreposition);
}

Marks marksOf(const Finder& f, std::size_t first, std::size_t last) {
    Marks m;
    const std::size_t sentence = f.at(first).sentence;
    if (const Token* after = f.near(last, sentence); after && !f.at(last - 1).possessive) {
        if (after->is(Tag::kind) && f.at(last - 1).end + 1 == after->begin) {
            m.kind = f.tokens.language->singular(after->lower);
            m.strong = true;
        }
    }
    // "X fell", "X had fallen"
    if (const Token* a = f.near(last, sentence)) {
        const Token* c = f.near(last + 1, sentence);
        if ((a->is(Cue::fellWord) && !(c && c->is(Cue::backWord))) ||
            (c && (a->is(Tag::auxiliary) || a->is(Tag::modal)) && c->is(Cue::fallen)))
            m.weak = true;
    }
    std::size_t i = first;
    while (i > 0 && (f.at(i - 1).is(Cue::definite) || f.at(i - 1).is(Tag::directionWord)) &&
           f.at(i - 1).sentence == sentence)
        --i;
    const Token* p = i > 0 ? f.near(i - 1, sentence) : nullptr;
    if (!p) return m;
    if (p->is(Cue::ofWord) && i >= 2) {
        const Token& head = f.at(i - 2);
        if (head.sentence == sentence && (head.is(Tag::kind) || head.is(Tag::direction))) {
            if (m.kind.empty() && head.is(Tag::kind)) m.kind = f.tokens.language->singular(head.lower);
            m.strong = true;
        } else if (head.sentence == sentence && (head.is(Cue::strongOf) || head.is(Cue::wayWord))) {
            m.strong = true;
        }
        return m;
    }
    if (p->is(Tag::kind) && p->kind == Token::Kind::word && !p->is(Cue::bareKind)) {
        m.kind = m.kind.empty() ? f.tokens.language->singular(p->lower) : m.kind;  // "the town Bastogne"
        m.strong = true;
        return m;
    }
    if (placePreposition(*p)) {
        m.weak = true;
        return m;
    }
    if (p->is(Cue::leadsFrom) && (i == 1 || f.at(i - 2).sentence != sentence)) {  // "From X we went on"
        const Token* a = f.near(last, sentence);
        m.weak = a && (a->is(Cue::goesOnFrom) || a->text == ",");
        return m;
    }
    if (p->is(Cue::called)) {  // "a place that the driver called X"
        for (std::size_t back = 2; back <= 8 && back <= i && f.at(i - back).sentence == sentence; ++back)
            m.weak = m.weak || f.at(i - back).is(Cue::placeWord) || f.at(i - back).is(Tag::kind);
        return m;
    }
    if (p->is(Cue::liesOn) && i >= 2) {  // "at sunrise we lay on X"
        const Token& stands = f.at(i - 2);
        const bool own = i >= 3 && f.at(i - 3).sentence == sentence && f.at(i - 3).is(Cue::selfWord);
        m.weak = own && (isMotionOrStay(stands.verb.action) || stands.is(Tag::auxiliary));
        return m;
    }
    if (p->is(Cue::wayOver)) {  // "by X we came to Y"
        for (std::size_t on = last; f.near(on, sentence) && on < last + 4; ++on)
            m.weak = m.weak || motionWord(f, f.at(on));
    }
    if (p->is(Cue::wayPreposition)) {
        for (std::size_t back = 2; back <= 9 && back <= i; ++back) {
            const Token& t = f.at(i - back);
            if (t.sentence != sentence) break;
            if (motionWord(f, t)) {
                m.weak = true;
                break;
            }
        }
        return m;
    }
    const Token* earlier = f.before(i - 1);
    if (earlier && ((p->is(Cue::asWord) && earlier->is(Cue::asFar)) ||
                    (p->is(Cue::beforeWord) && standsBefore(earlier->verb))))
        m.weak = true;
    if (p->is(Tag::placeVerb)) m.weak = true;
    return m;
}

}  // namespace retrace::text
