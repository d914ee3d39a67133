#include "fixture.hpp"

#include "scene/furniture.hpp"
#include "scene/last_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace retrace::scene {
namespace {

using namespace fixture;

/// A country full of made-up towns, the same from run to run.
Towns crowd() {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> lon(34.5, 39.5), lat(33, 37);
    Towns towns;
    for (int i = 0; i < 250; ++i)
        towns.push_back(placeOf("Town " + std::to_string(i), lon(random), lat(random), 900000 / (1 + i)));
    return towns;
}

View wide() {
    View v;
    v.size = {1000, 700};
    v.camera = {{37, 35}, 8};
    return v;
}

/// Where each name begins, from its place; by its text.
std::map<std::string, geo::ScreenPoint> offsets(const GroundView& ground) {
    std::map<std::string, geo::ScreenPoint> found;
    for (const Label& label : ground.labels) {
        if (!label.anchor) continue;
        const auto at = geo::toScreen(ground.camera, ground.size, *label.anchor);
        found[label.text] = {static_cast<double>(label.x) - at.x, static_cast<double>(label.y) - at.y};
    }
    return found;
}

struct Changes {
    int jumps = 0;     // a name went round its dot
    int vanished = 0;  // well inside the picture, though it was named just before
};

Changes changes(const GroundView& a, const GroundView& b) {
    const std::vector<Rect> furniture = furnitureRects(wide(), fonts());
    Changes count;
    const auto before = offsets(a), after = offsets(b);
    for (const Label& label : a.labels) {
        if (!label.anchor || label.text.empty()) continue;
        const auto at = geo::toScreen(b.camera, b.size, *label.anchor);
        const auto near = [&](const Rect& r) {
            return intersects(grown(r, 90), {static_cast<float>(at.x), static_cast<float>(at.y), 1, 1});
        };
        const bool inside = std::ranges::none_of(furniture, near) && at.x > 40 && at.y > 40 &&
                            at.x < b.size.width - 40 && at.y < b.size.height - 40;
        const auto found = after.find(label.text);
        if (found == after.end()) {
            count.vanished += inside ? 1 : 0;
            continue;
        }
        const geo::ScreenPoint was = before.at(label.text);
        if (std::hypot(found->second.x - was.x, found->second.y - was.y) > 2.5) ++count.jumps;
    }
    return count;
}

TEST(LastNames, NoNameChangesSidesOrGoesWhileTheMapIsDragged) {
    const basemap::Ground none;
    const Towns towns = crowd();
    for (const auto& [dx, dy] : {std::pair{7.0, 3.0}, std::pair{-9.0, 2.0}, std::pair{1.0, -11.0}}) {
        View v = wide();
        GroundView shown = groundView(v, towns, none, fonts());
        ASSERT_GT(shown.labels.size(), 40U);
        int anew = 0;
        for (int step = 0; step < 60; ++step) {
            const GroundView fresh = groundView(v, towns, none, fonts());
            v.camera = geo::panned(v.camera, v.size, dx, dy);
            const GroundView next = groundAfter(shown, true, v, towns, none, fonts());
            const Changes found = changes(shown, next);
            EXPECT_EQ(found.jumps, 0) << "step " << step;
            EXPECT_EQ(found.vanished, 0) << "step " << step;
            anew += changes(fresh, groundView(v, towns, none, fonts())).jumps;
            shown = next;
        }
        EXPECT_GT(anew, 0) << "the crowd is too thin to show anything";
    }
}

TEST(LastNames, AtRestNoNameIsCutByTheEdgeAndNoneMoves) {
    const basemap::Ground none;
    const Towns towns = crowd();
    View v = wide();
    GroundView shown = groundView(v, towns, none, fonts());
    for (int step = 0; step < 12; ++step) {
        v.camera = geo::panned(v.camera, v.size, -8, 5);
        shown = groundAfter(shown, true, v, towns, none, fonts());
    }
    const GroundView rests = groundAfter(shown, false, v, towns, none, fonts());
    for (const Label& label : rests.labels) {
        EXPECT_GE(label.x, 0) << label.text;
        EXPECT_LE(label.x + label.width, static_cast<float>(v.size.width)) << label.text;
    }
    EXPECT_EQ(groundAfter(rests, false, v, towns, none, fonts()), rests) << "what rests stays";
}

TEST(LastNames, SeasAndProvincesStayToo) {
    using Kind = basemap::GroundName::Kind;
    basemap::Ground data;
    data.names = {{Kind::river, "Ash Water", "", {37.3, 34.8}, 6, 12},
                  {Kind::province, "Alder Shire", "", {36.6, 35.2}, 6, 9}};
    const Towns towns = crowd();
    View v = wide();
    GroundView shown = groundView(v, towns, data, fonts());
    for (int step = 0; step < 40; ++step) {
        v.camera = geo::panned(v.camera, v.size, 5, -4);
        const GroundView next = groundAfter(shown, true, v, towns, data, fonts());
        EXPECT_EQ(changes(shown, next).jumps, 0);
        shown = next;
    }
}

TEST(LastNames, AZoomKeepsTheSideWhereItIsFree) {
    const basemap::Ground none;
    const Towns towns = crowd();
    View v = wide();
    GroundView shown = groundView(v, towns, none, fonts());
    int kept = 0, anew = 0;
    for (int step = 0; step < 20; ++step) {
        const GroundView fresh = groundView(v, towns, none, fonts());
        v.camera = geo::zoomAbout(v.camera, v.size, {500, 350}, 0.05);
        const GroundView next = groundAfter(shown, false, v, towns, none, fonts());
        kept += changes(shown, next).jumps;
        anew += changes(fresh, groundView(v, towns, none, fonts())).jumps;
        shown = next;
    }
    EXPECT_LT(kept, anew);
}

}  // namespace
}  // namespace retrace::scene
