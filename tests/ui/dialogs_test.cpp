#include "panel_test.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace retrace::ui {
namespace {

namespace fs = std::filesystem;

class Dialogs : public PanelTest {
protected:
    void SetUp() override {
        panels = [this](Requests& out) { retrace::ui::panels(facts(), layout(), own, out); };
        screen.frames(2, panels);
    }
};

TEST_F(Dialogs, SearchFindsAMentionAndEnterSelectsIt) {
    own.searchOpen = true;
    screen.frames(3, panels);
    screen.type("hight", panels);
    EXPECT_EQ(own.search, "hight");
    EXPECT_TRUE(screen.shows("other-actor · Hightown"));
    screen.press(ImGuiKey_Enter, panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], selectMention(reconstruction(), 2));
    EXPECT_FALSE(own.searchOpen);
}

TEST_F(Dialogs, SearchFindsWordsOfTheTestimonyInAnyCase) {
    own.searchOpen = true;
    screen.frames(3, panels);
    screen.type("BY NINE", panels);
    screen.press(ImGuiKey_Enter, panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], selectEvent(reconstruction(), 3));
}

TEST_F(Dialogs, SearchSaysThatNothingWasFound) {
    own.searchOpen = true;
    screen.frames(3, panels);
    screen.type("zzz", panels);
    EXPECT_TRUE(screen.shows("Nothing bears these words"));
    screen.press(ImGuiKey_Enter, panels);
    EXPECT_TRUE(screen.requests.empty());
}

TEST_F(Dialogs, HelpListsEveryVerbWithWhatItDoes) {
    own.helpOpen = own.helpVerbs = true;
    screen.frames(3, panels);
    std::map<std::string, bool> seen;
    for (int page = 0; page < 40; ++page) {
        for (const document::VerbDeclaration& verb : document::verbs())
            if (screen.shows(verb.name) && screen.shows(verb.help.substr(0, 20))) seen[verb.name] = true;
        ImGui::GetIO().MousePos = {640, 400};
        ImGui::GetIO().MouseWheel = -1;
        screen.frames(2, panels);
    }
    for (const document::VerbDeclaration& verb : document::verbs()) EXPECT_TRUE(seen[verb.name]) << verb.name;
    screen.click(screen.middleOf("Close"), panels);
    EXPECT_FALSE(own.helpOpen);
}

TEST_F(Dialogs, PastedTextBecomesANewCase) {
    own.pasteOpen = true;
    own.pasted = "We left at dawn.";
    screen.frames(3, panels);
    screen.click(screen.middleOf("Read it"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], (document::Request{"new-text", {}, {{"text", "We left at dawn."}}}));
    EXPECT_FALSE(own.pasteOpen);
}

TEST_F(Dialogs, TheMouseAloneTakesWordsFromTheClipboard) {
    own.pasteOpen = true;
    own.pasted = "Old words.";
    ImGui::SetClipboardText("We reached the ford at noon.");
    screen.frames(3, panels);
    screen.click(screen.middleOf("From the clipboard"), panels);
    EXPECT_EQ(own.pasted, "We reached the ford at noon.");
    EXPECT_TRUE(own.pasteOpen);
}

TEST_F(Dialogs, NothingPastedIsNoCase) {
    own.pasteOpen = true;
    screen.frames(3, panels);
    screen.click(screen.middleOf("Read it"), panels);
    EXPECT_TRUE(screen.requests.empty());
    screen.click(screen.middleOf("Cancel"), panels);
    EXPECT_FALSE(own.pasteOpen);
}

TEST_F(Dialogs, ThePresentationShowsItsControlsOnlyWhileTheMouseMoves) {
    panels = [this](Requests& out) {
        const Facts base = facts();
        const Facts presenting{.opened = base.opened,
                               .document = base.document,
                               .reconstruction = base.reconstruction,
                               .cues = base.cues,
                               .present = true};
        retrace::ui::panels(presenting, layoutFor({1280, 800}, 1, true), own, out);
    };
    own.mouseRest = 10;
    screen.frames(3, panels);
    screen.frames(1, panels);
    EXPECT_TRUE(screen.shown().empty());
    screen.moveTo({500, 300}, panels);
    screen.moveTo({510, 300}, panels);
    EXPECT_TRUE(screen.shows("Leave (Esc)"));
    screen.click(screen.middleOf("Leave (Esc)"), panels);
    ASSERT_FALSE(screen.requests.empty());
    EXPECT_EQ(screen.requests.back(), (document::Request{"present", {"off"}, {}}));
    screen.moveTo({500, 300}, panels);
    screen.frames(200, panels);
    EXPECT_TRUE(screen.shown().empty()) << "three seconds later";
}

TEST_F(Dialogs, ADraftIsOfferedWithThreeAnswers) {
    const DraftOffer offer{"/drafts/d.retrace", "/cases/c.retrace", "The driver", "3 May 2023, 18:05",
                           "2 decisions that the file does not have"};
    own.drafts = {offer};
    screen.frames(3, panels);
    EXPECT_TRUE(screen.shows("The driver, 3 May 2023, 18:05"));
    EXPECT_TRUE(screen.shows("2 decisions that the file does not have."));
    const std::map<std::string, std::string> named{{"draft", "/drafts/d.retrace"}};
    screen.click(screen.middleOf("Recover"), panels);
    screen.click(screen.middleOf("Discard"), panels);
    screen.click(screen.middleOf("Keep both"), panels);
    EXPECT_EQ(
        screen.requests,
        (Requests{{"recover-draft", {}, named}, {"discard-draft", {}, named}, {"keep-draft", {}, named}}));
    EXPECT_TRUE(dialogOpen(own));
    screen.click(screen.middleOf("Later"), panels);
    EXPECT_FALSE(dialogOpen(own));
    EXPECT_EQ(own.drafts.size(), 1U) << "asked again at the next start";
}

TEST_F(Dialogs, UnsavedDecisionsAreAskedAboutBeforeLeaving) {
    own.leaving = document::Request{"quit", {}, {}};
    screen.frames(3, panels);
    screen.click(screen.middleOf("Leave, keep the draft"), panels);
    EXPECT_EQ(screen.requests, (Requests{{"quit", {}, {{"discard", "yes"}}}}));
    EXPECT_FALSE(own.leaving);
}

class FileDialog : public Dialogs {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "retrace-files-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
        fs::create_directory(folder / "inner");
        for (const char* file : {"a.txt", "b.retrace", "c.png", ".hidden.txt", "inner/d.txt"})
            std::ofstream(folder / file) << "words";
        own.folder = folder;
        own.fileOpen = true;
        Dialogs::SetUp();
        screen.frames(2, panels);
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    fs::path folder;
};

TEST_F(FileDialog, ListsFoldersTextsAndDocumentsOnly) {
    EXPECT_TRUE(screen.shows("inner/a.txtb.retrace"));
    EXPECT_FALSE(screen.shows("c.png"));
    EXPECT_FALSE(screen.shows(".hidden"));
}

TEST_F(FileDialog, OpensTheChosenFile) {
    screen.click(screen.middleOf("a.txt"), panels);
    EXPECT_EQ(own.fileName, "a.txt");
    EXPECT_TRUE(screen.requests.empty());
    screen.click(screen.middleOf("Open", screen.count("Open") - 1), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], (document::Request{"open", {(folder / "a.txt").string()}, {}}));
    EXPECT_FALSE(own.fileOpen);
}

TEST_F(FileDialog, OpensAFileThatIsClickedTwice) {
    screen.doubleClick(screen.middleOf("b.retrace"), panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0].positional, std::vector<std::string>{(folder / "b.retrace").string()});
}

TEST_F(FileDialog, EntersAFolderAndComesBack) {
    screen.click(screen.middleOf("inner/"), panels);
    EXPECT_EQ(own.folder, folder / "inner");
    screen.wait(panels);
    EXPECT_TRUE(screen.shows("d.txt"));
    screen.click(screen.middleOf(".."), panels);
    EXPECT_EQ(own.folder, folder);
}

TEST_F(FileDialog, OpensNothingWhenAFolderIsClickedTwice) {
    for (int i = 0; i < 8; ++i)
        std::ofstream(folder / "inner" / ("e" + std::to_string(i) + ".txt")) << "words";
    screen.doubleClick(screen.middleOf("inner/"), panels);
    EXPECT_EQ(own.folder, folder / "inner");
    EXPECT_TRUE(screen.requests.empty());
}

TEST_F(FileDialog, SavesUnderTheNameThatIsTyped) {
    own.fileForSave = true;
    screen.frames(2, panels);
    screen.click(screen.middleOf("name.retrace"), panels);
    screen.type("mine", panels);
    screen.press(ImGuiKey_Enter, panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], (document::Request{"save-as", {(folder / "mine.retrace").string()}, {}}));
}

TEST_F(FileDialog, SaysThatAFolderIsEmpty) {
    fs::create_directory(folder / "inner" / "bare");
    own.folder = folder / "inner" / "bare";
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("No texts (.txt) or documents (.retrace) here"));
    own.folder = folder / "nowhere";
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("not there any more"));
}

TEST_F(FileDialog, GoesByKeysAlone) {
    screen.press(ImGuiKey_DownArrow, panels);  // inner/
    screen.press(ImGuiKey_Enter, panels);
    EXPECT_EQ(own.folder, folder / "inner");
    screen.press(ImGuiKey_Backspace, panels);
    EXPECT_EQ(own.folder, folder);
    screen.press(ImGuiKey_DownArrow, panels);
    screen.press(ImGuiKey_DownArrow, panels);
    screen.press(ImGuiKey_DownArrow, panels);
    EXPECT_EQ(own.fileName, "b.retrace");
    screen.press(ImGuiKey_UpArrow, panels);
    EXPECT_TRUE(screen.requests.empty());
    screen.press(ImGuiKey_Enter, panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0], (document::Request{"open", {(folder / "a.txt").string()}, {}}));
}

TEST_F(FileDialog, ShowsHiddenFilesWhenAsked) {
    screen.click(screen.middleOf("Hidden"), panels);
    EXPECT_TRUE(screen.shows(".hidden.txt"));
}

TEST_F(FileDialog, ListsAThousandFilesAndScrollsToTheOneGoneTo) {
    for (int i = 1000; i < 2000; ++i)
        std::ofstream(folder / "inner" / (std::to_string(i) + ".txt")) << "words";
    own.folder = folder / "inner";
    screen.frames(3, panels);
    EXPECT_TRUE(screen.shows("1000.txt"));
    EXPECT_FALSE(screen.shows("1500.txt"));
    screen.press(ImGuiKey_UpArrow, panels);  // the last
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("d.txt"));
    EXPECT_EQ(own.fileName, "d.txt");
}

TEST_F(FileDialog, OffersANameFromTheTitle) {
    own.fileOpen = false;
    screen.frames(2, panels);
    own.fileOpen = own.fileForSave = true;
    screen.frames(3, panels);
    EXPECT_EQ(own.fileName, "the-driver.retrace");
    screen.press(ImGuiKey_Enter, panels);
    ASSERT_EQ(screen.requests.size(), 1U);
    EXPECT_EQ(screen.requests[0].positional, std::vector{(folder / "the-driver.retrace").string()});
}

class TopBar : public Dialogs {};

TEST_F(TopBar, ShowsTitleClockAndZone) {
    now = model::storyTimeOf(reconstruction(), 0);
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("The driver"));
    EXPECT_TRUE(screen.shows("Wed 3 May 2023 06:00"));
    now = model::storyTimeOf(reconstruction(), 3);
    screen.frames(2, panels);
    EXPECT_TRUE(screen.shows("Day not stated until 21:00"));
}

TEST_F(TopBar, MenuAsksForVerbsByTheirDeclaredKeys) {
    undoName = "choose-place";
    const auto open = [&] {
        screen.click(screen.middleOf("File"), panels);
        screen.wait(panels);
    };
    open();
    const std::map<std::string, std::string> items{
        {"Save as\u2026", "save-as"}, {"Undo choose-place", "undo"},
        {"Present", "present"},       {"Dark theme", "theme"},
        {"Graticule", "graticule"},   {"Write this picture", "export-picture"}};
    for (const auto& [label, name] : items)
        for (const document::VerbDeclaration& verb : document::verbs())
            if (verb.name == name) {
                EXPECT_TRUE(screen.shows(label + verb.key)) << label << " with " << verb.key;
            }
    for (const auto& [label, name] : items) {
        if (!screen.shows(label)) open();
        screen.requests.clear();
        screen.click(screen.middleOf(label), panels);
        ASSERT_EQ(screen.requests.size(), 1U) << label;
        EXPECT_EQ(screen.requests[0].verb, name);
    }
}

TEST_F(TopBar, LetsNothingBeUndoneThatWasNotDone) {
    screen.click(screen.middleOf("File"), panels);
    screen.wait(panels);
    screen.click(screen.middleOf("Undo"), panels);
    EXPECT_TRUE(screen.requests.empty());
}

}  // namespace
}  // namespace retrace::ui
