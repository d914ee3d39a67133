#include "reconstruct/time_drafting.hpp"

#include "timeline/calendar_span.hpp"
#include "timeline/calendar_words.hpp"

#include <array>

namespace retrace::reconstruct {
namespace {

using timeline::Date;

constexpr int aWeek = 7;

std::string dayWords(const Date& date, bool month, bool year) {
    std::string words = std::to_string(date.day);
    if (month) words.append(" ").append(timeline::fullMonthName(date.month));
    if (year) words.append(" ").append(std::to_string(date.year));
    return words;
}

// "21 to 31 March 1945"
std::string daysWords(const timeline::Days& days) {
    if (days.first == days.last) return dayWords(days.first, true, true);
    const bool year = days.first.year != days.last.year;
    const bool month = year || days.first.month != days.last.month;
    return dayWords(days.first, month, year) + " to " + dayWords(days.last, true, true);
}

std::string fullWeekdayName(int weekday) {
    static constexpr std::array names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
    return names.at(static_cast<std::size_t>(weekday));
}

Date firstFrom(const Date& date, int weekday) {
    return timeline::plusDays(date, (weekday - timeline::weekday(date) + aWeek) % aWeek);
}
Date lastUpTo(const Date& date, int weekday) {
    return timeline::plusDays(date, -((timeline::weekday(date) - weekday + aWeek) % aWeek));
}

// "On a Friday in March": no day but a Friday is meant. Nothing where there is none among them.
std::optional<timeline::Days> onWeekday(const timeline::Days& days, int weekday) {
    const timeline::Days narrowed{firstFrom(days.first, weekday), lastUpTo(days.last, weekday)};
    return narrowed.first <= narrowed.last ? std::optional(narrowed) : std::nullopt;
}

// "One Friday": of which week, no other day says.
bool isAnyOfItsKind(const Drafting& d, const TimeExpression& time) {
    return std::ranges::any_of(wordsIn(d.words, time.quote),
                               [](const auto& word) { return word.is(Cue::anyOne); });
}

// Days, fewest and most, from a day to the first such weekday from it on.
std::pair<int, int> daysUpTo(std::optional<int> from, int weekday) {
    if (!from) return {0, aWeek - 1};
    const int days = (weekday - *from + aWeek) % aWeek;
    return {days, days};
}

// Which Friday: the first from the day told before it on, or the one a week after that.
void chooseWeek(Drafting& d, const TimeExpression& time, std::size_t event, Network::Variable day) {
    const auto [low, high] = daysUpTo(d.group->weekday, *time.weekday);
    const auto name = fullWeekdayName(*time.weekday);
    HourChoice choice{.ofDay = true, .event = event, .quote = time.quote, .said = quoted(d, time)};
    for (int weeks = 0; weeks < 2; ++weeks) {
        const auto words = weeks == 0 ? "the first " + name + " from the day told before it on"
                                      : "the " + name + " a week after the first one";
        const auto number = d.draft.constraints.size();
        d.addByClock(d.group->day, day, (low + weeks * aWeek) * timeline::day, (high + weeks * aWeek) * timeline::day,
                     {Support::week, timeline::Origin::words, choice.said + " is taken as " + words, {time.quote}});
        d.draft.conditional.push_back(number);
        choice.ways.push_back({.cost = static_cast<double>(2 * weeks), .constraints = {number}, .clock = {}, .words = words});
    }
    d.draft.choices.push_back(std::move(choice));
}

bool isOpenEnded(const TimeExpression& time) {
    return time.relation == TimeRelation::before || time.relation == TimeRelation::after;
}

}  // namespace

std::optional<timeline::Days> completeDays(const Words& words, const text::DaySpan& span,
                                           const text::Quote& quote, const Options& options) {
    Date first = span.first, last = span.last;
    if (first.month == 0 && first.year > 0) return timeline::Days{{first.year, 1, 1}, {last.year, 12, 31}};
    if (first.year == 0) {
        const auto known = completeDate(words, first, quote, options);
        if (!known) return std::nullopt;
        first = *known;
    }
    if (last.year == 0) last.year = first.year + (last.month < first.month ? 1 : 0);
    if (last.month == 2 && last.day == 29 && !timeline::isValid(last)) last.day = 28;
    if (!timeline::isValid(first) || !timeline::isValid(last) || last < first) return std::nullopt;
    return timeline::Days{first, last};
}

bool newStretch(Drafting& d, const TimeExpression& time, std::size_t event) {
    auto& v = d.draft.events[event];
    const auto whole = completeDays(d.words, *time.days, time.quote, d.options);
    const auto narrowed = whole && time.weekday ? onWeekday(*whole, *time.weekday) : whole;
    const auto days = narrowed ? narrowed : whole;
    if (!days) {
        d.draft.findings.push_back(
            {"year-missing",
             "note",
             quoted(d, time) + " names no year, and nothing in the words or options gives one",
             {time.quote},
             {}});
        return false;
    }
    const auto midnight = [&](const Date& date) {
        return timeline::toInstant({date}, d.options.zone).seconds;
    };
    const auto end = midnight(timeline::plusDays(days->last, 1));
    const Support support{Support::date,
                          timeline::Origin::words,
                          quoted(d, time) + " is taken as " + daysWords(*days),
                          {time.quote}};
    v.ownStretch = true;
    if (time.relation == TimeRelation::before) {
        d.add(Network::epoch, v.start, std::nullopt, midnight(days->first), support);
        return false;
    }
    if (time.relation == TimeRelation::after) {
        d.add(Network::epoch, v.start, end, std::nullopt, support);
        return false;
    }
    v.lastDay = timeline::dayNumber(days->last);
    DayGroup next{.day = d.variable(), .anchored = true};
    d.draft.days.push_back(next.day);
    d.add(Network::epoch, next.day, midnight(days->first), midnight(days->last), support);
    if (days->first == days->last) {
        next.date = days->first;
        v.ownDate = true;
    }
    const auto many = timeline::dayNumber(days->last) - timeline::dayNumber(days->first) + 1;
    constexpr std::int64_t aSeason = 100, aMonth = 28;
    if (many <= aSeason && !next.date)
        next.stretch = Stretch{.end = {end}, .wide = many >= aMonth, .quote = time.quote};
    d.group = next;
    return true;
}

void stayInStretch(Drafting& d, std::size_t event) {
    if (!d.group || !d.group->stretch) return;
    const auto& stretch = *d.group->stretch;
    d.add(Network::epoch, d.draft.events[event].start, std::nullopt, stretch.end.seconds,
          {Support::flow,
           timeline::Origin::words,
           "told on from " + inQuotes(shortWords(d.words, stretch.quote, 50)) +
               ", with no other day between: taken to be within it",
           {stretch.quote, d.events[event].evidence.front()}});
}

bool newWeekday(Drafting& d, const TimeExpression& told, std::size_t event) {
    auto& v = d.draft.events[event];
    TimeExpression time = told;
    if (time.clock || time.prayer) time.relation = TimeRelation::at;  // "on Friday, after the noon prayer"
    const bool anyOfItsKind = isAnyOfItsKind(d, time);
    DayGroup next{.day = d.variable(), .named = true, .weekday = time.weekday};
    d.draft.days.push_back(next.day);
    if (d.group && time.relation != TimeRelation::before && !anyOfItsKind) {
        next.anchored = d.group->anchored;
        next.stretch = d.group->stretch;
        if (d.group->date) next.date = firstFrom(*d.group->date, *time.weekday);
        chooseWeek(d, time, event, next.day);
    }
    v.ownStretch = true;
    d.draft.weekdays.push_back({next.day, *time.weekday, d.draft.constraints.size(), time.quote});
    bind(d, event, next.day, 0, timeline::day, time.relation,
         {Support::date,
          timeline::Origin::words,
          quoted(d, time) + " names a " + fullWeekdayName(*time.weekday),
          {time.quote}});
    if (isOpenEnded(time)) return false;
    d.group = next;
    return true;
}

void endWeekdays(Drafting& d, const DayGroup& dated, const text::Quote& date) {
    if (!d.group || !d.group->weekday || d.group->anchored || !dated.date) return;
    const auto [low, high] = daysUpTo(d.group->weekday, timeline::weekday(*dated.date));
    d.addByClock(d.group->day, dated.day, low * timeline::day, high * timeline::day,
                 {Support::week,
                  timeline::Origin::words,
                  "the weekday told before " + inQuotes(shortWords(d.words, date, 50)) +
                      " is taken as the last before it",
                  {date}});
}

}  // namespace retrace::reconstruct
