#include "reconstruct/solve_times.hpp"

#include <cstdlib>

namespace retrace::reconstruct {
namespace {

bool isFull(const text::TimeExpression& time) {
    return time.date && time.date->year > 0 && time.date->month > 0 && time.date->day > 0;
}

// The full date of the narrator's own that was told last before the words (else the first after them).
std::optional<timeline::Date> narratorsDate(const Words& words, const text::Quote& quote) {
    std::optional<timeline::Date> before, after;
    for (const auto& reading : words.readings)
        for (const auto& time : reading.times) {
            if (!isFull(time) || time.quote.source != quote.source || isNotNarrator(reading, time.quote))
                continue;
            if (time.quote.begin <= quote.begin)
                before = time.date;
            else if (!after)
                after = time.date;
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
