#include "panel_test.hpp"

namespace retrace::ui {
namespace {

class HelpSheet : public PanelTest {
protected:
    void SetUp() override {
        own.helpOpen = true;
        panels = [this](Requests& out) { helpSheet(facts(), layout(), own, out); };
        screen.frames(3, panels);
    }
};

TEST_F(HelpSheet, BeginsWithKeysAndMouseInTwoColumns) {
    EXPECT_TRUE(screen.shows("Keys and mouse"));
    EXPECT_TRUE(screen.shows("play, pause"));
    EXPECT_FALSE(screen.shows("QUOTE")) << "what scripts say comes last";
    EXPECT_LT(screen.middleOf("play, pause").x, screen.middleOf("go there").x);
    EXPECT_GT(screen.middleOf("go there").x, 640);
}

TEST_F(HelpSheet, HasALineForEveryKeyOfAVerb) {
    std::string missing;
    for (const document::VerbDeclaration& verb : document::verbs())
        if (!verb.key.empty() && !screen.shows(verb.key)) missing += verb.name + " ";
    EXPECT_EQ(missing, "");
}

TEST_F(HelpSheet, ShowsTheVerbsWhenAsked) {
    screen.click(screen.middleOf("Verbs for scripts"), panels);
    EXPECT_TRUE(screen.shows("choose-place QUOTE PLACE-ID"));
    screen.click(screen.middleOf("Close"), panels);
    EXPECT_FALSE(own.helpOpen);
}

}  // namespace
}  // namespace retrace::ui
