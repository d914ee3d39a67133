#include "scene/legend.hpp"

#include "scene/desk.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

namespace retrace::scene {
namespace {

struct Entry {
    Meaning meaning;  // none: of the ground, or of lines that lie longer ago
    const char* words;
};
constexpr const char* olderWords = "paler: longer ago";
constexpr const char* roadWords = "main road";
constexpr std::array entries{Entry{Meaning::stated, "way stated by the narrator"},
                             Entry{Meaning::inferred, "inferred between two stops"},
                             Entry{Meaning::toldSchematic, "told, way schematic"},
                             Entry{Meaning::schematic, "not told, way schematic"},
                             Entry{Meaning::unit, "his unit, without him"},
                             Entry{Meaning::others, "others, as he tells it"},
                             Entry{Meaning::halo, "how far off it may be"},
                             Entry{Meaning::plan, "ordered, feared or denied"},
                             Entry{Meaning::candidate, "may be the place named"},
                             Entry{Meaning::recorded, "other sources"},
                             Entry{Meaning::narratorSide, "changes hands, he says"},
                             Entry{Meaning::advance, "attack, its direction told"},
                             Entry{Meaning::roadCut, "road cut"},
                             Entry{Meaning::encircled, "encircled"},
                             Entry{Meaning::notTaken, "not taken"},
                             Entry{Meaning::sideUnknown, "left, holder not stated"},
                             Entry{Meaning::stop, "earlier stop close by"}};

constexpr float rowHeight = 19, sampleWidth = 34, padding = 12;
constexpr std::size_t mostRows = 9;

std::vector<geo::ScreenPoint> circle(float x, float y, float radius) {
    std::vector<geo::ScreenPoint> points;
    for (int i = 0; i <= 24; ++i) {
        const double angle = 2 * std::numbers::pi * i / 24;
        points.push_back({static_cast<double>(x) + static_cast<double>(radius) * std::cos(angle),
                          static_cast<double>(y) + static_cast<double>(radius) * std::sin(angle)});
    }
    return points;
}

/// What of the scene lies in the picture's free part.
struct Seen {
    std::set<Meaning> meanings;
    bool older = false, roads = false;
};

bool crosses(const Line& line, const View& view, const Rect& free) {
    if (line.path.empty()) return false;
    auto b = geo::toScreen(view.camera, view.size, line.path.front());
    for (std::size_t i = 1; i < line.path.size(); ++i) {
        const auto a = std::exchange(b, geo::toScreen(view.camera, view.size, line.path[i]));
        // A point every 20 pixels; roads have their own closer together.
        const int steps = static_cast<int>(std::clamp(std::hypot(b.x - a.x, b.y - a.y) / 20, 1.0, 100.0));
        for (int k = 0; k <= steps; ++k) {
            const double u = static_cast<double>(k) / steps;
            const Rect point{static_cast<float>(a.x + u * (b.x - a.x)),
                             static_cast<float>(a.y + u * (b.y - a.y)), 0, 0};
            if (inside(point, free)) return true;
        }
    }
    return false;
}

Seen seenIn(const Scene& scene, const View& view) {
    const Rect free = freeRect(view);
    Seen seen{.meanings = {}, .roads = scene.ground.roads};
    for (const Line& line : scene.lines) {
        if (line.meaning == Meaning::none || !crosses(line, view, free)) continue;
        seen.meanings.insert(line.meaning);
        seen.older = seen.older || line.faint;
    }
    for (const Disc& disc : scene.discs) {
        if (disc.meaning == Meaning::none || seen.meanings.contains(disc.meaning)) continue;
        const auto p = geo::toScreen(view.camera, view.size, disc.at);
        // A halo no wider than the mark on it is not to be seen.
        const bool hidden =
            disc.meaning == Meaning::halo && disc.radius_m / geo::metresPerPixel(view.camera, disc.at.lat) <
                                                 11 * static_cast<double>(view.scale);
        if (!hidden && inside({static_cast<float>(p.x), static_cast<float>(p.y), 0, 0}, free))
            seen.meanings.insert(disc.meaning);
    }
    return seen;
}

/// Draws samples in the column left of the words, pixels.
class Sampler {
public:
    Sampler(Scene& scene, const View& view) : scene_(scene), theme_(themeOf(view.theme)), s_(view.scale) {}

    void bar(float x, float y, Color color, Dash dash, float width = 3.2F, float from = 0, float to = 1) {
        const float length = (sampleWidth - 8) * s_;
        scene_.strokes.push_back({.path = {{static_cast<double>(x + from * length), static_cast<double>(y)},
                                           {static_cast<double>(x + to * length), static_cast<double>(y)}},
                                  .width = width * s_,
                                  .color = color,
                                  .dash = dash});
    }
    void ring(float x, float y, Color fill, Color stroke, float radius) {
        const float middle = x + sampleWidth * s_ / 2 - 4 * s_;
        scene_.strokes.push_back({.path = circle(middle, y, radius * s_), .color = fill, .filled = true});
        scene_.strokes.push_back(
            {.path = circle(middle, y, radius * s_), .width = 1.4F * s_, .color = stroke});
    }
    void arrow(float x, float y) {
        const auto at = [&](float dx, float dy) {
            return geo::ScreenPoint{static_cast<double>(x + dx * s_), static_cast<double>(y + dy * s_)};
        };
        scene_.strokes.push_back({.path = {at(2, -1.5F), at(15, -2.5F), at(15, -5.5F), at(24, 0), at(15, 5.5F),
                                           at(15, 2.5F), at(2, 1.5F)},
                                  .color = withAlpha(theme_.text, 150),
                                  .filled = true});
    }
    void cross(float x, float y) {
        ring(x, y, theme_.casing, theme_.text, 6);
        const float middle = x + sampleWidth * s_ / 2 - 4 * s_;
        for (const float way : {-1.0F, 1.0F})
            scene_.strokes.push_back({.path = {{static_cast<double>(middle - 3 * s_), static_cast<double>(y - way * 3 * s_)},
                                               {static_cast<double>(middle + 3 * s_), static_cast<double>(y + way * 3 * s_)}},
                                      .width = 1.6F * s_,
                                      .color = theme_.text});
    }
    void of(Meaning meaning, float x, float y) {
        switch (meaning) {
            case Meaning::none:
                return;
            case Meaning::stated:
                return bar(x, y, theme_.narrator, Dash::solid);
            case Meaning::inferred:
                return bar(x, y, theme_.narrator, Dash::dashed);
            case Meaning::toldSchematic:
                return bar(x, y, theme_.narrator, Dash::dotted, 3);
            case Meaning::schematic:
                return bar(x, y, theme_.schematic, Dash::dotted, 3);
            case Meaning::unit:
                return bar(x, y, theme_.narratorSoft, Dash::solid);
            case Meaning::others:
                return bar(x, y, theme_.otherActors, Dash::solid);
            case Meaning::halo:
                return ring(x, y, withAlpha(theme_.narrator, 40), withAlpha(theme_.narrator, 130), 7);
            case Meaning::stop:
                return ring(x, y, {255, 255, 255, 255}, theme_.narrator, 4);
            case Meaning::recorded:
                return ring(x, y, theme_.otherSources, theme_.casing, 4);
            case Meaning::narratorSide:
                return ring(x, y, theme_.casing, theme_.narrator, 5);
            case Meaning::sideUnknown:
                return ring(x, y, theme_.casing, theme_.plans, 5);
            case Meaning::notTaken:
                return ring(x, y, theme_.casing, theme_.plans, 4);
            case Meaning::advance:
                return arrow(x, y);
            case Meaning::roadCut:
                return cross(x, y);
            case Meaning::encircled:
                return bar(x, y, theme_.text, Dash::dashed, 2.4F);
            case Meaning::plan:
                return ring(x, y, theme_.casing, theme_.plans, 6);
            case Meaning::candidate:
                return ring(x, y, theme_.casing, theme_.hours, 6);
        }
    }
    void older(float x, float y) {
        bar(x, y, theme_.narrator, Dash::solid, 3.2F, 0, 0.4F);
        bar(x, y, mixed(theme_.narrator, theme_.paper, 0.5), Dash::solid, 3.2F, 0.4F, 1);
    }
    void road(float x, float y) { bar(x, y, theme_.road, Dash::dashed, 2); }

private:
    Scene& scene_;
    const Theme& theme_;
    float s_;
};

}  // namespace

geo::ScreenPoint legendSize(const View& view, const typeset::Fonts& fonts) {
    const float s = view.scale;
    float width = 0;
    for (const Entry& entry : entries)
        width = std::max(width, widthOf(entry.words, {TypeScale::small * s, {}}, fonts));
    return {static_cast<double>(width + (sampleWidth + 2 * padding) * s),
            static_cast<double>((rowHeight * static_cast<float>(mostRows) + 12) * s)};
}

void addLegend(Scene& scene, const View& view, const typeset::Fonts& fonts) {
    const Rect room = legendRect(view, fonts);
    const Seen seen = seenIn(scene, view);
    std::vector<Entry> rows;
    for (const Entry& entry : entries)
        if (seen.meanings.contains(entry.meaning)) rows.push_back(entry);
    if (seen.older) rows.push_back({Meaning::none, olderWords});
    if (seen.roads) rows.push_back({Meaning::none, roadWords});
    if (rows.size() > mostRows) rows.resize(mostRows);  // the last are the least
    if (room.width <= 0 || rows.empty()) return;
    const Theme& theme = themeOf(view.theme);
    const float s = view.scale, height = (rowHeight * static_cast<float>(rows.size()) + 12) * s;
    const float top = room.y + room.height - height;
    scene.panels.push_back({.x = room.x,
                            .y = top,
                            .width = room.width,
                            .height = height,
                            .rounding = 6 * s,
                            .fill = theme.panel,
                            .stroke = theme.hairline});
    Sampler sampler(scene, view);
    float y = top + (6 + rowHeight / 2) * s;
    for (const Entry& row : rows) {
        const float x = room.x + padding * s;
        if (row.words == olderWords)
            sampler.older(x, y);
        else if (row.words == roadWords)
            sampler.road(x, y);
        else
            sampler.of(row.meaning, x, y);
        scene.texts.push_back(setLine(row.words, room.x + (padding + sampleWidth) * s, y + 4 * s,
                                      {TypeScale::small * s, theme.text}, fonts));
        y += rowHeight * s;
    }
}

}  // namespace retrace::scene
