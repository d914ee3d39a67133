#include "reconstruct/adopt_times.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace retrace::reconstruct {
namespace {

using text::Cue;

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
bool isHearsay(const Words& words, const text::Quote& sentence, const text::Quote& time) {
    constexpr int reach = 4;  // "told the three of us that"
    int since = reach + 1;    // words since the last one of hearing
    for (const auto& word : wordsBefore(words, time, sentence.begin)) {
        if (word.mark) continue;
        if (word.is(Cue::hears))
            since = 0;
        else if (word.is(Cue::thatWord) && since <= reach)
            return true;
        ++since;
    }
    return false;
}

// "In June 1911 I was a clerk.", "It was the end of March.": a month or a season that opens its sentence.
// What stands elsewhere, and bare years, may be of another time ("the bridge that was built in May").
bool setsScene(const Words& words, const text::Quote& sentence, const text::TimeExpression& time) {
    if (time.days && time.days->first.month == 0) return false;
    return std::ranges::all_of(wordsBefore(words, time.quote, sentence.begin),
                               [](const auto& word) { return word.is(Cue::setsScene); });
}

/// Puts what was adopted among the statements, behind those that begin where it begins, and numbers anew who
/// points to them. A number beyond the reading's own statements is one of `added`.
void putIn(text::Reading& reading, std::vector<text::Statement> added) {
    std::vector<std::size_t> order(reading.statements.size() + added.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t own = reading.statements.size();
    std::ranges::move(added, std::back_inserter(reading.statements));
    const auto beginOf = [&](std::size_t i) { return reading.statements[i].evidence.begin; };
    std::inplace_merge(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(own), order.end(),
                       [&](std::size_t a, std::size_t b) { return beginOf(a) < beginOf(b); });
    std::vector<std::size_t> placeOf(order.size());
    std::vector<text::Statement> statements;
    for (const std::size_t i : order) {
        placeOf[i] = statements.size();
        statements.push_back(std::move(reading.statements[i]));
    }
    reading.statements = std::move(statements);
    for (auto& mention : reading.mentions)
        if (mention.statement != nowhere) mention.statement = placeOf[mention.statement];
    for (auto& time : reading.times)
        if (time.statement != nowhere) time.statement = placeOf[time.statement];
}

/// Statements by offset, and where the words of all up to each end.
struct Told {
    explicit Told(const std::vector<text::Statement>& all) : statements(all) {
        for (const auto& one : all) ends.push_back(std::max(one.evidence.end, ends.empty() ? 0 : ends.back()));
    }
    const std::vector<text::Statement>& statements;
    std::vector<std::size_t> ends;

    /// The end of the last that lies in `sentence`, before `time` at the latest; `sentence`'s begin if none.
    std::size_t endIn(const text::Quote& sentence, const text::Quote& time) const {
        std::size_t end = sentence.begin;
        auto i = static_cast<std::size_t>(std::ranges::upper_bound(ends, sentence.begin) - ends.begin());
        for (; i < statements.size() && statements[i].evidence.begin < sentence.end; ++i) {
            const auto& other = statements[i].evidence;
            if (text::overlaps(other, sentence) && other.end <= time.begin) end = std::max(end, other.end);
        }
        return end;
    }
};

bool holds(const text::Quote& outer, const text::Quote& inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// "At nine a note hung there: the carts come at two": the statement that holds the hour left over and has
/// been given another from before its own words gets its own. The hour that it leaves, else the same.
std::size_t givenBack(text::Reading& reading, std::size_t hour, const text::Quote& sentence) {
    const auto quote = reading.times[hour].quote;
    for (std::size_t s = 0; s < reading.statements.size(); ++s) {
        auto& statement = reading.statements[s];
        if (!holds(statement.evidence, quote)) continue;
        const auto other = std::ranges::find_if(statement.times, [&](std::size_t t) {
            const auto& time = reading.times[t];
            return time.clock && holds(sentence, time.quote) && time.quote.end <= statement.evidence.begin;
        });
        if (other == statement.times.end()) continue;
        reading.times[hour].statement = s;
        return std::exchange(*other, hour);
    }
    return hour;
}

}  // namespace

Words adoptTimes(Words words) {
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        auto& reading = words.readings[s];
        const Told told(reading.statements);
        std::vector<text::Statement> added;
        for (std::size_t t = 0; t < reading.times.size(); ++t) {
            const auto& time = reading.times[t];
            const bool scene =
                (time.days || time.weekday) &&
                setsScene(words, sentenceAround(words.sources[s], time.quote), time);
            if (time.statement != nowhere || (!time.date && !time.clock && !scene)) continue;
            if (isNotNarrator(reading, time.quote) || isRepeat(reading, time.quote)) continue;
            text::Statement statement{.kind = "state",
                                      .actor = "we",
                                      .times = {t},
                                      .evidence = sentenceAround(words.sources[s], time.quote)};
            const auto own = time.clock && !time.date ? givenBack(reading, t, statement.evidence) : t;
            statement.times = {own};
            if (isHearsay(words, statement.evidence, time.quote)) {
                statement.actor = "others";
                statement.status = text::Status::otherActor;
                statement.presence = text::Presence::none;
                statement.voice = text::Voice::reported;
            }
            // The words before it in the sentence that are a statement already stay with that.
            statement.evidence.begin = told.endIn(statement.evidence, reading.times[own].quote);
            reading.times[own].statement = reading.statements.size() + added.size();
            added.push_back(std::move(statement));
        }
        putIn(reading, std::move(added));
    }
    return words;
}

}  // namespace retrace::reconstruct
