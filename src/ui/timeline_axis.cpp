#include "ui/timeline_axis.hpp"

#include "timeline/calendar_words.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::ui {

namespace {

/// How much axis a gap between two events is worth: its length up to six hours, then its logarithm.
double weightOf(double seconds) {
    const double hours = std::max(seconds, 0.0) / timeline::hour;
    return 0.25 + (hours <= 6 ? hours : 6 + 2.5 * std::log(hours / 6));
}

}  // namespace

TimelineAxis axisOf(const model::Reconstruction& r) {
    std::vector<model::StoryTime> times{r.begin, r.end};
    for (std::size_t i = 0; i < r.events.size(); ++i) times.push_back(model::storyTimeOf(r, i));
    std::ranges::sort(times);
    std::erase_if(times, [&](double t) { return t < r.begin || t > r.end; });

    TimelineAxis axis;
    double sum = 0;
    for (const model::StoryTime t : times) {
        if (!axis.knots.empty() && t - axis.knots.back().t < 1) continue;
        if (!axis.knots.empty()) sum += weightOf(t - axis.knots.back().t);
        axis.knots.push_back({t, sum});
    }
    if (axis.knots.size() < 2) return {{{r.begin, 0}, {std::max(r.end, r.begin + 1), 1}}};
    for (TimelineAxis::Knot& knot : axis.knots) knot.x /= sum;
    return axis;
}

double position(const TimelineAxis& axis, model::StoryTime t) {
    const auto& knots = axis.knots;
    if (t <= knots.front().t) return knots.front().x;
    if (t >= knots.back().t) return knots.back().x;
    const auto next = std::ranges::upper_bound(knots, t, {}, &TimelineAxis::Knot::t);
    const auto& before = *std::prev(next);
    return before.x + (next->x - before.x) * (t - before.t) / (next->t - before.t);
}

model::StoryTime storyTimeAt(const TimelineAxis& axis, double x) {
    const auto& knots = axis.knots;
    if (x <= knots.front().x) return knots.front().t;
    if (x >= knots.back().x) return knots.back().t;
    const auto next = std::ranges::upper_bound(knots, x, {}, &TimelineAxis::Knot::x);
    const auto& before = *std::prev(next);
    return before.t + (next->t - before.t) * (x - before.x) / (next->x - before.x);
}

std::vector<Tick> dayTicks(const TimelineAxis& axis, const model::Reconstruction& r, double minimumDistance) {
    constexpr std::int64_t mostDays = 4000;
    const auto dateOf = [&](double t) {
        return timeline::toLocal({static_cast<std::int64_t>(std::floor(t))}, r.zone).date;
    };
    std::vector<Tick> ticks;
    if (r.events.empty()) return ticks;
    timeline::Date date = dateOf(r.begin);
    const timeline::Date last = dateOf(r.end);
    if (timeline::dayNumber(last) - timeline::dayNumber(date) > mostDays) return ticks;
    for (; date <= last; date = timeline::plusDays(date, 1)) {
        const auto midnight = static_cast<double>(timeline::toInstant({date, 0, 0}, r.zone).seconds);
        if (midnight < r.begin || midnight > r.end || model::isOrderOnly(r, midnight)) continue;
        const double x = position(axis, midnight);
        if (!ticks.empty() && x - ticks.back().x < minimumDistance) continue;
        ticks.push_back({x, std::to_string(date.day) + " " + timeline::monthName(date.month)});
    }
    return ticks;
}

}  // namespace retrace::ui
