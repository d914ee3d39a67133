#include "scene/label_placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::scene {
namespace {

struct Measured {
    std::vector<float> widths;
    float width = 0, height = 0;
};

// Lines stand closer than in a text: the names of one place are one thing.
constexpr float lineShare = 1.16F;

Measured measure(const LabelWish& wish, const typeset::Fonts& fonts) {
    Measured m;
    for (const LabelLine& line : wish.lines) {
        m.widths.push_back(std::ceil(fonts.shape(line.text, line.size, line.weight).width));
        m.width = std::max(m.width, m.widths.back());
        m.height += line.size * lineShare;
    }
    return m;
}

enum class Align { left, right, center };

float indentOf(const Measured& m, std::size_t line, Align align) {
    const float spare = m.width - m.widths[line];
    return align == Align::left ? 0 : align == Align::right ? spare : spare / 2;
}

PlacedLabel setLines(const LabelWish& wish, const Measured& m, float x, float y, Align align) {
    PlacedLabel placed{{}, {x, y, m.width, m.height}};
    float top = y;
    for (std::size_t i = 0; i < wish.lines.size(); ++i) {
        const LabelLine& line = wish.lines[i];
        placed.lines.push_back({.text = line.text,
                                .x = std::round(x + indentOf(m, i, align)),
                                .y = std::round(top + 0.92F * line.size),
                                .size = line.size,
                                .weight = line.weight,
                                .color = line.color,
                                .halo = wish.halo,
                                .haloWidth = wish.haloWidth,
                                .tag = wish.tag,
                                .width = m.widths[i],
                                .anchor = wish.anchor});
        top += line.size * lineShare;
    }
    return placed;
}

}  // namespace

std::optional<PlacedLabel> place(const LabelWish& wish, const Rect& within, const Occupied& taken,
                                 const typeset::Fonts& fonts) {
    if (wish.lines.empty()) return std::nullopt;
    const Measured m = measure(wish, fonts);
    const auto px = static_cast<float>(wish.at.x), py = static_cast<float>(wish.at.y);
    const float first = wish.lines.front().size, c = wish.clear, slant = 0.72F * c;

    struct Spot {
        float x, y;
        Align align;
    };
    const float beside = py - 0.62F * first;  // the first line's middle is level with the point
    const std::array spots{Spot{px + c, beside, Align::left},
                           Spot{px - c - m.width, beside, Align::right},
                           Spot{px + slant, py + slant, Align::left},
                           Spot{px + slant, py - slant - m.height, Align::left},
                           Spot{px - slant - m.width, py + slant, Align::right},
                           Spot{px - slant - m.width, py - slant - m.height, Align::right},
                           Spot{px - m.width / 2, py + c, Align::center},
                           Spot{px - m.width / 2, py - c - m.height, Align::center}};
    const std::array middle{Spot{px - m.width / 2, py - m.height / 2, Align::center}};
    const auto candidates = wish.centered ? std::span<const Spot>(middle) : std::span<const Spot>(spots);
    const auto fits = [&](const Spot& spot, bool cut) {
        const Rect box{spot.x, spot.y, m.width, m.height};
        return (inside(grown(box, 2), within) || (cut && intersects(box, within))) &&
               taken.free(grown(box, 1));
    };
    const auto fromLast = [&](const Spot& spot) {
        return std::hypot(static_cast<double>(spot.x + indentOf(m, 0, spot.align)) - wish.at.x - wish.last->x,
                          static_cast<double>(spot.y + 0.92F * first) - wish.at.y - wish.last->y);
    };
    if (wish.last) {
        const Spot& spot = *std::ranges::min_element(candidates, {}, fromLast);
        if (fits(spot, wish.cut)) return setLines(wish, m, spot.x, spot.y, spot.align);
        if (wish.cut) return std::nullopt;
    }
    for (const Spot& spot : candidates)
        if (fits(spot, false)) return setLines(wish, m, spot.x, spot.y, spot.align);
    return std::nullopt;
}

}  // namespace retrace::scene
