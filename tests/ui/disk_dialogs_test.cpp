#include "panel_test.hpp"

namespace retrace::ui {
namespace {

class DiskDialogs : public PanelTest {
protected:
    void SetUp() override {
        panels = [this](Requests& out) { retrace::ui::panels(facts(), layout(), own, out); };
    }
};

TEST_F(DiskDialogs, AFileThatAnotherProgramWroteIsOverwrittenOnlyWhenAskedFor) {
    for (const char* button : {"Overwrite it", "Save as", "Cancel"}) {
        own.changedOnDisk = "/somewhere/case.retrace";
        EXPECT_TRUE(dialogOpen(own));
        screen.requests.clear();
        screen.frames(3, panels);
        EXPECT_TRUE(screen.shows("/somewhere/case.retrace"));
        screen.click(screen.middleOf(button), panels);
        EXPECT_FALSE(dialogOpen(own)) << button;
        if (std::string(button) == "Cancel") {
            EXPECT_TRUE(screen.requests.empty());
            continue;
        }
        ASSERT_EQ(screen.requests.size(), 1U) << button;
        const bool over = std::string(button) == "Overwrite it";
        EXPECT_EQ(screen.requests[0], over ? (document::Request{"save-as", {"/somewhere/case.retrace"}, {{"overwrite", "yes"}}})
                                           : (document::Request{"save-as", {}, {}}));
    }
}

TEST_F(DiskDialogs, LeavingDuringAFilmStopsItOnlyWhenAskedFor) {
    own.leavingExport = document::Request{"quit", {}, {{"discard", "yes"}}};
    own.exportProgress = "Frame 12 of 300 is written.";
    screen.frames(3, panels);
    EXPECT_TRUE(screen.shows("Frame 12 of 300"));
    screen.click(screen.middleOf("Go on writing"), panels);
    EXPECT_TRUE(screen.requests.empty());
    EXPECT_FALSE(dialogOpen(own));
    own.leavingExport = document::Request{"quit", {}, {{"discard", "yes"}}};
    screen.frames(3, panels);
    screen.click(screen.middleOf("Stop it and leave"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], (document::Request{"quit", {}, {{"abandon", "yes"}, {"discard", "yes"}}}));
}

TEST_F(DiskDialogs, ALongPastedTextIsReadToItsEnd) {
    own.pasteOpen = true;
    for (int i = 0; own.pasted.size() < 1'500'000; ++i) own.pasted += "Line " + std::to_string(i) + " of a long account.\n";
    own.pasted += "the end";
    const std::string whole = own.pasted;
    screen.frames(3, panels);
    screen.click(screen.middleOf("Read it"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0].named["text"], whole);
}

}  // namespace
}  // namespace retrace::ui
