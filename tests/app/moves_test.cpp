#include "app/moves.hpp"
#include "app/data_folder.hpp"
#include "app/exports.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace retrace::app {
namespace {

/// Four events; the second and the third at one moment, as sources tell it that give the day only.
class MovesTest : public testing::Test {
protected:
    void SetUp() override {
        ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
        view.size = {800, 500};
        gazetteer.emplace(openGazetteer(options));
        session = sessionOf(document::fromText("A drive",
                                               "We left Homs on 7 December 2024 at six in the morning. "
                                               "We reached Hama at noon. At three we drove to Salamiyah. "
                                               "At eight in the evening we reached Palmyra."),
                            *gazetteer, options, view);
        session.keepsState = false;
        ASSERT_GE(story().events.size(), 4U);
        std::vector<std::size_t> order(story().events.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        ASSERT_TRUE(
            std::ranges::is_sorted(order, {}, [&](std::size_t i) { return model::storyTimeOf(story(), i); }));
    }
    [[nodiscard]] const model::Reconstruction& story() const { return session.shown.reconstruction; }
    [[nodiscard]] double timeOf(std::size_t event) const { return model::storyTimeOf(story(), event); }

    CaseOptions options;
    scene::View view;
    std::optional<gazetteer::Gazetteer> gazetteer;
    Session session;
};

TEST_F(MovesTest, AStepGoesToTheNextEventAndSelectsIt) {
    seekTo(session, (timeOf(1) + timeOf(2)) / 2);
    session.playing = true;
    session.selection.mention = 0;
    stepEvent(session, +1);
    EXPECT_EQ(session.selection.event, 2U);
    EXPECT_FALSE(session.selection.mention);
    EXPECT_FALSE(session.playing);
    EXPECT_NEAR(storyNow(session), timeOf(2), 1);
    stepEvent(session, -1);
    EXPECT_EQ(session.selection.event, 1U);
    EXPECT_NEAR(storyNow(session), timeOf(1), 1);
}

TEST_F(MovesTest, EventsOfOneMomentAreGoneThroughOneByOne) {
    auto& events = session.shown.reconstruction.events;
    events[2].when = events[1].when;
    events[2].shown = events[1].shown = timeOf(1);
    ASSERT_EQ(timeOf(1), timeOf(2));
    seekTo(session, timeOf(0));
    session.selection.event = 0;
    for (const std::size_t expected : {1U, 2U, 3U}) {
        stepEvent(session, +1);
        EXPECT_EQ(session.selection.event, expected);
    }
    for (const std::size_t expected : {2U, 1U, 0U}) {
        stepEvent(session, -1);
        EXPECT_EQ(session.selection.event, expected);
    }
}

TEST_F(MovesTest, BeyondTheLastEventLieTheEndAndTheBeginning) {
    const std::size_t last = story().events.size() - 1;
    seekTo(session, timeOf(last));
    session.selection.event = last;
    stepEvent(session, +1);
    EXPECT_NEAR(storyNow(session), story().end, 1);
    seekTo(session, timeOf(0));
    session.selection.event = 0;
    stepEvent(session, -1);
    EXPECT_NEAR(storyNow(session), story().begin, 1);
}

TEST_F(MovesTest, ADecisionOnThePlaceInHandFliesThere) {
    const std::size_t mention = story().events[1].to.front().mention;
    selectMention(session, mention, view);
    while (session.flight) advance(session, 0.1, view);
    Case other = session.shown;
    geo::Place elsewhere = *other.reconstruction.mentions[mention].place;
    elsewhere.id = "user:hill";
    elsewhere.where.at = {38.9, 35.9};
    other.reconstruction.mentions[mention].place = elsewhere;
    adopt(session, other);
    ASSERT_TRUE(session.goTo);
    advance(session, 0.016, view);
    ASSERT_TRUE(session.flight);
    EXPECT_EQ(session.flight->to.center, elsewhere.where.at);
    EXPECT_FALSE(session.follow);
    while (session.flight) advance(session, 0.1, view);
    EXPECT_EQ(cameraNow(session, view).center, elsewhere.where.at);
}

TEST_F(MovesTest, NothingFliesWhereThePlaceStaysOrTheReplayRuns) {
    const std::size_t mention = story().events[1].to.front().mention;
    selectMention(session, mention, view);
    while (session.flight) advance(session, 0.1, view);
    adopt(session, Case(session.shown));
    EXPECT_FALSE(session.goTo);
    Case other = session.shown;
    other.reconstruction.mentions[mention].place->id = "user:hill";
    other.reconstruction.mentions[mention].place->where.at = {38.9, 35.9};
    adopt(session, other);
    session.playing = true;
    advance(session, 0.016, view);
    EXPECT_FALSE(session.flight);
    EXPECT_FALSE(session.goTo) << "nor later, when the replay rests";
}

TEST_F(MovesTest, TheCameraSaysWhichFlightItIsOn) {
    EXPECT_FALSE(cameraNow(session, view).flight);
    const geo::Camera from = cameraNow(session, view), to{{38, 36}, 9};
    flyTo(session, to, view);
    ASSERT_TRUE(session.flight);
    const double seconds = session.flight->seconds;
    for (double elapsed = 0; elapsed < seconds; elapsed += seconds / 8) {
        session.flight->elapsed = elapsed;
        const scene::Look look = cameraNow(session, view);
        ASSERT_TRUE(look.flight);
        EXPECT_EQ(*look.flight, (scene::Flight{from, to, seconds, elapsed}));
        if (elapsed == 0) {
            EXPECT_EQ(geo::Camera(look), from);
        }
    }
    advance(session, seconds, view);
    EXPECT_EQ(geo::Camera(cameraNow(session, view)), to);
    EXPECT_FALSE(cameraNow(session, view).flight);
    session.motion = false;
    flyTo(session, from, view);
    EXPECT_FALSE(cameraNow(session, view).flight) << "steps, no motion";
}

}  // namespace
}  // namespace retrace::app
