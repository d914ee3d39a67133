#include "scene/framing.hpp"

#include "geo/geodesic.hpp"
#include "scene/stop_places.hpp"

#include <algorithm>

namespace retrace::scene {
namespace {

constexpr double overviewClosest = 11;

// Below the clock and the title of the presentation, so that no stop lies under them.
Rect frameRect(const View& view) {
    Rect free = freeRect(view);
    const float top = view.present ? std::min(70 * view.scale, free.height / 4) : 0;
    free.y += top;
    free.height -= top;
    return free;
}

double margin(const Rect& free) {
    return 0.16 * static_cast<double>(std::min(free.width, free.height));
}

// The point of the picture in the middle of its free part.
geo::ScreenPoint middle(const Rect& free) {
    return {static_cast<double>(free.x + free.width / 2), static_cast<double>(free.y + free.height / 2)};
}

}  // namespace

geo::Camera framed(const std::vector<geo::LonLat>& points, const View& view, double closest) {
    const Rect free = frameRect(view);
    const geo::ScreenSize room{std::max(1, static_cast<int>(free.width)),
                               std::max(1, static_cast<int>(free.height))};
    geo::Camera camera = geo::fit(geo::boundsOf(points), room, margin(free), closest);
    camera.zoom = std::clamp(camera.zoom, geo::minimumZoom, closest);
    const geo::ScreenPoint m = middle(free);
    return geo::panned(camera, view.size, m.x - view.size.width / 2.0, m.y - view.size.height / 2.0);
}

bool showsWell(const geo::Camera& camera, const std::vector<geo::LonLat>& points, const View& view) {
    const Rect free = frameRect(view);
    const Rect good = grown(free, static_cast<float>(-0.75 * margin(free)));
    return std::ranges::all_of(points, [&](const geo::LonLat& point) {
        const auto p = geo::toScreen(camera, view.size, point);
        return inside({static_cast<float>(p.x), static_cast<float>(p.y), 0, 0}, good);
    });
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
