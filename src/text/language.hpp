#pragma once

#include "text/grammar.hpp"
#include "text/lexicon.hpp"
#include "text/time_grammar.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace retrace::text {

/// A regular form: the first ending that a word has is replaced. C is any consonant.
struct Ending {
    std::string has, becomes;
};
/// The word with the first ending that fits replaced; as it is where none does.
[[nodiscard]] std::string inflected(const std::string& word, const std::vector<Ending>&);

/// What the reader knows of one language, from its files (data/language): words, verbs and the rules of its
/// clauses. Immutable.
struct Language {
    std::unordered_map<std::string, std::uint64_t> tags;  // of a lower-case word
    std::unordered_map<std::string, CueSet> cues;
    std::unordered_map<std::string, VerbForm> verbs;                        // every form
    std::vector<VerbSenses> senses;                                         // by VerbForm::sense - 1
    std::vector<ClauseRule> clauseRules, ownRules, otherRules;              // in order
    std::map<std::string, std::vector<PlaceRule>, std::less<>> placeRules;  // by group, in order
    TimeGrammar time;
    std::vector<std::pair<std::string, Example>> classExamples;  // beside a class of words
    std::string narrator;                        // what the narrator's side is called: "we"
    std::string ability;                         // what "can" and its forms count as, for `modal`
    std::string leadWhen;                        // what "as soon as" and "by the time" count as, for `lead`
    std::vector<Ending> singulars, possessives;  // "villages", "the army's"
    std::vector<std::string> pointedWords;       // "a.m.": one word, points and all
    std::vector<std::string> pastEndings;        // of a past form that is in no list: "-ed"
    std::vector<std::string> adverbEndings;      // of words that are no names: "-edly"
    std::vector<std::string> mannerEndings;      // of words that may stand inside a verb group: "-ly"
    std::vector<std::string> demonymEndings;     // of peoples: "-ians"
    std::vector<std::string> purposeEndings;     // of what forces are for: "-ence"
    std::vector<std::string> motionStems;        // beginnings of words that speak of going

    /// The classes of a lower-case word (apostrophes as '), one bit a Tag.
    [[nodiscard]] std::uint64_t tagsOf(const std::string& lower) const;
    [[nodiscard]] CueSet cuesOf(const std::string& lower) const;
    [[nodiscard]] bool is(const std::string& lower, Cue) const;
    /// A lower-case word as a verb, of no action where only its ending tells.
    [[nodiscard]] VerbForm verbForm(const std::string& lower) const;
    /// "villages" to "village"; words that only look plural stay.
    [[nodiscard]] std::string singular(const std::string&) const;
    /// A lower-case word built as an adverb: "regrettably", "originally", "unfortunately". No name ends so.
    [[nodiscard]] bool isAdverb(std::string_view lower) const;
};

/// Throws Error "FILE line N: what is wrong" where a file cannot be read as a grammar.
[[nodiscard]] Language languageOf(const std::vector<LanguageFile>&);

/// The language that the program brings. It is built in, and parsed once.
[[nodiscard]] const Language& english();
/// Its files.
[[nodiscard]] const std::vector<LanguageFile>& englishFiles();

}  // namespace retrace::text
