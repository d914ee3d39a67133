#include "reconstruct/holder_words.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>
#include <vector>

namespace retrace::reconstruct {
namespace {

using Tokens = std::vector<std::string>;

// Words in small letters; every mark but those inside a word is a token of its own.
Tokens tokensOf(std::string_view text) {
    Tokens tokens;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) tokens.push_back(word);
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool inside = (c == '-' || c == '\'') && !word.empty() && i + 1 < text.size() &&
                            std::isalnum(static_cast<unsigned char>(text[i + 1])) != 0;
        if (std::isalnum(c) != 0 || c >= 0x80 || inside) {
            word += static_cast<char>(std::tolower(c));
        } else {
            end();
            if (std::ispunct(c) != 0) tokens.emplace_back(1, static_cast<char>(c));
        }
    }
    end();
    return tokens;
}

bool isOneOf(const std::string& word, std::initializer_list<const char*> list) {
    return std::ranges::any_of(list, [&](const char* each) { return word == each; });
}

bool isDeterminer(const std::string& word) {
    return isOneOf(word, {"the", "a", "an", "our", "their", "his", "her", "its", "my", "this", "that",
                          "these", "those", "some", "any"});
}

// "By noon", "by storm", "to avoid a fight": nobody is named.
bool namesNobody(const std::string& word) {
    return isOneOf(word,
                   {"noon",   "midnight", "dawn",    "dusk",     "night", "nightfall", "evening",   "morning",
                    "then",   "now",      "force",   "surprise", "storm", "treaty",    "agreement", "avoid",
                    "save",   "spare",    "prevent", "escape",   "stop",  "keep",      "buy",       "protect",
                    "end",    "make",     "be",      "get",      "let",   "them",      "him",       "it",
                    "ground", "pieces",   "day",     "mistake"}) ||
           (std::isdigit(static_cast<unsigned char>(word.front())) != 0);
}

// Who is named from that word on: up to five words, its article left out; nothing where nobody is.
std::optional<std::string> nounFrom(const Tokens& tokens, std::size_t at) {
    if (at < tokens.size() && isDeterminer(tokens[at])) ++at;
    if (at >= tokens.size() || namesNobody(tokens[at])) return std::nullopt;
    if (isOneOf(tokens[at], {"us", "me"})) return "we";
    std::string noun;
    constexpr std::size_t longest = 5;
    for (std::size_t n = 0; n < longest && at < tokens.size(); ++n, ++at) {
        const auto& word = tokens[at];
        const bool ofThe = isDeterminer(word) && n > 0 && tokens[at - 1] == "of";
        if (ofThe) continue;
        if (word.size() == 1 && std::ispunct(static_cast<unsigned char>(word[0])) != 0) break;
        if (isDeterminer(word) ||
            isOneOf(word, {"and",    "or",      "but",     "in",      "on",    "at",    "near",      "by",
                           "with",   "without", "after",   "before",  "when",  "while", "who",       "which",
                           "as",     "for",     "from",    "during",  "under", "until", "at",        "then",
                           "early",  "late",    "later",   "shortly", "last",  "next",  "yesterday", "soon",
                           "to",     "so",      "because", "since",   "again", "hands", "control",   "almost",
                           "within", "only",    "just",    "one",     "two",   "three"}))
            break;
        noun += (noun.empty() ? "" : " ") + word;
    }
    if (noun.ends_with(" of")) noun.resize(noun.size() - 3);
    if (noun.ends_with("'s")) noun.resize(noun.size() - 2);  // "into the militia's hands"
    if (noun.ends_with("'")) noun.pop_back();
    return noun.empty() ? std::nullopt : std::optional(noun);
}

// "into the hands of Y", "to Y", "under Y's control": who stands behind the verb.
std::string receiverAfter(const Tokens& tokens, std::size_t verb) {
    for (std::size_t i = verb + 1; i + 1 < tokens.size(); ++i) {
        if (isOneOf(tokens[i], {",", ";", ":", "and", "but", "because", "when", "while", "after", "before"}))
            return {};
        if (!isOneOf(tokens[i], {"to", "into", "under", "upon"})) continue;
        for (std::size_t j = i + 1; j < std::min(tokens.size(), i + 4); ++j)
            if (isOneOf(tokens[j], {"hands", "control"}) && j + 1 < tokens.size() && tokens[j + 1] == "of")
                return nounFrom(tokens, j + 2).value_or("");
        if (auto holder = nounFrom(tokens, i + 1)) return *holder;
    }
    return {};
}

}  // namespace

std::string holderAfter(const std::string& words, const std::string& actor) {
    const auto tokens = tokensOf(words);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (isOneOf(tokens[i], {"fell", "fall", "falls", "fallen", "falling"}))
            return receiverAfter(tokens, i);
        const bool participle =
            tokens[i].ends_with("ed") || isOneOf(tokens[i], {"taken", "retaken", "overrun", "won", "lost"});
        bool passive = false;
        for (std::size_t back = 1; participle && back <= 3 && back <= i; ++back)
            passive =
                passive || isOneOf(tokens[i - back], {"was", "were", "been", "being", "is", "are", "got"});
        if (!passive) continue;
        for (std::size_t j = i + 1; j + 1 < tokens.size(); ++j)
            if (tokens[j] == "by")
                if (auto holder = nounFrom(tokens, j + 1)) return *holder;
        return {};
    }
    return actor;
}

bool isHandedOver(const std::string& wordsBefore) {
    auto before = tokensOf(wordsBefore);
    const auto dropLast = [&](std::initializer_list<const char*> list) {
        if (before.empty() || !isOneOf(before.back(), list)) return false;
        before.pop_back();
        return true;
    };
    (void)dropLast({"the"});
    if (dropLast({"of"}))
        (void)dropLast({"village", "town", "city", "hill", "area", "district", "quarter", "most", "part",
                        "all", "parts", "rest", "half", "airport", "port"});
    (void)dropLast({"village", "town", "city"});
    (void)dropLast({"the"});
    return before.empty() ||
           !isOneOf(before.back(), {"in", "at", "near", "from", "inside", "outside", "around", "behind",
                                    "beyond", "towards", "toward", "beside"});
}

}  // namespace retrace::reconstruct
