#include "scene/stop_labels.hpp"

#include "scene/captions.hpp"
#include "scene/label_placement.hpp"
#include "scene/names_off_ways.hpp"
#include "scene/stop_places.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace retrace::scene {
namespace {

Rect around(geo::ScreenPoint p, float radius) {
    return {static_cast<float>(p.x) - radius, static_cast<float>(p.y) - radius, 2 * radius, 2 * radius};
}

// The hour of a visit, or the day where that is all that is known; empty where neither is.
std::string whenWords(const model::Reconstruction& r, const model::Stop& stop) {
    constexpr std::size_t longestWords = 34;  // bytes, with the quotation marks
    const std::string hours =
        stop.event < r.events.size() ? hourWords(r, r.events[stop.event]) : hourWords(stop.when);
    if (!hours.empty() && hours.size() <= longestWords) return hours;
    const timeline::Span& span = stop.when.span;
    if (!span.earliest || !span.latest || *span.latest - *span.earliest > 3 * timeline::day) return "";
    return labelSpanWords(span, r.zone);
}

// The widest of a place's hours keeps its room from the start.
std::string longest(const std::vector<std::string>& texts) {
    return texts.empty() ? "" : *std::ranges::max_element(texts, {}, &std::string::size);
}

struct Reserved {
    StopPlace stop;
    std::optional<PlacedLabel> label;
    std::optional<std::size_t> hourLine;  // in label->lines
    bool onGround = false;                // a name of the ground stood here
};

// Small boxes along every way of the itinerary, travelled or to come: names look for a spot off the line
// first.
std::vector<Rect> boxesOfWays(const model::Reconstruction& r, const View& view) {
    std::vector<Rect> boxes;
    const double step = 9 * static_cast<double>(view.scale);
    const double far = 2.0 * (view.size.width + view.size.height);
    for (const model::Leg& leg : r.itineraries[0].legs) {
        if (!isTravelled(r, 0, leg)) continue;
        for (std::size_t i = 1; i < leg.path.size(); ++i) {
            const auto a = geo::toScreen(view.camera, view.size, leg.path[i - 1]);
            const auto b = geo::toScreen(view.camera, view.size, leg.path[i]);
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            if (length > 20 * far) continue;
            for (double along = 0; along <= length; along += step) {
                const double u = length > 0 ? along / length : 0;
                const geo::ScreenPoint p{a.x + u * (b.x - a.x), a.y + u * (b.y - a.y)};
                if (p.x > 0 && p.y > 0 && p.x < view.size.width && p.y < view.size.height)
                    boxes.push_back(around(p, 3 * view.scale));
            }
        }
    }
    return boxes;
}

Occupied with(Occupied taken, const std::vector<Rect>& boxes) {
    for (const Rect& box : boxes) taken.add(box);
    return taken;
}

// Names first, for the whole itinerary: the most visited and the earliest have the choice.
std::vector<Reserved> reserve(const model::Reconstruction& r, const std::vector<Rect>& ways, const View& view,
                              const typeset::Fonts& fonts, Occupied& taken) {
    const Theme& theme = themeOf(view.theme);
    const float scale = view.scale;
    const Rect within = freeRect(view);
    std::vector<Reserved> reserved;
    for (StopPlace& stop : stopPlaces(r, 0)) reserved.push_back({std::move(stop), {}, {}, false});
    for (const Reserved& one : reserved)
        taken.add(around(geo::toScreen(view.camera, view.size, one.stop.at), 10 * scale));
    Occupied offTheWays = with(taken, ways);
    for (Reserved& one : reserved) {
        std::vector<std::string> hours;
        for (const std::size_t visit : one.stop.visits)
            hours.push_back(whenWords(r, r.itineraries[0].stops[visit]));
        LabelWish wish{.at = geo::toScreen(view.camera, view.size, one.stop.at),
                       .clear = 14 * scale,
                       .halo = theme.labelHalo,
                       .haloWidth = 2.4F * scale,
                       .tag = {Tag::Kind::stop, one.stop.visits.front()},
                       .anchor = one.stop.at};
        wish.lines.push_back({one.stop.name, 13 * scale, typeset::Weight::bold, theme.label});
        if (!one.stop.said.empty())
            wish.lines.push_back({one.stop.said, 11 * scale, typeset::Weight::regular, theme.label});
        if (!one.stop.name_ar.empty())
            wish.lines.push_back({one.stop.name_ar, 11 * scale, typeset::Weight::regular, theme.labelArabic});
        const bool hasHours = !longest(hours).empty();
        if (hasHours) wish.lines.push_back({longest(hours), 11 * scale, typeset::Weight::bold, theme.hours});
        one.label = place(wish, within, offTheWays, fonts);
        if (!one.label) one.label = place(wish, within, taken, fonts);
        if (!one.label && !one.stop.said.empty()) {  // little room: without the name in the words
            wish.lines.erase(wish.lines.begin() + 1);
            one.label = place(wish, within, taken, fonts);
        }
        if (!one.label && wish.lines.size() > 1) {  // less room: the name alone
            wish.lines.resize(1);
            one.label = place(wish, within, taken, fonts);
        } else if (one.label && hasHours) {
            one.hourLine = wish.lines.size() - 1;
        }
        if (!one.label) continue;
        taken.add(one.label->box);
        offTheWays.add(one.label->box);
    }
    return reserved;
}

// A name of the ground and the Arabic name below it go together; so does the mark that lies on a stop.
void clearGround(GroundView& ground, std::vector<Reserved>& reserved, const View& view) {
    std::vector<Rect> boxes;
    for (const Reserved& one : reserved) {
        boxes.push_back(around(geo::toScreen(view.camera, view.size, one.stop.at), 10 * view.scale));
        if (one.label) boxes.push_back(one.label->box);
    }
    const auto meets = [&](const Rect& r) {
        return std::ranges::any_of(boxes, [&](const Rect& b) { return intersects(r, b); });
    };
    std::vector<Label> kept;
    std::vector<geo::LonLat> unnamed;  // a dot does not stay without its name
    for (std::size_t i = 0; i < ground.labels.size();) {
        const std::size_t end = endOfName(ground.labels, i);
        const Label& name = ground.labels[i];
        bool gone = false;
        for (std::size_t k = i; k < end; ++k) gone = gone || meets(boxOf(ground.labels[k]));
        for (Reserved& one : reserved) {
            const auto p = geo::toScreen(view.camera, view.size, one.stop.at);
            const bool near = intersects(grown(boxOf(name), 24 * view.scale), around(p, 1));
            if (near && (name.text == one.stop.name || gone))
                one.onGround = one.onGround || name.text == one.stop.name;
            if (near && name.text == one.stop.name) gone = true;
        }
        if (gone && name.anchor) unnamed.push_back(*name.anchor);
        if (!gone)
            kept.insert(kept.end(), ground.labels.begin() + static_cast<std::ptrdiff_t>(i),
                        ground.labels.begin() + static_cast<std::ptrdiff_t>(end));
        i = end;
    }
    ground.labels = std::move(kept);
    std::erase_if(ground.towns, [&](const Disc& town) {
        const auto p = geo::toScreen(view.camera, view.size, town.at);
        return meets(around(p, town.radius_px)) || std::ranges::find(unnamed, town.at) != unnamed.end();
    });
}

// Before it is reached, a stop that is a town of the ground is named as one.
void addWaiting(Scene& scene, const Reserved& one, const View& view) {
    const Theme& theme = themeOf(view.theme);
    scene.discs.push_back({.at = one.stop.at,
                           .radius_px = 2.6F * view.scale,
                           .fill = theme.town,
                           .stroke = theme.labelHalo,
                           .strokeWidth = 1.2F * view.scale});
    for (std::size_t i = 0; i < one.label->lines.size(); ++i) {
        if (i == one.hourLine) continue;
        Label label = one.label->lines[i];
        label.weight = typeset::Weight::regular;
        label.tag = {};
        scene.labels.push_back(std::move(label));
    }
}

}  // namespace

void addStopLabels(Scene& scene, const model::Reconstruction& r, model::StoryTime t, const View& view,
                   const typeset::Fonts& fonts, Occupied& taken) {
    if (r.itineraries.empty()) return;
    const std::vector<Rect> ways = boxesOfWays(r, view);
    std::vector<Reserved> reserved = reserve(r, ways, view, fonts, taken);
    clearGround(scene.ground, reserved, view);
    taken = with(std::move(taken), ways);  // dated marks keep off the ways too
    moveNamesOffWays(scene.ground, with(Occupied(view.size), ways), view, fonts, taken);
    for (const Reserved& one : reserved) {
        if (!one.label) continue;
        const auto visit = lastVisit(one.stop, r.itineraries[0], t);
        if (!visit) {
            if (one.onGround) addWaiting(scene, one, view);
            continue;
        }
        for (std::size_t i = 0; i < one.label->lines.size(); ++i) {
            Label label = one.label->lines[i];
            label.tag = {Tag::Kind::stop, *visit};
            if (i == one.hourLine) label.text = whenWords(r, r.itineraries[0].stops[*visit]);
            if (!label.text.empty()) scene.labels.push_back(std::move(label));
        }
    }
}

}  // namespace retrace::scene
