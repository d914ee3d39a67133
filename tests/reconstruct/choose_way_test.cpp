#include "reconstruct/choose_way.hpp"

#include "little_map.hpp"

#include "geo/geodesic.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

// A square of the little map: 10 km east, 10 km south.
geo::LonLat square(double column, double row) {
    return {36 + 0.111 * column, 36 - 0.09 * row};
}

//   A--------B--------C      the N1, along the top
//            |
//            D               the moor road Bram-Dorn, down from Bram
const std::vector<model::Road> roads{
    {"N1 (schematic)", {square(0, 0), square(2, 0.6), square(4, 0), square(8, 0)}},
    {"Moor road Bram-Dorn (schematic)", {square(4, 0), square(4, 4)}}};
const Lookup valley = drawnMap(R"(A...B...C



....D
)",
                               {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});

model::Reconstruction told(const Story& story) {
    return reconstructRead(story.words(), valley, {}, {}, {.zone = "+03:00", .roads = roads});
}

WayAsked between(geo::LonLat from, geo::LonLat to) {
    return {.points = {from, to}, .stated = true};
}

TEST(RoadNetwork, goesFromRoadToRoadWhereTheyMeet) {
    const auto network = networkOf(roads);
    ASSERT_EQ(network.names, (std::vector<std::string>{"N1", "Moor road Bram-Dorn"}));
    EXPECT_EQ(network.nodes.size(), 5U);  // Bram is shared
    const auto way = wayOver(network, square(8, 0), square(4, 4), 5000);
    ASSERT_TRUE(way);
    EXPECT_EQ(way->roads, network.names);
    EXPECT_EQ(way->path.size(), 3U);
    EXPECT_NEAR(way->length_m, geo::length_m(way->path), 1);
    EXPECT_NEAR(way->onRoad_m, way->length_m, 1);
    EXPECT_FALSE(wayOver(network, square(8, 0), square(8, 4), 5000));     // the goal is 40 km from any road
    EXPECT_FALSE(wayOver(network, square(8, 0), square(4, 4), 5000, 0));  // not over the N1 alone
}

TEST(RoadNetwork, leavesTheRoadWhereTheGoalIsNearest) {
    const auto way = wayOver(networkOf(roads), square(4, 1), square(4.3, 3), 5000);
    ASSERT_TRUE(way);
    ASSERT_EQ(way->path.size(), 3U);  // no way back to a vertex
    EXPECT_NEAR(geo::distance_m(way->path[1], square(4, 3)), 0, 100);
}

TEST(ChooseWay, theNaturalWayIsDrawnAndSaysThatNobodyNamedIt) {
    const auto way = chooseWay(networkOf(roads), between(square(0, 0), square(8, 0)));
    EXPECT_EQ(way.basis, model::Basis::schematic);
    EXPECT_EQ(way.roads, std::vector<std::string>{"N1"});
    EXPECT_EQ(way.path.size(), 4U);
    EXPECT_EQ(way.why, "schematic: drawn along the N1, the narrator does not name the road");
}

TEST(ChooseWay, neitherAShortNorALongWayRoundIsNatural) {
    const auto network = networkOf(roads);
    EXPECT_EQ(chooseWay(network, between(square(4, 0), square(6, 0))).basis, model::Basis::stated);
    // By two roads it would be 1.4 times the straight line.
    EXPECT_EQ(chooseWay(network, between(square(8, 0), square(4, 4))).basis, model::Basis::stated);
    EXPECT_EQ(chooseWay({}, between(square(0, 0), square(8, 0))).basis, model::Basis::stated);
    auto wide = between(square(0, 0), square(8, 0));
    wide.endsArePoints = false;
    EXPECT_EQ(chooseWay(network, wide).basis, model::Basis::stated);
}

TEST(ChooseWay, aLineToACountryIsNoStatedEnd) {
    auto asked = between(square(0, 0), square(8, 0));
    asked.endsArePoints = false;
    asked.area = "Freedonia";
    const auto way = chooseWay(networkOf(roads), asked);
    EXPECT_EQ(way.basis, model::Basis::schematic);
    EXPECT_TRUE(way.roads.empty());
    EXPECT_EQ(way.why,
              "schematic: the narrator names Freedonia and no place in it; the line to its middle "
              "shows the direction only");
}

TEST(ChooseWay, aNamedRoadIsFollowedFurther) {
    auto asked = between(square(4.8, 0.5), square(4.8, 2));
    EXPECT_EQ(chooseWay(networkOf(roads), asked).basis, model::Basis::stated);
    asked.words = "we took the moor road southwards";
    const auto way = chooseWay(networkOf(roads), asked);
    EXPECT_EQ(way.basis, model::Basis::schematic);
    EXPECT_EQ(way.why, "schematic: the narrator names the moor road Bram-Dorn; drawn along it");
    asked.words = "we took the N12 southwards";  // another road
    EXPECT_EQ(chooseWay(networkOf(roads), asked).basis, model::Basis::stated);
}

TEST(ChooseWay, aRoadThatWasCutIsNotNatural) {
    auto asked = between(square(0, 0), square(8, 0));
    asked.cuts = {{.name = "Bram", .where = {square(4, 0.2), 500}}};
    const auto way = chooseWay(networkOf(roads), asked);
    EXPECT_EQ(way.basis, model::Basis::stated);
    EXPECT_NE(way.why.find("cut at Bram"), std::string::npos) << way.why;
}

TEST(ChooseWay, legsOfAStoryFollowTheRoadsThatTheWordsGoBy) {
    Story story;
    story.tell("deploy", "We stood at [Corl:stop].");
    story.tell("withdraw", "We withdrew to [Dorn:stop] by way of [Bram:via].");
    const auto r = told(story);
    const auto& leg = r.itineraries.front().legs.at(0);
    EXPECT_EQ(leg.basis, model::Basis::schematic);
    EXPECT_EQ(leg.path.size(), 3U);
    EXPECT_EQ(leg.via.size(), 1U);
    EXPECT_EQ(leg.why,
              "schematic: the narrator says by way of Bram; drawn along the N1 and the moor road "
              "Bram-Dorn");
    EXPECT_NEAR(leg.distance_m, geo::length_m(leg.path), 1);
}

TEST(ChooseWay, aCutToldLaterClosesNothingBefore) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We drove to [Corl:stop].");
    auto& cut = story.tell("cut", "They cut the road at [Bram:ref].");
    cut.status = text::Status::otherActor;
    cut.presence = text::Presence::none;
    story.tell("move", "We drove back to [Arla:stop].");
    const auto r = told(story);
    ASSERT_EQ(r.itineraries.front().legs.size(), 2U);
    EXPECT_EQ(r.itineraries.front().legs[0].basis, model::Basis::schematic);
    EXPECT_EQ(r.itineraries.front().legs[1].basis, model::Basis::stated);
}

}  // namespace
}  // namespace retrace::reconstruct::test
