#include "reconstruct/holder_words.hpp"

#include "text/language.hpp"
#include "text/letter_case.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

namespace retrace::reconstruct {
namespace {

using text::Cue;
using Tokens = std::span<const text::Word>;

struct Said {
    const Words& words;
    const std::string& source;
    Tokens tokens;

    std::string at(std::size_t i) const {
        return text::lowerCase(wordsOf(words, {source, tokens[i].begin, tokens[i].end}));
    }
    bool isNumber(std::size_t i) const {
        return std::isdigit(static_cast<unsigned char>(at(i).front())) != 0;
    }
};

// Who is named from that word on: up to five words, its article left out; nothing where nobody is.
std::optional<std::string> nounFrom(const Said& said, std::size_t at) {
    const auto& tokens = said.tokens;
    if (at < tokens.size() && tokens[at].is(Cue::beforeHolder)) ++at;
    if (at >= tokens.size() || tokens[at].is(Cue::noHolder) || said.isNumber(at)) return std::nullopt;
    if (tokens[at].is(Cue::usWord)) return "we";
    std::string noun;
    constexpr std::size_t longest = 5;
    bool ofEnds = false;  // the last word taken is "of"
    for (std::size_t n = 0; n < longest && at < tokens.size(); ++n, ++at) {
        const auto& word = tokens[at];
        if (word.is(Cue::beforeHolder) && ofEnds) continue;
        if (word.mark || word.is(Cue::beforeHolder) || word.is(Cue::behindHolder)) break;
        noun += (noun.empty() ? "" : " ") + said.at(at);
        ofEnds = word.is(Cue::ofWord);
    }
    if (ofEnds) noun.resize(noun.size() - std::min(noun.size(), said.at(at - 1).size() + 1));
    noun = text::inflected(noun, said.words.language->possessives);  // "into the militia's hands"
    return noun.empty() ? std::nullopt : std::optional(noun);
}

// "into the hands of Y", "to Y", "under Y's control": who stands behind the verb.
std::string receiverAfter(const Said& said, std::size_t verb) {
    const auto& tokens = said.tokens;
    for (std::size_t i = verb + 1; i + 1 < tokens.size(); ++i) {
        if (tokens[i].mark || tokens[i].is(Cue::endsHolder)) return {};
        if (!tokens[i].is(Cue::leadsToHolder)) continue;
        for (std::size_t j = i + 1; j < std::min(tokens.size(), i + 4); ++j)
            if (tokens[j].is(Cue::inHands) && j + 1 < tokens.size() && tokens[j + 1].is(Cue::ofWord))
                return nounFrom(said, j + 2).value_or("");
        if (auto holder = nounFrom(said, i + 1)) return *holder;
    }
    return {};
}

}  // namespace

std::string holderAfter(const Words& words, const text::Quote& quote, const std::string& actor) {
    const Said said{words, quote.source, wordsIn(words, quote)};
    const auto& tokens = said.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].is(Cue::fallsTo)) return receiverAfter(said, i);
        const bool participle = tokens[i].past || tokens[i].is(Cue::takenWord);
        bool passive = false;
        for (std::size_t back = 1; participle && back <= 3 && back <= i; ++back)
            passive = passive || tokens[i - back].is(Cue::passiveBe);
        if (!passive) continue;
        for (std::size_t j = i + 1; j + 1 < tokens.size(); ++j)
            if (tokens[j].is(Cue::byWord))
                if (auto holder = nounFrom(said, j + 1)) return *holder;
        return {};
    }
    return actor;
}

bool isHandedOver(std::span<const text::Word> before) {
    const auto dropLast = [&](Cue cue) {
        if (before.empty() || !before.back().is(cue)) return false;
        before = before.first(before.size() - 1);
        return true;
    };
    (void)dropLast(Cue::definite);
    if (dropLast(Cue::ofWord)) (void)dropLast(Cue::sizeOfPlace);
    (void)dropLast(Cue::settlementWord);
    (void)dropLast(Cue::definite);
    return before.empty() || !before.back().is(Cue::whereWord);
}

}  // namespace retrace::reconstruct
