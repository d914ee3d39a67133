#include "scene/furniture.hpp"

#include "scene/desk.hpp"
#include "scene/front_key.hpp"
#include "scene/legend.hpp"

#include <array>
#include <cmath>

namespace retrace::scene {
namespace {

std::vector<geo::ScreenPoint> corners(float x, float y, float width, float height) {
    const double left = static_cast<double>(x), top = static_cast<double>(y);
    const double right = left + static_cast<double>(width), bottom = top + static_cast<double>(height);
    return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

// Two halves, the first one full: a length and its half can be read off.
void addScaleBar(Scene& scene, const View& view, const typeset::Fonts& fonts) {
    const Theme& theme = themeOf(view.theme);
    const Rect room = scaleRect(view);
    const float s = view.scale;
    const geo::LonLat there =
        geo::toLonLat(view.camera, view.size, {view.size.width / 2.0, static_cast<double>(room.y)});
    const ScaleLength length =
        scaleLength(geo::metresPerPixel(view.camera, there.lat), 120 * static_cast<double>(s));
    const auto width = static_cast<float>(length.pixels);
    const float x = std::round(room.x + room.width - width - 6 * s),
                y = std::round(room.y + room.height - 16 * s);
    const float height = 5 * s;
    scene.strokes.push_back(
        {.path = corners(x - s, y - s, width + 2 * s, height + 2 * s), .color = theme.text, .filled = true});
    scene.strokes.push_back(
        {.path = corners(x + width / 2, y, width / 2, height), .color = theme.paper, .filled = true});
    const Type type{TypeScale::small * s, theme.text, typeset::Weight::regular, theme.labelHalo, 2 * s};
    scene.texts.push_back(setLine("0", x, y - 5 * s, type, fonts));
    scene.texts.push_back(setLine(length.text, x + width, y - 5 * s, type, fonts, Anchor::right));
}

void addNorth(Scene& scene, const View& view, const typeset::Fonts& fonts) {
    const Theme& theme = themeOf(view.theme);
    const Rect room = scaleRect(view);
    const float s = view.scale;
    const double x = static_cast<double>(room.x + room.width - 14 * s),
                 y = static_cast<double>(room.y + 16 * s);
    const auto unit = static_cast<double>(s);
    scene.strokes.push_back({.path = {{x, y}, {x + 5 * unit, y + 16 * unit}, {x, y + 12 * unit}},
                             .color = theme.text,
                             .filled = true});
    scene.strokes.push_back({.path = {{x, y}, {x - 5 * unit, y + 16 * unit}, {x, y + 12 * unit}, {x, y}},
                             .width = s,
                             .color = theme.text});
    scene.texts.push_back(
        setLine("N", static_cast<float>(x), static_cast<float>(y) - 3 * s,
                {TypeScale::small * s, theme.text, typeset::Weight::bold, theme.labelHalo, 2 * s}, fonts,
                Anchor::middle));
}

void addCredits(Scene& scene, const View& view, const typeset::Fonts& fonts) {
    const Rect room = creditsRect(view, fonts);
    if (room.width <= 0) return;
    const Theme& theme = themeOf(view.theme);
    const Type type{TypeScale::small * view.scale, theme.textMuted, typeset::Weight::regular, theme.labelHalo,
                    2 * view.scale};
    const auto lines = fonts.wrap(creditsText(view), type.size, room.width + 1);
    float y = room.y + 12 * view.scale;
    for (const std::string& line : lines) {
        scene.texts.push_back(setLine(line, room.x, y, type, fonts));
        y += 14 * view.scale;
    }
}

void addTitle(Scene& scene, const View& view, const typeset::Fonts& fonts) {
    const Rect room = titleRect(view, fonts);
    if (room.width <= 0) return;
    const Theme& theme = themeOf(view.theme);
    const float s = view.scale;
    scene.panels.push_back({.x = room.x,
                            .y = room.y,
                            .width = room.width,
                            .height = room.height,
                            .rounding = 6 * s,
                            .fill = theme.panel,
                            .stroke = theme.hairline});
    float y = room.y + 25 * s;
    if (!view.title.empty()) {
        const Type type{TypeScale::heading * s, theme.text, typeset::Weight::bold};
        const auto lines = fonts.wrap(view.title, type.size, room.width - 28 * s, type.weight);
        scene.texts.push_back(
            setLine(lines.front() + (lines.size() > 1 ? " …" : ""), room.x + 16 * s, y, type, fonts));
        y += 25 * s;
    }
    if (view.badge.empty()) return;
    const Type type{TypeScale::small * s, theme.badgeText};
    const auto lines = fonts.wrap(view.badge, type.size, room.width - 48 * s + 1);
    Label badge = setLine(lines.front() + (lines.size() > 1 ? " …" : ""), room.x + 24 * s, y, type, fonts);
    scene.panels.push_back({.x = room.x + 16 * s,
                            .y = y - 14 * s,
                            .width = badge.width + 16 * s,
                            .height = 20 * s,
                            .rounding = 10 * s,
                            .fill = theme.badge,
                            .stroke = withAlpha(theme.badgeText, 120)});
    scene.texts.push_back(std::move(badge));
}

}  // namespace

ScaleLength scaleLength(double metresPerPixel, double most_px) {
    const double most = metresPerPixel * most_px;
    if (!(most > 0)) return {};
    double metres = std::pow(10.0, std::floor(std::log10(most)));
    for (const double factor : {5.0, 2.0})
        if (metres * factor <= most) {
            metres *= factor;
            break;
        }
    const auto whole = [](double value) { return std::to_string(std::llround(value)); };
    std::string text = metres >= 1000 ? whole(metres / 1000) + " km"
                       : metres >= 1  ? whole(metres) + " m"
                                      : whole(metres * 100) + " cm";
    return {metres, metres / metresPerPixel, std::move(text)};
}

std::vector<Rect> furnitureRects(const View& view, const typeset::Fonts& fonts) {
    std::vector<Rect> rects;
    for (const Rect& r : {clockRect(view), titleRect(view, fonts), legendRect(view, fonts), scaleRect(view),
                          creditsRect(view, fonts), stripRect(view)})
        if (r.width > 0) rects.push_back(grown(r, 4 * view.scale));
    for (const Rect& r : frontKeyRects(view, fonts))
        if (r.width > 0) rects.push_back(grown(r, 4 * view.scale));
    return rects;
}

void addFurniture(Scene& scene, const model::Reconstruction&, model::StoryTime, const View& view,
                  const typeset::Fonts& fonts) {
    addTitle(scene, view, fonts);
    if (!view.furniture) return;
    addLegend(scene, view, fonts);
    addFrontKey(scene, view, fonts);
    addScaleBar(scene, view, fonts);
    addNorth(scene, view, fonts);
    addCredits(scene, view, fonts);
}

}  // namespace retrace::scene
