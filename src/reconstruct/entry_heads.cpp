#include "reconstruct/entry_heads.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace retrace::reconstruct {
namespace {

constexpr int anHour = 60;  // minutes

bool namesDay(const text::TimeExpression& time) {
    return time.date || time.days || time.weekday || time.dayOffset;
}

bool isNote(const text::Statement& statement) {
    return std::ranges::any_of(statement.rules, [](const auto& rule) { return rule.starts_with("note-of"); });
}

// The time that heads the statement's paragraph with its day.
std::optional<std::size_t> headOf(const text::Source& source, const text::Reading& reading,
                                  const text::Statement& statement) {
    const auto number = text::paragraphAt(source, statement.evidence.begin);
    if (number == 0) return std::nullopt;
    const auto& paragraph = source.paragraphs[number - 1];
    for (const auto t : statement.times) {
        const auto& time = reading.times[t];
        if ((time.date || time.weekday) && time.quote.begin == paragraph.begin &&
            text::overlaps(time.quote, statement.evidence))
            return t;
    }
    return std::nullopt;
}

// Minutes of the day from which the entry was written; nothing where its head says none, or the morning: what
// follows may be of the same day.
std::optional<int> writtenFrom(const Words& words, const text::TimeExpression& head) {
    if (head.clock && head.clock->from) return head.clock->from;
    static constexpr std::array<std::pair<text::Cue, int>, 3> parts{{{text::Cue::afternoon, 12 * anHour},
                                                                     {text::Cue::evening, 16 * anHour},
                                                                     {text::Cue::night, 18 * anHour}}};
    const auto said = wordsIn(words, head.quote);
    for (const auto& [part, from] : parts)
        if (std::ranges::any_of(said, [&](const auto& word) { return word.is(part); })) return from;
    return std::nullopt;
}

bool tellsEarlierHour(const text::Reading& reading, const text::Statement& statement,
                      const text::TimeExpression& head, int minutes) {
    const auto sameDay = [&](const text::TimeExpression& time) {
        return time.dayOffset == 0 || (time.date && time.date == head.date);
    };
    const bool otherDay = std::ranges::any_of(
        statement.times, [&](auto t) { return namesDay(reading.times[t]) && !sameDay(reading.times[t]); });
    return std::ranges::any_of(statement.times, [&](auto t) {
        const auto& clock = reading.times[t].clock;
        return !otherDay && clock && clock->from.value_or(clock->to.value_or(minutes)) < minutes;
    });
}

}  // namespace

std::vector<bool> writtenLast(const Words& words, std::size_t s) {
    const auto& source = words.sources[s];
    const auto& reading = words.readings[s];
    const auto& all = reading.statements;
    std::vector<bool> out(all.size(), false);
    constexpr int aDiary = 2;  // entries
    const auto isHead = [&](const auto& statement) {
        return statement.kind == "state" && headOf(source, reading, statement).has_value();
    };
    if (std::ranges::count_if(all, isHead) < aDiary) return out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto head = isHead(all[i]) ? headOf(source, reading, all[i]) : std::nullopt;
        const auto from = head ? writtenFrom(words, reading.times[*head]) : std::nullopt;
        if (!from) continue;
        const auto end = source.paragraphs[text::paragraphAt(source, all[i].evidence.begin) - 1].end;
        for (std::size_t k = i + 1; k < all.size() && all[k].evidence.begin < end && !out[i]; ++k)
            out[i] = tellsEarlierHour(reading, all[k], reading.times[*head], *from);
        // "1 Dec., evening. Hama.": where it was written.
        const auto next = i + 1;
        if (out[i] && next < all.size() && isNote(all[next]) && all[next].times.empty() &&
            all[next].evidence.begin <= all[i].evidence.end + 2)
            out[next] = true;
    }
    return out;
}

Words spreadEntryDays(Words words) {
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        auto& reading = words.readings[s];
        const auto last = writtenLast(words, s);
        for (std::size_t i = 0; i + 1 < last.size(); ++i) {
            const auto headed =
                last[i] ? headOf(words.sources[s], reading, reading.statements[i]) : std::nullopt;
            if (!headed) continue;
            const auto head = *headed;
            auto below = i + 1;
            while (below + 1 < last.size() && last[below]) ++below;
            const auto dated = [&](auto t) { return namesDay(reading.times[t]); };
            if (std::ranges::any_of(reading.statements[below].times, dated)) continue;
            text::TimeExpression day{.quote = reading.times[head].quote,
                                     .date = reading.times[head].date,
                                     .weekday = reading.times[head].weekday};
            const auto at = head + 1;
            for (auto& statement : reading.statements)
                for (auto& t : statement.times) t += t >= at ? 1 : 0;
            day.statement = below;
            reading.times.insert(reading.times.begin() + static_cast<std::ptrdiff_t>(at), day);
            auto& times = reading.statements[below].times;
            times.insert(times.begin(), at);
        }
    }
    return words;
}

}  // namespace retrace::reconstruct
