#include "scene/itinerary_marks.hpp"
#include "scene/theme.hpp"

#include <algorithm>

namespace retrace::scene {
namespace {

// Whether what brought another there has been told by then.
bool isTold(const model::Reconstruction& r, std::size_t event, model::StoryTime t) {
    return event < r.events.size() && r.events[event].shown.value_or(r.begin) <= t;
}

Line lineOf(const model::Itinerary& itinerary, const model::Leg& leg, const View& view) {
    const Theme& theme = themeOf(view.theme);
    const auto event = leg.event.value_or(itinerary.stops[leg.toStop].event);
    return {.path = leg.path,
            .width = 1.8F * view.scale,
            .color = theme.otherActors,
            .dash = leg.basis == model::Basis::stated ? Dash::solid : Dash::dashed,
            .casing = 1.2F * view.scale,
            .casingColor = theme.casing,
            .tag = {Tag::Kind::event, event},
            .meaning = Meaning::others};
}

}  // namespace

void addOtherWays(Scene& scene, const model::Reconstruction& r, model::StoryTime t, const View& view) {
    if (!view.others) return;
    const Theme& theme = themeOf(view.theme);
    for (const model::Itinerary& itinerary : r.others) {
        for (const model::Leg& leg : itinerary.legs) {
            const bool whole = leg.path.size() > 1 && leg.toStop < itinerary.stops.size();
            if (whole && isTold(r, itinerary.stops[leg.toStop].event, t))
                scene.lines.push_back(lineOf(itinerary, leg, view));
        }
        for (const model::Stop& stop : itinerary.stops)
            if (stop.place && isTold(r, stop.event, t))
                scene.discs.push_back({.at = stop.place->where.at,
                                       .radius_px = 4.0F * view.scale,
                                       .fill = {255, 255, 255, 255},
                                       .stroke = theme.otherActors,
                                       .strokeWidth = 1.8F * view.scale,
                                       .tag = {Tag::Kind::event, stop.event},
                                       .meaning = Meaning::others});
    }
}

}  // namespace retrace::scene
