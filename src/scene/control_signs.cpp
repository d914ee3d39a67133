#include "scene/control_signs.hpp"

#include "geo/geodesic.hpp"
#include "scene/desk.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::scene {
namespace {

constexpr double arrowFor_s = 12 * 3600.0, cutFor_s = 48 * 3600.0;

Color tintOf(const model::Reconstruction& r, std::size_t side, ThemeName theme) {
    const auto look = lookOf(side < r.sides.size() ? r.sides[side] : model::Side{}, side, theme == ThemeName::dark);
    return {look.r, look.g, look.b, 255};
}

// A shaft that widens towards its head, pixels; it ends a little before the goal.
std::vector<geo::ScreenPoint> arrow(geo::ScreenPoint from, geo::ScreenPoint to, double scale) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const double ux = (to.x - from.x) / length, uy = (to.y - from.y) / length;
    const double end = length - 12 * scale, neck = end - std::min(18 * scale, end / 2);
    const auto at = [&](double along, double aside) {
        return geo::ScreenPoint{from.x + ux * along - uy * aside, from.y + uy * along + ux * aside};
    };
    const double tail = 2.5 * scale, shoulder = 5 * scale, head = 11 * scale;
    return {at(0, -tail), at(neck, -shoulder), at(neck, -head), at(end, 0),
            at(neck, head), at(neck, shoulder), at(0, tail), at(4 * scale, 0)};
}

// Its outline, pixels; empty where it is too short to be seen.
std::vector<geo::ScreenPoint> outlineOf(const model::Advance& advance, const View& view) {
    constexpr double shown_px = 96, least_px = 40;
    const auto to = geo::toScreen(view.camera, view.size, advance.to);
    auto from = geo::toScreen(view.camera, view.size, advance.from);
    const double scale = static_cast<double>(view.scale), length = std::hypot(to.x - from.x, to.y - from.y);
    if (!(length > 1e-3)) return {};
    if (!advance.named)  // only the direction is told
        from = {to.x + (from.x - to.x) / length * shown_px * scale, to.y + (from.y - to.y) / length * shown_px * scale};
    else if (length < least_px * scale)
        return {};
    return arrow(from, to, scale);
}

bool isShown(const model::Advance& advance, model::StoryTime t) {
    return advance.at <= t && t < advance.at + arrowFor_s;
}

void addAdvance(Scene& scene, const model::Reconstruction& r, const model::Advance& advance, double share,
                const View& view) {
    std::vector<geo::LonLat> ring;
    for (const auto& point : outlineOf(advance, view)) ring.push_back(geo::toLonLat(view.camera, view.size, point));
    if (ring.empty()) return;
    const Color tint = tintOf(r, advance.party, view.theme);
    const auto alpha = [&](double full) { return static_cast<std::uint8_t>(std::lround(full * share)); };
    const Tag tag{Tag::Kind::event, advance.event};
    scene.areas.push_back({.rings = {ring}, .fill = withAlpha(tint, alpha(150)), .tag = tag});
    ring.push_back(ring.front());
    scene.lines.push_back({.path = std::move(ring),
                           .width = 1.3F * view.scale,
                           .color = withAlpha(tint, alpha(235)),
                           .tag = tag,
                           .meaning = Meaning::advance});
}

// Until the words tell of the place again.
double cutUntil(const model::Reconstruction& r, const model::ControlClaim& cut) {
    for (const auto& claim : r.claims)
        if (!claim.record && claim.place && claim.place->id == cut.place->id && claim.at > cut.at) return claim.at;
    return cut.at + cutFor_s;
}

bool isSiege(const model::Reconstruction& r, const model::ControlClaim& claim) {
    return claim.event && r.events[*claim.event].kind == "besiege";
}

void addRing(Scene& scene, const model::ControlClaim& claim, std::size_t index, Color tint, const View& view) {
    constexpr double least_px = 15;
    const auto& where = claim.place->where;
    const double radius_m = std::max(1.5 * where.radius_m, least_px * static_cast<double>(view.scale) *
                                                               geo::metresPerPixel(view.camera, where.at.lat));
    Line ring{.path = {},
              .width = 2.4F * view.scale,
              .color = tint,
              .dash = Dash::dashed,
              .casing = 1.2F * view.scale,
              .casingColor = themeOf(view.theme).casing,
              .tag = {Tag::Kind::claim, index},
              .meaning = Meaning::encircled};
    for (int degrees = 0; degrees <= 360; degrees += 10)
        ring.path.push_back(geo::destination(where.at, degrees, radius_m));
    scene.lines.push_back(std::move(ring));
}

void addCut(Scene& scene, const model::ControlClaim& claim, std::size_t index, Color tint, const View& view,
            const typeset::Fonts& fonts) {
    const Theme& theme = themeOf(view.theme);
    const float s = view.scale;
    const Tag tag{Tag::Kind::claim, index};
    scene.discs.push_back({.at = claim.place->where.at,
                           .radius_px = 7.5F * s,
                           .fill = theme.casing,
                           .stroke = tint,
                           .strokeWidth = 2 * s,
                           .tag = tag,
                           .meaning = Meaning::roadCut});
    const auto at = geo::toScreen(view.camera, view.size, claim.place->where.at);
    Label cross = setLine("×", static_cast<float>(at.x), static_cast<float>(at.y) + 5 * s,
                          {16 * s, tint, typeset::Weight::bold}, fonts, Anchor::middle);
    cross.tag = tag;
    cross.anchor = claim.place->where.at;
    scene.labels.push_back(std::move(cross));
}

bool isTheirs(const View& view) {
    return view.front && (view.front->whose == "narrator" || view.front->whose == "both");
}

}  // namespace

std::vector<Rect> controlSignRects(const model::Reconstruction& r, model::StoryTime t, const View& view) {
    std::vector<Rect> out;
    if (!isTheirs(view)) return out;
    for (const auto& advance : r.advances) {
        const auto outline = isShown(advance, t) ? outlineOf(advance, view) : std::vector<geo::ScreenPoint>{};
        if (outline.empty()) continue;
        const auto [left, right] = std::ranges::minmax(outline, {}, &geo::ScreenPoint::x);
        const auto [top, low] = std::ranges::minmax(outline, {}, &geo::ScreenPoint::y);
        out.push_back({static_cast<float>(left.x), static_cast<float>(top.y), static_cast<float>(right.x - left.x),
                       static_cast<float>(low.y - top.y)});
    }
    return out;
}

void addControlSigns(Scene& scene, const model::Reconstruction& r, model::StoryTime t, const View& view,
                     const typeset::Fonts& fonts) {
    if (!isTheirs(view)) return;
    for (const auto& advance : r.advances)
        if (isShown(advance, t))
            addAdvance(scene, r, advance, 1 - 0.6 * (t - advance.at) / arrowFor_s, view);
    for (std::size_t i = 0; i < r.claims.size(); ++i) {
        const auto& claim = r.claims[i];
        const bool closed = claim.kind == model::Control::cut && claim.place && claim.party && !claim.record;
        if (!closed || claim.at > t || t >= cutUntil(r, claim)) continue;
        const Color tint = tintOf(r, *claim.party, view.theme);
        if (isSiege(r, claim))
            addRing(scene, claim, i, tint, view);
        else
            addCut(scene, claim, i, tint, view, fonts);
    }
}

}  // namespace retrace::scene
