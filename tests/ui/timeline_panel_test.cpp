#include "panel_test.hpp"
#include "ui/timeline_axis.hpp"

namespace retrace::ui {
namespace {

class TimelinePanel : public PanelTest {
protected:
    void SetUp() override {
        panels = [this](Requests& out) { timelinePanel(facts(), layout(), own, out); };
        screen.frames(3, panels);
    }
    /// The transport buttons stand from the left: their middles.
    static ImVec2 button(int nth) {
        const Layout::Rect room = layout().bottom;
        return {room.x + 16 + 13 + 28.0f * static_cast<float>(nth), room.y + 12 + 13};
    }
    std::vector<std::string> verbsAfter(ImVec2 at) {
        screen.requests.clear();
        screen.click(at, panels);
        std::vector<std::string> verbs;
        for (const document::Request& request : screen.requests) verbs.push_back(request.verb);
        return verbs;
    }
};

TEST_F(TimelinePanel, HasTheTransportOfAPlayer) {
    const std::vector<std::string> wanted{"home", "step-back", "toggle-play", "step", "end"};
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(verbsAfter(button(i)), std::vector{wanted[static_cast<std::size_t>(i)]}) << i;
}

TEST_F(TimelinePanel, ChangesSpeedAndMotion) {
    EXPECT_EQ(verbsAfter(screen.middleOf("+")), std::vector<std::string>{"faster"});
    EXPECT_EQ(verbsAfter(screen.middleOf("-")), std::vector<std::string>{"slower"});
    EXPECT_EQ(verbsAfter(screen.middleOf("motion")), std::vector<std::string>{"motion"});
}

TEST_F(TimelinePanel, SelectsTheEventWhoseBarIsClicked) {
    const char* labels[] = {"Millford 06:00", "Hightown", "Eastport", "Lakeside until 21:00"};
    for (std::size_t i = 0; i < 4; ++i) {
        ASSERT_TRUE(screen.shows(labels[i])) << labels[i];
        screen.requests.clear();
        screen.click(screen.middleOf(labels[i]), panels);
        ASSERT_EQ(screen.requests.size(), 1U) << labels[i];
        EXPECT_EQ(screen.requests[0], selectEvent(reconstruction(), i)) << labels[i];
    }
}

TEST_F(TimelinePanel, MarksTheEventUnderTheMouseElsewhere) {
    screen.moveTo(screen.middleOf("Hightown"), panels);
    EXPECT_EQ(own.hoverNow, 1U);
}

TEST_F(TimelinePanel, MovesNoBarForWhatStandsThereOnlyWhileSelected) {
    for (const char* label : {"Millford 06:00", "Hightown", "Eastport"}) EXPECT_TRUE(screen.shows(label));
    given.reconstruction.events[1].presence = text::Presence::none;
    given.reconstruction.events[0].status = text::Status::background;
    screen.frames(2, panels);
    EXPECT_FALSE(screen.shows("Millford 06:00"));
    const ImVec2 others = screen.middleOf("Hightown"), ordered = screen.middleOf("Eastport");
    selection.event = 0;
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("Millford 06:00"));
    EXPECT_FLOAT_EQ(screen.middleOf("Hightown").y, others.y);
    EXPECT_FLOAT_EQ(screen.middleOf("Eastport").y, ordered.y);
}

TEST_F(TimelinePanel, LeavesBackgroundOut) {
    given.reconstruction.events[1].status = text::Status::background;
    screen.frames(2, panels);
    EXPECT_FALSE(screen.shows("Hightown"));
    EXPECT_TRUE(screen.shows("Eastport"));
}

TEST_F(TimelinePanel, TellsAnEventUnderTheMouse) {
    screen.moveTo(screen.middleOf("Hightown"), panels);
    EXPECT_TRUE(screen.shows("done by others"));
}

TEST_F(TimelinePanel, LabelsDaysAndTheStretchWithoutDays) {
    EXPECT_TRUE(screen.shows("4 May"));
    EXPECT_TRUE(screen.shows("order only: the words give no day"));
    EXPECT_FALSE(screen.shows("6 May"));
}

TEST_F(TimelinePanel, SeeksWhereTheAxisIsPressedAndDragged) {
    const Layout::Rect room = layout().bottom;
    const ImVec2 empty{room.x + room.width * 0.3f, room.y + room.height - 40};
    screen.moveTo(empty, panels);
    ImGui::GetIO().MouseDown[0] = true;
    screen.frame(panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0].verb, "seek");
    const double first = std::stod(screen.requests[0].positional.at(0).substr(1));
    screen.frames(2, panels);
    EXPECT_EQ(screen.requests.size(), 1U) << "a still mouse asks once";
    ImGui::GetIO().MousePos.x += 120;
    screen.frame(panels);
    ImGui::GetIO().MouseDown[0] = false;
    screen.frame(panels);
    ASSERT_EQ(screen.requests.size(), 2U);
    const double second = std::stod(screen.requests[1].positional.at(0).substr(1));
    EXPECT_GT(second, first);
    EXPECT_GE(first, reconstruction().begin);
    EXPECT_LE(second, reconstruction().end);
}

TEST_F(TimelinePanel, CanShowTheOrderOfTelling) {
    std::swap(given.reconstruction.events[0].told, given.reconstruction.events[3].told);
    screen.frames(2, panels);
    EXPECT_LT(screen.middleOf("Millford").x, screen.middleOf("Lakeside").x);
    screen.click(screen.middleOf("order of happening"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], (document::Request{"order", {"telling"}, {}}));
    own.orderOfTelling = true;
    screen.frames(10, panels);
    EXPECT_TRUE(own.animating) << "bars glide";
    EXPECT_GT(own.telling, 0);
    EXPECT_LT(own.telling, 1);
    screen.frames(60, panels);
    EXPECT_FALSE(own.animating);
    EXPECT_GT(screen.middleOf("Millford").x, screen.middleOf("Lakeside").x);
    EXPECT_FALSE(screen.shows("order only"));
}

TEST_F(TimelinePanel, ShowsWhyBesideTheMouse) {
    auto& when = given.reconstruction.events[1].when;
    when.derivation = {"no earlier: \"the next day\" counts from the day before; dated by the record: Ford",
                       "no later: set by the analyst (a letter)"};
    screen.moveTo(screen.middleOf("Hightown"), panels);
    EXPECT_TRUE(screen.shows("The mayor fled"));
    EXPECT_TRUE(screen.shows("No earlier than 4 May 2023, 00:00"));
    EXPECT_TRUE(screen.shows("counts from the day before"));
    EXPECT_TRUE(screen.shows("dated by the record: Ford"));
    EXPECT_TRUE(screen.shows("No later than 5 May 2023, 00:00"));
    EXPECT_TRUE(screen.shows("set by the analyst (a letter)"));
}

TEST_F(TimelinePanel, DecidesTheTimeToWhichABarIsDragged) {
    screen.moveTo(screen.middleOf("Millford 06:00"), panels);
    const Layout::Rect room = layout().bottom;
    const TimelineAxis axis = axisOf(reconstruction());
    const Layout::Rect area{room.x + 26, 0, room.width - 32 - 150, 0};
    const auto x = [&](int day, int minutes) {
        return area.x + static_cast<float>(position(axis, static_cast<double>(inParis(2023, 5, day, minutes).seconds))) * area.width;
    };
    const ImVec2 label = screen.middleOf("Millford 06:00");
    screen.moveTo({x(3, 375), label.y}, panels);
    ImGui::GetIO().MouseDown[0] = true;
    screen.frame(panels);
    EXPECT_TRUE(screen.requests.empty()) << "a press is no decision";
    screen.moveTo({x(3, 375) + (x(4, 0) - x(3, 375)) / 2, label.y}, panels);
    EXPECT_TRUE(screen.shows("Release to decide so"));
    ImGui::GetIO().MouseDown[0] = false;
    screen.frames(2, panels);
    ASSERT_EQ(screen.requests.size(), 2U);
    EXPECT_EQ(screen.requests[0], selectEvent(reconstruction(), 0));
    EXPECT_EQ(screen.requests[1].verb, "set-time");
    EXPECT_TRUE(own.timeOpen) << "a reason can be given";
    const document::Document after = document::apply(given.opened.document, screen.requests[1], given.opened.texts);
    const auto& span = std::get<model::SetTime>(after.decisions.at(0).what).span;
    EXPECT_GT(*span.earliest, inParis(2023, 5, 3, 400));
    EXPECT_EQ(*span.latest - *span.earliest, 30 * timeline::minute) << "its length is kept";
}

TEST_F(TimelinePanel, DecidesNothingWhereOnlyTheOrderIsKnown) {
    screen.moveTo(screen.middleOf("Millford 06:00"), panels);
    const ImVec2 label = screen.middleOf("Millford 06:00"), later = screen.middleOf("Lakeside until 21:00");
    screen.moveTo(label, panels);
    ImGui::GetIO().MouseDown[0] = true;
    screen.frame(panels);
    screen.moveTo({later.x, label.y}, panels);
    EXPECT_TRUE(screen.shows("Only the order is known here"));
    ImGui::GetIO().MouseDown[0] = false;
    screen.frames(2, panels);
    for (const document::Request& request : screen.requests) EXPECT_EQ(request.verb, "select-event");
}

TEST_F(TimelinePanel, SwitchesWhatCounts) {
    screen.requests.clear();
    screen.click(screen.middleOf("words"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], (document::Request{"by", {"words"}, {}}));
}

TEST_F(TimelinePanel, ShowsTheItineraryAndSelectsItsRows) {
    model::Itinerary way{.actor = "narrator"};
    way.stops = {{.order = 1, .event = 3, .mention = 4, .place = reconstruction().mentions[4].place}};
    given.reconstruction.itineraries = {way};
    own.below = Below::itinerary;
    screen.frames(3, panels);
    EXPECT_TRUE(screen.shows("speed needed"));
    screen.click(screen.middleOf("Lakeside"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], selectEvent(reconstruction(), 3));
    screen.requests.clear();
    screen.click(screen.middleOf("Copy for a spreadsheet"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0].verb, "copy-itinerary");
}

TEST_F(TimelinePanel, LeadsFromADoubtToItsWords) {
    given.reconstruction.findings.push_back(
        {"contradiction", "warning", "these cannot both be", {reconstruction().events[1].evidence[0]}, {}});
    own.below = Below::doubts;
    screen.frames(3, panels);
    EXPECT_TRUE(screen.shows("Doubts 2"));
    EXPECT_TRUE(screen.shows("Contradiction"));
    screen.click(screen.middleOf("The mayor fled"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], selectEvent(reconstruction(), 1));
    ASSERT_TRUE(own.shownQuote);
    EXPECT_EQ(*own.shownQuote, reconstruction().events[1].evidence[0]);
    EXPECT_FALSE(own.quoteScrolled) << "the testimony brings it into view";
}

TEST_F(TimelinePanel, HintsAtTheDeclaredKeys) {
    for (const document::VerbDeclaration& verb : document::verbs()) {
        if (verb.name == "present") {
            EXPECT_TRUE(screen.shows(verb.key + ": present"));
        }
        if (verb.name == "search") {
            EXPECT_TRUE(screen.shows(verb.key + ": search"));
        }
    }
}

TEST_F(TimelinePanel, ShowsTheLastMessage) {
    status = "Saved to somewhere";
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("Saved to somewhere"));
}

TEST_F(TimelinePanel, StandsForAnEmptyStory) {
    given = {};
    screen.frames(3, panels);
    EXPECT_EQ(verbsAfter(button(2)), std::vector<std::string>{"toggle-play"});
}

}  // namespace
}  // namespace retrace::ui
