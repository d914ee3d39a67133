#include "reconstruct/solve_times.hpp"

#include <algorithm>

namespace retrace::reconstruct {
namespace {

// The latest full date in the words: publication, caption, or the narrator's own.
std::optional<timeline::Date> latestFullDate(const Words& words) {
    std::optional<timeline::Date> latest;
    for (const auto& reading : words.readings)
        for (const auto& time : reading.times)
            if (time.date && time.date->year > 0 && time.date->month > 0 && time.date->day > 0 &&
                (!latest || *latest < *time.date))
                latest = time.date;
    return latest;
}

}  // namespace

std::optional<timeline::Date> completeDate(const Words& words, const timeline::Date& date,
                                           const Options& options) {
    if (date.month < 1 || date.day < 1) return std::nullopt;
    if (date.year > 0) return timeline::isValid(date) ? std::optional(date) : std::nullopt;
    const auto reference = options.referenceDate ? options.referenceDate : latestFullDate(words);
    if (!reference) return std::nullopt;
    for (int back = 0; back < 8; ++back) {
        const timeline::Date candidate{reference->year - back, date.month, date.day};
        if (timeline::isValid(candidate) && candidate <= *reference) return candidate;
    }
    return std::nullopt;
}

}  // namespace retrace::reconstruct
