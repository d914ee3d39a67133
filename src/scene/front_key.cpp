#include "scene/front_key.hpp"

#include "scene/desk.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace retrace::scene {
namespace {

constexpr float rowHeight = 19, sampleWidth = 34, sampleBox = 26, boxHeight = 11, padding = 12, widest = 230;
constexpr const char* bandWords = "band: who held it is doubtful";
constexpr const char* plainWords = "plain: not stated";
constexpr const char* differWords = "they name different sides";

struct Row {
    std::string words;
    std::function<void(Scene&, float x, float y)> sample;
};

std::vector<geo::ScreenPoint> boxAt(float x, float y, float s) {
    const double left = static_cast<double>(x), right = left + static_cast<double>(sampleBox * s);
    const double top = static_cast<double>(y - boxHeight * s / 2),
                 low = top + static_cast<double>(boxHeight * s);
    return {{left, top}, {right, top}, {right, low}, {left, low}};
}

void fillBox(Scene& scene, float x, float y, float s, Color fill) {
    scene.strokes.push_back({.path = boxAt(x, y, s), .color = fill, .filled = true});
}

// A side's tint with three marks of its hatch, as the map has them: rising, falling, level, dots.
void sampleSide(Scene& scene, const FrontPicture::Look& look, float x, float y, float s) {
    const Color tint{look.r, look.g, look.b, 255};
    fillBox(scene, x, y, s, withAlpha(tint, 70));
    for (int i = 0; i < 3; ++i) {
        const float left = x + (4 + 8 * static_cast<float>(i)) * s;
        const auto at = [&](float dx, float dy) {
            return geo::ScreenPoint{static_cast<double>(left + dx * s), static_cast<double>(y + dy * s)};
        };
        if (look.hatch == 4) {
            scene.strokes.push_back({.path = {at(0, -1.4F), at(2.8F, -1.4F), at(2.8F, 1.4F), at(0, 1.4F)},
                                     .color = tint,
                                     .filled = true});
        } else if (look.hatch > 0) {
            const float rise = look.hatch == 1 ? 4.0F : look.hatch == 2 ? -4.0F : 0.0F;
            scene.strokes.push_back({.path = {at(-2, rise), at(6, -rise)}, .width = 1.2F * s, .color = tint});
        }
    }
}

void sampleLine(Scene& scene, const FrontPicture& picture, float x, float y, float s) {
    scene.strokes.push_back({.path = {{static_cast<double>(x), static_cast<double>(y)},
                                      {static_cast<double>(x + sampleBox * s), static_cast<double>(y)}},
                             .width = 2.4F * s,
                             .color = {picture.line.r, picture.line.g, picture.line.b, 255},
                             .dash = picture.dashed ? Dash::dashed : Dash::solid});
}

// "claimed", "reported", "assessed": how far the line's source goes.
std::string lineWords(const std::string& whose) {
    if (whose == "record") return "front, reported";
    return whose == "both" ? "front, assessed" : "front, claimed by the narrator";
}

std::string headingOf(const FrontView& front) {
    if (front.compare == Compare::difference) return "Narrator and other sources";
    if (front.compare == Compare::over) return "Narrator, others' line over it";
    if (front.compare == Compare::swipe) return "Who held what";
    if (front.whose == "record") return "Who held what, as reported";
    return front.whose == "both" ? "Who held what, assessed" : "Who held what, he says";
}

std::vector<std::string> sideNames(const FrontView& front) {
    if (front.compare == Compare::difference) return {differWords};
    constexpr std::size_t most = 4;
    std::vector<std::string> names;
    for (std::size_t s = 0; s < std::min(most, front.sides.size()); ++s) names.push_back(front.sides[s].name);
    return names;
}

std::vector<std::string> lineNames(const FrontView& front) {
    if (front.compare == Compare::alone) return {lineWords(front.whose)};
    return {lineWords(front.whose), lineWords(front.besideWhose)};
}

std::size_t mostRows(const FrontView& front) {
    return 1 + sideNames(front).size() + lineNames(front).size() + 2;
}

std::vector<Row> rowsOf(const Scene& scene, const FrontView& front, float s, Color quiet) {
    std::vector<Row> rows;
    const bool differ = front.compare == Compare::difference;
    const auto names = sideNames(front);
    const auto lines = lineNames(front);
    const auto& areas = scene.fronts.front();
    for (std::size_t i = 0; i < std::min(names.size(), areas.sides.size()) && areas.opacity > 0; ++i)
        if (areas.sides[i].shown)
            rows.push_back({names[i], [look = areas.sides[i], s](Scene& on, float x, float y) {
                                sampleSide(on, look, x, y, s);
                            }});
    const std::size_t first = differ ? 1 : 0;
    for (std::size_t i = first; i < scene.fronts.size() && i - first < lines.size(); ++i)
        rows.push_back({lines[i - first], [line = scene.fronts[i], s](Scene& on, float x, float y) {
                            sampleLine(on, line, x, y, s);
                        }});
    rows.push_back({bandWords, [line = areas.line, s](Scene& on, float x, float y) {
                        fillBox(on, x, y, s, {line.r, line.g, line.b, 45});
                    }});
    rows.push_back({plainWords, [quiet, s](Scene& on, float x, float y) {
                        auto path = boxAt(x, y, s);
                        path.push_back(path.front());
                        on.strokes.push_back({.path = std::move(path), .width = s, .color = quiet});
                    }});
    return rows;
}

Type pillType(const View& view) {
    return {TypeScale::small * view.scale, themeOf(view.theme).text, typeset::Weight::bold};
}

float handleAt(const View& view) {
    return std::round(static_cast<float>(view.size.width * view.front->swipe));
}

// The words beside the handle: whose front each side is.
std::array<Rect, 2> pillRects(const View& view, const typeset::Fonts& fonts) {
    const Rect free = freeRect(view);
    const float s = view.scale, x = handleAt(view), top = free.y + free.height - creditsRect(view, fonts).height - 40 * s;
    const auto widthFor = [&](const std::string& whose) {
        return widthOf(frontWords(whose), pillType(view), fonts) + 20 * s;
    };
    const float left = widthFor(view.front->whose), right = widthFor(view.front->besideWhose);
    return {Rect{x - 8 * s - left, top, left, 22 * s}, Rect{x + 8 * s, top, right, 22 * s}};
}

void addPill(Scene& scene, const View& view, const std::string& words, const Rect& at, const typeset::Fonts& fonts) {
    const Theme& theme = themeOf(view.theme);
    const float s = view.scale;
    scene.panels.push_back({.x = at.x,
                            .y = at.y,
                            .width = at.width,
                            .height = at.height,
                            .rounding = at.height / 2,
                            .fill = theme.panel,
                            .stroke = theme.hairline});
    scene.texts.push_back(setLine(words, at.x + 10 * s, at.y + 15 * s, pillType(view), fonts));
}

void addHandle(Scene& scene, const View& view, const typeset::Fonts& fonts) {
    const Theme& theme = themeOf(view.theme);
    const Rect free = freeRect(view), title = titleRect(view, fonts), clock = clockRect(view);
    const auto pills = pillRects(view, fonts);
    const float under = std::max({free.y, title.y + title.height, clock.y + clock.height});
    const double at = static_cast<double>(handleAt(view)),
                 top = static_cast<double>(under > free.y ? under + 8 * view.scale : free.y),
                 low = static_cast<double>(free.y + free.height), middle = (top + low) / 2,
                 unit = static_cast<double>(view.scale);
    scene.strokes.push_back({.path = {{at, top}, {at, low}}, .width = 4 * view.scale, .color = theme.casing});
    scene.strokes.push_back({.path = {{at, top}, {at, low}}, .width = 1.6F * view.scale, .color = theme.text});
    for (const double way : {-1.0, 1.0})
        scene.strokes.push_back({.path = {{at + way * 5 * unit, middle - 6 * unit},
                                          {at + way * 12 * unit, middle},
                                          {at + way * 5 * unit, middle + 6 * unit}},
                                 .color = theme.text,
                                 .filled = true});
    addPill(scene, view, frontWords(view.front->whose), pills[0], fonts);
    addPill(scene, view, frontWords(view.front->besideWhose), pills[1], fonts);
}

bool isSwiped(const View& view) {
    return view.front && view.front->field && view.front->beside && view.front->compare == Compare::swipe;
}

// Room for the key, the same at every time; empty without a front, or where there is no room.
Rect frontKeyRect(const View& view, const typeset::Fonts& fonts) {
    if (!view.furniture || !view.front || !view.front->field) return {};
    const float s = view.scale;
    float words = widthOf(headingOf(*view.front), {TypeScale::small * s, {}, typeset::Weight::bold}, fonts) -
                  sampleWidth * s;
    const auto widen = [&](const std::string& text) {
        words = std::max(words, widthOf(text, {TypeScale::small * s, {}}, fonts));
    };
    for (const auto& name : sideNames(*view.front)) widen(name);
    for (const auto& name : lineNames(*view.front)) widen(name);
    widen(bandWords);
    const float width = std::min(words + (sampleWidth + 2 * padding) * s, widest * s);
    const float height = (rowHeight * static_cast<float>(mostRows(*view.front)) + 12) * s;
    const Rect free = freeRect(view), scale = scaleRect(view);
    if (free.width < 2.6F * width || free.height < height + scale.height + 190 * s) return {};
    const float right = scale.x + scale.width;
    return {right - width, scale.y - height - 6 * s, width, height};
}

}  // namespace

std::string frontWords(const std::string& whose) {
    if (whose == "record") return "as other sources report it";
    return whose == "both" ? "assessed from the narrator and other sources" : "as the narrator tells it";
}

std::vector<Rect> frontKeyRects(const View& view, const typeset::Fonts& fonts) {
    std::vector<Rect> rects{frontKeyRect(view, fonts)};
    if (isSwiped(view))
        for (const Rect& pill : pillRects(view, fonts)) rects.push_back(pill);
    return rects;
}

void addFrontKey(Scene& scene, const View& view, const typeset::Fonts& fonts) {
    if (scene.fronts.empty() || !view.front) return;
    if (isSwiped(view)) addHandle(scene, view, fonts);
    const Rect room = frontKeyRect(view, fonts);
    if (room.width <= 0) return;
    const Theme& theme = themeOf(view.theme);
    const float s = view.scale;
    const auto rows = rowsOf(scene, *view.front, s, theme.hairline);
    const float height = (rowHeight * static_cast<float>(rows.size() + 1) + 12) * s;
    const float top = room.y + room.height - height;
    scene.panels.push_back({.x = room.x,
                            .y = top,
                            .width = room.width,
                            .height = height,
                            .rounding = 6 * s,
                            .fill = theme.panel,
                            .stroke = theme.hairline});
    const Type heading{TypeScale::small * s, theme.text, typeset::Weight::bold},
        type{TypeScale::small * s, theme.text};
    const auto write = [&](const std::string& words, float x, float y, const Type& how) {
        const auto lines = fonts.wrap(words, how.size, room.x + room.width - padding * s - x + 1, how.weight);
        scene.texts.push_back(setLine(lines.front() + (lines.size() > 1 ? " …" : ""), x, y, how, fonts));
    };
    float y = top + (6 + rowHeight / 2) * s;
    write(headingOf(*view.front), room.x + padding * s, y + 4 * s, heading);
    for (const Row& row : rows) {
        y += rowHeight * s;
        row.sample(scene, room.x + padding * s, y);
        write(row.words, room.x + (padding + sampleWidth) * s, y + 4 * s, type);
    }
}

}  // namespace retrace::scene
