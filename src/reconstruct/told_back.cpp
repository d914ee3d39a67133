#include "reconstruct/told_back.hpp"

namespace retrace::reconstruct {
namespace {

using text::TimeExpression;

// The day that the telling has reached behind a statement; nothing where its words leave it open.
std::optional<timeline::Date> dayBehind(const Words& words, const text::Reading& reading,
                                        const text::Statement& statement, const Options& options,
                                        std::optional<timeline::Date> day) {
    for (const auto t : statement.times) {
        const auto& time = reading.times[t];
        const bool on = time.relation == text::TimeRelation::at || time.relation == text::TimeRelation::during;
        if (time.date)
            day = on ? completeDate(words, *time.date, time.quote, options) : day;
        else if (time.dayOffset.value_or(0) > 0 && day)
            day = timeline::plusDays(*day, *time.dayOffset);
        else if (time.days || time.weekday)
            day.reset();
    }
    return day;
}

TimeExpression* toldBackIn(text::Reading& reading, const text::Statement& statement) {
    TimeExpression* back = nullptr;
    for (const auto t : statement.times) {
        if (reading.times[t].date) return nullptr;
        if (reading.times[t].dayOffset.value_or(0) < 0) back = &reading.times[t];
    }
    return back;
}

}  // namespace

Words dateWhatIsToldBack(Words words, const Options& options) {
    for (std::size_t s = 0; s < words.readings.size(); ++s) {
        auto& reading = words.readings[s];
        std::optional<timeline::Date> day;
        for (auto& statement : reading.statements) {
            auto* back = toldBackIn(reading, statement);
            if (!back) {
                day = dayBehind(words, reading, statement, options, day);
            } else if (day) {
                back->date = timeline::plusDays(*day, *back->dayOffset);
                back->dayOffset.reset();
                statement.daysBack = true;
            }
        }
    }
    return words;
}

}  // namespace retrace::reconstruct
