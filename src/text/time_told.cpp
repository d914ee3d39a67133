#include "text/time_values.hpp"

#include <algorithm>

namespace retrace::text {
namespace {

using timeline::Date;

constexpr int halfYear = 6;  // months

/// The year of a month told after `told`: its year, or the next where the month lies far behind it.
int yearAfter(const Date& told, int month) {
    return told.year + (told.month > 0 && told.month - month > halfYear ? 1 : 0);
}

/// A day without a month: of the month told, or the next where the day is an earlier one.
Date inMonth(const Date& told, int day) {
    const int month = told.month + (day < told.day ? 1 : 0);
    return {told.year + (told.year > 0 && month > 12 ? 1 : 0), month > 12 ? 1 : month, day};
}

}  // namespace

std::vector<Part> inTimeTold(const std::vector<Part>& parts) {
    // A full date anywhere, or the season that the frame names, says more than what was told before.
    const bool anyFullDate = std::any_of(parts.begin(), parts.end(), [](const Part& p) {
        return (p.time.date && p.time.date->year > 0) ||
               (p.framed && p.time.days && p.time.days->first.year > 0 && p.time.days->first.month > 0);
    });
    std::vector<Part> known;
    std::optional<Date> told, toldDay;  // any month or year; the last date with a day
    for (Part p : parts) {
        if (p.time.date && p.time.date->month == 0) {
            if (toldDay && toldDay->month > 0) {
                p.time.date = inMonth(*toldDay, p.time.date->day);
            } else {
                p.time.date.reset();
                if (!p.time.clock && !p.time.prayer) continue;
            }
        }
        if (p.time.date) {
            if (p.time.date->year == 0 && !anyFullDate && told && told->year > 0 && told->month > 0)
                p.time.date->year = yearAfter(*told, p.time.date->month);
            toldDay = p.time.date;
            if (!p.framed) told = p.time.date;
        } else if (p.time.days) {
            Date& first = p.time.days->first;
            Date& last = p.time.days->last;
            if (first.year == 0 && !anyFullDate && told && told->year > 0) {
                first.year = last.year = yearAfter(*told, first.month);
                if (last.month == 2 && last.day == 29) last.day = daysIn(2, last.year);
            }
            if (!p.framed) told = first;
        }
        known.push_back(std::move(p));
    }
    return known;
}

}  // namespace retrace::text
