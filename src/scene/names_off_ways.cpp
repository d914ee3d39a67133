#include "scene/names_off_ways.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace retrace::scene {
namespace {

constexpr float dotGap = 4;  // between a town's dot and its name, before scaling; as the ground places them

struct Name {
    std::vector<Label> lines;
    std::optional<std::size_t> town;  // index into the ground's dots
};

double distance(const Rect& r, geo::ScreenPoint p) {
    const double left = r.x, top = r.y;
    const double dx = std::max({left - p.x, 0.0, p.x - left - static_cast<double>(r.width)});
    const double dy = std::max({top - p.y, 0.0, p.y - top - static_cast<double>(r.height)});
    return std::hypot(dx, dy);
}

// The dot that the words stand beside: the nearest, and near enough.
std::optional<std::size_t> townOf(const std::vector<Label>& lines, const std::vector<Disc>& towns,
                                  const View& view) {
    std::optional<std::size_t> nearest;
    double least = 0;
    for (std::size_t i = 0; i < towns.size(); ++i) {
        const auto p = geo::toScreen(view.camera, view.size, towns[i].at);
        double away = distance(boxOf(lines.front()), p);
        for (const Label& line : lines) away = std::min(away, distance(boxOf(line), p));
        const auto reach = static_cast<double>(towns[i].radius_px + (dotGap + 3) * view.scale);
        if (away > reach || (nearest && away >= least)) continue;
        nearest = i;
        least = away;
    }
    return nearest;
}

LabelWish wishOf(const Name& name, const Disc& town, const View& view) {
    LabelWish wish{.at = geo::toScreen(view.camera, view.size, town.at),
                   .clear = town.radius_px + dotGap * view.scale,
                   .halo = name.lines.front().halo,
                   .haloWidth = name.lines.front().haloWidth,
                   .anchor = town.at};
    for (const Label& line : name.lines)
        wish.lines.push_back({line.text, line.size, line.weight, line.color});
    return wish;
}

bool isSmallWater(const Label& label, const View& view) {
    return label.weight == typeset::Weight::italic && label.size < 13 * view.scale;
}

}  // namespace

std::size_t endOfName(const std::vector<Label>& labels, std::size_t first) {
    if (first + 1 >= labels.size()) return first + 1;
    const Label &name = labels[first], &second = labels[first + 1];
    const bool below = second.y > name.y && second.y - name.y < 1.5F * name.size && second.size < name.size &&
                       second.x < name.x + name.width && name.x < second.x + second.width;
    return first + (below ? 2U : 1U);
}

void moveNamesOffWays(GroundView& ground, const Occupied& ways, const View& view, const typeset::Fonts& fonts,
                      Occupied& taken) {
    const auto dot = [&](const Disc& town) {
        const auto p = geo::toScreen(view.camera, view.size, town.at);
        const float r = town.radius_px;
        return Rect{static_cast<float>(p.x) - r, static_cast<float>(p.y) - r, 2 * r, 2 * r};
    };
    for (const Disc& town : ground.towns) taken.add(dot(town));
    std::vector<Label> kept;
    std::vector<Name> crossed;
    for (std::size_t i = 0; i < ground.labels.size();) {
        const std::size_t end = endOfName(ground.labels, i);
        Name name{{ground.labels.begin() + static_cast<std::ptrdiff_t>(i),
                   ground.labels.begin() + static_cast<std::ptrdiff_t>(end)},
                  {}};
        i = end;
        const bool meets =
            std::ranges::any_of(name.lines, [&](const Label& line) { return !ways.free(boxOf(line)); });
        if (meets) {
            name.town = townOf(name.lines, ground.towns, view);
            if (!name.town && isSmallWater(name.lines.front(), view)) continue;
            if (name.town) {
                crossed.push_back(std::move(name));
                continue;
            }
        }
        for (Label& line : name.lines) {
            taken.add(boxOf(line));
            kept.push_back(std::move(line));
        }
    }
    std::vector<bool> gone(ground.towns.size(), false);
    for (const Name& name : crossed) {
        const Disc& town = ground.towns[*name.town];
        auto placed = place(wishOf(name, town, view), freeRect(view), taken, fonts);
        if (!placed) {
            gone[*name.town] = true;
            continue;
        }
        taken.add(placed->box);
        for (Label& line : placed->lines) kept.push_back(std::move(line));
    }
    ground.labels = std::move(kept);
    std::vector<Disc> towns;
    for (std::size_t i = 0; i < gone.size(); ++i)
        if (!gone[i]) towns.push_back(std::move(ground.towns[i]));
    ground.towns = std::move(towns);
}

}  // namespace retrace::scene
