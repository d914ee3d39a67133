#include "app/drafts.hpp"
#include "app/data_folder.hpp"
#include "app/play.hpp"
#include "app/session.hpp"
#include "app/session_files.hpp"
#include "geo/error.hpp"
#include "ui/requests.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

namespace retrace::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* words = "We left Homs for Hama at six in the morning. In Salamiyah we rested.";

std::string bytesOf(const fs::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

/// A text and a document of it in a folder with a state folder of its own; a session ends as in a crash.
class DraftsTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "retrace-drafts-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = fs::canonical(name);
        ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
        ::setenv("XDG_STATE_HOME", (folder / "state").c_str(), 1);
        view.size = {800, 500};
        gazetteer.emplace(openGazetteer(options));
        std::ofstream(folder / "own.txt") << words;
        Session s = openSession(folder / "own.txt", *gazetteer, options, view);
        ask(s, "save-as", {file().string()});
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    [[nodiscard]] fs::path file() const { return folder / "case.retrace"; }
    void ask(Session& s, const std::string& verb, std::vector<std::string> positional = {},
             std::map<std::string, std::string> named = {}) {
        carryOut(s, {verb, std::move(positional), std::move(named)}, *gazetteer, view);
        if (s.stale) refresh(s, *gazetteer);
    }
    void ignore(Session& s, std::size_t mention, const std::string& reason) {
        ask(s, "ignore-mention", {ui::quoteArgument(s.shown.reconstruction.mentions.at(mention).mention.quote)}, {{"reason", reason}});
    }
    Session open(const fs::path& path) { return openSession(path, *gazetteer, options, view); }
    /// A decision is taken and the program ends without a word.
    void crashWithADecision(const std::string& reason = "before the crash") {
        Session s = open(file());
        ignore(s, 0, reason);
    }
    static std::string firstReason(const document::Document& document) {
        return document.decisions.empty() ? "none" : document.decisions.front().reason;
    }

    fs::path folder;
    CaseOptions options;
    scene::View view;
    std::optional<gazetteer::Gazetteer> gazetteer;
};

TEST_F(DraftsTest, NothingIsOfferedWhereAllIsSaved) {
    EXPECT_TRUE(open(file()).panels.drafts.empty());
    Session s = open(file());
    ignore(s, 0, "saved");
    ask(s, "save");
    EXPECT_TRUE(open(file()).panels.drafts.empty());
    EXPECT_TRUE(draftsLeft().empty());
}

TEST_F(DraftsTest, ADraftIsOfferedWithWhatItHoldsAndWhen) {
    crashWithADecision();
    const Session s = open(file());
    ASSERT_EQ(s.panels.drafts.size(), 1U);
    EXPECT_EQ(s.panels.drafts[0].of, file());
    EXPECT_EQ(s.panels.drafts[0].what.substr(0, 38), "1 decision that the file does not have");
    EXPECT_NE(s.panels.drafts[0].when.find(':'), std::string::npos);
    EXPECT_TRUE(s.history.current().decisions.empty()) << "nothing is taken over unasked";
}

TEST_F(DraftsTest, RecoveringIsOneStepThatUndoTakesBack) {
    crashWithADecision();
    Session s = open(file());
    const std::string before = bytesOf(file());
    ask(s, "recover-draft");
    EXPECT_EQ(firstReason(s.history.current()), "before the crash");
    EXPECT_TRUE(s.shown.reconstruction.mentions[0].ignored);
    EXPECT_TRUE(s.history.changedSinceSave());
    EXPECT_TRUE(s.panels.drafts.empty());
    EXPECT_EQ(s.file, file());
    EXPECT_EQ(bytesOf(file()), before) << "only saving writes the file";
    ask(s, "undo");
    EXPECT_TRUE(s.history.current().decisions.empty());
    ask(s, "redo");
    ask(s, "save");
    EXPECT_EQ(firstReason(open(file()).history.current()), "before the crash");
}

TEST_F(DraftsTest, RecoveredWorkOutlivesASecondCrash) {
    crashWithADecision();
    {
        Session s = open(file());
        ask(s, "recover-draft");
    }
    Session s = open(file());
    ASSERT_EQ(s.panels.drafts.size(), 1U);
    ask(s, "recover-draft");
    EXPECT_EQ(firstReason(s.history.current()), "before the crash");
}

TEST_F(DraftsTest, ADecisionBeforeTheAnswerDoesNotWriteOverTheDraft) {
    crashWithADecision();
    Session s = open(file());
    ignore(s, 1, "after the crash");
    ASSERT_EQ(s.panels.drafts.size(), 1U);
    EXPECT_EQ(firstReason(readDraft(s.panels.drafts[0].draft).document), "before the crash");
    EXPECT_EQ(firstReason(readDraft(draftOf(s)).document), "after the crash");
    ask(s, "recover-draft");
    EXPECT_EQ(firstReason(s.history.current()), "before the crash");
    ask(s, "undo");
    EXPECT_EQ(firstReason(s.history.current()), "after the crash");
}

TEST_F(DraftsTest, SavingBeforeTheAnswerKeepsTheDraft) {
    crashWithADecision();
    Session s = open(file());
    ask(s, "save-as", {(folder / "other.retrace").string()});
    ASSERT_EQ(s.panels.drafts.size(), 1U);
    EXPECT_TRUE(fs::exists(s.panels.drafts[0].draft));
}

TEST_F(DraftsTest, DiscardingOffersItNoMoreAndKeepsACopy) {
    crashWithADecision();
    Session s = open(file());
    ask(s, "discard-draft");
    EXPECT_TRUE(s.panels.drafts.empty());
    EXPECT_TRUE(open(file()).panels.drafts.empty());
    std::size_t kept = 0;
    for (const auto& entry : fs::directory_iterator(folder / "state/retrace/discarded"))
        kept += fs::exists(entry.path() / "draft.retrace") ? 1 : 0;
    EXPECT_EQ(kept, 1U);
}

TEST_F(DraftsTest, KeepingBothWritesASecondDocument) {
    crashWithADecision();
    Session s = open(file());
    ask(s, "keep-draft");
    EXPECT_TRUE(s.panels.fileOpen && s.panels.fileForSave);
    EXPECT_THROW(ask(s, "keep-draft", {file().string()}), Error) << "that would be one";
    EXPECT_EQ(s.panels.drafts.size(), 1U);
    fs::create_directory(folder / "elsewhere");
    const fs::path other = folder / "elsewhere/both.retrace";
    ask(s, "keep-draft", {other.string()});
    EXPECT_TRUE(s.panels.drafts.empty());
    EXPECT_TRUE(s.history.current().decisions.empty());
    EXPECT_EQ(firstReason(open(other).history.current()), "before the crash");
    EXPECT_TRUE(open(file()).history.current().decisions.empty());
}

TEST_F(DraftsTest, AStartWithoutAFileOffersWhatIsLeftOfOthers) {
    crashWithADecision();
    {
        Session s = open(file());
        openText(s, "They drove to Palmyra by night.", *gazetteer, view);
        ignore(s, 0, "pasted words");
    }
    Session s = open({});
    EXPECT_TRUE(s.panels.drafts.empty()) << "an open asks only for its own";
    offerDrafts(s, true);
    ASSERT_EQ(s.panels.drafts.size(), 2U);
    EXPECT_TRUE(s.panels.drafts[0].of.empty()) << "the newest first";
    ask(s, "recover-draft");
    EXPECT_TRUE(s.file.empty());
    EXPECT_TRUE(s.history.changedSinceSave());
    EXPECT_EQ(firstReason(s.history.current()), "pasted words");
    EXPECT_EQ(text::utf8(s.shown.opened.texts.at(0).letters), "They drove to Palmyra by night.");
    ask(s, "save-as", {(folder / "pasted.retrace").string()});
    EXPECT_EQ(firstReason(open(folder / "pasted.retrace").history.current()), "pasted words");
    ASSERT_EQ(s.panels.drafts.size(), 1U);
    ask(s, "recover-draft");
    EXPECT_EQ(s.file, file());
    EXPECT_EQ(firstReason(s.history.current()), "before the crash");
}

TEST_F(DraftsTest, ATextThatHasGoneIsRecoveredFromTheDraft) {
    crashWithADecision();
    fs::remove(file());
    fs::remove(folder / "own.txt");
    Session s = open({});
    offerDrafts(s, true);
    ASSERT_EQ(s.panels.drafts.size(), 1U);
    ask(s, "recover-draft");
    EXPECT_EQ(text::utf8(s.shown.opened.texts.at(0).letters), words);
    EXPECT_EQ(firstReason(s.history.current()), "before the crash");
}

TEST_F(DraftsTest, ADamagedDraftIsLeftWhereItIs) {
    crashWithADecision();
    const fs::path draft = draftOf(open(file()));
    std::ofstream(draft) << "{ half a docu";
    const Session s = open(file());
    EXPECT_TRUE(s.panels.drafts.empty());
    EXPECT_NE(s.status.find(draft.filename().string()), std::string::npos) << s.status;
    EXPECT_TRUE(fs::exists(draft));
    EXPECT_TRUE(draftsLeft().empty());
}

TEST_F(DraftsTest, AScriptRecoversKeepsAndDiscards) {
    crashWithADecision();
    const auto play = [&](const std::string& line, const fs::path& out) {
        std::ofstream(folder / "script") << line << "\n";
        CaseOptions quiet;
        quiet.quiet = true;
        return playScript(folder / "script", file(), out, quiet);
    };
    EXPECT_EQ(play("recover-draft", folder / "recovered.retrace"), 0);
    EXPECT_EQ(firstReason(document::open(folder / "recovered.retrace").document), "before the crash");
    EXPECT_EQ(play("keep-draft \"" + (folder / "kept.retrace").string() + "\"", {}), 0);
    EXPECT_EQ(firstReason(document::open(folder / "kept.retrace").document), "before the crash");
    EXPECT_THROW(play("recover-draft", {}), Error) << "it is kept now";
    crashWithADecision();
    EXPECT_EQ(play("discard-draft", {}), 0);
    EXPECT_TRUE(draftsLeft().empty());
}

/// Another run of the program that keeps a draft of the document, until it is ended.
class OtherRun {
public:
    OtherRun(const document::Opened& opened, const fs::path& file, const std::string& reason) {
        int ready[2];
        if (::pipe(ready) != 0) return;
        process_ = ::fork();
        if (process_ == 0) {
            document::Document decided = opened.document;
            model::Decision decision;
            decision.anchor.quote.source = opened.texts.at(0).id;
            decision.anchor.quote.begin = 8;
            decision.anchor.quote.end = 13;
            decision.anchor.words = "Homs ";
            decision.what = model::IgnoreMention{};
            decision.certainty = "certain";
            decision.reason = reason;
            decided.decisions = {decision};
            writeDraft(opened, decided, draftPath(file, decided), file);
            (void)!::write(ready[1], "x", 1);
            ::pause();
            ::_exit(0);
        }
        char byte = 0;
        (void)!::read(ready[0], &byte, 1);
        ::close(ready[0]);
        ::close(ready[1]);
    }
    OtherRun(const OtherRun&) = delete;
    OtherRun& operator=(const OtherRun&) = delete;
    ~OtherRun() { end(); }
    void end() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        process_ = -1;
    }

private:
    pid_t process_ = -1;
};

TEST_F(DraftsTest, TwoRunsKeepTheirOwnDraftsAndOfferOnlyThoseOfTheDead) {
    Session s = open(file());
    OtherRun other(s.shown.opened, file(), "of the other run");
    EXPECT_TRUE(open(file()).panels.drafts.empty()) << "the other run still has it";
    EXPECT_TRUE(draftsLeft().empty());
    ignore(s, 0, "of this run");
    EXPECT_EQ(firstReason(readDraft(draftOf(s)).document), "of this run");
    other.end();
    s = open(file());
    ASSERT_EQ(s.panels.drafts.size(), 2U);
    std::vector<std::string> reasons;
    for (const ui::DraftOffer& offer : s.panels.drafts) reasons.push_back(firstReason(readDraft(offer.draft).document));
    std::ranges::sort(reasons);
    EXPECT_EQ(reasons, (std::vector<std::string>{"of the other run", "of this run"}));
    ask(s, "recover-draft");
    ask(s, "save");
    EXPECT_EQ(s.panels.drafts.size(), 1U) << "the second is still to be decided upon";
    ask(s, "discard-draft");
    EXPECT_TRUE(draftsLeft().empty());
}

TEST_F(DraftsTest, WordsOfADeadRunAreRecoveredIntoAFolderOfThisRun) {
    const document::Opened pasted = document::fromText("", words);
    OtherRun other(pasted, {}, "pasted there");
    other.end();
    Session s = open({});
    offerDrafts(s, true);
    ASSERT_EQ(s.panels.drafts.size(), 1U);
    const fs::path theirs = s.panels.drafts[0].draft;
    ask(s, "recover-draft");
    EXPECT_EQ(firstReason(s.history.current()), "pasted there");
    EXPECT_FALSE(fs::exists(theirs));
    EXPECT_NE(draftOf(s), theirs);
    EXPECT_TRUE(fs::exists(draftOf(s)));
    ask(s, "save-as", {(folder / "pasted.retrace").string()});
    EXPECT_TRUE(draftsLeft().empty());
    EXPECT_EQ(firstReason(open(folder / "pasted.retrace").history.current()), "pasted there");
}

TEST_F(DraftsTest, ANumberThatIsUsedAgainIsNotTheDeadRun) {
    crashWithADecision();
    const fs::path draft = draftOf(open(file()));
    // The number of a program that runs, but started at another time.
    std::ofstream(draft.parent_path() / "about.txt") << file().string() << "\n" << ::getppid() << "\n1\n";
    EXPECT_EQ(open(file()).panels.drafts.size(), 1U);
    // The first process of the machine, as an older version would have noted it: another program.
    std::ofstream(draft.parent_path() / "about.txt") << file().string() << "\n1\n";
    EXPECT_EQ(open(file()).panels.drafts.size(), 1U);
}

TEST_F(DraftsTest, AFileThatAnotherProgramWroteIsNotOverwrittenUnasked) {
    Session s = open(file());
    ignore(s, 0, "mine");
    {
        Session other = open(file());
        ignore(other, 1, "theirs");
        ask(other, "save");
    }
    const std::string theirs = bytesOf(file());
    EXPECT_THROW(ask(s, "save"), Error);
    EXPECT_EQ(s.panels.changedOnDisk, file());
    EXPECT_THROW(ask(s, "save-as", {file().string()}), Error);
    EXPECT_EQ(bytesOf(file()), theirs);
    EXPECT_TRUE(s.history.changedSinceSave());
    EXPECT_THROW(ask(s, "save", {}, {{"overwrite", "perhaps"}}), Error);
    ask(s, "save-as", {(folder / "mine.retrace").string()});
    EXPECT_EQ(bytesOf(file()), theirs);
    ask(s, "save");
    std::ofstream(folder / "mine.retrace", std::ios::app) << "\n";
    EXPECT_THROW(ask(s, "save"), Error);
    ask(s, "save", {}, {{"overwrite", "yes"}});
    EXPECT_EQ(firstReason(open(s.file).history.current()), "mine");
    fs::remove(s.file);
    ask(s, "save");
    EXPECT_TRUE(fs::exists(s.file)) << "a file that is gone hides nothing";
}

TEST_F(DraftsTest, RecentFilesAreKeptNewestFirstAndOnce) {
    Session s = open(file());
    openFile(s, folder / "own.txt", *gazetteer, view);
    openFile(s, file(), *gazetteer, view);
    EXPECT_EQ(recentFiles(), (std::vector<fs::path>{file(), folder / "own.txt"}));
    EXPECT_EQ(s.panels.recent, recentFiles());
}

}  // namespace
}  // namespace retrace::app
