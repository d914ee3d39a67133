#include "ui/timeline_bars.hpp"

#include "ui/words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace retrace::ui {

namespace {

constexpr float halfMark = 4, tail = 26;  // pixels at scale 1: of an event without a span; of an open end

bool standsOnTimeline(const model::Event& e) {
    if (e.status == text::Status::background) return false;
    const bool timed = e.when.clock || e.when.day == model::DayCode::stated;
    const bool placed = !e.to.empty() || !e.from.empty() || !e.via.empty();
    return e.presence == text::Presence::narrator || placed || timed;
}

float xOf(const TimelineAxis& axis, double t, const Layout::Rect& area) {
    return area.x + static_cast<float>(position(axis, t)) * area.width;
}

std::optional<timeline::Origin> settledBy(const model::Reconstruction& r, const model::Event& e) {
    std::optional<timeline::Origin> by;
    for (const model::Decision& decision : r.decisions)
        if (const auto* time = std::get_if<model::SetTime>(&decision.what))
            if (!e.evidence.empty() && text::overlaps(decision.anchor.quote, e.evidence.front()))
                by = time->recordRow.empty() ? timeline::Origin::decision : timeline::Origin::record;
    return by;
}

Bar labelled(const model::Reconstruction& r, std::size_t event, const BarRoom& room) {
    const model::Event& e = r.events[event];
    Bar bar{.event = event};
    // What names neither place nor hour is told by its bar's card: its label would only crowd the others.
    if (!e.to.empty() || !e.from.empty() || e.when.clock) bar.label = room.shown(shortLabel(r, e));
    bar.labelWidth = room.widthOf(bar.label);
    bar.settled = settledBy(r, e);
    return bar;
}

/// First fit from the left; the last `guests` move no other bar.
void setLanes(std::vector<Bar>& bars, std::size_t guests, float scale) {
    const auto hosts = bars.end() - static_cast<std::ptrdiff_t>(std::min(guests, bars.size()));
    std::stable_sort(bars.begin(), hosts, [](const Bar& a, const Bar& b) { return a.from < b.from; });
    std::vector<float> ends;
    for (Bar& bar : bars) {
        const float begin = bar.from - (bar.openLeft ? tail * scale : 0);
        std::size_t lane = 0;
        while (lane < ends.size() && ends[lane] > begin) ++lane;
        if (lane == ends.size()) ends.push_back(0);
        const float label = bar.labelInside || bar.label.empty() ? 0 : bar.labelWidth + 6 * scale;
        ends[lane] = bar.to + std::max(label, bar.openRight ? tail * scale : 0.0f) + 8 * scale;
        bar.lane = static_cast<float>(lane);
    }
}

timeline::Instant rounded(double t, std::int64_t step_s, const std::string& zone) {
    const timeline::Instant instant{std::llround(t)};
    const timeline::LocalTime local = timeline::toLocal(instant, zone);
    const std::int64_t step = step_s / timeline::minute;
    const std::int64_t minutes = (local.minutes + (local.second >= 30 ? 1 : 0) + step / 2) / step * step;
    return timeline::toInstant({timeline::plusDays(local.date, static_cast<int>(minutes / 1440)),
                                static_cast<int>(minutes % 1440), 0},
                               zone);
}

}  // namespace

std::vector<std::size_t> eventsOnTimeline(const model::Reconstruction& r, bool all,
                                          std::optional<std::size_t> selected) {
    std::vector<std::size_t> events;
    for (std::size_t i = 0; i < r.events.size(); ++i)
        if (all || standsOnTimeline(r.events[i])) events.push_back(i);
    // What stands here only while it is selected comes last.
    if (selected && *selected < r.events.size() && std::ranges::find(events, *selected) == events.end())
        events.push_back(*selected);
    return events;
}

std::vector<Bar> barsByHappening(const model::Reconstruction& r, const std::vector<std::size_t>& events,
                                 std::size_t guests, const TimelineAxis& axis, const BarRoom& room) {
    std::vector<Bar> bars;
    for (const std::size_t i : events) {
        const model::Event& e = r.events[i];
        Bar bar = labelled(r, i, room);
        const model::StoryTime shown = model::storyTimeOf(r, i);
        bar.at = xOf(axis, shown, room.area);
        bar.from = bar.at - halfMark * room.scale;
        bar.to = bar.at + halfMark * room.scale;
        bar.openLeft = !e.when.span.earliest;
        bar.openRight = !e.when.span.latest;
        // A single bound says where the bar ends only where story time is a date.
        const auto drawn = [&](const std::optional<timeline::Instant>& bound) {
            if (!bound) return false;
            const auto t = static_cast<double>(bound->seconds);
            const bool other = bar.openLeft || bar.openRight;
            return !other || (t >= r.begin && t <= r.end && !model::isOrderOnly(r, t) && !model::isOrderOnly(r, shown));
        };
        if (drawn(e.when.span.earliest))
            bar.from = std::min(bar.from, xOf(axis, static_cast<double>(e.when.span.earliest->seconds), room.area));
        if (drawn(e.when.span.latest))
            bar.to = std::max(bar.to, xOf(axis, static_cast<double>(e.when.span.latest->seconds), room.area));
        bar.labelInside = bar.to - bar.from > bar.labelWidth + 14 * room.scale;
        bars.push_back(std::move(bar));
    }
    setLanes(bars, guests, room.scale);
    return bars;
}

std::vector<Bar> barsByTelling(const model::Reconstruction& r, const std::vector<std::size_t>& events,
                               std::size_t guests, const BarRoom& room) {
    std::vector<std::size_t> told = events;
    std::ranges::stable_sort(told, {}, [&](std::size_t i) { return r.events[i].told; });
    std::vector<Bar> bars;
    for (const std::size_t i : events) {
        const auto rank = static_cast<float>(std::ranges::find(told, i) - told.begin());
        Bar bar = labelled(r, i, room);
        bar.at = room.area.x + room.area.width * (rank + 0.5f) / static_cast<float>(told.size());
        bar.from = bar.at - halfMark * room.scale;
        bar.to = bar.at + halfMark * room.scale;
        bars.push_back(std::move(bar));
    }
    setLanes(bars, guests, room.scale);
    return bars;
}

std::vector<Bar> glided(const std::vector<Bar>& from, const std::vector<Bar>& to, float share) {
    const auto between = [share](float a, float b) { return a + (b - a) * share; };
    std::vector<Bar> bars = from;
    for (Bar& bar : bars) {
        const auto goal = std::ranges::find(to, bar.event, &Bar::event);
        if (goal == to.end()) continue;
        bar.from = between(bar.from, goal->from);
        bar.to = between(bar.to, goal->to);
        bar.at = between(bar.at, goal->at);
        bar.lane = between(bar.lane, goal->lane);
        if (share >= 0.5f) {
            bar.openLeft = goal->openLeft;
            bar.openRight = goal->openRight;
            bar.labelInside = goal->labelInside;
        }
    }
    return bars;
}

std::optional<timeline::Span> draggedTime(const model::Reconstruction& r, std::size_t event, BarPart part,
                                          model::StoryTime grabbed, model::StoryTime now,
                                          std::int64_t step_s) {
    if (event >= r.events.size() || step_s <= 0 || model::isOrderOnly(r, now)) return std::nullopt;
    timeline::Span span{r.events[event].when.span.earliest, r.events[event].when.span.latest, {}};
    const timeline::Instant here = rounded(now, step_s, r.zone);
    if (part == BarPart::begin) {
        span.earliest = span.latest ? std::min(here, *span.latest) : here;
    } else if (part == BarPart::end) {
        span.latest = span.earliest ? std::max(here, *span.earliest) : here;
    } else if ((!span.earliest && !span.latest) || model::isOrderOnly(r, grabbed)) {
        const timeline::Instant begin = rounded(now - static_cast<double>(step_s) / 2, step_s, r.zone);
        span = {begin, begin + step_s, {}};
    } else {
        const timeline::Instant lead = span.earliest ? *span.earliest : *span.latest;
        const auto moved = rounded(static_cast<double>(lead.seconds) + now - grabbed, step_s, r.zone) - lead;
        if (span.earliest) span.earliest = *span.earliest + moved;
        if (span.latest) span.latest = *span.latest + moved;
    }
    return span;
}

std::int64_t dragStep(double secondsAPixel) {
    constexpr std::int64_t steps[] = {5, 15, 30, 60, 180, 360, 720};  // minutes
    for (const std::int64_t step : steps)
        if (static_cast<double>(step * timeline::minute) >= 2 * secondsAPixel) return step * timeline::minute;
    return timeline::day;
}

}  // namespace retrace::ui
