#include "app/exports.hpp"

#include "app/play.hpp"
#include "document/verbs.hpp"
#include "geo/error.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace retrace::app {
namespace {

namespace fs = std::filesystem;

class ExportsTest : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "retrace-exports-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = fs::canonical(name);
        ::setenv("RETRACE_DATA", RETRACE_DATA, 1);
        ::setenv("XDG_STATE_HOME", (folder / "state").c_str(), 1);
        options.quiet = true;
        std::ofstream(folder / "own.txt")
            << "We left Homs for Hama at six in the morning. We reached Hama at noon.";
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    [[nodiscard]] Session session() const {
        return openSession(folder / "own.txt", openGazetteer(options), options, {});
    }
    int play(const std::string& script, const fs::path& out = {}) {
        std::ofstream(folder / "script") << script;
        return playScript(folder / "script", folder / "own.txt", out, options);
    }
    std::string refusal(const std::string& script) {
        try {
            play(script);
        } catch (const Error& e) {
            return e.what();
        }
        return "no error";
    }
    void touch(const std::string& name) const { std::ofstream(folder / name) << "mine"; }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ostringstream bytes;
        bytes << std::ifstream(folder / name, std::ios::binary).rdbuf();
        return bytes.str();
    }

    fs::path folder;
    CaseOptions options;
};

TEST_F(ExportsTest, ANameThatIsTakenGetsANumber) {
    EXPECT_EQ(freeName(folder / "a.png"), folder / "a.png");
    touch("a.png");
    touch("a-2.png");
    EXPECT_EQ(freeName(folder / "a.png"), folder / "a-3.png");
    touch("b.srt");  // subtitles of another's film
    EXPECT_EQ(freeName(folder / "b.mp4"), folder / "b-2.mp4");
    EXPECT_EQ(freeName(folder / "b.png"), folder / "b.png");
    fs::create_directory(folder / "c-frames");
    EXPECT_EQ(freeName(folder / "c.mp4"), folder / "c-2.mp4");
    fs::create_symlink("nowhere", folder / "d.png");
    EXPECT_EQ(freeName(folder / "d.png"), folder / "d-2.png");
}

TEST_F(ExportsTest, TheWindowNeverWritesOverAPictureUnasked) {
    const Session s = session();
    touch("retrace.png");
    EXPECT_EQ(exportJob(s, {"export-picture", {}, {}}, false).drawing.out, folder / "retrace-2.png");
    EXPECT_EQ(exportJob(s, {"export-picture", {(folder / "retrace.png").string()}, {}}, false).drawing.out,
              folder / "retrace-2.png");
    EXPECT_EQ(exportJob(s, {"export-picture", {}, {{"overwrite", "yes"}}}, false).drawing.out,
              folder / "retrace.png");
    EXPECT_EQ(exportJob(s, {"export-picture", {}, {}}, true).drawing.out, folder / "retrace.png");
}

TEST_F(ExportsTest, TheVerbsArgumentsAreHeeded) {
    const Session s = session();
    const ExportJob job =
        exportJob(s, {"export-film", {}, {{"size", "320x200"}, {"fps", "12"}, {"speed", "7200"}}}, false);
    EXPECT_TRUE(job.film);
    EXPECT_EQ(job.drawing.size, (geo::ScreenSize{320, 200}));
    EXPECT_EQ(job.drawing.fps, 12);
    EXPECT_EQ(job.drawing.speed, 7200);
    using Named = std::map<std::string, std::string>;
    for (const Named& bad : {Named{{"size", "10x10"}}, Named{{"size", "big"}}, Named{{"size", "641x481"}},
                             Named{{"size", "99999999999x9"}}, Named{{"fps", "0"}}, Named{{"fps", "2.5"}},
                             Named{{"fps", "nan"}}, Named{{"speed", "-1"}}, Named{{"speed", "inf"}},
                             Named{{"speed", ""}, {"fps", "x"}}, Named{{"overwrite", "si"}}})
        EXPECT_THROW((void)exportJob(s, {"export-film", {}, bad}, false), Error)
            << bad.begin()->first << "=" << bad.begin()->second;
}

TEST_F(ExportsTest, AFilmStopsWhenAskedAndLeavesNothing) {
    const Session s = session();
    ExportJob job =
        exportJob(s, {"export-film", {(folder / "film.mp4").string()}, {{"size", "64x64"}}}, false);
    const auto watch = std::make_shared<ExportWatch>();
    watch->stop = true;
    try {
        (void)writeExport(s.shown, job, watch);
        FAIL() << "the film was written to its end";
    } catch (const Error& e) {
        EXPECT_NE(std::string(e.what()).find("stopped at frame 1 of"), std::string::npos) << e.what();
    }
    EXPECT_FALSE(fs::exists(folder / "film.mp4"));
    EXPECT_FALSE(fs::exists(folder / "film.mp4.part"));
    EXPECT_FALSE(fs::exists(folder / "film.srt"));
}

TEST_F(ExportsTest, AScriptWritesPicturesOpensAndSaves) {
    const std::string here = folder.string();
    touch("p.png");
    EXPECT_EQ(play("seek end\nexport-picture \"" + here +
                       "/p.png\" size=80x64\n"
                       "ignore-mention 8-12\nsave-as \"" +
                       here +
                       "/one.retrace\"\n"
                       "new-text text=\"The Walk\\n\\nWe left Homs for Hama.\"\nsave-as \"" +
                       here +
                       "/two.retrace\"\n"
                       "open \"" +
                       here + "/one.retrace\"\nset-title Third\nquit\nthis is never read\n",
                   folder / "three.retrace"),
              0);
    EXPECT_EQ(read("p.png").substr(1, 3), "PNG") << "a script writes over what it names";
    EXPECT_EQ(document::open(folder / "one.retrace").document.decisions.size(), 1U);
    EXPECT_EQ(document::open(folder / "two.retrace").document.title, "The Walk");
    EXPECT_EQ(document::open(folder / "three.retrace").document.title, "Third");
    EXPECT_EQ(document::open(folder / "three.retrace").document.decisions.size(), 1U);
    EXPECT_FALSE(fs::exists(folder / "state")) << "a script leaves no drafts and no recent files";
}

TEST_F(ExportsTest, AScriptSaysWhatItCannotCarryOut) {
    for (const char* verb : {"open", "new-text", "save", "save-as", "keep-draft", "put-point", "edit-time",
                             "copy-coordinates", "copy-itinerary", "cancel-export"}) {
        const std::string message = refusal(std::string(verb) + "\n");
        EXPECT_NE(message.find("script:1: "), std::string::npos) << verb << ": " << message;
        EXPECT_EQ(message.find('\n'), std::string::npos) << verb;
    }
    EXPECT_NE(refusal("copy-coordinates").find("copy-coordinates:"), std::string::npos);
    EXPECT_NE(refusal("ignore-mention 8-12\nopen x.txt").find("script:2: there are unsaved"),
              std::string::npos);
    EXPECT_NE(refusal("export-film x.mp4 fps=0").find("export-film: fps"), std::string::npos);
}

/// Whatever the window asks for can be written as a line of a script.
TEST_F(ExportsTest, EveryVerbsOwnArgumentsAreDeclared) {
    for (const char* line :
         {"new-text text=x discard=yes", "open a discard=yes", "quit discard=yes abandon=yes",
          "save overwrite=yes", "save-as a overwrite=yes", "recover-draft draft=a discard=yes",
          "discard-draft draft=a", "keep-draft a draft=b", "export-picture a size=80x80 overwrite=yes",
          "export-film a size=80x80 fps=3 speed=4 overwrite=yes"})
        EXPECT_NO_THROW((void)document::parseRequest(line)) << line;
}

}  // namespace
}  // namespace retrace::app
