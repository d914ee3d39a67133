#include "fixture.hpp"

#include "scene/furniture.hpp"
#include "scene/ground_names.hpp"
#include "scene/label_placement.hpp"

#include <algorithm>
#include <random>

namespace retrace::scene {
namespace {

using namespace fixture;

Towns randomTowns(std::mt19937& random, int count) {
    std::uniform_real_distribution<double> lon(35, 39), lat(33, 36);
    std::uniform_int_distribution<int> length(3, 16), letter('a', 'z');
    std::uniform_int_distribution<long> people(0, 2000000);
    Towns towns;
    for (int i = 0; i < count; ++i) {
        std::string name = "M";
        for (int k = length(random); k > 0; --k) name += static_cast<char>(letter(random));
        towns.push_back(placeOf(name, lon(random), lat(random), people(random),
                                i % 3 ? "\u0627\u0644\u0645\u064A\u0646\u0627\u0621" : ""));
    }
    return towns;
}

// Two lines of one name touch; those of two places must not.
bool sameBlock(const Label& a, const Label& b) {
    return &b == &a + 1;
}

Rect inner(const Label& label) {  // the letters without the leading that neighbours may share
    return {label.x, label.y - 0.75F * label.size, label.width, 0.85F * label.size};
}

basemap::Ground named() {
    using Kind = basemap::GroundName::Kind;
    basemap::Ground ground;
    ground.names = {{Kind::river, "Ash Water", "", {37.0, 34.6}, 6, 12},
                    {Kind::river, "Ash Water", "", {37.02, 34.62}, 6, 12},
                    {Kind::province, "Alder Shire", "", {37.6, 34.2}, 6, 9},
                    {Kind::sea, "Great Sea", "\u0628\u062D\u0631", {35.9, 34.3}, 6, 9}};
    return ground;
}

TEST(GroundNames, AreSetOnceSuitTheScaleAndMeetNothing) {
    View v = view();
    v.camera = {{37, 34.5}, 8};
    const auto find = [](const GroundView& ground, const std::string& text) {
        return std::ranges::count(ground.labels, text, &Label::text);
    };
    const GroundView far = groundView(v, {}, named(), fonts());
    EXPECT_EQ(find(far, "Ash Water"), 1);  // the second name of one river is too near
    EXPECT_EQ(find(far, spacedCapitals("Alder Shire")), 1);
    EXPECT_EQ(find(far, "Great Sea"), 1);
    for (const Label& label : far.labels) {
        if (label.text == "Ash Water") {
            EXPECT_EQ(label.weight, typeset::Weight::italic);
        }
    }
    v.camera.zoom = 10;
    const GroundView near = groundView(v, {}, named(), fonts());
    EXPECT_EQ(find(near, "Ash Water"), 1);
    EXPECT_EQ(find(near, spacedCapitals("Alder Shire")), 0);
    std::mt19937 random(7);
    for (int i = 0; i < 20; ++i) {
        v.camera.zoom = 7 + 0.1 * i;
        const GroundView crowded = groundView(v, randomTowns(random, 200), named(), fonts());
        for (std::size_t a = 0; a < crowded.labels.size(); ++a)
            for (std::size_t b = a + 2; b < crowded.labels.size(); ++b)
                EXPECT_FALSE(intersects(inner(crowded.labels[a]), inner(crowded.labels[b])))
                    << crowded.labels[a].text << " and " << crowded.labels[b].text;
    }
}

TEST(GroundNames, CapitalsAreSpacedByLettersNotBytes) {
    EXPECT_EQ(spacedCapitals("Ab"), "A\u200AB");
    EXPECT_EQ(spacedCapitals("\u1E25m"), "\u1E24\u200AM");
    EXPECT_EQ(spacedCapitals(""), "");
}

TEST(GroundView, NoNameMeetsAnotherATownOrFurniture) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        View v = view();
        v.scale = seed % 2 ? 1.0F : 1.5F;
        v.present = seed % 3 != 0;
        v.camera = {{37, 34.5}, 6.5 + seed % 5};
        const GroundView ground = groundView(v, randomTowns(random, 200), {}, fonts());
        const Rect free = freeRect(v);
        EXPECT_FALSE(ground.labels.empty());
        for (std::size_t i = 0; i < ground.labels.size(); ++i) {
            const Label& a = ground.labels[i];
            EXPECT_TRUE(inside(inner(a), free)) << a.text;
            for (std::size_t k = i + 1; k < ground.labels.size(); ++k) {
                if (sameBlock(a, ground.labels[k])) continue;
                EXPECT_FALSE(intersects(inner(a), inner(ground.labels[k])))
                    << a.text << " and " << ground.labels[k].text;
            }
            for (const Disc& town : ground.towns) {
                const auto p = geo::toScreen(v.camera, v.size, town.at);
                const Rect dot{static_cast<float>(p.x) - town.radius_px,
                               static_cast<float>(p.y) - town.radius_px, 2 * town.radius_px,
                               2 * town.radius_px};
                EXPECT_FALSE(intersects(inner(a), dot)) << a.text;
            }
            for (const Rect& furniture : furnitureRects(v, fonts()))
                EXPECT_FALSE(intersects(inner(a), furniture)) << a.text;
        }
    }
}

TEST(GroundView, GreaterTownsAreNamedFirstAndSmallOnesOnlyClose) {
    View v = view();
    v.camera = {{36.7, 35.1}, 7};
    const Towns towns{placeOf("Hamlet", 36.7, 35.1, 300), placeOf("Metropolis", 36.71, 35.1, 2000000)};
    const GroundView far = groundView(v, towns, {}, fonts());
    ASSERT_EQ(far.labels.size(), 1U);
    EXPECT_EQ(far.labels.front().text, "Metropolis");
    EXPECT_EQ(far.labels.front().weight, typeset::Weight::bold);
    v.camera.zoom = 12;
    EXPECT_EQ(groundView(v, towns, {}, fonts()).labels.size(), 2U);
}

TEST(GroundView, TheArabicNameIsSmallerAndPaler) {
    View v = view();
    v.camera = {{36.3, 35.05}, 9};
    const GroundView ground = groundView(v, {towns().front()}, {}, fonts());
    ASSERT_EQ(ground.labels.size(), 2U);
    EXPECT_LT(ground.labels[1].size, ground.labels[0].size);
    EXPECT_GT(ground.labels[1].y, ground.labels[0].y);
    EXPECT_GT(ground.labels[1].color.r, ground.labels[0].color.r);
}

TEST(Scene, LabelsOfStopsMeetNeitherEachOtherNorTheGround) {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        auto r = march();
        std::uniform_real_distribution<double> lon(36, 38), lat(34.4, 35.6);
        for (auto& stop : r.itineraries.front().stops)
            if (stop.place) stop.place->where.at = {lon(random), lat(random)};
        View v = view();
        v.camera = overview(r, v);
        const Scene scene =
            sceneAt(r, r.end, v, groundView(v, randomTowns(random, 150), {}, fonts()), fonts());
        std::vector<Label> names;
        for (const Label& label : scene.labels)
            if (label.text.size() > 1) names.push_back(label);  // numbers stand in their discs
        for (std::size_t i = 0; i < names.size(); ++i) {
            for (std::size_t k = i + 1; k < names.size(); ++k)
                EXPECT_FALSE(intersects(inner(names[i]), inner(names[k])))
                    << names[i].text << " and " << names[k].text;
            for (const Label& ground : scene.ground.labels)
                EXPECT_FALSE(intersects(inner(names[i]), inner(ground)))
                    << names[i].text << " and " << ground.text;
        }
    }
}

TEST(Scene, NamesOfTownsKeepOffTheWays) {
    std::size_t before = 0, after = 0;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        auto r = march();
        std::uniform_real_distribution<double> lon(36, 38), lat(34.4, 35.6);
        auto& itinerary = r.itineraries.front();
        for (auto& stop : itinerary.stops)
            if (stop.place) stop.place->where.at = {lon(random), lat(random)};
        for (auto& leg : itinerary.legs)
            leg.path = {itinerary.stops[leg.fromStop].place->where.at,
                        itinerary.stops[leg.toStop].place->where.at};
        View v = view();
        v.camera = overview(r, v);
        const GroundView ground = groundView(v, randomTowns(random, 150), {}, fonts());
        const Scene scene = sceneAt(r, r.end, v, ground, fonts());
        before += ground.labels.size();
        after += scene.ground.labels.size();
        const auto& names = scene.ground.labels;
        for (std::size_t i = 0; i < names.size(); ++i) {
            for (std::size_t k = i + 1; k < names.size(); ++k)
                if (!sameBlock(names[i], names[k])) {
                    EXPECT_FALSE(intersects(inner(names[i]), inner(names[k])))
                        << names[i].text << " and " << names[k].text;
                }
            for (const auto& leg : itinerary.legs) {
                const auto a = geo::toScreen(v.camera, v.size, leg.path[0]);
                const auto b = geo::toScreen(v.camera, v.size, leg.path[1]);
                for (double u = 0; u <= 1; u += 0.002) {
                    const Rect spot{static_cast<float>(a.x + u * (b.x - a.x)),
                                    static_cast<float>(a.y + u * (b.y - a.y)), 0, 0};
                    ASSERT_FALSE(intersects(inner(names[i]), spot)) << names[i].text;
                }
            }
        }
    }
    EXPECT_GT(after * 10, before * 8);  // most are moved or were free, few go
}

TEST(Scene, ANameOnAWayMovesToTheOtherSideOfItsDot) {
    auto r = march();
    auto& itinerary = r.itineraries.front();
    View v = view();
    v.camera = overview(r, v);
    // A town a little west of the middle of the second way, which runs from north to south: its name, to the
    // right at first, would lie on the way.
    const auto& path = itinerary.legs[1].path;
    auto at =
        geo::toScreen(v.camera, v.size, {(path[0].lon + path[1].lon) / 2, (path[0].lat + path[1].lat) / 2});
    at.x -= 16;
    const geo::LonLat town = geo::toLonLat(v.camera, v.size, at);
    const Towns one{placeOf("Thornby", town.lon, town.lat, 60000)};
    const GroundView ground = groundView(v, one, {}, fonts());
    ASSERT_EQ(ground.labels.size(), 1U);
    ASSERT_GT(static_cast<double>(ground.labels[0].x), at.x);
    const Scene scene = sceneAt(r, r.end, v, ground, fonts());
    ASSERT_EQ(scene.ground.labels.size(), 1U);
    EXPECT_EQ(scene.ground.labels[0].text, "Thornby");
    EXPECT_LT(static_cast<double>(scene.ground.labels[0].x + scene.ground.labels[0].width), at.x);
    EXPECT_EQ(scene.ground.towns, ground.towns);
}

TEST(Scene, TheGroundIsTheSameAtEveryTime) {  // so that render/ need not draw it again
    const auto r = march();
    View v = view();
    v.camera = overview(r, v);
    const GroundView first = sceneOf(r, r.begin, v).ground;
    for (double t = r.begin; t <= r.end; t += 3600) EXPECT_EQ(sceneOf(r, t, v).ground, first);
}

}  // namespace
}  // namespace retrace::scene
