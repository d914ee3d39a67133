#include "little_map.hpp"

#include "geo/geodesic.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

const Lookup plain = drawnMap("A.B....C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});
const geo::LonLat arla{36, 36}, bram{36.222, 36}, corl{36.777, 36};

// The place of the second stop, after one at Arla.
std::optional<geo::Place> then(const std::string& kind, const std::string& sentence) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell(kind, sentence);
    const auto r = story.told(plain);
    if (r.itineraries.front().stops.size() != 2) return std::nullopt;
    return r.itineraries.front().stops[1].place;
}

TEST(EstimateSpots, betweenTwoPlacesIsTheMiddleHalfTheWayWide) {
    for (const std::string sentence :
         {"We dug in between [Bram:ref] and [Corl:ref].",
          "We dug in on the road from [Bram:from] to [Corl:stop].",
          "We dug in on the road between the village of [Bram:stop] and the [Corl:stop] area."}) {
        const auto spot = then("deploy", sentence);
        ASSERT_TRUE(spot) << sentence;
        EXPECT_NEAR(geo::distance_m(spot->where.at, geo::between(bram, corl, 0.5)), 0, 50) << sentence;
        EXPECT_NEAR(spot->where.radius_m, geo::distance_m(bram, corl) / 2, 50) << sentence;
    }
}

TEST(EstimateSpots, aDistanceWithoutASideIsADisc) {
    const auto spot = then("hold", "We lay five hundred metres from [Bram:ref].");
    ASSERT_TRUE(spot);
    EXPECT_NEAR(geo::distance_m(spot->where.at, bram), 0, 1);
    EXPECT_NEAR(spot->where.radius_m, 1000, 1);  // 500 and the village's own 500
}

TEST(EstimateSpots, aDistanceAndASideIsASpot) {
    const auto spot = then("move", "We moved to a wood some 8 km south-east of [Bram:ref].");
    ASSERT_TRUE(spot);
    EXPECT_NEAR(geo::distance_m(spot->where.at, geo::destination(bram, 135, 8000)), 0, 1);
    EXPECT_NEAR(spot->where.radius_m, 2900, 1);
}

TEST(EstimateSpots, aSideAloneIsWide) {
    for (const std::string sentence :
         {"We withdrew to the north of [Bram:stop].", "We withdrew to [Bram:stop]'s northern countryside."}) {
        const auto spot = then("withdraw", sentence);
        ASSERT_TRUE(spot) << sentence;
        EXPECT_GT(spot->where.at.lat, bram.lat) << sentence;
        EXPECT_GE(spot->where.radius_m + 1, geo::distance_m(spot->where.at, bram)) << sentence;  // reaches it
    }
}

TEST(EstimateSpots, thePlaceItselfAndWhatIsOnlySeenGetNone) {
    const auto itself = then("move", "We went from [Arla:from] to [Bram:stop].");
    ASSERT_TRUE(itself);
    EXPECT_EQ(itself->id, "t:B");
    EXPECT_FALSE(then("observe", "We saw smoke three kilometres north of [Bram:ref]."));
    EXPECT_FALSE(then("hold", "We waited for news of the way from [Unknown:from] to [Bram:ref]."));
}

TEST(EstimateSpots, takingTheirPlaceIsWhereTheyStood) {
    Story story;
    story.tell("move", "We set out for [Arla:stop].");
    auto& others = story.tell("cut", "A patrol was blocking the road to [Bram:other].");
    others.status = text::Status::otherActor;
    others.presence = text::Presence::none;
    story.tell("move", "We drove over to them.");
    story.tell("occupy", "We took their place.");
    const auto r = story.told(plain);
    const auto& stops = r.itineraries.front().stops;
    ASSERT_EQ(stops.size(), 2U);  // both clauses are one stop
    EXPECT_EQ(stops[1].place->name, "road between Arla and Bram");
    EXPECT_FALSE(stops[1].mention);
    EXPECT_NE(stops[1].why.find("estimated"), std::string::npos);
}

TEST(EstimateSpots, theirPlaceIsNowhereWhereNobodyWasTold) {
    Story story;
    story.tell("move", "We set out for [Arla:stop].");
    story.tell("hold", "It was cold there.");
    story.tell("occupy", "We took their place.");
    EXPECT_EQ(chainOf(story.told(plain)), "1 Arla");
}

}  // namespace
}  // namespace retrace::reconstruct::test
