#include "text/time_values.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

using timeline::Date;

/// The year of a month: of the days told, where it lies in them, else that in which it lies closest to them; the
/// later of two as close.
int yearOf(const DaySpan& told, int month) {
    constexpr int halfYear = 6;  // months
    if (told.first.month == 0) return told.first.year;
    for (const int year : {told.first.year, told.last.year}) {
        const auto months = [](int y, int m) { return 12 * y + m; };
        if (months(year, month) >= months(told.first.year, told.first.month) &&
            months(year, month) <= months(told.last.year, told.last.month))
            return year;
    }
    const int back = told.first.month - month;
    return told.first.year + (back >= halfYear ? 1 : -back > halfYear ? -1 : 0);
}

/// Whether the month has the day; without a year February has 29.
bool exists(const Date& date) {
    return date.day <= (date.year == 0 && date.month == 2 ? 29 : daysIn(date.month, date.year));
}

Date monthAfter(const Date& date) {
    return date.month < 12 ? Date{date.year, date.month + 1, date.day}
                           : Date{date.year > 0 ? date.year + 1 : 0, 1, date.day};
}
Date monthBefore(const Date& date) {
    return date.month > 1 ? Date{date.year, date.month - 1, date.day}
                          : Date{date.year > 0 ? date.year - 1 : 0, 12, date.day};
}

/// A day without a month: of the month told, or the next that has it where the day is an earlier one.
Date inMonth(const Date& told, int day) {
    Date date{told.year, told.month, day};
    if (day < told.day) date = monthAfter(date);
    return exists(date) ? date : monthAfter(date);  // of two months one has 31 days
}

/// The last such day before a diary's entry: of its month, or the last before that has it.
Date beforeEntry(const Date& entry, int day) {
    Date date{entry.year, entry.month, day};
    if (day > entry.day) date = monthBefore(date);
    return exists(date) ? date : monthBefore(date);
}

/// The date so many days on; without a year it stays without one.
Date shifted(const Date& date, int days) {
    constexpr int anyYear = 2001;
    Date out = timeline::plusDays({date.year > 0 ? date.year : anyYear, date.month, date.day}, days);
    if (date.year == 0) out.year = 0;
    return out;
}

bool isDiary(const std::vector<Part>& parts) {
    const auto entries = std::ranges::count_if(
        parts, [](const Part& p) { return p.heads && !p.framed && (p.time.date || p.time.weekday); });
    return entries >= 2;
}

/// "Yesterday" in an entry of that date, or under a weekday alone: then from the day told. False where no
/// entry says which day it is and no hour stands with it.
bool placeInEntry(Part& p, const std::optional<Date>& entry, bool inEntry) {
    if (entry) {
        p.time.date = shifted(*entry, *p.time.dayOffset);
        p.time.dayOffset.reset();
    } else if (!inEntry) {
        p.time.dayOffset.reset();
        return p.time.clock || p.time.prayer;
    }
    return true;
}

}  // namespace

std::vector<Part> inTimeTold(const std::vector<Part>& parts) {
    // A full date anywhere, or the season that the frame names, says more than what was told before.
    const bool anyFullDate = std::any_of(parts.begin(), parts.end(), [](const Part& p) {
        return (p.time.date && p.time.date->year > 0) ||
               (p.framed && p.time.days && p.time.days->first.year > 0 && p.time.days->first.month > 0);
    });
    const bool diary = isDiary(parts);
    std::vector<Part> known;
    std::optional<DaySpan> told;  // any month or year
    std::optional<Date> toldDay;  // the last date with a day
    std::optional<Date> entry;          // of the diary's entry, where a date heads it
    bool inEntry = false;               // under a date or a weekday
    bool anyByWeekday = false;          // a day without a month, told with its weekday
    for (Part p : parts) {
        if (p.ofEntry && p.time.dayOffset && !placeInEntry(p, diary ? entry : std::nullopt, diary && inEntry)) continue;
        if (p.time.date && p.time.date->month == 0) {
            if (diary && !p.heads && entry && entry->month > 0) {
                p.time.date = beforeEntry(*entry, p.time.date->day);
            } else if (toldDay && toldDay->month > 0) {
                p.time.date = inMonth(*toldDay, p.time.date->day);
            } else if (p.time.dateWeekday || anyByWeekday) {
                anyByWeekday = true;  // the weekday tells the month, to who knows when it was told
                known.push_back(std::move(p));
                continue;
            } else {
                p.time.date.reset();
                if (!p.time.clock && !p.time.prayer) continue;
            }
        }
        if (p.time.date) {
            if (p.time.date->year == 0 && !anyFullDate && told && told->first.year > 0 && told->first.month > 0)
                if (const Date full{yearOf(*told, p.time.date->month), p.time.date->month, p.time.date->day};
                    exists(full))
                    p.time.date = full;
            if (!diary || p.heads || !entry) toldDay = p.time.date;
            if (!p.framed && (!diary || p.heads || !entry)) told = DaySpan{*p.time.date, *p.time.date};
        } else if (p.time.days) {
            Date& first = p.time.days->first;
            Date& last = p.time.days->last;
            if (first.year == 0 && !anyFullDate && told && told->first.year > 0) {
                first.year = last.year = yearOf(*told, first.month);
                if (last.month == 2 && last.day == 29) last.day = daysIn(2, last.year);
            }
            if (!p.framed) told = p.time.days;
        }
        if (p.heads && !p.framed && (p.time.date || p.time.weekday)) {
            entry = p.time.date;
            inEntry = true;
        }
        known.push_back(std::move(p));
    }
    return known;
}

}  // namespace retrace::text
