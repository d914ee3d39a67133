#include "fixture.hpp"

#include "geo/geodesic.hpp"

#include "scene/furniture.hpp"
#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>

namespace retrace::scene {
namespace {

using namespace fixture;

View overviewOf(const model::Reconstruction& r) {
    View v = view();
    v.camera = overview(r, v);
    return v;
}

TEST(Scene, SeekEqualsPlay) {
    const auto r = march();
    const View v = overviewOf(r);
    std::vector<Scene> played;
    for (int i = 0; i <= 120; ++i) played.push_back(sceneOf(r, r.begin + i * (r.end - r.begin) / 120, v));
    for (int i = 120; i >= 0; i -= 1) {
        const int k = (i * 37) % 121;
        EXPECT_EQ(sceneOf(r, r.begin + k * (r.end - r.begin) / 120, v), played[static_cast<std::size_t>(k)])
            << "frame " << k;
    }
}

TEST(Scene, OrdersFearsAndDenialsNeverGiveALine) {
    for (const auto status : {model::Status::ordered, model::Status::hypothetical, model::Status::negated}) {
        auto r = march();
        const View v = overviewOf(r);
        ASSERT_EQ(sceneOf(r, r.end, v).lines.size(), 2U);
        r.events[3].status = status;  // the march to Dock
        EXPECT_EQ(sceneOf(r, r.end, v).lines.size(), 1U);
        for (auto& event : r.events) event.status = status;
        EXPECT_TRUE(sceneOf(r, r.end, v).lines.empty());
    }
}

TEST(Scene, StatedIsSolidInferredIsDashedSchematicIsThinAndGrey) {
    auto r = march();
    const View v = overviewOf(r);
    Scene scene = sceneOf(r, r.end, v);
    ASSERT_EQ(scene.lines.size(), 2U);
    EXPECT_EQ(scene.lines[0].dash, Dash::dashed);
    EXPECT_EQ(scene.lines[1].dash, Dash::solid);
    r.itineraries[0].legs[1].basis = model::Basis::schematic;
    r.itineraries[0].legs[1].event.reset();
    const float stated = scene.lines[1].width;
    scene = sceneOf(r, r.end, v);
    EXPECT_LT(scene.lines[1].width, stated);
    EXPECT_LT(std::abs(scene.lines[1].color.r - scene.lines[1].color.b), 40);
}

TEST(Scene, ThePathEndsWhereTheMarkerIs) {
    const auto r = march();
    const View v = overviewOf(r);
    for (double part = 0.1; part < 1; part += 0.2) {
        const auto& leg = r.itineraries[0].legs[0];
        const double t = leg.depart + part * (leg.arrive - leg.depart);
        const Scene scene = sceneOf(r, t, v);
        ASSERT_EQ(scene.lines.size(), 1U);
        const Disc& marker = scene.discs.back();
        EXPECT_NEAR(scene.lines[0].path.back().lon, marker.at.lon, 1e-6);
        EXPECT_NEAR(scene.lines[0].path.back().lat, marker.at.lat, 1e-6);
    }
}

TEST(Scene, WithoutMotionTheMarkerJumps) {
    const auto r = march();
    View v = overviewOf(r);
    v.motion = false;
    const auto& leg = r.itineraries[0].legs[0];
    const Scene early = sceneOf(r, leg.depart + 60, v), late = sceneOf(r, leg.arrive - 60, v);
    EXPECT_EQ(early.discs, late.discs);
    EXPECT_TRUE(late.lines.empty());
    EXPECT_EQ(sceneOf(r, leg.arrive, v).lines.size(), 1U);
}

TEST(Scene, TheHaloIsAsWideAsTheDoubt) {
    const auto r = march();
    const View v = overviewOf(r);
    const double t = r.itineraries[0].stops[0].arrive + 3600;
    const Scene scene = sceneOf(r, t, v);
    const auto halo = std::ranges::find_if(scene.discs, [](const Disc& d) { return d.radius_m > 0; });
    ASSERT_NE(halo, scene.discs.end());
    EXPECT_EQ(halo->radius_m, model::at(r.itineraries[0], t)->halo_m);
    EXPECT_LT(halo->fill.a, 100);
}

TEST(Scene, OtherSourcesAreFilledTheDeniedIsHollow) {
    const auto r = march();
    const View v = overviewOf(r);
    const auto claims = [&](double t) {
        std::vector<Disc> found;
        for (const Disc& d : sceneOf(r, t, v).discs)
            if (d.tag.kind == Tag::Kind::claim) found.push_back(d);
        return found;
    };
    EXPECT_TRUE(claims(r.claims[0].at - 1).empty());
    const auto marks = claims(r.claims[0].at);
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].fill.a, 255);
    EXPECT_LT(marks[1].fill.a, 255);
}

TEST(Scene, CaptionStripStaysInItsInset) {
    const auto r = march();
    View v = overviewOf(r);
    v.caption = CaptionText{
        std::string(40, 'x') + " " + std::string(30, 'y') +
            " and a good many words more, so that the "
            "line has to break and break again before it comes to its end in the dark strip below",
        "small", ""};
    const Scene scene = sceneOf(r, r.end, v);
    for (const Label& text : scene.texts) {
        EXPECT_LE(text.y, 540.0F) << text.text;
        EXPECT_LE(text.x + text.width, 960.0F) << text.text;
        const bool told = text.text.find("words") != std::string::npos || text.text == "small";
        if (told) {
            EXPECT_GE(text.y - text.size, 450.0F) << text.text;
        }
    }
}

TEST(ScaleLength, IsRoundAndFits) {
    for (double metres = 0.02; metres < 20000; metres *= 1.07) {
        const ScaleLength length = scaleLength(metres, 120);
        EXPECT_LE(length.pixels, 120 + 1e-6);
        EXPECT_GT(length.pixels, 120 / 2.51);
        const double digit = length.metres / std::pow(10.0, std::floor(std::log10(length.metres) + 1e-9));
        EXPECT_TRUE(std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 5) < 1e-6)
            << length.metres;
    }
    EXPECT_EQ(scaleLength(100, 120).text, "10 km");
    EXPECT_EQ(scaleLength(5, 120).text, "500 m");
}

TEST(Pick, FindsStopsWaysAndNothing) {
    const auto r = march();
    const View v = overviewOf(r);
    const Scene scene = sceneOf(r, r.end, v);
    const auto at = [&](geo::LonLat p) { return pick(scene, geo::toScreen(v.camera, v.size, p)); };
    EXPECT_EQ(at({36.70, 35.20}), (Tag{Tag::Kind::stop, 0}));
    EXPECT_EQ(at({36.82, 35.193}), (Tag{Tag::Kind::leg, 0}));
    EXPECT_EQ(at({36.90, 35.00}), (Tag{Tag::Kind::claim, 0}));
    EXPECT_EQ(at({36.35, 35.30}), Tag{});
    EXPECT_EQ(pick(scene, {480, 500}), Tag{});  // the strip
}

TEST(Overview, ShowsAllStopsOutsideThePanels) {
    const auto r = march();
    View v = view();
    v.leftInset = 200;
    v.camera = overview(r, v);
    const Rect free = freeRect(v);
    for (const auto& stop : r.itineraries[0].stops) {
        if (!stop.place) continue;
        const auto p = geo::toScreen(v.camera, v.size, stop.place->where.at);
        EXPECT_TRUE(inside({static_cast<float>(p.x), static_cast<float>(p.y), 0, 0}, grown(free, -20)));
    }
}

TEST(SchematicLegs, AreDottedAlongTheirRoadAndStandInTheLegend) {
    auto r = march();
    model::Leg& leg = r.itineraries[0].legs[0];
    leg.basis = model::Basis::schematic;
    leg.path = {leg.path.front(), {36.80, 35.05}, {36.95, 35.10}, leg.path.back()};
    View v = view();
    v.camera = overview(r, v);
    const double half = (leg.depart + leg.arrive) / 2;
    const Scene under = sceneOf(r, half, v), over = sceneOf(r, leg.arrive + 1, v);
    const auto lineIn = [](const Scene& scene) {
        return *std::ranges::find_if(scene.lines, [](const Line& l) {
            return l.tag == Tag{Tag::Kind::leg, 0};
        });
    };
    const Line gone = lineIn(under), whole = lineIn(over);
    EXPECT_EQ(whole.dash, Dash::dotted);
    EXPECT_EQ(whole.path, leg.path);
    EXPECT_LT(whole.width, 3.2F);
    EXPECT_GE(gone.path.size(), 2U);
    const auto here = model::at(r.itineraries[0], half);
    ASSERT_TRUE(here && here->leg);
    EXPECT_LT(geo::distance_m(gone.path.back(), here->at), 50);  // the line ends where the marker is
    const auto says = [](const Scene& scene) {
        return std::ranges::any_of(scene.texts,
                                   [](const Label& l) { return l.text == "not told, way schematic"; });
    };
    v.size = {1280, 720};
    leg.event.reset();
    EXPECT_TRUE(says(sceneOf(r, half, v)));
    EXPECT_FALSE(says(sceneOf(march(), half, v)));
}

TEST(SchematicLegs, HaveTheNarratorsColourWhereTheMovementIsStated) {
    auto r = march();
    model::Leg& leg = r.itineraries[0].legs[1];
    leg.basis = model::Basis::schematic;
    View v = overviewOf(r);
    v.size = {1280, 720};
    const Theme& theme = themeOf(v.theme);
    const auto dotted = [&] {  // the way on the map, then the legend's samples
        const Scene scene = sceneOf(r, r.end, v);
        std::vector<Color> colors{scene.lines.back().color};
        for (const Stroke& stroke : scene.strokes)
            if (stroke.dash == Dash::dotted) colors.push_back(stroke.color);
        return colors;
    };
    leg.event = r.itineraries[0].stops[leg.toStop].event;
    EXPECT_EQ(dotted(), (std::vector{theme.narrator, theme.narrator}));
    leg.event.reset();
    EXPECT_EQ(dotted(), (std::vector{theme.schematic, theme.schematic}));
    r.itineraries[0].legs[0].basis = model::Basis::schematic;
    r.itineraries[0].legs[0].event = r.itineraries[0].stops[leg.fromStop].event;
    EXPECT_EQ(dotted(), (std::vector{theme.schematic, theme.narrator, theme.schematic}));
}

}  // namespace
}  // namespace retrace::scene
