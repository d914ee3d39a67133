#include "scene/control_signs.hpp"

#include "fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace retrace::scene {
namespace {

constexpr double hour = 3600;

struct Signs {
    model::Reconstruction r;
    View view;

    Signs() {
        r.sides = {{.name = "ours"}, {.name = "theirs"}};
        r.events.resize(2);
        r.events[1].kind = "besiege";
        view.size = {800, 600};
        view.camera = geo::Camera{{36, 35}, 8};
        view.front = FrontView{.sides = r.sides, .whose = "narrator"};
        r.advances = {{.party = 1, .from = {36.5, 35}, .to = {36, 35}, .at = 0, .event = 0}};
        model::ControlClaim cut;
        cut.kind = model::Control::cut;
        cut.place = geo::Place{.id = "t:a", .name = "Arla", .type = "town", .where = {{36, 35}, 500}};
        cut.party = 1;
        cut.event = 0;
        r.claims = {cut};
    }
    [[nodiscard]] Scene at(double t) const {
        Scene scene;
        addControlSigns(scene, r, t, view, fixture::fonts());
        return scene;
    }
    [[nodiscard]] bool shows(Meaning meaning, double t) const {
        const Scene scene = at(t);
        return std::ranges::count(scene.lines, meaning, &Line::meaning) +
                   std::ranges::count(scene.discs, meaning, &Disc::meaning) >
               0;
    }
};

TEST(ControlSigns, AnArrowStandsHalfADayAndFades) {
    Signs signs;
    EXPECT_FALSE(signs.shows(Meaning::advance, -1));
    EXPECT_TRUE(signs.shows(Meaning::advance, 0));
    EXPECT_FALSE(signs.shows(Meaning::advance, 13 * hour));
    EXPECT_GT(signs.at(0).areas[0].fill.a, signs.at(11 * hour).areas[0].fill.a);
    EXPECT_EQ(signs.at(0).areas[0].tag, (Tag{Tag::Kind::event, 0}));
}

TEST(ControlSigns, OfADirectionAloneTheLengthIsOnlyOfThePicture) {
    Signs signs;
    const auto width = [&] { return controlSignRects(signs.r, 0, signs.view)[0].width; };
    const float near = width();
    signs.r.advances[0].from.lon = 40;
    EXPECT_NEAR(width(), near, 1);
    signs.r.advances[0].named = true;
    EXPECT_GT(width(), 2 * near);
    signs.r.advances[0].from = {36.001, 35};
    EXPECT_TRUE(controlSignRects(signs.r, 0, signs.view).empty()) << "too short to be seen";
}

TEST(ControlSigns, ACutRoadStandsUntilTheWordsTellOfThePlaceAgain) {
    Signs signs;
    EXPECT_TRUE(signs.shows(Meaning::roadCut, 0));
    EXPECT_TRUE(signs.shows(Meaning::roadCut, 47 * hour));
    EXPECT_FALSE(signs.shows(Meaning::roadCut, 49 * hour));
    auto again = signs.r.claims[0];
    again.kind = model::Control::took;
    again.at = 5 * hour;
    signs.r.claims.push_back(again);
    EXPECT_FALSE(signs.shows(Meaning::roadCut, 6 * hour));
    EXPECT_EQ(signs.at(0).labels.size(), 1U);
}

TEST(ControlSigns, ASiegeIsARing) {
    Signs signs;
    signs.r.claims[0].event = 1;
    EXPECT_TRUE(signs.shows(Meaning::encircled, 0));
    EXPECT_FALSE(signs.shows(Meaning::roadCut, 0));
}

TEST(ControlSigns, StandOnlyBesideTheNarratorsFront) {
    Signs signs;
    signs.view.front->whose = "record";
    EXPECT_TRUE(signs.at(0).lines.empty());
    EXPECT_TRUE(controlSignRects(signs.r, 0, signs.view).empty());
    signs.view.front.reset();
    EXPECT_TRUE(signs.at(0).lines.empty());
}

}  // namespace
}  // namespace retrace::scene
