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
    LabelWish wish{
        .at = at, .clear = 6 * scale, .halo = theme.labelHalo, .haloWidth = 2 * scale, .anchor = name.at};
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
    const auto scale = static_cast<double>(view.scale);
    std::array steps{0.0, 18.0, -18.0, 36.0, -36.0};
    if (wish.last) {
        // A line that is centred on its place begins its baseline a third of its size lower.
        const double lastStep = (wish.last->y - 0.34 * static_cast<double>(wish.lines.front().size)) / scale;
        std::ranges::stable_sort(steps, {}, [&](double step) { return std::abs(step - lastStep); });
    }
    for (const double step : steps) {
        wish.at.y = home.y + (shifts ? step * scale : 0);
        if (auto placed = place(wish, within, taken, fonts)) return placed;
        if (!shifts || (wish.cut && wish.last)) break;
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
                    const typeset::Fonts& fonts, Occupied& taken, const LastNames& last) {
    const double zoom = view.camera.zoom - std::log2(static_cast<double>(std::max(view.scale, 0.25F)));
    const Rect within = freeRect(view);
    const geo::Box box = geo::viewBox(view.camera, view.size);
    std::vector<std::pair<const basemap::GroundName*, geo::ScreenPoint>> set;
    std::vector<const basemap::GroundName*> ordered;
    for (const basemap::GroundName& name : names) {
        const bool edge = last.moving() && last.of(name.at);
        if (zoom >= name.fromZoom && zoom <= name.toZoom && (edge || geo::contains(box, name.at)))
            ordered.push_back(&name);
    }
    std::ranges::stable_partition(ordered, [&](const auto* name) { return last.of(name->at).has_value(); });
    for (const basemap::GroundName* each : ordered) {
        const basemap::GroundName& name = *each;
        const geo::ScreenPoint at = geo::toScreen(view.camera, view.size, name.at);
        const bool again = std::ranges::any_of(set, [&](const auto& other) {
            return other.first->name == name.name && other.first->kind == name.kind &&
                   std::hypot(other.second.x - at.x, other.second.y - at.y) <
                       apart_px * static_cast<double>(view.scale);
        });
        if (again) continue;
        LabelWish wish = wishOf(name, at, view);
        wish.last = last.of(name.at);
        wish.cut = last.moving();
        auto placed = placeNear(std::move(wish), name.kind == Kind::province, view, within, taken, fonts);
        if (!placed) continue;
        taken.add(placed->box);
        set.emplace_back(&name, at);
        for (Label& label : placed->lines) ground.labels.push_back(std::move(label));
    }
}

}  // namespace retrace::scene
