#include "reconstruct/solve_times.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <sstream>

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

// "Tuesday, 6 September": the weekday that stands with a date, 0 Monday.
std::optional<int> weekdayBeside(const Words& words, const text::Quote& quote) {
    constexpr std::size_t reach = 12;  // letters before: "On Tuesday, the"
    auto wide = quote;
    wide.begin -= std::min(wide.begin, reach);
    std::istringstream in(wordsOf(words, wide));
    static constexpr std::array names{"monday", "tuesday",  "wednesday", "thursday",
                                      "friday", "saturday", "sunday"};
    for (std::string word; in >> word;) {
        std::erase_if(word, [](unsigned char c) { return c < 0x80 && !std::isalpha(c); });
        for (auto& c : word)
            if (static_cast<unsigned char>(c) < 0x80) c = static_cast<char>(std::tolower(c));
        if (const auto name = std::ranges::find(names, word); name != names.end())
            return static_cast<int>(name - names.begin());
    }
    return std::nullopt;
}

// The latest year, not after a date, in which that day has that weekday.
std::optional<timeline::Date> onWeekday(const timeline::Date& date, int weekday,
                                        const timeline::Date& notAfter) {
    constexpr int years = 12;  // each weekday comes round at least once, but for a leap day
    for (int back = 0; back < years; ++back) {
        const timeline::Date candidate{notAfter.year - back, date.month, date.day};
        if (timeline::isValid(candidate) && candidate <= notAfter && timeline::weekday(candidate) == weekday)
            return candidate;
    }
    return std::nullopt;
}

// The full date of the narrator's own that was told last before the words (else the first after them).
//
// A day without a year that names its weekday counts as one, where `notAfter` says how late it may be.
std::optional<timeline::Date> narratorsDate(const Words& words, const text::Quote& quote,
                                            const std::optional<timeline::Date>& notAfter) {
    std::optional<timeline::Date> before, after;
    for (const auto& reading : words.readings)
        for (const auto& time : reading.times) {
            auto own = ownDate(time);
            if (!own && notAfter && time.date && time.date->year == 0 && time.date->month > 0 &&
                time.date->day > 0)
                if (const auto weekday = weekdayBeside(words, time.quote))
                    own = onWeekday(*time.date, *weekday, *notAfter);
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
    const auto reference = options.referenceDate ? options.referenceDate : latestFullDate(words);
    if (const auto own = narratorsDate(words, quote, reference)) {
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
    if (!reference) return std::nullopt;
    for (int back = 0; back < 8; ++back) {
        const timeline::Date candidate{reference->year - back, date.month, date.day};
        if (timeline::isValid(candidate) && candidate <= *reference) return candidate;
    }
    return std::nullopt;
}

}  // namespace retrace::reconstruct
