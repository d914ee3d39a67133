#include "reconstruct/words.hpp"

#include <algorithm>
#include <iterator>

namespace retrace::reconstruct {
namespace {

const text::Source* sourceOf(const Words& words, const std::string& id) {
    const auto found = std::ranges::find(words.sources, id, &text::Source::id);
    return found == words.sources.end() ? nullptr : &*found;
}

bool within(const text::Quote& part, const text::Quote& whole) {
    return part.source == whole.source && whole.begin <= part.begin && part.end <= whole.end;
}

}  // namespace

std::size_t firstMention(const Words& words, std::size_t source) {
    std::size_t first = 0;
    for (std::size_t i = 0; i < source; ++i) first += words.readings[i].mentions.size();
    return first;
}

std::string wordsOf(const Words& words, const text::Quote& quote) {
    const auto* source = sourceOf(words, quote.source);
    if (!source || quote.begin >= quote.end || quote.begin >= source->letters.size()) return {};
    return text::words(*source, quote);
}

std::span<const text::Word> wordsIn(const Words& words, const text::Quote& quote) {
    const auto found = std::ranges::find(words.sources, quote.source, &text::Source::id);
    if (found == words.sources.end()) return {};
    const auto& all = words.readings[static_cast<std::size_t>(found - words.sources.begin())].words;
    const auto first = std::ranges::lower_bound(all, quote.begin, {}, &text::Word::begin);
    const auto last = std::ranges::lower_bound(first, all.end(), quote.end, {}, &text::Word::begin);
    return {first, last};
}

std::span<const text::Word> wordsBefore(const Words& words, const text::Quote& quote, std::size_t from) {
    return wordsIn(words, {quote.source, std::min(from, quote.begin), quote.begin});
}

std::vector<text::Word> spoken(std::span<const text::Word> words) {
    std::vector<text::Word> out;
    std::ranges::copy_if(words, std::back_inserter(out), [](const auto& word) { return !word.mark; });
    return out;
}

std::string shortWords(const Words& words, const text::Quote& quote, std::size_t limit) {
    auto letters = text::utf32(wordsOf(words, quote));
    std::ranges::replace_if(
        letters, [](char32_t c) { return c == U'\n' || c == U'\r' || c == U'\t'; }, U' ');
    if (letters.size() > limit) {
        const auto cut = letters.rfind(U' ', limit);
        letters.resize(cut == std::u32string::npos || cut < limit / 2 ? limit : cut);
        letters += U'…';
    }
    return text::utf8(letters);
}

std::string inQuotes(std::string words) {
    words.insert(0, 1, '"');
    words.push_back('"');
    return words;
}

namespace {

// Whether one of the paragraphs, told in order, holds the quote.
template <typename List, typename Of>
bool inOneOf(const List& paragraphs, const text::Quote& quote, Of of) {
    const auto behind = std::ranges::partition_point(
        paragraphs, [&](const auto& p) { return of(p).begin <= quote.begin; });
    return behind != paragraphs.begin() && within(quote, of(*std::prev(behind)));
}

}  // namespace

bool isRepeat(const text::Reading& reading, const text::Quote& quote) {
    return inOneOf(reading.repeats, quote, [](const auto& repeat) -> const text::Quote& { return repeat.first; });
}

bool isNotNarrator(const text::Reading& reading, const text::Quote& quote) {
    return inOneOf(reading.notNarrator, quote, [](const auto& other) -> const text::Quote& { return other; });
}

const text::Reading* readingOf(const Words& words, const model::Event& event) {
    for (std::size_t s = 0; s < words.sources.size(); ++s)
        if (words.sources[s].id == event.evidence.front().source) return &words.readings[s];
    return nullptr;
}

const text::Statement* statementOf(const Words& words, const model::Event& event) {
    const auto* reading = readingOf(words, event);
    return reading ? &reading->statements[event.statement] : nullptr;
}

std::vector<std::size_t> mentionsOf(const Words& words, const model::Event& event) {
    const auto* reading = readingOf(words, event);
    if (!reading) return {};
    const auto first = firstMention(words, static_cast<std::size_t>(reading - words.readings.data()));
    std::vector<std::size_t> mentions;
    for (const auto& place : reading->statements[event.statement].places)
        mentions.push_back(first + place.mention);
    return mentions;
}

std::optional<text::Quote> reanchored(const Words& words, const model::Anchor& anchor) {
    const auto* source = sourceOf(words, anchor.quote.source);
    if (!source && words.sources.size() == 1) source = &words.sources.front();
    if (!source || anchor.words.empty()) return std::nullopt;
    const auto sought = text::utf32(anchor.words);
    std::optional<std::size_t> best;
    const auto offBy = [&](std::size_t at) {
        return at > anchor.quote.begin ? at - anchor.quote.begin : anchor.quote.begin - at;
    };
    for (auto at = source->letters.find(sought); at != std::u32string::npos;
         at = source->letters.find(sought, at + 1))
        if (!best || offBy(at) < offBy(*best)) best = at;
    if (!best) return std::nullopt;
    return text::Quote{source->id, *best, *best + sought.size()};
}

}  // namespace retrace::reconstruct
