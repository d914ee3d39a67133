#include "text/name_finder.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

constexpr std::size_t longestRun = 6;  // words

/// Small words inside names: "Frankfurt am Main", "Villers-sur-Mer", "Rio de la Plata".
bool joins(const Token& t) {
    return t.is(Cue::nameJoin) && !t.capital;
}

/// What names that people gave end with, though a place may be called so alone.
bool isOwned(const Token& t) {
    return isFeature(t) || t.is(Tag::kind) || t.is(Cue::ownedFeature);
}

}  // namespace

bool sure(const NameHit& hit) {
    return hit.known && (hit.exact || hit.score >= 0.9);
}

bool nameWord(const Token& t) {
    return t.kind == Token::Kind::word && t.capital && !t.is(Cue::selfLarge);
}

std::size_t runEnd(const Finder& f, std::size_t i) {
    std::size_t end = i + 1;
    const std::size_t sentence = f.at(i).sentence;
    while (end - i < longestRun && !f.at(end - 1).possessive) {
        const Token* t = f.near(end, sentence);
        if (!t || f.at(end - 1).end + 1 != t->begin) break;  // exactly one space between
        // "Thuan An": written large inside a name, it is no article.
        if (nameWord(*t) && (!t->is(Tag::function) || t->is(Tag::nameHead) || t->is(Cue::nameArticle))) {
            ++end;
            continue;
        }
        const Token* beyond = f.near(end + 1, sentence);
        if (joins(*t) && beyond && nameWord(*beyond)) {
            end += 2;
            continue;
        }
        break;
    }
    return end;
}

std::string nameText(const Finder& f, std::size_t begin, std::size_t end, bool possessive) {
    std::string name = f.textOf(begin, end);
    if (!possessive) return name;
    for (const Ending& e : f.tokens.language->possessives)
        for (const std::string_view apostrophe : {"'", "\u2019", "\u2018"}) {
            std::string tail = e.has.substr(e.becomes.size());  // of "s'" the sign alone
            if (const std::size_t sign = tail.find('\''); sign != std::string::npos)
                tail.replace(sign, 1, apostrophe);
            if (!name.ends_with(tail)) continue;
            name.resize(name.size() - tail.size());
            return name;
        }
    return name;
}

bool isFeature(const Token& t) {
    return t.is(Cue::feature);
}

std::size_t withPossessed(Finder& f, std::size_t first, std::size_t last) {
    const Token& tail = f.at(last - 1);
    const Token* next = f.near(last, tail.sentence);
    if (!tail.possessive || !next || tail.end + 1 != next->begin || !nameWord(*next)) return last;
    const Token* before = f.before(first);
    if (!before || !placePreposition(*before)) return last;
    const bool plain = next->tags == 0 || next->is(Tag::kind) || next->is(Tag::nameHead);
    const std::string owner = nameText(f, f.at(first).begin, tail.end, true);
    if (!plain || next->is(Tag::function) || sure(f.ask(owner)) ||
        f.people.surnames.contains(plainName(owner)) || tail.is(Tag::givenName) || tail.is(Tag::family) ||
        (sure(f.ask(next->text)) && !isOwned(*next)))
        return last;
    return last + 1;
}

bool commonOnly(const Finder& f, std::size_t first, std::size_t last) {
    if (last - first != 1) return false;
    const Token& t = f.at(first);
    if (t.is(Tag::function) || t.is(Tag::auxiliary) || t.is(Tag::modal) || t.is(Tag::negation)) return true;
    const Token* before = f.before(first);
    const bool opens = !before || before->kind == Token::Kind::mark;
    return opens && f.lowerWords.contains(t.lower);
}

bool follows(const Finder& f, const FoundMention& earlier, std::size_t first) {
    if (earlier.lastToken >= first || first - earlier.lastToken > 5) return false;
    if (f.at(earlier.firstToken).sentence != f.at(first).sentence) return false;
    bool joined = false;
    for (std::size_t i = earlier.lastToken; i < first; ++i) {
        const Token& t = f.at(i);
        if (t.text == "," || t.is(Cue::andOr))
            joined = true;
        else if (!(t.is(Cue::namesFiller) || (t.is(Tag::kind) && i == earlier.lastToken)))
            return false;
    }
    return joined;
}

}  // namespace retrace::text
