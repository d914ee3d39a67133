#include "app/ground_keeper.hpp"
#include "app/data_folder.hpp"
#include "app/drawing.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace retrace::app {
namespace {

class GroundKeeperTest : public testing::Test {
protected:
    void SetUp() override {
        ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
        gazetteer.emplace(openGazetteer({}));
        fonts.emplace(dataFolder());
        view.size = {900, 600};
        view.camera = home;
    }
    [[nodiscard]] scene::GroundView fresh(const geo::Camera& camera) const {
        scene::View v = view;
        v.camera = camera;
        return scene::groundView(v, townsIn(*gazetteer, camera, v.size), data, *fonts);
    }
    /// A moment of the flight from home to `away`.
    [[nodiscard]] scene::View flying(double elapsed) const {
        scene::View v = view;
        v.camera = {geo::flyTo(home, away, v.size, elapsed / 2), scene::Flight{home, away, 2, elapsed}};
        return v;
    }

    geo::Camera home{{36.7, 35.1}, 8}, away{{38.3, 34.6}, 8.6};
    std::optional<gazetteer::Gazetteer> gazetteer;
    basemap::Ground data;
    std::optional<typeset::Fonts> fonts;
    scene::View view;
};

TEST_F(GroundKeeperTest, AFlightBeginsAndLandsAsThePicturesAtRest) {
    GroundKeeper keeper(*gazetteer, data, *fonts);
    EXPECT_EQ(keeper.at(view, Names::anew), fresh(home));
    for (const double elapsed : {0.1, 1.0, 1.9}) {
        const scene::GroundView& ground = keeper.at(flying(elapsed), Names::anew);
        ASSERT_EQ(ground.ends.size(), 2U);
        EXPECT_EQ(ground.camera, geo::Camera(flying(elapsed).camera));
        EXPECT_EQ(ground.ends[0], fresh(home));
        EXPECT_EQ(ground.ends[1], fresh(away));
    }
    view.camera = away;
    EXPECT_EQ(keeper.at(view, Names::anew), fresh(away));
}

TEST_F(GroundKeeperTest, APictureOfTheReplayDoesNotDependOnTheOneBefore) {
    GroundKeeper keeper(*gazetteer, data, *fonts);
    for (int step = 0; step < 8; ++step) {
        view.camera = geo::panned(view.camera, view.size, -23, 9);
        (void)keeper.at(view, Names::moving);
    }
    EXPECT_EQ(keeper.at(view, Names::anew), fresh(view.camera));
    EXPECT_EQ(keeper.at(flying(0.7), Names::anew).ends[1], fresh(away));
    view.theme = scene::ThemeName::dark;
    view.camera = home;
    EXPECT_EQ(keeper.at(view, Names::kept), fresh(home)) << "another theme begins anew";
}

TEST_F(GroundKeeperTest, ALandingChangesNothingThatWasSeenAtItsEnd) {
    GroundKeeper keeper(*gazetteer, data, *fonts);
    (void)keeper.at(view, Names::kept);
    const scene::GroundView end = keeper.at(flying(1.5), Names::kept).ends[1];
    view.camera = away;
    EXPECT_EQ(keeper.at(view, Names::kept), end);
}

TEST_F(GroundKeeperTest, TownsBeyondTheEdgeAreAtHand) {
    const geo::Box box = geo::viewBox(home, view.size);
    const scene::Towns towns = townsIn(*gazetteer, home, view.size);
    const auto outside = std::count_if(towns.begin(), towns.end(),
                                       [&](const geo::Place& p) { return !geo::contains(box, p.where.at); });
    EXPECT_GT(outside, 5);
}

}  // namespace
}  // namespace retrace::app
