#include "text/clause_parts.hpp"

#include <algorithm>

namespace retrace::text {

namespace {

/// "Some of us", "the rest of us": the token is the "us".
bool isPartOfUs(const Reader& r, std::size_t i, std::size_t low) {
    return r.at(i).is(Cue::ofUs) && i >= low + 2 && r.at(i - 1).is(Cue::ofWord) &&
           r.at(i - 2).is(Cue::partOf);
}

/// "The company moved", "one platoon went": no other company is spoken of.
bool isOwnUnit(const Reader& r, std::size_t i, std::size_t low) {
    if (!r.at(i).is(Cue::ownUnit) || i == low) return false;
    if (!r.at(i - 1).is(Cue::definite) && !r.at(i - 1).is(Cue::partOf)) return false;
    const bool named = i + 1 < r.tokens.all.size() && r.at(i + 1).sentence == r.at(i).sentence &&
                       (r.at(i + 1).is(Tag::preposition) || r.at(i + 1).capital);
    return !named;
}

}  // namespace

Who whoIs(const Reader& r, std::size_t i, std::size_t low) {
    const Token& t = r.at(i);
    if (t.is(Cue::selfWord)) return Who::self;
    if (t.is(Cue::pronoun)) return Who::pronoun;
    if (t.kind != Token::Kind::word) return Who::nobody;
    if (t.is(Cue::mineWord) || isPartOfUs(r, i, low) || isOwnUnit(r, i, low)) return Who::unit;
    std::size_t j = i;
    bool own = false, their = false;
    while (j > low && i - j < 4) {
        const Token& p = r.at(j - 1);
        own = own || p.is(Cue::ownWord);
        their = their || p.is(Cue::othersWord);
        if (own || their || p.is(Tag::preposition) || p.kind == Token::Kind::mark || p.is(Tag::auxiliary))
            break;
        --j;
    }
    const bool directly = i > low && (r.at(i - 1).is(Cue::definite) || r.at(i - 1).is(Cue::ownWord) ||
                                      r.at(i - 1).is(Cue::allWord));
    if (t.is(Tag::unit) && own && !t.is(Cue::friends)) return Who::unit;
    if (t.is(Cue::comrades) && (directly || own) && !their) return Who::unit;
    if (t.is(Tag::enemy) && !own) {
        // Peoples are armies only as plain plurals: "the Germans".
        if (t.capital && i > low && !r.at(i - 1).is(Cue::definite)) return Who::nobody;
        return Who::enemy;
    }
    if (t.is(Cue::retreat)) return Who::nobody;
    if (t.is(Tag::command)) {
        const bool one = i > low && r.at(i - 1).is(Cue::anyArticle);
        return t.is(Cue::rankOrOrder) && !directly && !one ? Who::nobody : Who::command;
    }
    if (t.is(Tag::family)) return Who::family;
    if (t.is(Tag::eventNoun)) return Who::event;
    if (t.is(Tag::friendly)) return Who::friendly;
    if (t.is(Tag::information)) return Who::information;
    if (t.is(Tag::demonym) && t.capital && r.tokens.language->singular(t.lower) != t.lower && i > low &&
        r.at(i - 1).is(Cue::definite))
        return Who::enemy;
    if (t.is(Cue::post) && own) return Who::unit;
    return Who::nobody;
}

bool afterPreposition(const Reader& r, std::size_t i, std::size_t low) {
    for (std::size_t j = i; j > low && i - j < 5; --j) {
        const Token& p = r.at(j - 1);
        const bool part = p.is(Cue::ofWord) && j >= low + 2 && r.at(j - 2).is(Cue::partOf);
        if (part) return false;  // "half of the battalion", "fifteen of our men"
        if (p.is(Tag::preposition)) return !p.is(Cue::like);
        if (p.kind == Token::Kind::mark || p.is(Tag::auxiliary)) return false;
        if (!(p.is(Tag::determiner) || p.is(Tag::directionWord) || p.possessive || p.verb.verb() ||
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

Subject subjectOf(const Reader& r, std::size_t low, std::size_t high, const std::vector<Clause>& earlier,
                  bool inherits) {
    const Subject actor = subjectIn(r, low, high);
    if (actor.who != Who::nobody) return actor;
    for (std::size_t i = low; i + 1 < high; ++i)  // a noun that is no actor: "the regime was standing"
        if (r.at(i).is(Cue::determined) && !afterPreposition(r, i, low) &&
            !(i > low && r.at(i - 1).is(Tag::preposition)) && r.at(i + 1).kind == Token::Kind::word) {
            std::size_t noun = i + 1;
            while (noun + 1 < high && !r.at(noun + 1).is(Tag::preposition) &&
                   r.at(noun + 1).kind == Token::Kind::word && !r.at(noun + 1).is(Tag::negation) &&
                   !adverbLike(r.at(noun + 1)))
                ++noun;
            return {Who::other, r.at(noun).lower, noun, false};
        }
    if (r.at(low).is(Cue::relative)) {
        const std::size_t end = low;
        const std::size_t begin = end > 8 ? end - 8 : 0;
        for (std::size_t i = end; i > begin; --i) {
            if (r.at(i - 1).sentence != r.at(end).sentence) break;
            const Who who = whoIs(r, i - 1, begin);
            if (who == Who::nobody || who == Who::event) continue;
            return {who, r.at(i - 1).lower, i - 1, r.at(i - 1).is(Tag::covert)};
        }
    }
    return inherits && !earlier.empty() ? earlier.back().subject : Subject{};
}

}  // namespace retrace::text
