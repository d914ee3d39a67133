#include "scene/framing.hpp"

#include "geo/geodesic.hpp"
#include "scene/stop_places.hpp"

#include <algorithm>

namespace retrace::scene {
namespace {

constexpr double overviewClosest = 11;

// The point of the picture in the middle of a rectangle.
geo::ScreenPoint middle(const Rect& r) {
    return {static_cast<double>(r.x + r.width / 2), static_cast<double>(r.y + r.height / 2)};
}

geo::Camera fitted(const std::vector<geo::LonLat>& points, const View& view, const Rect& room,
                   double closest) {
    const geo::ScreenSize size{std::max(1, static_cast<int>(room.width)),
                               std::max(1, static_cast<int>(room.height))};
    geo::Camera camera = geo::fit(geo::boundsOf(points), size, 0, closest);
    camera.zoom = std::clamp(camera.zoom, geo::minimumZoom, closest);
    const geo::ScreenPoint m = middle(room);
    return geo::panned(camera, view.size, m.x - view.size.width / 2.0, m.y - view.size.height / 2.0);
}

bool allInside(const geo::Camera& camera, const std::vector<geo::LonLat>& points, const View& view,
               const Rect& room) {
    return std::ranges::all_of(points, [&](const geo::LonLat& point) {
        const auto p = geo::toScreen(camera, view.size, point);
        return inside({static_cast<float>(p.x), static_cast<float>(p.y), 0, 0}, room);
    });
}

// Lower left, where the legend stands: its size depends on fonts, this is room for the longest of its words.
Rect legendCorner(const View& view) {
    const Rect free = freeRect(view);
    const float width = 252 * view.scale, height = 213 * view.scale;
    return {free.x, free.y + free.height - height, width, height};
}

bool meetsLegend(const geo::Camera& camera, const std::vector<geo::LonLat>& points, const View& view) {
    if (!view.furniture) return false;
    const Rect corner = legendCorner(view);
    return std::ranges::any_of(points, [&](const geo::LonLat& point) {
        const auto p = geo::toScreen(camera, view.size, point);
        return inside({static_cast<float>(p.x), static_cast<float>(p.y), 0, 0}, corner);
    });
}

}  // namespace

Rect safeFrame(const View& view) {
    const Rect free = freeRect(view);
    const float side = 0.15F * free.width;
    // Below the clock and the title of the presentation, with room for a name above a stop.
    const float top = view.present ? std::min(136 * view.scale, 0.3F * free.height) : 0.14F * free.height;
    const float bottom = 0.11F * free.height;
    return {free.x + side, free.y + top, free.width - 2 * side, free.height - top - bottom};
}

geo::Camera framed(const std::vector<geo::LonLat>& points, const View& view, double closest) {
    // A hair inside the frame, so that rounding never puts a point out of it.
    Rect room = grown(safeFrame(view), -1);
    const geo::Camera camera = fitted(points, view, room, closest);
    if (!meetsLegend(camera, points, view)) return camera;
    const float left = legendCorner(view).x + legendCorner(view).width;
    room.width -= left - room.x;
    room.x = left;
    return room.width > 0.4F * safeFrame(view).width ? fitted(points, view, room, closest) : camera;
}

bool showsWell(const geo::Camera& camera, const std::vector<geo::LonLat>& points, const View& view) {
    return allInside(camera, points, view, safeFrame(view)) && !meetsLegend(camera, points, view);
}

geo::Camera overview(const model::Reconstruction& r, const View& view) {
    std::vector<geo::LonLat> points;
    for (std::size_t i = 0; i < r.itineraries.size(); ++i)
        for (const StopPlace& stop : stopPlaces(r, i)) points.push_back(stop.at);
    if (points.empty())
        for (const model::PlaceMention& mention : r.mentions)
            if (mention.place && !mention.ignored) points.push_back(mention.place->where.at);
    if (points.empty()) return {{20, 25}, 2};
    return framed(points, view, overviewClosest);
}

}  // namespace retrace::scene
