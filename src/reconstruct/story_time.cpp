#include "reconstruct/build_itinerary.hpp"
#include "reconstruct/order_events.hpp"

#include <algorithm>
#include <map>

namespace retrace::reconstruct {
namespace {

constexpr double step = 3 * 3600.0;          // of an undated event
constexpr double marchSpeed_m_s = 50 / 3.6;  // of the drawn motion only
constexpr double leastMotion = 20 * 60.0;    // where time allows
constexpr double shortestMotion = 60;        // where it does not: a glide, no leap

double best(const model::Event& event) {
    return static_cast<double>(event.when.best->seconds);
}

// Undated events between `from` and `to` stand evenly; outside the dated stretch they stand a step apart.
void spaceUndated(model::Reconstruction& r, const std::vector<std::size_t>& line) {
    std::vector<std::size_t> dated;
    for (std::size_t k = 0; k < line.size(); ++k)
        if (r.events[line[k]].when.best) dated.push_back(k);
    const auto shown = [&](std::size_t k) -> std::optional<double>& { return r.events[line[k]].shown; };
    if (dated.empty()) {
        for (std::size_t k = 0; k < line.size(); ++k) shown(k) = step * static_cast<double>(k);
        if (!line.empty()) r.orderOnly.push_back({0, step * static_cast<double>(line.size())});
        return;
    }
    for (std::size_t d = 0; d < dated.size(); ++d) {
        shown(dated[d]) = best(r.events[line[dated[d]]]);
        if (d > 0) shown(dated[d]) = std::max(*shown(dated[d]), *shown(dated[d - 1]) + 60);
    }
    const auto first = dated.front(), last = dated.back();
    for (std::size_t k = first; k-- > 0;) {  // nor after they allow
        const auto& latest = r.events[line[k]].when.span.latest;
        shown(k) = *shown(k + 1) - step;
        if (latest) shown(k) = std::min(*shown(k), static_cast<double>(latest->seconds));
    }
    if (first > 0) r.orderOnly.push_back({*shown(0), *shown(first)});
    for (std::size_t d = 0; d + 1 < dated.size(); ++d) {
        const auto a = dated[d], b = dated[d + 1];
        for (auto k = a + 1; k < b; ++k)
            shown(k) =
                *shown(a) + (*shown(b) - *shown(a)) * static_cast<double>(k - a) / static_cast<double>(b - a);
        if (b > a + 1) r.orderOnly.push_back({*shown(a + 1), *shown(b)});
    }
    for (auto k = last + 1; k < line.size(); ++k) {  // not before the words allow: the clock says from when on
        const auto& earliest = r.events[line[k]].when.span.earliest;
        shown(k) = *shown(k - 1) + step;
        if (earliest) shown(k) = std::max(*shown(k), static_cast<double>(earliest->seconds));
    }
    if (last + 1 < line.size()) r.orderOnly.push_back({*shown(last + 1), *shown(line.size() - 1) + step});
}

// What others did stands between the narrator's events around it.
void placeOthers(model::Reconstruction& r, const std::vector<std::size_t>& line) {
    double before = r.begin;
    std::size_t next = 0;
    for (std::size_t i = 0; i < r.events.size();) {
        if (next < line.size() && line[next] == i) {
            before = *r.events[i].shown;
            ++next, ++i;
            continue;
        }
        const auto until = next < line.size() ? line[next] : r.events.size();
        const double after = next < line.size() ? *r.events[line[next]].shown : before;
        const auto many = static_cast<double>(until - i + 1);
        for (std::size_t k = 1; i < until; ++i, ++k) {
            auto& event = r.events[i];
            event.shown = before + std::max(0.0, after - before) * static_cast<double>(k) / many;
            if (event.when.best && best(event) >= before && best(event) <= after) event.shown = best(event);
        }
    }
}

// No line of the narrator's own: what others did stands at its own dates, or in the order of telling.
void showOthersAlone(model::Reconstruction& r) {
    std::optional<double> first, last;
    for (auto& event : r.events) {
        if (!event.when.best) continue;
        event.shown = best(event);
        first = std::min(first.value_or(*event.shown), *event.shown);
        last = std::max(last.value_or(*event.shown), *event.shown);
    }
    r.begin = first.value_or(0);
    if (!first)
        for (std::size_t i = 0; i < r.events.size(); ++i) r.events[i].shown = step * static_cast<double>(i);
    for (auto& event : r.events)
        if (!event.shown || *event.shown < r.begin) event.shown = r.begin;
    r.end = last.value_or(step * static_cast<double>(r.events.size())) + (r.events.empty() ? 0 : 3600);
    if (!first && !r.events.empty()) r.orderOnly = {{r.begin, r.end + 1}};
}

void setMotion(model::Reconstruction& r, model::Itinerary& itinerary, const std::vector<std::size_t>& line) {
    const auto shown = [&](std::size_t event) { return r.events[event].shown.value_or(r.begin); };
    const auto nextOnLine = [&](std::size_t event) -> std::optional<double> {
        const auto at = std::ranges::upper_bound(line, event);
        return at == line.end() ? std::nullopt : std::optional(shown(*at));
    };
    // Order after order: parallel stops are reached together, and nothing runs backwards.
    double before = r.begin;
    auto& stops = itinerary.stops;
    std::vector<std::vector<model::Leg*>> legsTo(stops.size());
    for (auto& leg : itinerary.legs) legsTo[leg.toStop].push_back(&leg);
    for (std::size_t first = 0; first < stops.size();) {
        std::size_t last = first;
        double reached = before;
        for (; last < stops.size() && stops[last].order == stops[first].order; ++last)
            reached = std::max(reached, shown(stops[last].event));
        const auto wanted = [](const model::Leg& leg) {
            return std::max(leastMotion, leg.distance_m / marchSpeed_m_s);
        };
        std::vector<model::Leg*> here;
        for (std::size_t i = first; i < last; ++i) here.insert(here.end(), legsTo[i].begin(), legsTo[i].end());
        std::ranges::sort(here);  // as they stand in the itinerary
        for (auto* leg : here) {
            const double free = stops[leg->fromStop].arrive;
            reached = std::max(reached, free + shortestMotion);
            leg->depart = free;
            if (!leg->event || !setsOut(r.events[*leg->event].kind)) continue;
            leg->depart = std::max(shown(*leg->event), free);
            if (leg->event != stops[leg->toStop].event) continue;
            const auto next = nextOnLine(*leg->event);
            reached =
                std::max(reached, leg->depart + (next && *next > leg->depart
                                                     ? std::min(wanted(*leg), 0.6 * (*next - leg->depart))
                                                     : wanted(*leg)));
        }
        for (auto* leg : here) {
            leg->arrive = reached;
            const double free = stops[leg->fromStop].arrive;
            if (leg->event && setsOut(r.events[*leg->event].kind))
                leg->depart = std::clamp(leg->depart, free, reached - shortestMotion);
            else
                leg->depart =
                    reached - std::min(wanted(*leg), std::max(shortestMotion, 0.6 * (reached - free)));
        }
        for (std::size_t i = first; i < last; ++i) stops[i].arrive = stops[i].leave = reached;
        before = reached;
        first = last;
    }
    std::ranges::stable_sort(itinerary.legs, {}, &model::Leg::depart);
    // A stop is left with its first leg, at the latest when the next is reached.
    std::map<int, double> leaves, reached;  // by order
    const auto keepFirst = [](std::map<int, double>& first, int order, double at) {
        const auto known = first.try_emplace(order, at).first;
        known->second = std::min(known->second, at);
    };
    for (const auto& stop : stops) keepFirst(reached, stop.order, stop.arrive);
    for (const auto& leg : itinerary.legs) keepFirst(leaves, stops[leg.fromStop].order, leg.depart);
    double later = r.end;
    for (auto order = reached.rbegin(); order != reached.rend(); ++order) {
        keepFirst(leaves, order->first, later);
        later = std::min(later, order->second);
    }
    for (auto& stop : stops) stop.leave = std::max(stop.arrive, leaves.at(stop.order));
}

}  // namespace

void setStoryTimes(model::Reconstruction& r) {
    std::vector<std::size_t> line;
    for (std::size_t i = 0; i < r.events.size(); ++i)
        if (isOnLine(r.events[i])) line.push_back(i);
    r.orderOnly.clear();
    spaceUndated(r, line);
    r.begin = line.empty() ? 0 : *r.events[line.front()].shown;
    r.end = line.empty() ? 0 : *r.events[line.back()].shown;
    placeOthers(r, line);
    for (auto& itinerary : r.itineraries) {
        setMotion(r, itinerary, line);
        for (const auto& stop : itinerary.stops) r.end = std::max(r.end, stop.arrive);
    }
    if (!line.empty()) r.end += 3600;
    const bool dated =
        std::ranges::any_of(line, [&](std::size_t event) { return r.events[event].when.best.has_value(); });
    if (line.empty()) showOthersAlone(r);
    // To the very end: the drawn motion may run on after the last undated event.
    const double afterEnd = r.end + 1;
    if (!line.empty() && !dated) r.orderOnly = {{r.begin, afterEnd}};
    if (!line.empty() && dated && !r.events[line.back()].when.best) r.orderOnly.back().to = afterEnd;
    for (auto& itinerary : r.itineraries)
        for (auto& stop : itinerary.stops)
            if (!itinerary.stops.empty() && stop.order == itinerary.stops.back().order) stop.leave = r.end;
}

}  // namespace retrace::reconstruct
