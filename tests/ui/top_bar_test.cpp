#include "panel_test.hpp"

namespace retrace::ui {
namespace {

class ClockOnTop : public PanelTest {
protected:
    void SetUp() override {
        panels = [this](Requests& out) { topBar(facts(), layout(), own, out); };
        screen.frames(3, panels);
    }
    void at(model::StoryTime t) {
        now = t;
        screen.frames(2, panels);
    }
};

TEST_F(ClockOnTop, KeepsTheDayStillWhereTheHourIsAbsent) {
    at(static_cast<double>(inParis(2023, 5, 3, 370).seconds));
    ASSERT_TRUE(screen.shows("06:10"));
    const ImVec2 withHour = screen.middleOf("Wed 3 May");
    given.reconstruction.events[0].when.clock.reset();
    given.reconstruction.events[0].when.span = {inParis(2023, 5, 3, 0), inParis(2023, 5, 4, 0), {}};
    screen.frames(2, panels);
    ASSERT_FALSE(screen.shows("06:10"));
    EXPECT_FLOAT_EQ(screen.middleOf("Wed 3 May").x, withHour.x);
    EXPECT_TRUE(screen.shows("no hour")) << "its room is not left bare";
}

TEST_F(ClockOnTop, ExplainsTheZoneOfTheClock) {
    at(static_cast<double>(inParis(2023, 5, 3, 370).seconds));
    EXPECT_TRUE(screen.shows("time of Paris"));
    given.opened.document.zone.clear();
    screen.moveTo(screen.middleOf("time of Paris"), panels);
    EXPECT_TRUE(screen.shows("from the places named"));
    given.opened.document.zone = "Europe/Paris";
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("as the document says"));
}

TEST_F(ClockOnTop, AFilmThatIsWrittenCanBeStoppedInSight) {
    EXPECT_FALSE(screen.shows("Stop the film"));
    own.exportProgress = "Frame 12 of 300 is written.";
    screen.frames(2, panels);
    screen.click(screen.middleOf("Stop the film"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0].verb, "cancel-export");
}

}  // namespace
}  // namespace retrace::ui
