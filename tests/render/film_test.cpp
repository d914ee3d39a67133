#include "drawing.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <optional>

namespace retrace::render::testing {
namespace {

std::string output(const std::string& command) {
    std::string text;
    if (std::FILE* pipe = popen(command.c_str(), "r")) {
        char buffer[256];
        while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) text += buffer;
        pclose(pipe);
    }
    return text;
}

bool haveFfmpeg() {
    return !output("command -v ffmpeg && command -v ffprobe").empty();
}

/// Another PATH while it lives.
class Path {
public:
    explicit Path(const char* value) : before_(std::getenv("PATH")) { setenv("PATH", value, 1); }
    ~Path() { setenv("PATH", before_.c_str(), 1); }
    Path(const Path&) = delete;
    Path& operator=(const Path&) = delete;

private:
    std::string before_;
};

class Film : public ::testing::Test {
protected:
    /// A disc that crosses the island in twelve frames.
    static scene::Scene frame(std::size_t i) {
        scene::Scene scene = islandScene();
        scene.discs.push_back(
            {.at = {10.5 + 0.8 * static_cast<double>(i), 8}, .radius_px = 8, .fill = {213, 94, 0}});
        return scene;
    }
    FilmReport write(const std::filesystem::path& file) {
        return writeFilm(renderer, {.file = file, .size = {320, 240}, .fps = 12, .frames = 12}, frame,
                         [&](std::size_t done) { progress = done; });
    }
    Folder folder{"film"};
    Offscreen offscreen;
    typeset::Fonts fonts{RETRACE_DATA};
    basemap::Ground ground = island();
    Renderer renderer{fonts, ground};
    std::size_t progress = 0;
};

TEST_F(Film, hasItsFramesAndTheyMove) {
    if (!haveFfmpeg()) GTEST_SKIP() << "ffmpeg and ffprobe are not installed";
    const auto file = folder / "crossing \u0639\u0628\u0648\u0631.mp4";
    const FilmReport report = write(file);
    EXPECT_EQ(report.frames, 12u);
    EXPECT_EQ(progress, 12u);
    EXPECT_FALSE(report.sequence);
    EXPECT_EQ(report.written, file);
    const std::string facts = output(
        "ffprobe -v error -count_frames -select_streams v -show_entries "
        "stream=codec_name,profile,width,height,pix_fmt,nb_read_frames,r_frame_rate "
        "-of default=nw=1 '" +
        file.string() + "'");
    for (const char* fact : {"codec_name=h264", "profile=High", "width=320", "height=240", "pix_fmt=yuv420p",
                             "r_frame_rate=12/1", "nb_read_frames=12"})
        EXPECT_NE(facts.find(fact), std::string::npos) << fact << " in " << facts;
    const std::string sums = output("ffmpeg -v error -i '" + file.string() +
                                    "' -f framemd5 - | grep -v '^#' | "
                                    "sed 's/.*, //' | sort -u | wc -l");
    EXPECT_EQ(std::stoi(sums), 12);
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".part"));
}

TEST_F(Film, coloursSurvive) {
    if (!haveFfmpeg()) GTEST_SKIP() << "ffmpeg and ffprobe are not installed";
    const auto file = folder / "colours.mp4";
    (void)write(file);
    const auto raw = folder / "first.rgb";
    (void)output("ffmpeg -v error -y -i '" + file.string() + "' -frames:v 1 -f rawvideo -pix_fmt rgb24 '" +
                 raw.string() + "'");
    const std::string rgb = bytesOf(raw);
    ASSERT_EQ(rgb.size(), 320u * 240u * 3u);
    const scene::Scene first = frame(0);
    const geo::ScreenPoint p = geo::toScreen(first.ground.camera, first.ground.size, {10.5, 8});
    const auto at = (static_cast<std::size_t>(p.y) * 320 + static_cast<std::size_t>(p.x)) * 3;
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(rgb[at + i]); };
    EXPECT_LT(difference({byte(0), byte(1), byte(2)}, {213, 94, 0}), 12);
}

TEST_F(Film, sameBytesTwice) {
    if (!haveFfmpeg()) GTEST_SKIP() << "ffmpeg and ffprobe are not installed";
    (void)write(folder / "one.mp4");
    (void)write(folder / "two.mp4");
    const std::string one = bytesOf(folder / "one.mp4");
    EXPECT_GT(one.size(), 1000u);
    EXPECT_TRUE(one == bytesOf(folder / "two.mp4"));
}

TEST_F(Film, withoutFfmpegASequenceOfPictures) {
    const Path none("");
    const FilmReport report = write(folder / "crossing.mp4");
    EXPECT_TRUE(report.sequence);
    EXPECT_EQ(report.written, folder / "crossing-frames");
    EXPECT_EQ(report.frames, 12u);
    for (const char* name : {"frame-000001.png", "frame-000012.png"})
        EXPECT_TRUE(std::filesystem::exists(report.written / name)) << name;
    EXPECT_FALSE(std::filesystem::exists(folder / "crossing.mp4"));
    EXPECT_NE(bytesOf(report.written / "frame-000001.png"), bytesOf(report.written / "frame-000012.png"));
}

TEST_F(Film, folderThatDoesNotExistIsAnError) {
    if (!haveFfmpeg()) GTEST_SKIP() << "ffmpeg and ffprobe are not installed";
    try {
        (void)write(folder / "missing" / "crossing.mp4");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("crossing.mp4"), std::string::npos) << error.what();
    }
}

TEST_F(Film, failingFfmpegIsAnErrorWithItsLastLineAndLeavesNothing) {
    const auto tools = folder / "tools";
    std::filesystem::create_directories(tools);
    std::ofstream(tools / "ffmpeg")
        << "#!/bin/sh\necho first >&2\necho 'No space left on device' >&2\nexit 1\n";
    std::filesystem::permissions(tools / "ffmpeg", std::filesystem::perms::owner_all);
    const Path own((tools.string() + ":/bin").c_str());
    try {
        (void)write(folder / "full.mp4");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("No space left on device"), std::string::npos)
            << error.what();
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "full.mp4"));
    EXPECT_FALSE(std::filesystem::exists(folder / "full.mp4.part"));
}

TEST_F(Film, errorOfASceneEndsTheFilmAndLeavesNothing) {
    const auto broken = [](std::size_t i) {
        if (i == 5) throw Error("no such time");
        return frame(i);
    };
    EXPECT_THROW((void)writeFilm(renderer, {.file = folder / "broken.mp4", .size = {320, 240}, .frames = 12},
                                 broken, {}),
                 Error);
    EXPECT_FALSE(std::filesystem::exists(folder / "broken.mp4"));
    EXPECT_FALSE(std::filesystem::exists(folder / "broken.mp4.part"));
}

TEST_F(Film, otherExtensionsAndEmptySpansAreRefused) {
    EXPECT_THROW((void)write(folder / "film.avi"), Error);
    EXPECT_THROW((void)writeFilm(renderer, {.file = folder / "none.mp4", .size = {320, 240}}, frame, {}),
                 Error);
}

}  // namespace
}  // namespace retrace::render::testing
