#include "text/time_values.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

using timeline::ClockSpan;
using timeline::Date;
using S = TimeSlot;

constexpr int approximateMinutes = 15;

void addDate(Part& p, const TimeSlots& s) {
    const Date date{s.get(S::year), s.get(S::month), s.get(S::day)};
    p.noSuchDay = date.month > 0 && date.day > daysIn(date.month, date.year);
    if (!p.noSuchDay) p.time.date = date;
    if (p.time.date && s.has(S::weekday)) p.time.dateWeekday = s.get(S::weekday) - 1;
}

bool hasAll(const TimeSlots& s, std::initializer_list<TimeSlot> slots) {
    return std::all_of(slots.begin(), slots.end(), [&](TimeSlot slot) { return s.has(slot); });
}

bool hasHour(const TimeSlots& s) {
    return s.has(S::clock) || s.has(S::hour);
}

/// Whether the words say what the kind needs.
bool isWhole(TimeKind kind, const TimeSlots& s, const TimeSlots& second) {
    switch (kind) {
        case TimeKind::date:
            return hasAll(s, {S::month, S::day});
        case TimeKind::dayOfMonth:
            return s.has(S::day);
        case TimeKind::month:
            return s.has(S::month) && s.has(S::fromDay) == s.has(S::toDay);
        case TimeKind::months:
            return s.has(S::month) && second.has(S::month);
        case TimeKind::season:
            return hasAll(s, {S::fromMonth, S::toMonth, S::year}) && s.get(S::fromMonth) <= s.get(S::toMonth);
        case TimeKind::year:
            return s.has(S::year);
        case TimeKind::weekday:
            return s.has(S::weekday);
        case TimeKind::day:
        case TimeKind::entryDay:
            return s.has(S::shift);
        case TimeKind::sun:
            return s.has(S::sun);
        case TimeKind::duration:
            return s.has(S::unit);
        case TimeKind::clock:
            return hasHour(s);
        case TimeKind::clocks:
            return hasHour(s) && hasHour(second);
    }
    return false;
}

/// A part of a month, or all of it. Thirds: 1-10, 11-20, 21-last. A single day is a date.
void addMonth(Part& p, const TimeSlots& s) {
    const int month = s.get(S::month), year = s.get(S::year), last = daysIn(month, year);
    int from = 1, to = last;
    if (s.has(S::fromDay)) {
        const auto dayOf = [&](int told) { return std::clamp(told > 0 ? told : last + 1 + told, 1, last); };
        from = dayOf(s.get(S::fromDay));
        to = std::max(from, dayOf(s.get(S::toDay)));
    } else if (const int third = s.get(S::third); third > 0) {
        from = 10 * third - 9;
        to = third == 3 ? last : 10 * third;
    }
    if (from == to)
        p.time.date = Date{year, month, from};
    else
        p.time.days = DaySpan{{year, month, from}, {year, month, to}};
    if (s.has(S::weekday)) p.time.weekday = s.get(S::weekday) - 1;
}

/// From one month to another, in the year of the last or the year before; false where neither has a year.
bool addMonths(Part& p, const TimeSlots& from, const TimeSlots& to) {
    const int year = to.get(S::year);
    const bool turns = from.get(S::month) > to.get(S::month);
    if (year == 0 && (from.has(S::year) || turns)) return false;
    const int before = year > 0 && turns ? year - 1 : year;
    p.time.days = DaySpan{{from.get(S::year, before), from.get(S::month), 1},
                          {year, to.get(S::month), daysIn(to.get(S::month), year)}};
    return true;
}

void addSeason(Part& p, const TimeSlots& s) {
    const auto dateOf = [&](int month, bool ends) {
        const int year = s.get(S::year) + (month > 12 ? 1 : 0);
        const int m = month > 12 ? month - 12 : month;
        return Date{year, m, ends ? daysIn(m, year) : 1};
    };
    p.time.days = DaySpan{dateOf(s.get(S::fromMonth), false), dateOf(s.get(S::toMonth), true)};
}

/// Thirds of a year: January-April, May-August, September-December. A bare year has no months.
void addYear(Part& p, const TimeSlots& s) {
    const int year = s.get(S::year), third = s.get(S::third);
    p.time.days = third == 0 ? DaySpan{{year, 0, 0}, {year, 0, 0}}
                             : DaySpan{{year, 4 * third - 3, 1}, {year, 4 * third, daysIn(4 * third, year)}};
}

void addDuration(Part& p, const TimeSlots& s, const TimeSlots& second) {
    const std::int64_t unit = s.get(S::unit);
    p.time.lasts = s.get(S::lasts) != 0;
    p.figure = s.get(S::figure) != 0;
    if (s.has(S::several)) {
        p.time.lowSeconds = 2 * unit;
        p.time.highSeconds = 9 * unit;
        p.time.approximate = true;
        return;
    }
    const std::int64_t seconds = s.get(S::count, 1) * unit / s.get(S::share, 1);
    if (second.has(S::count)) {  // "two to three hours"
        p.time.lowSeconds = seconds;
        p.time.highSeconds = std::max(seconds, second.get(S::count) * unit);
        return;
    }
    const auto compared = static_cast<Comparison>(s.get(S::compare));
    if (compared == Comparison::more) {
        p.time.lowSeconds = seconds;
    } else if (compared == Comparison::less || compared == Comparison::within) {
        p.time.lowSeconds = 0;
        p.time.highSeconds = seconds;
    } else {
        const std::int64_t wide = p.time.approximate ? seconds / 3 : 0;
        p.time.lowSeconds = seconds - wide;
        p.time.highSeconds = seconds + wide;
    }
}

/// Moves an hour by the half of the day told with it. Twelve at night ends the evening that it is told with:
/// 24:00 of that day. Half past is the next day's.
int inHalf(int minutes, HalfDay half) {
    const int hour = minutes / 60;
    if (half == HalfDay::evening) half = hour == 12 ? HalfDay::night : HalfDay::pm;
    if (half == HalfDay::am && hour == 12) return minutes - 720;
    if (half == HalfDay::pm && hour < 12) return minutes + 720;
    if (half != HalfDay::night || hour < 6 || hour > 12) return minutes;
    return minutes + 720 > 1440 ? minutes - 720 : minutes + 720;
}

int minutesOf(const TimeSlots& s) {
    const int told = s.has(S::clock)
                         ? s.get(S::clock)
                         : (s.get(S::hour) * 60 + s.get(S::past) - s.get(S::lacking) + 1440) % 1440;
    return inHalf(told, static_cast<HalfDay>(s.get(S::half)));
}

void addClock(Part& p, const TimeSlots& s) {
    const int minutes = minutesOf(s), wide = p.time.approximate ? approximateMinutes : 0;
    const auto wrapped = [](int m) { return m == 1440 ? m : (m + 1440) % 1440; };
    ClockSpan clock;
    const TimeRelation relation = p.time.relation;
    if (relation != TimeRelation::from && relation != TimeRelation::after) clock.to = wrapped(minutes + wide);
    if (relation != TimeRelation::until && relation != TimeRelation::before)
        clock.from = wrapped(minutes - wide);
    p.time.clock = clock;
    p.time.midnight = s.has(S::midnight);
}

/// Where the first hour has no half of the day, it is that of the second.
void addClocks(Part& p, const TimeSlots& first, const TimeSlots& second) {
    int from = minutesOf(first);
    const int to = minutesOf(second);
    if (!first.has(S::sure)) {
        if (to >= 720 && from < 720 && from + 720 <= to) from += 720;
        if (from == 720 && to < 360) from = 0;  // "between twelve and one at night"
    }
    p.time.clock = ClockSpan{from, to};
}

}  // namespace

int daysIn(int month, int year) {
    if (month == 2) return year == 0 || timeline::isValid({year, 2, 29}) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Part> partOf(TimeKind kind, std::size_t first, const TimeMatch& match) {
    const TimeSlots& s = match.slots;
    if (!isWhole(kind, s, match.second)) return std::nullopt;
    Part p;
    p.first = first;
    p.last = match.last;
    p.time.relation = static_cast<TimeRelation>(s.get(S::relation));
    p.time.approximate = s.get(S::about) != 0;
    switch (kind) {
        case TimeKind::date:
        case TimeKind::dayOfMonth:
            addDate(p, s);
            break;
        case TimeKind::month:
            addMonth(p, s);
            break;
        case TimeKind::months:
            if (!addMonths(p, s, match.second)) return std::nullopt;
            break;
        case TimeKind::season:
            addSeason(p, s);
            break;
        case TimeKind::year:
            addYear(p, s);
            break;
        case TimeKind::weekday:
            p.time.weekday = s.get(S::weekday) - 1;
            break;
        case TimeKind::day:
            p.time.dayOffset = s.get(S::shift) * s.get(S::count, 1);
            break;
        case TimeKind::entryDay:
            p.time.dayOffset = s.get(S::shift);
            p.ofEntry = true;
            break;
        case TimeKind::sun:
            p.time.prayer = static_cast<timeline::Prayer>(s.get(S::sun));
            p.time.light = static_cast<timeline::SunEvent>(s.get(S::light));
            break;
        case TimeKind::duration:
            addDuration(p, s, match.second);
            break;
        case TimeKind::clock:
            addClock(p, s);
            break;
        case TimeKind::clocks:
            addClocks(p, s, match.second);
            break;
    }
    return p;
}

}  // namespace retrace::text
