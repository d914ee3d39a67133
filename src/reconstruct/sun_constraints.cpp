#include "reconstruct/time_drafting.hpp"

#include "reconstruct/bare_hours.hpp"
#include "timeline/calendar_words.hpp"
#include "timeline/clock_change.hpp"
#include "timeline/sun_clock.hpp"

#include <algorithm>
#include <array>

namespace retrace::reconstruct {
namespace {

// The first, the middle and the last day that the narrator dates, some days wider; none where they lie a
// season apart or there are none.
std::vector<timeline::Date> datedDays(const Drafting& d) {
    constexpr int aSeason = 100, around = 7;
    std::optional<timeline::Date> first, last;
    for (const auto& reading : d.words.readings)
        for (const auto& time : reading.times) {
            if (!time.date || isNotNarrator(reading, time.quote)) continue;
            const auto date = completeDate(d.words, *time.date, time.quote, d.options);
            if (!date) continue;
            first = std::min(first.value_or(*date), *date);
            last = std::max(last.value_or(*date), *date);
        }
    if (!first) return {};
    const auto apart = static_cast<int>(timeline::dayNumber(*last) - timeline::dayNumber(*first));
    if (apart > aSeason) return {};
    return {timeline::plusDays(*first, -around), timeline::plusDays(*first, apart / 2),
            timeline::plusDays(*last, around)};
}

std::vector<timeline::Date> daysMeant(Drafting& d) {
    if (d.group && d.group->date) return {*d.group->date};
    if (!d.frame) d.frame = datedDays(d);
    if (!d.frame->empty()) return *d.frame;
    const int year = d.options.referenceDate ? d.options.referenceDate->year : 2000;
    std::vector<timeline::Date> days;
    for (const int month : {3, 6, 9, 12}) days.push_back({year, month, 21});
    return days;
}

}  // namespace

bool bindSun(Drafting& d, const TimeExpression& time, const geo::LonLat& at, std::size_t event, bool ownDay) {
    const auto days = daysMeant(d);
    std::optional<int> begins, beginsLatest, ends;  // minutes of the day
    std::string why;
    for (const auto& day : days) {
        const auto span = timeline::sunTime(time.light, *time.prayer, day, at, d.options.zone);
        if (!span) continue;
        const auto minutes = [&](timeline::Instant t) {
            return timeline::minutesFrom(day, t, d.options.zone);
        };
        begins = std::min(begins.value_or(minutes(span->beginsEarliest)), minutes(span->beginsEarliest));
        beginsLatest = std::max(beginsLatest.value_or(0), minutes(span->beginsLatest));
        ends = std::max(ends.value_or(0), minutes(span->ends));
        if (why.empty()) why = span->why;
    }
    if (!begins) return false;
    const auto down = [](int minutes) { return minutes / 10 * 10; };
    const auto up = [](int minutes) { return (minutes + 9) / 10 * 10; };
    timeline::ClockSpan clock{down(*begins), up(*ends)};
    switch (time.relation) {
        case TimeRelation::after:
        case TimeRelation::from:
            clock = {down(*begins), std::nullopt};
            break;
        case TimeRelation::before:
            clock = {std::nullopt, up(*beginsLatest)};
            break;
        case TimeRelation::until:
            clock.to = up(*beginsLatest);
            break;
        case TimeRelation::at:
        case TimeRelation::during:
            break;
    }
    bindClock(d, time, clock, event, ownDay,
              " by the sun" +
                  (days.size() == 1 ? " that day: " + why : ", the day not known: " + why + " on some days"));
    return true;
}

void bindPartOfDay(Drafting& d, const TimeExpression& time, std::size_t event) {
    struct Part {
        HalfOfDay half;
        int from, to;  // hours
        const char* words;
    };
    static constexpr std::array<Part, 5> parts{
        {{HalfOfDay::morning, 4, 12, "04:00-12:00"},
         {HalfOfDay::afternoon, 12, 19, "12:00-19:00"},
         {HalfOfDay::evening, 16, 24, "16:00-24:00"},
         {HalfOfDay::night, 18, 30, "18:00 to 06:00 of the day after"},
         {HalfOfDay::smallHours, 0, 6, "00:00-06:00"}}};
    const auto half = halfOfDayIn(d.words, time.quote);
    const auto part = std::ranges::find(parts, half, &Part::half);
    const bool isSpan = time.relation == TimeRelation::at || time.relation == TimeRelation::during;
    if (part == parts.end() || !d.group || !isSpan) return;
    bind(d, event, d.group->day, part->from * timeline::hour, part->to * timeline::hour, time.relation,
         {Support::flow,
          timeline::Origin::words,
          quoted(d, time) + " is taken as " + part->words,
          {time.quote}});
    d.group->lastClock = std::max(d.group->lastClock, part->from * 60);
    d.group->clockTold = true;
}

}  // namespace retrace::reconstruct
