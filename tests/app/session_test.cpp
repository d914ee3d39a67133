#include "app/session.hpp"
#include "app/data_folder.hpp"
#include "app/exports.hpp"
#include "geo/error.hpp"
#include "ui/requests.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

namespace retrace::app {
namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

/// The bundled case, as the window opens it, with a state folder of its own.
class SessionTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "retrace-session-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = fs::canonical(name);
        ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
        ::setenv("XDG_STATE_HOME", (folder / "state").c_str(), 1);
        ASSERT_TRUE(fs::exists(bundledCase())) << "the bundled case is not there";
        view.size = {800, 500};
        gazetteer.emplace(openGazetteer(options));
        session = openSession({}, *gazetteer, options, view);
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    void ask(const std::string& verb, std::vector<std::string> positional = {},
             std::map<std::string, std::string> named = {}) {
        carryOut(session, {verb, std::move(positional), std::move(named)}, *gazetteer, view);
        if (session.stale) refresh(session, *gazetteer);
    }
    [[nodiscard]] const model::Reconstruction& story() const { return session.shown.reconstruction; }
    /// A mention that has a candidate besides the one that stands.
    [[nodiscard]] std::pair<std::size_t, std::string> otherChoice() const {
        for (std::size_t i = 0; i < story().mentions.size(); ++i)
            for (const geo::Candidate& candidate : story().mentions[i].candidates)
                if (story().mentions[i].place && candidate.place.id != story().mentions[i].place->id &&
                    !story().mentions[i].mention.repeats)
                    return {i, candidate.place.id};
        ADD_FAILURE() << "no mention with two candidates";
        return {};
    }
    std::string choose() {
        const auto [mention, id] = otherChoice();
        ask("choose-place", {ui::quoteArgument(story().mentions[mention].mention.quote), id},
            {{"reason", "a test"}});
        return id;
    }

    fs::path folder;
    CaseOptions options;
    scene::View view;
    std::optional<gazetteer::Gazetteer> gazetteer;
    Session session;
};

TEST_F(SessionTest, OpensTheBundledCaseAtItsBeginning) {
    EXPECT_TRUE(session.bundled);
    EXPECT_FALSE(session.history.changedSinceSave());
    EXPECT_GT(story().events.size(), 5U);
    EXPECT_EQ(session.seconds, 0);
    EXPECT_NEAR(storyNow(session), story().begin, 1);
}

TEST_F(SessionTest, SelectsAMentionAndSetsTheClock) {
    std::size_t mention = 0, event = 0;
    for (std::size_t i = 0; i < story().events.size(); ++i)
        if (!story().events[i].to.empty()) mention = story().events[event = i].to.front().mention;
    ask("select", {ui::quoteArgument(story().mentions[mention].mention.quote)});
    EXPECT_EQ(session.selection.mention, mention);
    ASSERT_TRUE(session.selection.event);
    EXPECT_NEAR(storyNow(session), model::storyTimeOf(story(), *session.selection.event), 1);
    ask("deselect");
    EXPECT_EQ(session.selection, ui::Selection{});
}

TEST_F(SessionTest, StepsThroughTheStoryAndBack) {
    std::vector<double> times{storyNow(session)};
    for (std::size_t i = 0; i < story().events.size(); ++i) {
        ask("step");
        EXPECT_GE(storyNow(session), times.back() - 1);
        times.push_back(storyNow(session));
    }
    EXPECT_GT(times.back(), times.front());
    const double before = storyNow(session);
    ask("step-back");
    EXPECT_LT(storyNow(session), before);
    ask("home");
    EXPECT_NEAR(storyNow(session), story().begin, 1);
    ask("end");
    EXPECT_NEAR(storyNow(session), story().end, 1);
}

TEST_F(SessionTest, ATimeWithoutAnOffsetIsOfTheZoneThatIsShown) {
    options.zone = "Europe/Paris";  // the document says Asia/Damascus
    session = openSession({}, *gazetteer, options, view);
    ASSERT_EQ(story().zone, "Europe/Paris");
    ASSERT_NE(session.history.current().zone, "Europe/Paris");
    const auto quote = ui::quoteArgument(story().events.front().evidence.front());
    const auto spanSet = [&](const std::string& time) {
        ask("set-time", {quote, time});
        return std::get<model::SetTime>(session.history.current().decisions.back().what).span;
    };
    const auto local = [&](int hour) { return timeline::toInstant({{2024, 1, 5}, hour * 60, 0}, "Europe/Paris"); };
    EXPECT_EQ(spanSet("2024-01-05T06:00:00").earliest, local(6));
    const auto ends = spanSet("2024-01-05T06:00:00/2024-01-05T09:00:00");
    EXPECT_EQ(ends.earliest, local(6));
    EXPECT_EQ(ends.latest, local(9));
    EXPECT_EQ(spanSet("../2024-01-05T07:00:00").earliest, std::nullopt);
    EXPECT_EQ(spanSet("2024-01-05T06:00:00Z").earliest, local(7));
    EXPECT_EQ(spanSet("2024-01-05").earliest, local(0));
    carryOut(session, {"set-zone", {"Asia/Tokyo"}, {}}, *gazetteer, view);  // a script goes on at once
    EXPECT_EQ(spanSet("2024-01-05T14:00:00").earliest, local(6));
    EXPECT_THROW(ask("set-time", {quote, "2024-01-05T09:00/2024-01-05T06:00"}), Error);
}

TEST_F(SessionTest, SeeksAnEventAndATime) {
    const std::size_t middle = story().events.size() / 2;
    ask("seek", {story().events[middle].id});
    EXPECT_NEAR(storyNow(session), model::storyTimeOf(story(), middle), 1);
    char text[40];
    const double t = (story().begin + story().end) / 2;
    std::snprintf(text, sizeof text, "@%.0f", t);
    ask("seek", {text});
    EXPECT_NEAR(storyNow(session), t, 1);
    for (const char* bad : {"@nan", "@inf", "soon"}) EXPECT_THROW(ask("seek", {bad}), Error) << bad;
    EXPECT_NEAR(storyNow(session), t, 1);
}

TEST_F(SessionTest, KeepsTheTimeWhenTheSpeedChanges) {
    ask("seek", {story().events[story().events.size() / 2].id});
    const double t = storyNow(session);
    for (const char* verb : {"faster", "faster", "slower", "slower", "slower"}) {
        const double speed = session.speed;
        ask(verb);
        EXPECT_NE(session.speed, speed);
        EXPECT_NEAR(storyNow(session), t, 2) << verb;
    }
}

TEST_F(SessionTest, PlaysToTheEndAndStops) {
    ask("play");
    for (int i = 0; i < 100'000 && session.playing; ++i) advance(session, 0.5, view);
    EXPECT_FALSE(session.playing);
    EXPECT_NEAR(storyNow(session), story().end, 1);
    ask("toggle-play");
    EXPECT_TRUE(session.playing);
    EXPECT_NEAR(storyNow(session), story().begin, 1);
}

TEST_F(SessionTest, ChoosesAPlaceAndTakesItBack) {
    const document::Document before = session.history.current();
    const auto [mention, id] = otherChoice();
    const std::string stood = story().mentions[mention].place->id;
    ask("select", {ui::quoteArgument(story().mentions[mention].mention.quote)});
    choose();
    EXPECT_EQ(story().mentions[mention].place->id, id);
    EXPECT_EQ(story().mentions[mention].decided, model::Decided::analyst);
    EXPECT_EQ(session.selection.mention, mention);
    const document::Document after = session.history.current();
    ask("undo");
    EXPECT_EQ(session.history.current(), before);
    EXPECT_EQ(story().mentions[mention].place->id, stood);
    ask("redo");
    EXPECT_EQ(session.history.current(), after);
    EXPECT_EQ(story().mentions[mention].place->id, id);
    EXPECT_THROW(ask("redo"), Error);
}

TEST_F(SessionTest, IgnoresTheSelectedMentionByKey) {
    EXPECT_THROW(ask("ignore-mention"), Error);
    ask("select", {ui::quoteArgument(story().mentions[1].mention.quote)});
    const std::size_t mention = *session.selection.mention;
    ask("ignore-mention");
    EXPECT_TRUE(story().mentions[mention].ignored);
}

TEST_F(SessionTest, NeverOverwritesTheBundledCase) {
    const std::string before = bytesOf(bundledCase());
    choose();
    EXPECT_THROW(ask("save-as", {bundledCase().string()}), Error);
    ask("save");
    EXPECT_TRUE(session.panels.fileOpen && session.panels.fileForSave);
    ask("save-as", {(folder / "mine.retrace").string()});
    EXPECT_FALSE(session.bundled);
    choose();
    EXPECT_THROW(ask("save-as", {bundledCase().string()}), Error) << "from another document, too";
    EXPECT_EQ(bytesOf(bundledCase()), before);
}

TEST_F(SessionTest, SavesElsewhereAndReopensEqual) {
    const std::string id = choose();
    fs::create_directory(folder / "elsewhere");
    const fs::path file = folder / "elsewhere/mine.retrace";
    ask("save-as", {file.string()});
    EXPECT_FALSE(session.history.changedSinceSave());
    EXPECT_FALSE(fs::exists(draftOf(session)));
    const Session again = openSession(file, *gazetteer, options, view);
    EXPECT_EQ(again.history.current(), session.history.current());
    EXPECT_EQ(again.shown.reconstruction.events.size(), story().events.size());
    EXPECT_EQ(again.shown.reconstruction.record.size(), story().record.size());
    const std::string bytes = bytesOf(file);
    ask("save");
    EXPECT_EQ(bytesOf(file), bytes) << "a second saving writes the same";
}

TEST_F(SessionTest, SavingElsewhereIsNothingToUndo) {
    fs::create_directories(folder / "old");
    for (const char* name : {"testimony.txt", "record.csv", "withdrawal-2024.retrace"})
        fs::copy_file(bundledCase().parent_path() / name, folder / "old" / name);
    session = openSession(folder / "old/withdrawal-2024.retrace", *gazetteer, options, view);
    const document::Document before = session.history.current();
    choose();
    const std::string done = session.history.undoName();
    fs::create_directory(folder / "new");
    ask("save-as", {(folder / "new/mine.retrace").string()});
    EXPECT_EQ(session.history.undoName(), done);
    fs::remove_all(folder / "old");
    ask("undo");
    EXPECT_EQ(session.history.current().decisions, before.decisions);
    ask("save");
    EXPECT_EQ(openSession(session.file, *gazetteer, options, view).history.current().decisions, before.decisions);
    ask("redo");
    ask("save");
    EXPECT_EQ(openSession(session.file, *gazetteer, options, view).history.current(), session.history.current());
}

/// Any order of deciding, undoing and saving in folders that then vanish: every step can still be saved.
TEST_F(SessionTest, NoStepPointsToAFolderThatWasLeft) {
    const unsigned seed = std::random_device{}();
    RecordProperty("seed", static_cast<int>(seed));
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    ask("new-text", {}, {{"text", "We left Homs for Hama at six.\n\nIn Salamiyah we rested, then went to Palmyra."}});
    ask("save-as", {(folder / "start.retrace").string()});
    const auto& mentions = session.shown.reconstruction.mentions;
    ASSERT_FALSE(mentions.empty());
    fs::path last;
    for (int step = 0; step < 40; ++step) {
        const unsigned what = random() % 4;
        if (what == 0) {
            ask("ignore-mention", {ui::quoteArgument(mentions[random() % mentions.size()].mention.quote)},
                {{"reason", std::to_string(step)}});
        } else if (what == 1 && !session.history.undoName().empty()) {
            ask("undo");
        } else if (what == 2 && !session.history.redoName().empty()) {
            ask("redo");
        } else {
            const fs::path next = folder / std::to_string(step);
            fs::create_directory(next);
            ask("save-as", {(next / "a.retrace").string()});
            fs::remove_all(last.empty() ? folder / "start.retrace" : last);
            if (last.empty()) fs::remove(folder / "start.txt");
            last = next;
        }
        const fs::path folderNow = session.shown.opened.folder;
        for (const document::SourceRef& source : session.history.current().sources)
            ASSERT_TRUE(fs::exists(folderNow / source.path)) << step << " " << source.path;
        ask("save");
        ASSERT_EQ(document::open(session.file).document.decisions, session.history.current().decisions);
    }
}

TEST_F(SessionTest, KeepsADraftThatCanBeOpened) {
    choose();
    const fs::path draft = draftOf(session);
    EXPECT_EQ(draft.string().rfind((folder / "state").string(), 0), 0U);
    ASSERT_TRUE(fs::exists(draft));
    EXPECT_EQ(document::open(draft).document.decisions, session.history.current().decisions);
}

TEST_F(SessionTest, KeepsADraftOfAPastedText) {
    ask("new-text", {}, {{"text", "We left Homs for Hama at six. We reached Hama."}});
    ASSERT_FALSE(story().mentions.empty());
    ask("ignore-mention", {ui::quoteArgument(story().mentions[0].mention.quote)});
    ASSERT_TRUE(fs::exists(draftOf(session)));
    EXPECT_EQ(document::open(draftOf(session)).texts.at(0).letters, story().sources.at(0).letters);
}

TEST_F(SessionTest, APastedTextBearsItsFirstLineAsTitle) {
    ask("new-text", {}, {{"text", "A Walk to Hama\n\nWe left Homs for Hama at six. We reached Hama."}});
    EXPECT_EQ(session.history.current().title, "A Walk to Hama");
}

TEST_F(SessionTest, LeavingAsksWhatBecomesOfAFilm) {
    session.exporting = std::make_shared<ExportWatch>();
    ask("quit");
    EXPECT_TRUE(session.quit) << "a picture is there at once";
    session.quit = false;
    session.exporting->film = true;
    session.exporting->stop = false;
    EXPECT_THROW(ask("quit"), Error);
    EXPECT_TRUE(session.panels.leavingExport);
    EXPECT_THROW(ask("quit", {}, {{"discard", "yes"}}), Error);
    EXPECT_FALSE(session.quit || session.exporting->stop);
    EXPECT_THROW(ask("export-film"), Error) << "one at a time";
    choose();
    EXPECT_THROW(ask("quit", {}, {{"abandon", "yes"}}), Error) << "unsaved decisions are still asked for";
    EXPECT_FALSE(session.exporting->stop);
    ask("quit", {}, {{"abandon", "yes"}, {"discard", "yes"}});
    EXPECT_TRUE(session.quit && session.exporting->stop);
    session.exporting.reset();
    EXPECT_THROW(ask("cancel-export"), Error);
}

TEST_F(SessionTest, CarriesADecisionOutWhereNoDraftCanBeWritten) {
    fs::create_directories(folder / "state/retrace");
    std::ofstream(folder / "state/retrace/drafts") << "a file, no folder";
    const std::size_t before = session.history.current().decisions.size();
    choose();
    EXPECT_GE(session.history.current().decisions.size(), before);
    EXPECT_NE(session.status.find("autosave"), std::string::npos);
}

TEST_F(SessionTest, DoesNotQuitOverUnsavedDecisions) {
    choose();
    EXPECT_THROW(ask("quit"), Error);
    EXPECT_FALSE(session.quit);
    EXPECT_THROW(ask("open", {bundledCase().string()}), Error);
    ask("quit", {}, {{"discard", "yes"}});
    EXPECT_TRUE(session.quit);
}

TEST_F(SessionTest, RefusesWhatItDoesNotKnowAndStaysAsItWas) {
    const double t = storyNow(session);
    EXPECT_THROW(ask("fly-to-the-moon"), Error);
    EXPECT_THROW(ask("select-event", {"e@none"}), Error);
    EXPECT_THROW(ask("select", {"testimony.txt:99999999-99999999"}), Error);
    EXPECT_THROW(ask("motion", {"perhaps"}), Error);
    EXPECT_THROW(ask("open", {(folder / "missing.txt").string()}), Error);
    EXPECT_EQ(storyNow(session), t);
    EXPECT_EQ(session.selection, ui::Selection{});
}

TEST_F(SessionTest, FindsTheSelectedEventAgainWhenTheOrderChanges) {
    ask("select-event", {story().events[2].id});
    Case other = session.shown;
    std::swap(other.reconstruction.events[2], other.reconstruction.events[0]);
    adopt(session, other);
    EXPECT_EQ(session.selection.event, 0U);
}

TEST_F(SessionTest, LooksFliesAndZoomsToAnEnd) {
    ask("look", {"36.7", "34.7", "9"});
    for (int i = 0; i < 1000 && session.flight; ++i) advance(session, 0.1, view);
    EXPECT_FALSE(session.flight);
    EXPECT_EQ(cameraNow(session, view), (geo::Camera{{36.7, 34.7}, 9}));
    ask("motion", {"off"});
    ask("zoom-in");
    EXPECT_FALSE(session.flight);
    EXPECT_NEAR(cameraNow(session, view).zoom, 10, 1e-9);
}

}  // namespace
}  // namespace retrace::app
