#include "little_map.hpp"

#include "reconstruct/order_events.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

const Lookup valley = drawnMap(R"(
A..B..C

.....D..E
)",
                               {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}, {'E', "Elva"}});

TEST(BuildItinerary, followsWhatWasDone) {
    Story story;
    story.tell("move", "We went from [Arla:from] to [Bram:stop].");
    story.tell("withdraw", "We withdrew to [Corl:stop] by way of [Dorn:via].");
    const auto r = story.told(valley);
    EXPECT_EQ(chainOf(r), "1 Arla, 2 Bram, 3 Corl");
    ASSERT_EQ(r.itineraries.front().legs.size(), 2U);
    EXPECT_EQ(r.itineraries.front().legs[1].basis, model::Basis::stated);
    EXPECT_EQ(r.itineraries.front().legs[1].via.size(), 1U);
    EXPECT_GT(r.itineraries.front().legs[1].distance_m, 45000);  // the way round, not the 30 km straight
}

TEST(BuildItinerary, neverGoesWhereItWasOnlySent) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("order", "They told us to go to [Elva:ordered].").status = text::Status::ordered;
    auto& fear = story.tell("cut", "The road at [Dorn:ref] might be cut.");
    fear.status = text::Status::hypothetical;
    auto& others = story.tell("move", "The tanks went to [Corl:other].");
    others.status = text::Status::otherActor;
    others.presence = text::Presence::none;
    story.tell("move", "We went to [Bram:stop].");
    EXPECT_EQ(chainOf(story.told(valley)), "1 Arla, 2 Bram");
}

TEST(BuildItinerary, parallelPostsShareTheirOrder) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("deploy", "We spread over [Bram:stop], [Corl:stop] and [Dorn:stop].").parallel = true;
    story.tell("hold", "We remained at [Bram:stop] and [Corl:stop].").parallel = true;
    const auto r = story.told(valley);
    EXPECT_EQ(chainOf(r), "1 Arla, 2 Bram, 2 Corl, 2 Dorn, 3 Bram, 3 Corl");
    // Each post hangs on the stop before; staying needs no leg.
    EXPECT_EQ(r.itineraries.front().legs.size(), 3U);
    for (const auto& leg : r.itineraries.front().legs) EXPECT_EQ(leg.fromStop, 0U);
}

TEST(BuildItinerary, aStopToldAgainIsOneStop) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We set out for [Corl:stop].");
    story.tell("arrive", "We reached [Corl:stop] safely.");
    story.tell("arrive", "When we came to [Corl:stop] they were gone.").sameStopAgain = true;
    story.tell("move", "We went back to [Arla:stop].");
    const auto r = story.told(valley);
    EXPECT_EQ(chainOf(r), "1 Arla, 2 Corl, 3 Arla");
    const auto& arrival = r.itineraries.front().stops[1];
    EXPECT_EQ(r.events[arrival.event].kind, "arrive");
    EXPECT_EQ(r.itineraries.front().legs.front().event, std::optional<std::size_t>(1));  // the setting out
}

TEST(BuildItinerary, anArrivalWithoutAPlaceIsWhereTheySetOutFor) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We left for [Corl:stop].");
    story.tell("arrive", "We arrived at nine.");
    story.when().clock = oClock(9);
    const auto r = story.told(valley);
    EXPECT_EQ(chainOf(r), "1 Arla, 2 Corl");
    EXPECT_EQ(r.itineraries.front().stops[1].event, 2U);
    EXPECT_EQ(r.itineraries.front().legs.front().event, std::optional<std::size_t>(1));
}

TEST(BuildItinerary, whatWasToldLastButHappenedFirstComesFirst) {
    Story story;
    story.tell("move", "We went to [Bram:stop].");
    story.tell("move", "We went to [Corl:stop].");
    story.tell("hold", "Before all this we were at [Elva:stop].").toldEarlier = true;
    const auto r = story.told(valley);
    EXPECT_EQ(chainOf(r), "1 Elva, 2 Bram, 3 Corl");
    EXPECT_EQ(r.events.front().told, 3);
    EXPECT_EQ(r.events.front().order, 1);
}

TEST(BuildItinerary, anUnknownNameBetweenTwoNearStopsIsEstimated) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("withdraw", "We withdrew to [Zwischen:stop].");
    story.tell("withdraw", "We withdrew to [Bram:stop].");
    const auto r = story.told(drawnMap("A.B", {{'A', "Arla"}, {'B', "Bram"}}));
    const auto& stop = r.itineraries.front().stops.at(1);
    ASSERT_TRUE(stop.place);
    EXPECT_EQ(stop.place->id, "est:Zwischen");
    EXPECT_GE(stop.place->where.radius_m, 10000);  // reaches both
    EXPECT_LE(r.mentions[*stop.mention].confidence, 0.5);
}

TEST(BuildItinerary, anUnknownNameOutAndBackStaysOpen) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("withdraw", "We withdrew to [Anderswo:stop].");
    story.tell("withdraw", "We withdrew to [Arla:stop].");
    EXPECT_EQ(chainOf(story.told(valley)), "1 Arla, 2 ?, 3 Arla");
}

TEST(BuildItinerary, anUnknownNameFarFromEverythingStaysOpen) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("withdraw", "We withdrew to [Zwischen:stop].");
    story.tell("withdraw", "We withdrew to [Corl:stop].");  // 60 km on
    const auto r = story.told(valley);
    EXPECT_EQ(chainOf(r), "1 Arla, 2 ?, 3 Corl");
    ASSERT_NE(findingOf(r, "unresolved"), nullptr);
    ASSERT_EQ(r.itineraries.front().legs.size(), 1U);
    const auto& leg = r.itineraries.front().legs.front();
    EXPECT_EQ(leg.toStop, 2U);
    EXPECT_EQ(leg.basis, model::Basis::inferred);  // nobody says that they went straight on
    EXPECT_NE(leg.why.find("Zwischen between"), std::string::npos) << leg.why;
}

TEST(BuildItinerary, aFigureOfSpeechIsNoSpeed) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "In no time we were in [Corl:stop].");
    auto& time = story.when(text::TimeRelation::after);
    time.lowSeconds = 0;
    time.highSeconds = 60;
    story.reading.statements.back().figures.push_back(time.quote);
    const auto r = story.told(valley);
    EXPECT_EQ(findingOf(r, "impossible-speed"), nullptr);
    EXPECT_NE(findingOf(r, "figure-of-speech"), nullptr);
}

// The map with one place as wide as a province.
Lookup withWide(Lookup map, const std::string& name, double radius_m) {
    const auto widened = [name, radius_m](geo::Place place) {
        if (place.name == name) place.where.radius_m = radius_m;
        return place;
    };
    return {[=](std::string_view asked, std::optional<geo::LonLat> near) {
                auto found = map.search(asked, near);
                for (auto& candidate : found) candidate.place = widened(candidate.place);
                return found;
            },
            map.byId, map.inBox};
}

TEST(BuildItinerary, anAreaAsAGoalIsNoExactEnd) {
    Story story;
    story.tell("deploy", "On 3 May at noon we stood at [Arla:stop].");
    story.when().date = timeline::Date{0, 5, 3};
    story.when().clock = oClock(12);
    story.tell("withdraw", "We fled to [Elva:stop].");
    story.tell("deploy", "On 4 May we stood at [Corl:stop].");
    story.when().date = timeline::Date{0, 5, 4};
    const auto r = story.told(withWide(valley, "Elva", 60000));
    EXPECT_EQ(chainOf(r), "1 Arla, 2 Elva, 3 Corl");
    const auto& way = r.itineraries.front();
    EXPECT_NE(way.stops[1].why.find("about 60 km"), std::string::npos) << way.stops[1].why;
    EXPECT_TRUE(way.stops[0].why.empty());
    for (const auto& leg : way.legs) {
        EXPECT_EQ(leg.basis, model::Basis::schematic);
        EXPECT_NE(leg.why.find("Elva"), std::string::npos) << leg.why;
    }
    // From anywhere in it: the distance of the middles speeds nobody up.
    EXPECT_LT(way.legs[1].speed_kmh_min.value_or(0), 1);
}

// The map with one place that is a region as wide as that.
Lookup withRegion(const Lookup& map, const std::string& name, double radius_m) {
    auto wide = withWide(map, name, radius_m);
    return {[=](std::string_view asked, std::optional<geo::LonLat> near) {
                auto found = wide.search(asked, near);
                for (auto& candidate : found)
                    if (candidate.place.name == name) candidate.place.type = "region";
                return found;
            },
            wide.byId, wide.inBox};
}

TEST(BuildItinerary, anAreaBeforeAPlaceInItIsNoStopOfItsOwn) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("arrive", "We reached [Elva:stop].");
    story.tell("stay", "We stayed in [Corl:stop].");
    story.tell("move", "We went to [Bram:stop].");
    const auto apart = story.told(withRegion(valley, "Elva", 21000));
    EXPECT_EQ(chainOf(apart), "1 Arla, 2 Elva, 3 Corl, 4 Bram");
    const auto r = story.told(withRegion(valley, "Elva", 200000));
    EXPECT_EQ(chainOf(r), "1 Arla, 2 Corl, 3 Bram");
    const auto& way = r.itineraries.front();
    EXPECT_NE(way.stops[1].why.find("the words name Elva before it"), std::string::npos) << way.stops[1].why;
    ASSERT_EQ(way.legs.size(), 2U);
    EXPECT_EQ(r.events[way.legs[0].event.value()].kind, "arrive");  // the words move them into the area
}

TEST(BuildItinerary, stayingInTheAreaAroundIsNoStopOfItsOwn) {
    Story story;
    story.tell("deploy", "We stood at [Corl:stop].");
    story.tell("stay", "We stayed in [Elva:stop].");
    story.tell("move", "We went to [Bram:stop].");
    EXPECT_EQ(chainOf(story.told(withRegion(valley, "Elva", 200000))), "1 Corl, 2 Bram");
}

}  // namespace
}  // namespace retrace::reconstruct::test
