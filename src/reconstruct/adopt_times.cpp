#include "reconstruct/adopt_times.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace retrace::reconstruct {
namespace {

constexpr auto nowhere = text::Mention::npos;

bool endsSentence(const std::u32string& letters, std::size_t i) {
    const char32_t c = letters[i];
    if (c == U'\n') return true;
    if (c != U'.' && c != U'!' && c != U'?') return false;
    // Not inside "a.m." or "7.30", nor after a single letter.
    const bool spaced = i + 1 >= letters.size() || letters[i + 1] == U' ' || letters[i + 1] == U'\n' ||
                        letters[i + 1] == U'\r';
    const bool initial = i >= 2 && (letters[i - 2] == U'.' || letters[i - 2] == U' ');
    return spaced && !initial;
}

text::Quote sentenceAround(const text::Source& source, const text::Quote& quote) {
    const auto& letters = source.letters;
    std::size_t begin = std::min(quote.begin, letters.size()), end = std::min(quote.end, letters.size());
    while (begin > 0 && !endsSentence(letters, begin - 1)) --begin;
    while (begin < quote.begin && (letters[begin] == U' ' || letters[begin] == U'\r')) ++begin;
    if (end == 0 || !endsSentence(letters, end - 1))
        while (end < letters.size() && !endsSentence(letters, end)) ++end;
    return {source.id, begin, end};
}

// "We heard that on the ninth": what was said, and not what the narrator did. "We heard on the ninth that" is
// the narrator's own.
bool isHearsay(const text::Source& source, const text::Quote& sentence, const text::Quote& time) {
    const text::Quote before{source.id, sentence.begin, std::max(sentence.begin, time.begin)};
    std::istringstream words(before.begin < before.end ? text::words(source, before) : std::string());
    constexpr int reach = 4;  // "told the three of us that"
    int since = reach + 1;    // words since the last verb of saying
    for (std::string word; words >> word; ++since) {
        static constexpr std::array verbs{"heard",  "hear",  "told",     "learned",   "learnt",
                                          "said",   "say",   "reported", "announced", "claimed",
                                          "rumour", "rumor", "news",     "believed",  "thought"};
        if (std::ranges::find(verbs, word) != verbs.end())
            since = 0;
        else if (word == "that" && since <= reach)
            return true;
    }
    return false;
}

// "In June 1911 I was a clerk.", "It was the end of March.": a month or a season that opens its sentence.
// What stands elsewhere, and bare years, may be of another time ("the bridge that was built in May").
bool setsScene(const text::Source& source, const text::Quote& sentence, const text::TimeExpression& time) {
    if (time.days && time.days->first.month == 0) return false;
    const text::Quote before{source.id, sentence.begin, std::max(sentence.begin, time.quote.begin)};
    std::istringstream words(before.begin < before.end ? text::words(source, before) : std::string());
    static constexpr std::array opening{"It",   "it",  "This",     "this", "That",
                                        "that", "was", "happened", "And",  "But"};
    for (std::string word; words >> word;)
        if (std::ranges::find(opening, word) == opening.end()) return false;
    return true;
}

void shiftFrom(text::Reading& reading, std::size_t at) {
    for (auto& mention : reading.mentions)
        if (mention.statement != nowhere && mention.statement >= at) ++mention.statement;
    for (auto& time : reading.times)
        if (time.statement != nowhere && time.statement >= at) ++time.statement;
}

}  // namespace

Words adoptTimes(Words words) {
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        auto& reading = words.readings[s];
        for (std::size_t t = 0; t < reading.times.size(); ++t) {
            const auto& time = reading.times[t];
            const bool scene =
                (time.days || time.weekday) &&
                setsScene(words.sources[s], sentenceAround(words.sources[s], time.quote), time);
            if (time.statement != nowhere || (!time.date && !time.clock && !scene)) continue;
            if (isNotNarrator(reading, time.quote) || isRepeat(reading, time.quote)) continue;
            text::Statement statement{.kind = "state",
                                      .actor = "we",
                                      .times = {t},
                                      .evidence = sentenceAround(words.sources[s], time.quote)};
            if (isHearsay(words.sources[s], statement.evidence, time.quote)) {
                statement.actor = "others";
                statement.status = text::Status::otherActor;
                statement.presence = text::Presence::none;
                statement.voice = text::Voice::reported;
            }
            // The words before it in the sentence that are a statement already stay with that.
            for (const auto& other : reading.statements)
                if (text::overlaps(other.evidence, statement.evidence) &&
                    other.evidence.end <= time.quote.begin)
                    statement.evidence.begin = std::max(statement.evidence.begin, other.evidence.end);
            const auto after = std::ranges::find_if(reading.statements, [&](const auto& other) {
                return other.evidence.begin > statement.evidence.begin;
            });
            const auto at = static_cast<std::size_t>(after - reading.statements.begin());
            shiftFrom(reading, at);
            reading.times[t].statement = at;
            reading.statements.insert(after, std::move(statement));
        }
    }
    return words;
}

}  // namespace retrace::reconstruct
