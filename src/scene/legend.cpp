#include "scene/legend.hpp"

#include "scene/desk.hpp"
#include "scene/stop_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace retrace::scene {
namespace {

enum class Sample { stated, inferred, schematic, halo, record, plan };
struct Entry {
    Sample sample;
    const char* words;
};
constexpr std::array entries{Entry{Sample::stated, "way stated by the narrator"},
                             Entry{Sample::inferred, "way inferred between two stops"},
                             Entry{Sample::schematic, "schematic, along a road"},
                             Entry{Sample::halo, "how far off it may be"},
                             Entry{Sample::record, "other sources, dated"},
                             Entry{Sample::plan, "ordered, feared or denied"}};

constexpr float rowHeight = 19, sampleWidth = 34, padding = 12;

bool needed(Sample sample, const LegendNeeds& needs) {
    switch (sample) {
        case Sample::stated:
            return needs.stated;
        case Sample::inferred:
            return needs.inferred;
        case Sample::schematic:
            return needs.statedSchematic || needs.schematic;
        case Sample::record:
            return needs.record;
        case Sample::plan:
            return needs.plans;
        case Sample::halo:
            break;
    }
    return needs.stated || needs.inferred || needs.statedSchematic || needs.schematic;
}

std::vector<geo::ScreenPoint> circle(float x, float y, float radius) {
    std::vector<geo::ScreenPoint> points;
    for (int i = 0; i <= 24; ++i) {
        const double angle = 2 * std::numbers::pi * i / 24;
        points.push_back({static_cast<double>(x) + static_cast<double>(radius) * std::cos(angle),
                          static_cast<double>(y) + static_cast<double>(radius) * std::sin(angle)});
    }
    return points;
}

void addSample(Scene& scene, Sample sample, const LegendNeeds& needs, float x, float y, const View& view) {
    const Theme& theme = themeOf(view.theme);
    const float s = view.scale, middle = x + sampleWidth * s / 2 - 4 * s;
    const auto bar = [&](Color color, float width, Dash dash, float from = 0, float to = 1) {
        const float length = (sampleWidth - 8) * s;
        scene.strokes.push_back({.path = {{static_cast<double>(x + from * length), static_cast<double>(y)},
                                          {static_cast<double>(x + to * length), static_cast<double>(y)}},
                                 .width = width * s,
                                 .color = color,
                                 .dash = dash});
    };
    const auto ring = [&](Color fill, Color stroke, float radius) {
        scene.strokes.push_back({.path = circle(middle, y, radius * s), .color = fill, .filled = true});
        scene.strokes.push_back({.path = circle(middle, y, radius * s), .width = 1.4F * s, .color = stroke});
    };
    switch (sample) {
        case Sample::stated:
            bar(theme.narrator, 3.2F, Dash::solid);
            break;
        case Sample::inferred:
            bar(theme.narrator, 3.2F, Dash::dashed);
            break;
        case Sample::schematic:
            if (!needs.statedSchematic)
                bar(theme.schematic, 3.0F, Dash::dotted);
            else if (!needs.schematic)
                bar(theme.narrator, 3.0F, Dash::dotted);
            else {  // both kinds are drawn: half and half
                bar(theme.narrator, 3.0F, Dash::dotted, 0, 0.5F);
                bar(theme.schematic, 3.0F, Dash::dotted, 0.5F, 1);
            }
            break;
        case Sample::halo:
            ring(withAlpha(theme.narrator, 40), withAlpha(theme.narrator, 130), 7);
            break;
        case Sample::record:
            ring(theme.otherSources, theme.casing, 4);
            break;
        case Sample::plan:
            ring(theme.casing, theme.plans, 5);
            break;
    }
}

}  // namespace

LegendNeeds legendNeeds(const model::Reconstruction& r) {
    LegendNeeds needs;
    for (std::size_t i = 0; i < r.itineraries.size(); ++i)
        for (const model::Leg& leg : r.itineraries[i].legs) {
            if (!isTravelled(r, i, leg)) continue;
            needs.stated = needs.stated || leg.basis == model::Basis::stated;
            needs.inferred = needs.inferred || leg.basis == model::Basis::inferred;
            if (leg.basis != model::Basis::schematic) continue;
            (leg.event ? needs.statedSchematic : needs.schematic) = true;
        }
    needs.record = std::ranges::any_of(r.claims, [](const auto& c) { return c.place && c.record; });
    needs.plans = std::ranges::any_of(r.events, [](const model::Event& e) {
        using model::Status;
        return (e.status == Status::ordered || e.status == Status::hypothetical ||
                e.status == Status::negated) &&
               !(e.to.empty() && e.via.empty());
    });
    return needs;
}

geo::ScreenPoint legendSize(const View& view, const typeset::Fonts& fonts) {
    const float s = view.scale;
    float width = 0;
    for (const Entry& entry : entries)
        width = std::max(width, widthOf(entry.words, {TypeScale::small * s, {}}, fonts));
    return {static_cast<double>(width + (sampleWidth + 2 * padding) * s),
            static_cast<double>((rowHeight * static_cast<float>(entries.size()) + 12) * s)};
}

void addLegend(Scene& scene, const LegendNeeds& needs, const View& view, const typeset::Fonts& fonts) {
    const Rect room = legendRect(view, fonts);
    const auto count = static_cast<float>(
        std::ranges::count_if(entries, [&](const Entry& e) { return needed(e.sample, needs); }));
    if (room.width <= 0 || count == 0) return;
    const Theme& theme = themeOf(view.theme);
    const float s = view.scale, height = (rowHeight * count + 12) * s, top = room.y + room.height - height;
    scene.panels.push_back({.x = room.x,
                            .y = top,
                            .width = room.width,
                            .height = height,
                            .rounding = 6 * s,
                            .fill = withAlpha(theme.panel, 225),
                            .stroke = theme.hairline});
    float y = top + (6 + rowHeight / 2) * s;
    for (const Entry& entry : entries) {
        if (!needed(entry.sample, needs)) continue;
        addSample(scene, entry.sample, needs, room.x + padding * s, y, view);
        scene.texts.push_back(setLine(entry.words, room.x + (padding + sampleWidth) * s, y + 4 * s,
                                      {TypeScale::small * s, theme.text}, fonts));
        y += rowHeight * s;
    }
}

}  // namespace retrace::scene
