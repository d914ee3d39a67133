#include "reconstruct/solve_times.hpp"

#include <cstdlib>

namespace retrace::reconstruct {
namespace {

bool isFull(const text::TimeExpression& time) {
    return time.date && time.date->year > 0 && time.date->month > 0 && time.date->day > 0;
}

// The date, or the middle of a month or season with its year. A bare year is mostly told from afar ("since
// 1995"): it dates nothing else.
std::optional<timeline::Date> ownDate(const text::TimeExpression& time) {
    if (isFull(time)) return time.date;
    if (!time.days || time.days->first.year < 1 || time.days->first.month < 1) return std::nullopt;
    const auto &first = time.days->first, &last = time.days->last;
    const auto from = timeline::dayNumber(first), days = timeline::dayNumber(last) - from;
    constexpr std::int64_t aSeason = 100;
    return days > aSeason ? std::nullopt : std::optional(timeline::dateFromDayNumber(from + days / 2));
}

// The full date of the narrator's own that was told last before the words (else the first after them).
std::optional<timeline::Date> narratorsDate(const Words& words, const text::Quote& quote) {
    std::optional<timeline::Date> before, after;
    for (const auto& reading : words.readings)
        for (const auto& time : reading.times) {
            const auto own = ownDate(time);
            if (!own || time.quote.source != quote.source || isNotNarrator(reading, time.quote)) continue;
            if (time.quote.begin <= quote.begin)
                before = own;
            else if (!after)
                after = own;
        }
    return before ? before : after;
}

// The latest full date in the words: of publication, of a caption.
std::optional<timeline::Date> latestFullDate(const Words& words) {
    std::optional<timeline::Date> latest;
    for (const auto& reading : words.readings)
        for (const auto& time : reading.times)
            if (isFull(time) && (!latest || *latest < *time.date)) latest = time.date;
    return latest;
}

}  // namespace

std::optional<timeline::Date> completeDate(const Words& words, const timeline::Date& date,
                                           const text::Quote& quote, const Options& options) {
    if (date.month < 1 || date.day < 1) return std::nullopt;
    if (date.year > 0) return timeline::isValid(date) ? std::optional(date) : std::nullopt;
    if (const auto own = narratorsDate(words, quote)) {
        std::optional<timeline::Date> closest;
        const auto off = [&](const timeline::Date& d) {
            return std::abs(timeline::dayNumber(d) - timeline::dayNumber(*own));
        };
        for (const int year : {own->year - 1, own->year, own->year + 1}) {
            const timeline::Date candidate{year, date.month, date.day};
            if (timeline::isValid(candidate) && (!closest || off(candidate) < off(*closest)))
                closest = candidate;
        }
        if (closest) return closest;
    }
    const auto reference = options.referenceDate ? options.referenceDate : latestFullDate(words);
    if (!reference) return std::nullopt;
    for (int back = 0; back < 8; ++back) {
        const timeline::Date candidate{reference->year - back, date.month, date.day};
        if (timeline::isValid(candidate) && candidate <= *reference) return candidate;
    }
    return std::nullopt;
}

}  // namespace retrace::reconstruct
