#include "scene/itinerary_marks.hpp"

#include "geo/geodesic.hpp"
#include "scene/furniture.hpp"
#include "scene/label_placement.hpp"
#include "scene/stop_places.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace retrace::scene {
namespace {

Color actorColor(const Theme& theme, std::size_t itinerary, model::Presence presence) {
    if (itinerary > 0) return theme.otherActors;
    return presence == model::Presence::narrator ? theme.narrator : theme.narratorSoft;
}

// How far a leg is gone, 0..1; without motion it appears whole when it is over.
double gone(const model::Leg& leg, model::StoryTime t, bool motion) {
    if (t >= leg.arrive) return 1;
    if (!motion || t <= leg.depart) return 0;
    return std::clamp((t - leg.depart) / (leg.arrive - leg.depart), 0.0, 1.0);
}

Line lineOf(const model::Leg& leg, double fraction, Color color, const View& view, std::size_t index,
            bool fan) {
    const Theme& theme = themeOf(view.theme);
    Line line{.path = fraction < 1 ? geo::pathUpTo(leg.path, fraction) : leg.path,
              .width = (fan ? 1.8F : 3.2F) * view.scale,
              .color = color,
              .casing = (fan ? 1.2F : 1.8F) * view.scale,
              .casingColor = theme.casing,
              .tag = {Tag::Kind::leg, index}};
    if (leg.basis == model::Basis::inferred) line.dash = Dash::dashed;
    if (leg.basis == model::Basis::schematic) {
        line.dash = Dash::dotted;
        if (!leg.event) line.color = theme.schematic;  // told in words, it is the actor's own
        line.width = 3.0F * view.scale;
        line.casing = 1.0F * view.scale;
    }
    return line;
}

Meaning meaningOf(const model::Leg& leg, std::size_t itinerary, model::Presence presence) {
    if (leg.basis == model::Basis::schematic && !leg.event) return Meaning::schematic;
    if (itinerary > 0) return Meaning::others;
    if (presence != model::Presence::narrator) return Meaning::unit;
    if (leg.basis == model::Basis::schematic) return Meaning::toldSchematic;
    return leg.basis == model::Basis::inferred ? Meaning::inferred : Meaning::stated;
}

void addPathsOf(Scene& scene, const model::Reconstruction& r, std::size_t which, model::StoryTime t,
                const View& view) {
    const model::Itinerary& itinerary = r.itineraries[which];
    const Theme& theme = themeOf(view.theme);
    std::vector<Line> lines;
    std::vector<int> orders;
    for (std::size_t i = 0; i < itinerary.legs.size(); ++i) {
        const model::Leg& leg = itinerary.legs[i];
        if (leg.path.size() < 2 || !isTravelled(r, which, leg)) continue;
        // The glide of model::at() is eased; the line must end where the marker is.
        double fraction = gone(leg, t, view.motion);
        if (fraction > 0 && fraction < 1)
            if (const auto here = model::at(itinerary, t);
                here && here->leg &&
                itinerary.stops[itinerary.legs[*here->leg].toStop].order == itinerary.stops[leg.toStop].order)
                fraction = here->legFraction;
        if (fraction <= 0) continue;
        const model::Stop& to = itinerary.stops[leg.toStop];
        const Color color = actorColor(theme, which, to.presence);
        lines.push_back(lineOf(leg, fraction, color, view, i, isFan(itinerary, to)));
        lines.back().meaning = meaningOf(leg, which, to.presence);
        orders.push_back(to.order);
    }
    // What lies longer ago is paler, towards the paper; never so pale that it is lost. At the end, when the
    // whole way is looked at, hardly.
    constexpr double returns_s = 1800;
    const double whole = std::clamp((t - (r.end - returns_s)) / returns_s, 0.0, 1.0);
    const double palest = 0.5 - 0.3 * whole;
    const int newest = orders.empty() ? 0 : *std::ranges::max_element(orders);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double age = std::clamp(0.11 * (newest - orders[i]), 0.0, palest);
        lines[i].color = mixed(lines[i].color, theme.paper, age);
        lines[i].faint = age > 0.2;
        scene.lines.push_back(std::move(lines[i]));
    }
}

// The wider the doubt, the thinner its tint: a halo over half of the map must not colour the map.
void addHalo(Scene& scene, geo::LonLat at, double radius_m, Color color, const View& view) {
    const double radius_px = radius_m / geo::metresPerPixel(view.camera, at.lat);
    const double share =
        std::clamp(90 * static_cast<double>(view.scale) / std::max(radius_px, 1.0), 0.3, 1.0);
    scene.discs.push_back({.at = at,
                           .radius_m = radius_m,
                           .fill = withAlpha(color, static_cast<std::uint8_t>(std::lround(40 * share))),
                           .stroke = withAlpha(color, 130),
                           .strokeWidth = view.scale,
                           .meaning = Meaning::halo});
}

void addMoverOf(Scene& scene, const model::Reconstruction& r, std::size_t which, model::StoryTime t,
                const View& view, const typeset::Fonts& fonts) {
    const model::Itinerary& itinerary = r.itineraries[which];
    const Theme& theme = themeOf(view.theme);
    auto position = model::at(itinerary, t);
    if (position && position->leg && !view.motion) {
        const model::Stop& from = itinerary.stops[itinerary.legs[*position->leg].fromStop];
        position = model::Position{.at = from.place->where.at,
                                   .halo_m = from.place->where.radius_m,
                                   .stop = itinerary.legs[*position->leg].fromStop};
    }
    const auto presence = position && position->stop ? itinerary.stops[*position->stop].presence
                          : position && position->leg
                              ? itinerary.stops[itinerary.legs[*position->leg].toStop].presence
                              : model::Presence::narrator;
    const Color color = actorColor(theme, which, presence);
    if (position) {
        addHalo(scene, position->at, position->halo_m, color, view);
        for (const geo::LonLat& other : position->others)
            addHalo(scene, other, position->halo_m, color, view);
    }

    const float full = 9.5F * view.scale, small = 4.0F * view.scale;
    const std::vector<StopPlace> places = stopPlaces(r, which);
    const std::vector<std::size_t> shown = reachedPlaces(places, itinerary, t);
    const std::vector<Rect> furniture = furnitureRects(view, fonts);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const StopPlace& place = places[shown[i]];
        const std::size_t stop = *lastVisit(place, itinerary, t);
        const auto here = geo::toScreen(view.camera, view.size, place.at);
        const bool hidden = std::any_of(
            shown.begin() + static_cast<std::ptrdiff_t>(i) + 1, shown.end(), [&](std::size_t later) {
                const auto there = geo::toScreen(view.camera, view.size, places[later].at);
                return std::hypot(here.x - there.x, here.y - there.y) < 1.7 * static_cast<double>(full);
            });
        const bool current = position && position->stop &&
                             itinerary.stops[*position->stop].order == itinerary.stops[stop].order;
        const Color ring = actorColor(theme, which, itinerary.stops[stop].presence);
        const Color fill = current ? ring : Color{255, 255, 255, 255};
        const Tag tag{Tag::Kind::stop, stop};
        const bool numbered = !hidden && which == 0;
        scene.discs.push_back({.at = place.at,
                               .radius_px = numbered ? full : small,
                               .fill = fill,
                               .stroke = current ? theme.casing : ring,
                               .strokeWidth = (numbered ? 2.2F : 1.8F) * view.scale,
                               .tag = tag,
                               .meaning = !numbered && which == 0 ? Meaning::stop : Meaning::none});
        // Under a panel there is nothing to read.
        const Rect point{static_cast<float>(here.x), static_cast<float>(here.y), 0, 0};
        const bool covered = std::ranges::any_of(
            furniture, [&](const Rect& panel) { return intersects(grown(point, 6 * view.scale), panel); });
        if (!numbered || covered) continue;
        const float size = 11 * view.scale;
        const std::string number = std::to_string(itinerary.stops[stop].order);
        const float width = fonts.shape(number, size, typeset::Weight::bold).width;
        scene.labels.push_back(
            {.text = number,
             .x = static_cast<float>(here.x) - width / 2,
             .y = static_cast<float>(here.y) + 0.36F * size,
             .size = size,
             .weight = typeset::Weight::bold,
             .color = current ? Color{255, 255, 255, 255} : mixed(ring, {0, 0, 0, 255}, 0.15),
             .tag = tag,
             .width = width});
    }
    if (position && position->leg) {
        const auto marker = [&](geo::LonLat at) {
            scene.discs.push_back({.at = at,
                                   .radius_px = 7 * view.scale,
                                   .fill = color,
                                   .stroke = theme.casing,
                                   .strokeWidth = 2.4F * view.scale,
                                   .tag = {Tag::Kind::leg, *position->leg}});
        };
        for (const geo::LonLat& other : position->others) marker(other);
        marker(position->at);
    }
}

}  // namespace

void addPaths(Scene& scene, const model::Reconstruction& r, model::StoryTime t, const View& view) {
    for (std::size_t i = r.itineraries.size(); i-- > 0;) addPathsOf(scene, r, i, t, view);
}

void addMovers(Scene& scene, const model::Reconstruction& r, model::StoryTime t, const View& view,
               const typeset::Fonts& fonts) {
    for (std::size_t i = r.itineraries.size(); i-- > 0;) addMoverOf(scene, r, i, t, view, fonts);
}

}  // namespace retrace::scene
