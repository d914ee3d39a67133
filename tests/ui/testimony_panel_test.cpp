#include "panel_test.hpp"

namespace retrace::ui {
namespace {

class TestimonyPanel : public PanelTest {
protected:
    void SetUp() override {
        panels = [this](Requests& out) { testimonyPanel(facts(), layout(), own, out); };
        screen.frames(3, panels);
    }
};

TEST_F(TestimonyPanel, ShowsEveryWordOfTheText) {
    for (const char* words : {"Oldbridge", "Millford", "ca\u00f1on", "Hightown", "Lakeside", "driver's"})
        EXPECT_TRUE(screen.shows(words)) << words;
}

TEST_F(TestimonyPanel, SelectsTheMentionThatIsClicked) {
    for (const std::size_t mention : {0U, 1U, 4U}) {
        screen.requests.clear();
        screen.click(screen.middleOf(reconstruction().mentions[mention].mention.surface), panels);
        ASSERT_EQ(screen.requests.size(), 1U) << mention;
        EXPECT_EQ(screen.requests[0], selectMention(reconstruction(), mention));
    }
}

TEST_F(TestimonyPanel, SelectsTheEventOfTheWordsThatAreClicked) {
    screen.click(screen.middleOf("stood"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], (document::Request{"select-event", {"e@190"}, {}}));
}

TEST_F(TestimonyPanel, AsksNothingForOtherWordsOrByTheMouseAlone) {
    screen.click(screen.middleOf("driver's"), panels);
    screen.moveTo(screen.middleOf("Millford"), panels);
    EXPECT_TRUE(screen.requests.empty());
}

TEST_F(TestimonyPanel, TellsWhatAMentionIsUnderTheMouse) {
    EXPECT_FALSE(screen.shows("two towns bear the name"));
    screen.moveTo(screen.middleOf("Millford"), panels);
    EXPECT_TRUE(screen.shows("two towns bear the name"));
}

TEST_F(TestimonyPanel, NamesWhatTheTextIs) {
    given.opened.document.sources[0].note = "A retelling and not a source";
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("A retelling and not a source"));
}

TEST_F(TestimonyPanel, FollowsTheRunningSentence) {
    std::string words;
    for (int i = 0; i < 900; ++i) words += "quiet words ";
    model::Reconstruction& r = given.reconstruction;
    r.sources[0] = text::readSource(r.sources[0].id,
                                    std::string(smallWords) + "\n" + words + "\n\nAt last we came home.\n");
    r.events[3].evidence = {quoteFor(r.sources[0], "At last we came home.")};
    screen.frames(3, panels);
    EXPECT_FALSE(screen.shows("came home"));
    now = storyTimeOf(r, 3);
    screen.frames(4, panels);
    EXPECT_TRUE(screen.shows("came home"));
    EXPECT_EQ(own.scrolledToEvent, 3U);
}

TEST_F(TestimonyPanel, SaysWhatToDoWhereNothingIsOpen) {
    given = {};
    screen.frames(3, panels);
    EXPECT_TRUE(screen.shows("No text is open"));
    EXPECT_TRUE(screen.shows("Ctrl+O"));
}

TEST_F(TestimonyPanel, TakesMarksAnewWhenADecisionReordersTheEvents) {
    std::swap(given.reconstruction.events[0], given.reconstruction.events[3]);
    screen.frames(2, panels);
    screen.click(screen.middleOf("stood"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0].positional, std::vector<std::string>{"e@190"});
}

}  // namespace
}  // namespace retrace::ui
