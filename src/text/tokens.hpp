#pragma once

#include "text/language.hpp"
#include "text/source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::text {

struct Token {
    enum class Kind { word, number, mark };
    std::size_t begin = 0, end = 0;  // code points of the whole file
    Kind kind = Kind::word;
    std::string text;      // UTF-8, apostrophe-like signs as '
    std::string lower;     // without a possessive 's
    bool capital = false;  // begins upper-case, an article before a hyphen apart ("al-Mina")
    bool possessive = false;
    bool speech = false;        // inside quotation marks that hold a sentence
    std::size_t paragraph = 0;  // index into Source::paragraphs
    std::size_t sentence = 0;
    std::size_t speaker = 0;  // whose words, or whom it names, where several tell; see speakers.hpp
    std::uint64_t tags = 0;
    CueSet cues;
    VerbForm verb;  // of a word
    [[nodiscard]] bool is(Tag t) const { return (tags & bit(t)) != 0; }
    [[nodiscard]] bool is(Cue c) const { return cues.test(static_cast<std::size_t>(c)); }
    [[nodiscard]] bool is(std::string_view word) const { return lower == word; }
};

struct Sentence {
    std::size_t first = 0, last = 0;  // tokens, end exclusive
    std::size_t paragraph = 0;
};

struct Tokens {
    const Language* language = nullptr;  // that they were read with; outlives them
    std::vector<Token> all;
    std::vector<Sentence> sentences;
};

/// Words, numbers ("9:30", "a.m." is a word) and marks, with the sentences they make. A sentence never
/// crosses a paragraph and is cut at 300 tokens.
[[nodiscard]] Tokens tokensOf(const Source&, const Language&);

}  // namespace retrace::text
