#include "reconstruct/travel.hpp"

#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

// A to B 30 km, A to C 160 km.
const Lookup plain = drawnMap("A..B............C", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}});

TEST(Travel, OnFootNobodyDrives) {
    EXPECT_NEAR(fastest_m_s("on foot") * 3.6, 6, 0.01);
    EXPECT_NEAR(fastest_m_s("") * 3.6, 120, 0.01);
    EXPECT_NEAR(fastest_m_s("two trucks") * 3.6, 120, 0.01);
    EXPECT_GT(fastest_m_s("by helicopter") * 3.6, 200);
}

Story marched(const std::string& means) {
    Story story;
    story.tell("arrive", "On 9 May at 06:00 we were in [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.when().clock = oClock(6);
    auto& there = story.tell("move", "We went to [Bram:stop].");
    there.means = means;
    story.tell("arrive", "At 18:00 we were in [Bram:stop].");
    story.when().clock = oClock(18);
    return story;
}

TEST(Travel, ALegSaysHowFarThereIsToGoAndHowFast) {
    const auto r = marched("").told(plain);
    ASSERT_FALSE(r.itineraries.front().legs.empty());
    const auto& leg = r.itineraries.front().legs.front();
    EXPECT_NEAR(leg.travel_m, 30000 * detourFactor, 3000);
    EXPECT_NE(leg.travel.find("as roads go (1.3 times)"), std::string::npos);
    ASSERT_TRUE(leg.speed_kmh_needed && leg.speed_kmh_min);
    EXPECT_NEAR(*leg.speed_kmh_needed, detourFactor * *leg.speed_kmh_min, 0.2);
}

TEST(Travel, AlongARoadThatIsKnownTheRoadCounts) {
    const std::vector<model::Road> roads{{"N1", {{36, 36}, {36.15, 36.03}, {36.333, 36}}}};
    const auto r =
        reconstructRead(marched("").words(), plain, {}, {},
                        {.zone = "+03:00", .referenceDate = timeline::Date{2025, 1, 20}, .roads = roads});
    const auto& leg = r.itineraries.front().legs.front();
    ASSERT_EQ(leg.basis, model::Basis::schematic);
    EXPECT_EQ(leg.travel_m, leg.distance_m);
    EXPECT_NE(leg.travel.find("along N1"), std::string::npos);
}

TEST(Travel, OnFootTheWayTakesItsHours) {
    Story story;
    story.tell("arrive", "On 9 May at 06:00 we were in [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.when().clock = oClock(6);
    auto& arrived = story.tell("arrive", "We came to [Bram:stop].");
    arrived.means = "on foot";
    const auto r = story.told(plain);
    EXPECT_GE(*r.events[1].when.span.earliest, at(5, 9, 10));  // 29 km at 6 km/h
    EXPECT_LE(*r.events[1].when.span.earliest, at(5, 9, 11));
}

TEST(Travel, AQuarterOfAnHourForFarTooMuchIsAFigureOfSpeech) {
    Story story;
    story.tell("arrive", "On 9 May at 06:00 we were in [Arla:stop].");
    story.when().date = timeline::Date{2024, 5, 9};
    story.when().clock = oClock(6);
    story.tell("arrive", "Within ten minutes we were in [Bram:stop].");
    auto& within = story.when(text::TimeRelation::after);
    within.lowSeconds = 0;
    within.highSeconds = 600;
    const auto r = story.told(plain);
    const auto* finding = findingOf(r, "figure-of-speech");
    ASSERT_NE(finding, nullptr);
    EXPECT_NE(finding->message.find("would be 17"), std::string::npos) << finding->message;  // some 174 km/h
    EXPECT_EQ(findingOf(r, "impossible-speed"), nullptr);
    EXPECT_GE(*r.events[1].when.span.earliest, at(5, 9, 6, 10));  // the way takes its time all the same
    // What can be driven is obeyed.
    story.reading.times.back().highSeconds = 3 * timeline::hour;
    EXPECT_EQ(story.told(plain).events[1].when.span.latest, at(5, 9, 9));
}

TEST(Travel, AFigureOfSpeechSaysWhatItWouldNeed) {
    Story story;
    story.tell("state", "We could be in [Bram:ref] within ten minutes via the [Arla:ref] road.");
    auto& within = story.when();
    within.highSeconds = 600;
    const auto at = story.letters.find(U"within ten minutes");
    within.quote = {story.id, at, at + 18};
    std::vector<model::PlaceMention> mentions;
    for (const auto& m : story.reading.mentions) {
        mentions.push_back({.mention = m});
        mentions.back().place = plain.search(m.name, std::nullopt).front().place;
    }
    const auto far = tooFarFor(story.words(), mentions, story.reading.times.front());
    ASSERT_TRUE(far);
    EXPECT_EQ(far->substr(0, 51), "the 39 km as roads go from Arla to Bram would need ");
    story.reading.times.front().highSeconds = 3600;
    EXPECT_FALSE(tooFarFor(story.words(), mentions, story.reading.times.front()));
}

}  // namespace
}  // namespace retrace::reconstruct::test
