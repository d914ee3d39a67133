#pragma once

#include "text/clauses.hpp"
#include "text/mentions.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

// What mentionsOf() is made of; for this room only.

namespace retrace::text {

constexpr std::size_t longestName = 60;  // bytes; nothing longer is a place name

struct Finder {
    const Source& source;
    const Tokens& tokens;
    const NameLookup& lookup;
    People people;
    std::unordered_set<std::string> lowerWords;  // words seen without a capital
    std::unordered_map<std::string, NameHit> asked;
    std::vector<FoundMention> found;
    std::vector<Note>& notes;
    std::unordered_set<std::string> accepted;  // names taken for places elsewhere in the text
    bool narrated = false;                     // the paragraph is the narrator's
    std::vector<Clause> clauses;               // of the sentence that was looked at last
    std::size_t clausesOf = static_cast<std::size_t>(-1);

    const Token& at(std::size_t i) const { return tokens.all[i]; }
    const Token* near(std::size_t i, std::size_t sentence) const {
        return i < tokens.all.size() && at(i).sentence == sentence ? &at(i) : nullptr;
    }
    const Token* before(std::size_t i) const { return i == 0 ? nullptr : near(i - 1, at(i).sentence); }

    NameHit ask(const std::string& name) {
        if (name.empty() || name.size() > longestName || !lookup) return {};
        const auto known = asked.find(name);
        if (known != asked.end()) return known->second;
        return asked.emplace(name, lookup(name)).first->second;
    }

    std::string textOf(std::size_t begin, std::size_t end) const {
        return words(source, {source.id, begin, end});
    }
};

/// A kind word with its name before or after it, and the preposition before the whole.
struct Marks {
    std::string kind;
    bool strong = false;  // the sentence says that it is a place
    bool weak = false;    // a preposition of place stands before it
};

/// Whether a gazetteer surely knows the name: as it is, or nearly.
[[nodiscard]] bool sure(const NameHit&);
/// A capitalised word, "I" apart.
[[nodiscard]] bool nameWord(const Token&);
/// The end of the run of name words that begins at the token.
[[nodiscard]] std::size_t runEnd(const Finder&, std::size_t i);
/// The run's end where it takes what it possesses: "Milliken's Bend", unless the possessor is a place itself.
[[nodiscard]] std::size_t withPossessed(Finder&, std::size_t first, std::size_t last);
/// The words of a name, without a possessive 's at its end.
[[nodiscard]] std::string nameText(const Finder&, std::size_t begin, std::size_t end, bool possessive);
/// Whether the run is one common word that has a capital for another reason.
[[nodiscard]] bool commonOnly(const Finder&, std::size_t first, std::size_t last);
/// A kind of landform or building that stays part of a name, unlike "City" and "Province".
[[nodiscard]] bool isFeature(const Token&);
/// Places in a list share what the sentence says of the first: "the villages of A, B and C".
[[nodiscard]] bool follows(const Finder&, const FoundMention& earlier, std::size_t first);
/// A preposition after which a name is a place.
[[nodiscard]] bool placePreposition(const Token&);
/// What the words around a run say of it.
[[nodiscard]] Marks marksOf(const Finder&, std::size_t first, std::size_t last);
/// Adds a mention with the gloss in brackets after it.
void add(Finder&, std::size_t first, std::size_t last, std::size_t begin, std::size_t end, std::string name,
         const Marks&, const NameHit&, bool inRoute = false);
/// Adds the parts of "the A-B-C route"; false where the word is no such chain.
[[nodiscard]] bool addChain(Finder&, std::size_t i);

}  // namespace retrace::text
