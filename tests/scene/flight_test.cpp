#include "fixture.hpp"

#include "scene/furniture.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace retrace::scene {
namespace {

using namespace fixture;

constexpr double fps = 30;

/// A country full of made-up towns, the same from run to run.
Towns manyTowns() {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(35, 39), lat(33.5, 36.5);
    Towns towns;
    for (int i = 0; i < 160; ++i) {
        const long population = 400000 / (1 + i);
        towns.push_back(placeOf("Town " + std::to_string(i), lon(random), lat(random), population));
    }
    return towns;
}

Scene sceneWith(const model::Reconstruction& r, const View& v) {
    static const basemap::Ground none;
    static const Towns towns = manyTowns();
    return sceneAt(r, r.end, v, groundView(v, towns, none, fonts()), fonts());
}

View presented() {
    View v;
    v.size = {1280, 720};
    v.present = true;
    v.title = "A march";
    v.bottomInset = 100;
    return v;
}

/// Calls `each` for the frames of a flight and one frame at rest before and after it.
template <typename Each>
void fly(const geo::Camera& from, const geo::Camera& to, const View& base, const Each& each) {
    const double seconds = 2.4;
    const int frames = static_cast<int>(seconds * fps);
    for (int i = -1; i <= frames + 1; ++i) {
        View v = base;
        const double elapsed = i / fps, u = std::clamp(elapsed / seconds, 0.0, 1.0);
        const double share = u * u * u * (u * (6 * u - 15) + 10);
        if (i <= 0)
            v.camera = from;
        else if (i >= frames)
            v.camera = to;
        else
            v.camera = {geo::flyTo(from, to, base.size, share), {from, to, seconds, elapsed}};
        each(i, v);
    }
}

const std::vector<std::pair<geo::Camera, geo::Camera>>& flights() {
    static const std::vector<std::pair<geo::Camera, geo::Camera>> some{
        {{{36.8, 35.1}, 7}, {{36.9, 35.0}, 9.5}},
        {{{36.8, 35.1}, 9}, {{37.9, 34.3}, 9}},
        {{{37.5, 34.5}, 9.7}, {{36.8, 35.0}, 6.8}}};
    return some;
}

TEST(NamesInFlight, FadeAndNeverPopOrJump) {
    const auto r = march();
    for (const auto& [from, to] : flights()) {
        struct Seen {
            double alpha = 0;
            float dx = 0, dy = 0;
        };
        std::map<std::string, Seen> before;
        fly(from, to, presented(), [&](int frame, const View& v) {
            const Scene scene = sceneWith(r, v);
            std::map<std::string, Seen> now;
            for (const auto* list : {&scene.ground.labels, &scene.labels})
                for (const Label& label : *list) {
                    if (!label.anchor) continue;
                    const auto home = geo::toScreen(v.camera, v.size, *label.anchor);
                    Seen& seen = now[label.text + (list == &scene.labels ? " of a stop" : "")];
                    if (label.color.a / 255.0 <= seen.alpha) continue;
                    seen = {label.color.a / 255.0, label.x - static_cast<float>(home.x),
                            label.y - static_cast<float>(home.y)};
                }
            if (frame >= 0) {
                for (const auto& [name, seen] : now) {
                    const double was = before.contains(name) ? before[name].alpha : 0;
                    EXPECT_LT(seen.alpha - was, 0.3) << name << " comes in frame " << frame;
                    if (was < 0.3 || seen.alpha < 0.3) continue;
                    EXPECT_LT(std::hypot(seen.dx - before[name].dx, seen.dy - before[name].dy), 6)
                        << name << " jumps in frame " << frame;
                }
                for (const auto& [name, seen] : before)
                    EXPECT_LT(seen.alpha - (now.contains(name) ? now[name].alpha : 0), 0.3)
                        << name << " goes in frame " << frame;
            }
            before = std::move(now);
        });
    }
}

TEST(NamesInFlight, NeverLieOnEachOtherOrOnFurniture) {
    const auto r = march();
    for (const auto& [from, to] : flights())
        fly(from, to, presented(), [&](int frame, const View& v) {
            const Scene scene = sceneWith(r, v);
            std::vector<std::pair<Rect, const Label*>> boxes;
            for (const auto* list : {&scene.ground.labels, &scene.labels})
                for (const Label& label : *list) {
                    if (!label.anchor || label.color.a < 90) continue;
                    Rect box = boxOf(label);  // of the letters themselves
                    box.y += 0.2F * label.size;
                    box.height -= 0.35F * label.size;
                    for (const auto& [other, owner] : boxes)
                        if (owner->anchor != label.anchor) {
                            EXPECT_FALSE(intersects(box, other))
                                << label.text << " on " << owner->text << " in frame " << frame;
                        }
                    for (const Panel& panel : scene.panels)
                        if (panel.height > 6) {
                            EXPECT_FALSE(
                                intersects(grown(box, -4), {panel.x, panel.y, panel.width, panel.height}))
                                << label.text << " on a panel in frame " << frame;
                        }
                    boxes.emplace_back(box, &label);
                }
        });
}

TEST(NamesInFlight, AreThoseAtRestWhereItEnds) {
    const auto r = march();
    const auto& [from, to] = flights().front();
    View landing = presented();
    landing.camera = {to, {from, to, 2, 2}};
    View rest = presented();
    rest.camera = to;
    const Scene flown = sceneWith(r, landing), still = sceneWith(r, rest);
    for (const Label& label : still.ground.labels) {
        const auto same = std::ranges::find(flown.ground.labels, label.text, &Label::text);
        ASSERT_NE(same, flown.ground.labels.end()) << label.text;
        EXPECT_EQ(same->color.a, label.color.a) << label.text;
        EXPECT_NEAR(same->x, label.x, 0.6) << label.text;
        EXPECT_NEAR(same->y, label.y, 0.6) << label.text;
    }
}

TEST(DirectedCamera, MovesWithoutAJerk) {
    const auto r = march();
    const View v = presented();
    const std::vector<Cue> list = cues(r, {});
    const Pace pace = paceOf(r, list, 5400);
    const auto where = shots(r, list, v);
    const double step = 1 / fps;
    double most_px = 0, most_zoom = 0;
    geo::Camera a = directedCamera(where, list, pace, 0, v), b = directedCamera(where, list, pace, step, v);
    for (double s = 2 * step; s < duration(pace); s += step) {
        const geo::Camera c = directedCamera(where, list, pace, s, v);
        const auto wa = geo::toWorld(a.center), wb = geo::toWorld(b.center), wc = geo::toWorld(c.center);
        most_px = std::max(most_px, std::hypot(wc.x - 2 * wb.x + wa.x, wc.y - 2 * wb.y + wa.y) *
                                        geo::worldPixels(b) * fps * fps);
        most_zoom = std::max(most_zoom, std::abs(c.zoom - 2 * b.zoom + a.zoom) * fps * fps);
        a = b;
        b = c;
    }
    EXPECT_LT(most_px, 1500) << "pixels a second squared";
    EXPECT_LT(most_zoom, 4) << "zoom steps a second squared";
}

}  // namespace
}  // namespace retrace::scene
