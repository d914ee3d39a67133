#include "scene/flight_names.hpp"

#include "scene/furniture.hpp"
#include "scene/metrics.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace retrace::scene {
namespace {

constexpr double fade_s = 0.5;    // of the film
constexpr int samples = 24;       // cameras of a flight at which names are held against each other
constexpr double glides_px = 40;  // before scaling; a name that has to go farther round its dot fades
constexpr float soft_px = 20;     // a fading name is gone once it is so deep in another

double smoothstep(double u) {
    const double x = std::clamp(u, 0.0, 1.0);
    return x * x * (3 - 2 * x);
}

Color faded(Color c, double share) {
    c.a = static_cast<std::uint8_t>(std::lround(c.a * share));
    return c;
}

/// The lines of one place, offsets in pixels from it.
struct Group {
    geo::LonLat at;
    std::vector<Label> lines;  // x, y: from the place
    bool story = false;
};

struct Pair {
    Group group;                         // as it stands at `from`, or at `to` where it stands there only
    std::vector<geo::ScreenPoint> ends;  // of a name of both ends: each line's offset at `to`
    bool leaves = true, lands = false;   // where it stands
    bool stays = false;                  // in both, and never in the way of another
};

std::vector<Group> groupsOf(const Names& names, const geo::Camera& camera, geo::ScreenSize size) {
    std::vector<Group> groups;
    for (const bool story : {true, false})
        for (const Label& label : story ? names.story : names.ground) {
            if (!label.anchor) continue;
            const geo::ScreenPoint home = geo::toScreen(camera, size, *label.anchor);
            Label line = label;
            line.x -= static_cast<float>(home.x);
            line.y -= static_cast<float>(home.y);
            const bool continues =
                !groups.empty() && groups.back().at == *label.anchor && groups.back().story == story;
            if (!continues) groups.push_back({*label.anchor, {}, story});
            groups.back().lines.push_back(std::move(line));
        }
    return groups;
}

bool sameName(const Group& a, const Group& b) {
    if (a.at != b.at || a.story != b.story || a.lines.size() != b.lines.size()) return false;
    for (std::size_t i = 0; i < a.lines.size(); ++i)
        if (a.lines[i].text != b.lines[i].text || a.lines[i].size != b.lines[i].size) return false;
    return true;
}

std::vector<Pair> pairsOf(std::vector<Group> from, std::vector<Group> to, float scale) {
    std::vector<Pair> pairs;
    std::vector<bool> used(to.size(), false);
    for (Group& group : from) {
        Pair pair{.group = std::move(group), .ends = {}};
        for (std::size_t k = 0; k < to.size(); ++k) {
            if (used[k] || !sameName(pair.group, to[k])) continue;
            const double way = std::hypot(to[k].lines.front().x - pair.group.lines.front().x,
                                          to[k].lines.front().y - pair.group.lines.front().y);
            if (way > glides_px * static_cast<double>(scale)) break;
            used[k] = pair.lands = pair.stays = true;
            for (const Label& line : to[k].lines)
                pair.ends.push_back({static_cast<double>(line.x), static_cast<double>(line.y)});
            break;
        }
        pairs.push_back(std::move(pair));
    }
    for (std::size_t k = 0; k < to.size(); ++k)
        if (!used[k])
            pairs.push_back({.group = std::move(to[k]), .ends = {}, .leaves = false, .lands = true});
    return pairs;
}

// The box of all lines at a camera, `share` of the flight gone.
Rect boxAt(const Pair& pair, geo::ScreenPoint home, double share) {
    Rect box;
    for (std::size_t i = 0; i < pair.group.lines.size(); ++i) {
        Label line = pair.group.lines[i];
        if (!pair.ends.empty()) {
            line.x += static_cast<float>(share * (pair.ends[i].x - static_cast<double>(line.x)));
            line.y += static_cast<float>(share * (pair.ends[i].y - static_cast<double>(line.y)));
        }
        const Rect one = boxOf(line);
        const float left = i == 0 ? one.x : std::min(box.x, one.x),
                    top = i == 0 ? one.y : std::min(box.y, one.y);
        const float right = std::max(i == 0 ? one.x + one.width : box.x + box.width, one.x + one.width);
        const float bottom = std::max(i == 0 ? one.y + one.height : box.y + box.height, one.y + one.height);
        box = {left, top, right - left, bottom - top};
    }
    box.x += static_cast<float>(home.x);
    box.y += static_cast<float>(home.y);
    return box;
}

// A stop's mark is never below a name.
std::vector<geo::LonLat> stopsOf(const std::vector<Pair>& pairs) {
    std::vector<geo::LonLat> stops;
    for (const Pair& pair : pairs)
        if (pair.group.lines.front().tag.kind == Tag::Kind::stop &&
            std::ranges::find(stops, pair.group.at) == stops.end())
            stops.push_back(pair.group.at);
    return stops;
}

Rect around(geo::ScreenPoint p, const View& view) {
    const float r = 10 * view.scale;
    return {static_cast<float>(p.x) - r, static_cast<float>(p.y) - r, 2 * r, 2 * r};
}

// How far one box is in the other, pixels.
float depth(const Rect& a, const Rect& b) {
    const float x = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const float y = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return std::max(0.0F, std::min(x, y));
}

// Names of both ends that would meet a name before them, or the furniture, somewhere on the way do not stay.
void dropWhatMeets(std::vector<Pair>& pairs, const View& view, const typeset::Fonts& fonts) {
    const Flight& flight = *view.camera.flight;
    const std::vector<Rect> furniture = furnitureRects(view, fonts);
    const std::vector<geo::LonLat> stops = stopsOf(pairs);
    const Rect picture{0, 0, static_cast<float>(view.size.width), static_cast<float>(view.size.height)};
    for (int i = 1; i < samples; ++i) {
        const double share = static_cast<double>(i) / samples;
        const geo::Camera camera = geo::flyTo(flight.from, flight.to, view.size, share);
        std::vector<Rect> boxes;
        for (Pair& pair : pairs) {
            if (!pair.stays) continue;
            const Rect box = boxAt(pair, geo::toScreen(camera, view.size, pair.group.at), share);
            if (!intersects(box, picture)) continue;
            const auto meets = [&](const Rect& other) { return intersects(box, other); };
            const auto meetsStop = [&](const geo::LonLat& stop) {
                return stop != pair.group.at && meets(around(geo::toScreen(camera, view.size, stop), view));
            };
            pair.stays = std::ranges::none_of(furniture, meets) && std::ranges::none_of(boxes, meets) &&
                         std::ranges::none_of(stops, meetsStop);
            if (pair.stays) boxes.push_back(box);
        }
    }
}

// How much of a thing is to be seen that stands at one end, or at both.
double shareSeen(bool leaves, bool lands, const Flight& flight) {
    const double fade = std::min(fade_s, flight.seconds / 2);
    if (fade <= 0) return lands ? 1 : 0;
    const double out = leaves ? 1 - smoothstep(flight.elapsed / fade) : 0;
    const double in = lands ? smoothstep((flight.elapsed - flight.seconds + fade) / fade) : 0;
    return std::max(out, in);
}

// How far the camera is between its ends, by what it shows: 0 at `from`, 1 at `to`.
double shareFlown(const Flight& flight) {
    const double u = flight.seconds > 0 ? std::clamp(flight.elapsed / flight.seconds, 0.0, 1.0) : 1;
    return u * u * u * (u * (6 * u - 15) + 10);
}

std::vector<Disc> discsBetween(const std::vector<Disc>& from, const std::vector<Disc>& to,
                               const Flight& flight) {
    std::vector<Disc> discs;
    const auto add = [&](Disc disc, bool leaves, bool lands) {
        const double seen = leaves && lands ? 1 : shareSeen(leaves, lands, flight);
        if (seen <= 0) return;
        disc.fill = faded(disc.fill, seen);
        disc.stroke = faded(disc.stroke, seen);
        discs.push_back(disc);
    };
    for (const Disc& disc : from) add(disc, true, std::ranges::find(to, disc) != to.end());
    for (const Disc& disc : to)
        if (std::ranges::find(from, disc) == from.end()) add(disc, false, true);
    return discs;
}

}  // namespace

Names namesInFlight(const Names& from, const Names& to, const View& view, const typeset::Fonts& fonts) {
    const Flight& flight = *view.camera.flight;
    std::vector<Pair> pairs =
        pairsOf(groupsOf(from, flight.from, view.size), groupsOf(to, flight.to, view.size), view.scale);
    dropWhatMeets(pairs, view, fonts);
    std::ranges::stable_partition(pairs, &Pair::stays);
    const double flown = shareFlown(flight);
    std::vector<Rect> boxes = furnitureRects(view, fonts);
    for (const geo::LonLat& stop : stopsOf(pairs))
        boxes.push_back(around(geo::toScreen(view.camera, view.size, stop), view));
    Names names;
    for (Pair& pair : pairs) {
        double seen = pair.stays ? 1 : shareSeen(pair.leaves, pair.lands, flight);
        if (seen <= 0) continue;
        const geo::ScreenPoint home = geo::toScreen(view.camera, view.size, pair.group.at);
        const Rect box = boxAt(pair, home, flown);
        if (!pair.stays)
            for (const Rect& other : boxes)
                seen = std::min(seen, 1 - static_cast<double>(depth(box, other) / (soft_px * view.scale)));
        if (seen <= 0) continue;
        boxes.push_back(box);
        for (std::size_t i = 0; i < pair.group.lines.size(); ++i) {
            Label line = std::move(pair.group.lines[i]);
            if (!pair.ends.empty()) {
                line.x += static_cast<float>(flown * (pair.ends[i].x - static_cast<double>(line.x)));
                line.y += static_cast<float>(flown * (pair.ends[i].y - static_cast<double>(line.y)));
            }
            line.x += static_cast<float>(home.x);
            line.y += static_cast<float>(home.y);
            line.color = faded(line.color, seen);
            line.halo = faded(line.halo, seen);
            (pair.group.story ? names.story : names.ground).push_back(std::move(line));
        }
    }
    names.towns = discsBetween(from.towns, to.towns, flight);
    names.marks = discsBetween(from.marks, to.marks, flight);
    names.asides = discsBetween(from.asides, to.asides, flight);
    return names;
}

}  // namespace retrace::scene
