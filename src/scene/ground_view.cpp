#include "scene/furniture.hpp"
#include "scene/graticule.hpp"
#include "scene/ground_names.hpp"
#include "scene/label_placement.hpp"
#include "scene/town_style.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace retrace::scene {
namespace {

constexpr std::size_t mostLabels = 110;
constexpr float beyond_px = 200;  // a name reaches into the picture from so far outside, before scaling

struct Wanted {
    const geo::Place* place;
    TownStyle style;
    geo::ScreenPoint at;
    std::optional<geo::ScreenPoint> last{};  // where its name stood in the picture before
};

// Greater towns first; between equals those that were named last, then the order given decides. While the
// map is dragged no new name drives one away that is there.
std::vector<Wanted> wantedTowns(const View& view, const Towns& towns, const Rect& within,
                                const LastNames& last) {
    const double zoom = view.camera.zoom - std::log2(static_cast<double>(std::max(view.scale, 0.25F)));
    std::vector<Wanted> wanted;
    for (const geo::Place& place : towns) {
        const auto style = townStyle(place, zoom, themeOf(view.theme));
        if (!style || place.name.empty()) continue;
        const auto at = geo::toScreen(view.camera, view.size, place.where.at);
        const auto stood = last.of(place.where.at);
        const Rect reach = stood && last.moving() ? grown(within, beyond_px * view.scale) : within;
        if (!inside({static_cast<float>(at.x), static_cast<float>(at.y), 0, 0}, reach)) continue;
        wanted.push_back({&place, *style, at, stood});
    }
    std::ranges::stable_sort(wanted, [&](const Wanted& a, const Wanted& b) {
        const auto key = [&](const Wanted& town) {
            return std::tuple(last.moving() && town.last, town.style.size, town.style.dot_px,
                              town.last.has_value());
        };
        return key(a) > key(b);
    });
    return wanted;
}

LabelWish wishOf(const Wanted& town, const View& view) {
    const Theme& theme = themeOf(view.theme);
    const float scale = view.scale, size = town.style.size * scale;
    LabelWish wish{.at = town.at,
                   .clear = (town.style.dot_px + 4) * scale,
                   .centered = town.style.dot_px == 0,
                   .halo = theme.labelHalo,
                   .haloWidth = 2 * scale,
                   .anchor = town.place->where.at,
                   .last = town.last};
    const std::string& name = town.place->name;
    wish.lines.push_back(
        {town.style.capitals ? upperCase(name) : name, size, town.style.weight, town.style.color});
    if (const std::string second = secondName(*town.place); !second.empty() && second != name)
        wish.lines.push_back(
            {second, std::max(size - 2 * scale, 9 * scale), typeset::Weight::regular, theme.labelArabic});
    return wish;
}

// As render/ draws them: each rank comes in one zoom step later.
bool showsRoads(const View& view, const basemap::Ground& data) {
    const geo::Box box = geo::viewBox(view.camera, view.size);
    const double zoom = view.camera.zoom - std::log2(static_cast<double>(std::max(view.scale, 0.25F)));
    return std::ranges::any_of(data.features, [&](const basemap::Feature& feature) {
        if (feature.layer != basemap::Layer::road || feature.rank > zoom + 1 ||
            !geo::overlaps(feature.box, box))
            return false;
        return std::ranges::any_of(feature.parts, [&](const std::vector<geo::LonLat>& part) {
            return std::ranges::any_of(part, [&](const geo::LonLat& p) { return geo::contains(box, p); });
        });
    });
}

GroundView groundAtRest(const View& view, const Towns& towns, const basemap::Ground& data,
                        const typeset::Fonts& fonts, const LastNames& last) {
    GroundView ground{.camera = view.camera,
                      .size = view.size,
                      .theme = view.theme,
                      .graticule = view.graticule,
                      .scale = view.scale};
    ground.roads = showsRoads(view, data);
    const Rect within = freeRect(view);
    Occupied taken(view.size);
    for (const Rect& r : furnitureRects(view, fonts)) taken.add(r);
    if (view.graticule)
        for (Label& label : graticuleLabels(view, fonts)) {
            if (!taken.free(boxOf(label))) continue;
            taken.add(boxOf(label));
            ground.labels.push_back(std::move(label));
        }

    const std::vector<Wanted> wanted = wantedTowns(view, towns, within, last);
    const Theme& theme = themeOf(view.theme);
    std::size_t count = 0;
    bool named = false;  // water and provinces come after the greater towns and before the small ones
    for (const Wanted& town : wanted) {
        if (count >= mostLabels) break;
        if (!named && (last.moving() ? !town.last : town.style.size < 13)) {
            addGroundNames(ground, data.names, view, fonts, taken, last);
            named = true;
        }
        const float r = town.style.dot_px * view.scale;
        const Rect dot{static_cast<float>(town.at.x) - r, static_cast<float>(town.at.y) - r, 2 * r, 2 * r};
        if (town.style.dot_px > 0 && !taken.free(dot)) continue;
        LabelWish wish = wishOf(town, view);
        wish.cut = last.moving();
        auto placed = place(wish, within, taken, fonts);
        if (!placed) continue;
        taken.add(placed->box);
        for (Label& label : placed->lines) ground.labels.push_back(std::move(label));
        if (town.style.dot_px > 0) {
            taken.add(grown(dot, 1));
            ground.towns.push_back({.at = town.place->where.at,
                                    .radius_px = r,
                                    .fill = theme.town,
                                    .stroke = theme.labelHalo,
                                    .strokeWidth = 1.2F * view.scale});
        }
        ++count;
    }
    if (!named) addGroundNames(ground, data.names, view, fonts, taken, last);
    return ground;
}

}  // namespace

GroundView groundView(const View& view, const Towns& towns, const basemap::Ground& data,
                      const typeset::Fonts& fonts) {
    if (!view.camera.flight) return groundAtRest(view, towns, data, fonts, {});
    std::vector<GroundView> ends;
    for (const geo::Camera& camera : {view.camera.flight->from, view.camera.flight->to}) {
        View end = view;
        end.camera = camera;
        ends.push_back(groundAtRest(end, towns, data, fonts, {}));
    }
    return groundInFlight(view, std::move(ends), data, fonts);
}

GroundView groundAfter(const GroundView& before, bool moving, const View& view, const Towns& towns,
                       const basemap::Ground& data, const typeset::Fonts& fonts) {
    return groundAtRest(view, towns, data, fonts, LastNames(before, moving));
}

GroundView groundInFlight(const View& view, std::vector<GroundView> ends, const basemap::Ground& data,
                          const typeset::Fonts& fonts) {
    GroundView ground{.camera = view.camera,
                      .size = view.size,
                      .theme = view.theme,
                      .graticule = view.graticule,
                      .scale = view.scale};
    ground.roads = showsRoads(view, data);
    if (view.graticule) ground.labels = graticuleLabels(view, fonts);
    ground.ends = std::move(ends);
    return ground;
}

}  // namespace retrace::scene
