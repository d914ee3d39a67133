#include "app/drawing.hpp"
#include "app/data_folder.hpp"
#include "geo/error.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace retrace::app {
namespace {

class DrawingTest : public testing::Test {
protected:
    void SetUp() override {
        ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
        gazetteer.emplace(openGazetteer(options));
        shown = derive(document::fromText("A drive", "We left Homs on 7 December 2024 at six in the morning. We reached Hama at noon."),
                       *gazetteer, options);
        ASSERT_GE(story().events.size(), 2U);
    }
    [[nodiscard]] const model::Reconstruction& story() const { return shown.reconstruction; }

    CaseOptions options;
    std::optional<gazetteer::Gazetteer> gazetteer;
    Case shown;
};

TEST_F(DrawingTest, ATimeIsReadAsPeopleWriteIt) {
    EXPECT_EQ(storyTime(story(), "start"), story().begin);
    EXPECT_EQ(storyTime(story(), "end"), story().end);
    EXPECT_EQ(storyTime(story(), "#1"), model::storyTimeOf(story(), 0));
    EXPECT_EQ(storyTime(story(), "#2"), model::storyTimeOf(story(), 1));
    const auto seven = timeline::toInstant({{2024, 12, 7}, 7 * 60, 0}, story().zone);
    EXPECT_EQ(storyTime(story(), "2024-12-07T07:00"), static_cast<double>(seven.seconds)) << "hours without an offset are local";
}

TEST_F(DrawingTest, WhatIsNoTimeIsRefused) {
    for (const char* bad : {"#0", "#99", "soon", "2024-13-01"})
        EXPECT_THROW((void)storyTime(story(), bad), Error) << bad;
}

TEST_F(DrawingTest, TheViewBearsTitleCreditsAndSize) {
    basemap::Ground ground;
    ground.credits = {"Lines of nobody"};
    DrawingOptions drawing;
    drawing.size = {640, 360};
    drawing.theme = scene::ThemeName::dark;
    drawing.motion = false;
    const scene::View view = viewOf(shown, ground, drawing);
    EXPECT_EQ(view.size, (geo::ScreenSize{640, 360}));
    EXPECT_EQ(view.theme, scene::ThemeName::dark);
    EXPECT_FALSE(view.motion);
    EXPECT_EQ(view.title, "A drive");
    EXPECT_EQ(view.credits, ground.credits);
    EXPECT_TRUE(view.badge.empty());
    shown.opened.document.sources.at(0).note = "told again for a class";
    EXPECT_EQ(viewOf(shown, ground, drawing).badge, "told again for a class");
}

TEST_F(DrawingTest, TownsLieWithinReachOfTheCamera) {
    const geo::Camera hama{{36.75, 35.13}, 9};
    const scene::Towns towns = townsIn(*gazetteer, hama, {1280, 720});
    ASSERT_FALSE(towns.empty());
    for (const geo::Place& town : towns) {
        EXPECT_NEAR(town.where.at.lon, 36.75, 4) << town.name;
        EXPECT_NEAR(town.where.at.lat, 35.13, 3) << town.name;
    }
}

}  // namespace
}  // namespace retrace::app
