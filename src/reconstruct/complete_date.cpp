#include "reconstruct/solve_times.hpp"

#include <algorithm>
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

// The latest such day, not after a date, that has that weekday: of its month, or of any where it has none.
std::optional<timeline::Date> onWeekday(const timeline::Date& date, int weekday,
                                        const timeline::Date& notAfter) {
    constexpr int years = 12;  // each weekday comes round at least once, but for a leap day
    const int first = date.month > 0 ? date.month : 1, last = date.month > 0 ? date.month : 12;
    for (int back = 0; back < years; ++back)
        for (int month = last; month >= first; --month) {
            const timeline::Date candidate{notAfter.year - back, month, date.day};
            if (timeline::isValid(candidate) && candidate <= notAfter &&
                timeline::weekday(candidate) == weekday)
                return candidate;
        }
    return std::nullopt;
}

// The first day of that number from a date on.
std::optional<timeline::Date> dayFrom(const timeline::Date& told, int day) {
    constexpr int twoMonths = 62;  // one of them has a 31st
    for (int on = 0; on <= twoMonths; ++on)
        if (const auto date = timeline::plusDays(told, on); date.day == day) return date;
    return std::nullopt;
}

bool toldBack(const text::Reading& reading, const text::TimeExpression& time) {
    return time.statement < reading.statements.size() && reading.statements[time.statement].toldBack;
}

// "KRAMATORSK, 9 October 2022.": the day of the report, no day of the story. A full date in the first words.
bool isDateline(const text::Source& source, const text::TimeExpression& time) {
    constexpr std::size_t firstWords = 40;  // code points
    if (source.paragraphs.empty()) return false;
    const auto& first = source.paragraphs.front();
    const auto end = std::min(time.quote.end, source.letters.size());
    const bool closes =
        end < source.letters.size() && (source.letters[end] == U'.' || source.letters[end] == U'\n');
    return closes && time.quote.begin < first.begin + firstWords && time.quote.end <= first.end;
}

// What the years of a text are known by, seen from the words of a date.
struct Years {
    std::optional<timeline::Date> full;   // the narrator's full date told last before, else the first after
    std::optional<timeline::Date> scene;  // month or season with its year, told before any date without one
    std::vector<timeline::Days> frame;    // months and seasons with a year in the frame
    std::optional<timeline::Date>
        recorded;  // the latest full date of the frame: of recording, of publication
};

Years yearsFor(const Words& words, const text::Quote& quote, const std::optional<timeline::Date>& asked) {
    Years out;
    const auto isFramed = [&](std::size_t s, const text::TimeExpression& time) {
        return isNotNarrator(words.readings[s], time.quote) ||
               (isFull(time) && isDateline(words.sources[s], time));
    };
    for (std::size_t s = 0; s < words.readings.size(); ++s)
        for (const auto& time : words.readings[s].times) {
            if (!isFramed(s, time)) continue;
            if (isFull(time) && (!out.recorded || *out.recorded < *time.date)) out.recorded = time.date;
            if (ownDate(time) && time.days) out.frame.push_back({time.days->first, time.days->last});
        }
    const auto notAfter = asked ? asked : out.recorded;
    std::optional<timeline::Date> after;
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        const auto& reading = words.readings[s];
        bool yearless = false;  // a date without a year has been told
        for (const auto& time : reading.times) {
            if (time.quote.source != quote.source || isFramed(s, time)) continue;
            auto own = ownDate(time);
            bool full = isFull(time);
            if (time.date && time.date->year == 0 && time.date->day > 0) {
                yearless = true;
                // A weekday beside it says the year.
                const bool says = notAfter && time.dateWeekday;
                if (says) own = onWeekday(*time.date, *time.dateWeekday, *notAfter);
                full = full || (says && own);
            }
            if (!own || toldBack(reading, time)) continue;
            const bool before = time.quote.begin <= quote.begin;
            if (full && before) out.full = own;
            if (full && !before && !after) after = own;
            if (time.days && before && !yearless && (!out.scene || out.scene->year <= own->year))
                out.scene = own;
        }
    }
    if (!out.full) out.full = after;
    return out;
}

// The year before, of or after `own` in which the day lies closest to it.
std::optional<timeline::Date> closestTo(const timeline::Date& own, const timeline::Date& date) {
    std::optional<timeline::Date> closest;
    const auto off = [&](const timeline::Date& d) {
        return std::abs(timeline::dayNumber(d) - timeline::dayNumber(own));
    };
    for (const int year : {own.year - 1, own.year, own.year + 1}) {
        const timeline::Date candidate{year, date.month, date.day};
        if (timeline::isValid(candidate) && (!closest || off(candidate) < off(*closest))) closest = candidate;
    }
    return closest;
}

// The day's last occurrence that is not after the reference.
std::optional<timeline::Date> lastBefore(const timeline::Date& reference, const timeline::Date& date) {
    for (int back = 0; back < 8; ++back) {
        const timeline::Date candidate{reference.year - back, date.month, date.day};
        if (timeline::isValid(candidate) && candidate <= reference) return candidate;
    }
    return std::nullopt;
}

// The day in the year of a month or season of the frame, where it lies in it or a month beside.
std::optional<timeline::Date> inFrame(const std::vector<timeline::Days>& frame, const timeline::Date& date) {
    constexpr std::int64_t beside = 31;
    for (const auto& days : frame)
        for (const int year : {days.first.year, days.last.year, days.first.year - 1, days.last.year + 1}) {
            const timeline::Date candidate{year, date.month, date.day};
            if (!timeline::isValid(candidate)) continue;
            const auto day = timeline::dayNumber(candidate);
            if (day >= timeline::dayNumber(days.first) - beside &&
                day <= timeline::dayNumber(days.last) + beside)
                return candidate;
        }
    return std::nullopt;
}

}  // namespace

std::optional<timeline::Date> completeDate(const Words& words, const timeline::Date& date,
                                           const text::Quote& quote, const Options& options) {
    if (date.day < 1) return std::nullopt;
    if (date.year > 0) return timeline::isValid(date) ? std::optional(date) : std::nullopt;
    const Years years = yearsFor(words, quote, options.referenceDate);
    if (date.month < 1) return years.full ? dayFrom(*years.full, date.day) : std::nullopt;
    if (years.full)
        if (const auto closest = closestTo(*years.full, date)) return closest;
    if (const auto framed = inFrame(years.frame, date); framed && !options.referenceDate) return framed;
    const auto reference = options.referenceDate ? options.referenceDate : years.recorded;
    const auto carried = years.scene ? closestTo(*years.scene, date) : std::nullopt;
    if (!reference) return carried;
    const auto last = lastBefore(*reference, date);
    // A memoir told decades later keeps to the year that opened its story.
    constexpr int muchLater = 2;  // years
    return carried && last && last->year - carried->year > muchLater ? carried : last ? last : carried;
}

}  // namespace retrace::reconstruct
