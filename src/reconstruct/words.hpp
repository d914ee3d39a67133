#pragma once

#include "model/reconstruction.hpp"
#include "text/language.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace retrace::reconstruct {

/// The words of a case, read: one reading a source. Mentions are numbered through all sources.
struct Words {
    std::vector<text::Source> sources;
    std::vector<text::Reading> readings;
    const text::Language* language = &text::english();  // that they were read in
};

/// Number of the first mention of a source among all mentions.
[[nodiscard]] std::size_t firstMention(const Words&, std::size_t source);
/// The words of a quote; empty where its source is not part of the case.
[[nodiscard]] std::string wordsOf(const Words&, const text::Quote&);
/// They one by one, with their classes.
[[nodiscard]] std::span<const text::Word> wordsIn(const Words&, const text::Quote&);
/// ... those behind `from`, up to the quote's begin.
[[nodiscard]] std::span<const text::Word> wordsBefore(const Words&, const text::Quote&, std::size_t from);
/// Marks left out.
[[nodiscard]] std::vector<text::Word> spoken(std::span<const text::Word>);
/// The same, on one line and at most `limit` letters long, for messages.
[[nodiscard]] std::string shortWords(const Words&, const text::Quote&, std::size_t limit = 60);
/// The words in quotation marks.
[[nodiscard]] std::string inQuotes(std::string words);
/// Whether a pull quote holds the whole of it: what repeats counts once.
[[nodiscard]] bool isRepeat(const text::Reading&, const text::Quote&);
[[nodiscard]] bool isNotNarrator(const text::Reading&, const text::Quote&);

/// The reading that an event comes from, and what it was made of. Nothing where its source is not part of the
/// case.
[[nodiscard]] const text::Reading* readingOf(const Words&, const model::Event&);
[[nodiscard]] const text::Statement* statementOf(const Words&, const model::Event&);
/// The places of an event's statement in all their roles, as numbers of mentions.
[[nodiscard]] std::vector<std::size_t> mentionsOf(const Words&, const model::Event&);

/// Where the words of an anchor stand today: the nearest stretch that reads the same. Nothing where none
/// does.
[[nodiscard]] std::optional<text::Quote> reanchored(const Words&, const model::Anchor&);

/// A gazetteer as two questions, so that places can be chosen from any list.
struct Lookup {
    std::function<std::vector<geo::Candidate>(std::string_view name, std::optional<geo::LonLat> near)> search;
    std::function<std::optional<geo::Place>(std::string_view id)> byId;
    std::function<std::vector<geo::Place>(const geo::Box&)>
        inBox;  // may be empty: then nothing near is offered
};

}  // namespace retrace::reconstruct
