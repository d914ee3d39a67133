#include "reconstruct/build_itinerary.hpp"
#include "reconstruct/claims.hpp"

#include "little_map.hpp"

#include <gtest/gtest.h>

namespace retrace::reconstruct::test {
namespace {

const Lookup plain =
    drawnMap("A.....B.....C.....D", {{'A', "Arla"}, {'B', "Bram"}, {'C', "Corl"}, {'D', "Dorn"}});

Story undatedThenDated() {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We went to [Bram:stop].");
    story.tell("move", "On 9 May at six we left for [Corl:stop].");
    auto& time = story.when();
    time.date = timeline::Date{2024, 5, 9};
    time.clock = oClock(6);
    story.tell("move", "We went on to [Dorn:stop].");
    return story;
}

TEST(StoryTime, undatedEventsStandEvenlyBeforeTheFirstDate) {
    const auto r = undatedThenDated().told(plain);
    const double six = static_cast<double>(at(5, 9, 6).seconds);
    EXPECT_DOUBLE_EQ(*r.events[2].shown, six);
    EXPECT_DOUBLE_EQ(*r.events[2].shown - *r.events[1].shown, *r.events[1].shown - *r.events[0].shown);
    EXPECT_TRUE(model::isOrderOnly(r, *r.events[0].shown));
    EXPECT_TRUE(model::isOrderOnly(r, six - 1));
    EXPECT_FALSE(model::isOrderOnly(r, six));
    EXPECT_TRUE(model::isOrderOnly(r, *r.events[3].shown));  // after the last date again
}

TEST(StoryTime, undatedEventsKeepToTheirBoundsOutsideTheDates) {
    const auto story = undatedThenDated();
    const auto told = [&](std::size_t statement, const timeline::Span& span) {
        return model::Decision{.anchor = {story.reading.statements[statement].evidence,
                                          text::words(story.words().sources[0], story.reading.statements[statement].evidence)},
                               .what = model::SetTime{span, ""},
                               .certainty = "certain"};
    };
    const timeline::Span noLater{std::nullopt, at(5, 2, 0), {timeline::Origin::decision}},
        noEarlier{at(6, 20, 0), std::nullopt, {timeline::Origin::decision}};
    const auto r = story.told(plain, {told(1, noLater), told(3, noEarlier)});
    EXPECT_LE(*r.events[1].shown, static_cast<double>(at(5, 2, 0).seconds));
    EXPECT_LT(*r.events[0].shown, *r.events[1].shown);
    EXPECT_GE(*r.events[3].shown, static_cast<double>(at(6, 20, 0).seconds));
    EXPECT_TRUE(model::isOrderOnly(r, *r.events[3].shown)) << "no day is told";
}

TEST(StoryTime, nothingDatedStartsAtNought) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    story.tell("move", "We went to [Bram:stop].");
    const auto r = story.told(plain);
    EXPECT_DOUBLE_EQ(r.begin, 0);
    EXPECT_TRUE(model::isOrderOnly(r, r.begin));
    EXPECT_TRUE(model::isOrderOnly(r, *r.events.back().shown));
    EXPECT_TRUE(model::isOrderOnly(r, r.end));  // no date is made up for the last of the motion
}

TEST(StoryTime, withoutALineOfTheNarratorsOwnNothingIsDated) {
    Story story;
    story.tell("attack", "They attacked [Bram:other].").status = text::Status::otherActor;
    const auto r = story.told(plain);
    EXPECT_TRUE(model::isOrderOnly(r, r.begin));
    EXPECT_TRUE(model::isOrderOnly(r, r.end));
}

TEST(StoryTime, stopsAndLegsNeverRunBackwards) {
    const auto r = undatedThenDated().told(plain);
    const auto& way = r.itineraries.front();
    ASSERT_EQ(way.legs.size(), 3U);
    for (std::size_t i = 0; i < way.stops.size(); ++i) {
        EXPECT_LE(way.stops[i].arrive, way.stops[i].leave);
        if (i > 0) {
            EXPECT_LE(way.stops[i - 1].leave, way.stops[i].arrive);
        }
    }
    for (const auto& leg : way.legs) {
        EXPECT_LT(leg.depart, leg.arrive);
        EXPECT_GE(leg.depart, way.stops[leg.fromStop].arrive);
        EXPECT_LE(leg.arrive, way.stops[leg.toStop].arrive);
    }
    // Six o'clock is when they left, not when they were there.
    EXPECT_DOUBLE_EQ(way.legs[1].depart, *r.events[2].shown);
    EXPECT_GE(r.end, way.stops.back().arrive);
}

TEST(StoryTime, everyInstantHasAPlaceOnceTheFirstIsReached) {
    const auto r = undatedThenDated().told(plain);
    for (double t = r.itineraries.front().stops.front().arrive; t <= r.end; t += 600)
        ASSERT_TRUE(model::at(r.itineraries.front(), t)) << t;
}

TEST(Claims, aRecordWithOneBoundStandsAtItAndOneWithoutAnyIsLeftOut) {
    model::Reconstruction r;
    r.record.resize(2);
    r.record[0].when.latest = timeline::Instant{1000};
    const auto claims = controlClaims(r, Words{});
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_DOUBLE_EQ(claims[0].at, 1000);
}

TEST(Claims, statedChangesOfHandsAndTheRecord) {
    Story story;
    story.tell("deploy", "We stood at [Arla:stop].");
    auto& taken = story.tell("capture", "The insurgents took [Bram:other].");
    taken.actor = "insurgents";
    taken.status = text::Status::otherActor;
    taken.presence = text::Presence::none;
    taken.voice = text::Voice::reported;
    auto& held = story.tell("capture", "They could not take [Arla:ref].");
    held.status = text::Status::negated;
    model::RecordRow row{.row = 2,
                         .place = "Corl",
                         .toSide = "opposition",
                         .where = {{36.5, 36}, 1000},
                         .when = {at(5, 9, 0), at(5, 9, 12), {}}};
    const auto r = story.told(plain, {}, {row});
    const auto claims = changesOf(r);
    ASSERT_EQ(claims.size(), 3U);
    EXPECT_EQ(claims[0].side, "insurgents");
    EXPECT_EQ(claims[0].certainty, "reported");
    EXPECT_EQ(claims[0].place->name, "Bram");
    EXPECT_TRUE(claims[1].negated);
    EXPECT_EQ(claims[2].certainty, "recorded");
    EXPECT_TRUE(claims[2].dated);
    EXPECT_EQ(claims[2].record, std::optional<std::size_t>(0));
}

}  // namespace
}  // namespace retrace::reconstruct::test
