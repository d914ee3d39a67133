#include "scene/ground_names.hpp"

#include "scene/theme.hpp"
#include "scene/town_style.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::scene {
namespace {

using Kind = basemap::GroundName::Kind;

constexpr double apart_px = 260;  // between two names of one river, before scaling

LabelWish wishOf(const basemap::GroundName& name, geo::ScreenPoint at, const View& view) {
    const Theme& theme = themeOf(view.theme);
    const float scale = view.scale;
    LabelWish wish{.at = at, .clear = 6 * scale, .halo = theme.labelHalo, .haloWidth = 2 * scale, .anchor = name.at};
    if (name.kind == Kind::province) {
        wish.centered = true;
        wish.lines.push_back(
            {spacedCapitals(name.name), 11 * scale, typeset::Weight::regular, theme.labelRegion});
        return wish;
    }
    wish.centered = name.kind != Kind::river;
    const float size = (name.kind == Kind::sea ? 14.0F : 12.0F) * scale;
    wish.halo = name.kind == Kind::sea ? withAlpha(theme.sea, 200) : theme.labelHalo;
    wish.lines.push_back({name.name, size, typeset::Weight::italic, theme.labelWater});
    if (!name.name_ar.empty())
        wish.lines.push_back({name.name_ar, size - 2 * scale, typeset::Weight::regular, theme.labelWater});
    return wish;
}

// On its place, else a little above or below: a province is large.
std::optional<PlacedLabel> placeNear(LabelWish wish, bool shifts, const View& view, const Rect& within,
                                     const Occupied& taken, const typeset::Fonts& fonts) {
    const geo::ScreenPoint home = wish.at;
    for (const double shift : {0.0, 18.0, -18.0, 36.0, -36.0}) {
        wish.at.y = home.y + shift * static_cast<double>(view.scale);
        if (auto placed = place(wish, within, taken, fonts)) return placed;
        if (!shifts) break;
    }
    return std::nullopt;
}

}  // namespace

std::string spacedCapitals(const std::string& name) {
    std::string spaced;
    for (const char c : upperCase(name)) {
        const bool starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // of a code point
        if (starts && !spaced.empty()) spaced += "\u200A";
        spaced += c;
    }
    return spaced;
}

void addGroundNames(GroundView& ground, const std::vector<basemap::GroundName>& names, const View& view,
                    const typeset::Fonts& fonts, Occupied& taken) {
    const double zoom = view.camera.zoom - std::log2(static_cast<double>(std::max(view.scale, 0.25F)));
    const Rect within = freeRect(view);
    const geo::Box box = geo::viewBox(view.camera, view.size);
    std::vector<std::pair<const basemap::GroundName*, geo::ScreenPoint>> set;
    for (const basemap::GroundName& name : names) {
        if (zoom < name.fromZoom || zoom > name.toZoom || !geo::contains(box, name.at)) continue;
        const geo::ScreenPoint at = geo::toScreen(view.camera, view.size, name.at);
        const bool again = std::ranges::any_of(set, [&](const auto& other) {
            return other.first->name == name.name && other.first->kind == name.kind &&
                   std::hypot(other.second.x - at.x, other.second.y - at.y) <
                       apart_px * static_cast<double>(view.scale);
        });
        if (again) continue;
        auto placed =
            placeNear(wishOf(name, at, view), name.kind == Kind::province, view, within, taken, fonts);
        if (!placed) continue;
        taken.add(placed->box);
        set.emplace_back(&name, at);
        for (Label& label : placed->lines) ground.labels.push_back(std::move(label));
    }
}

}  // namespace retrace::scene
