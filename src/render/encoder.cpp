#include "render/encoder.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace retrace::render {
namespace {

/// Everything that could differ from run to run is fixed: threads, metadata, encoder's own name.
std::vector<std::string> arguments(const std::filesystem::path& part, int width, int height, int fps) {
    const std::string size = std::to_string(width) + "x" + std::to_string(height);
    return {"ffmpeg",
            "-hide_banner",
            "-nostdin",
            "-loglevel",
            "error",
            "-y",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "yuv420p",
            "-video_size",
            size,
            "-framerate",
            std::to_string(fps),
            "-color_range",
            "tv",
            "-colorspace",
            "bt709",
            "-color_primaries",
            "bt709",
            "-color_trc",
            "bt709",
            "-i",
            "pipe:0",
            "-an",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "20",
            "-profile:v",
            "high",
            "-pix_fmt",
            "yuv420p",
            "-threads",
            "2",
            "-color_range",
            "tv",
            "-colorspace",
            "bt709",
            "-color_primaries",
            "bt709",
            "-color_trc",
            "bt709",
            "-fflags",
            "+bitexact",
            "-flags:v",
            "+bitexact",
            "-map_metadata",
            "-1",
            "-movflags",
            "+faststart",
            "-f",
            "mp4",
            "file:" + part.string()};
}

}  // namespace

std::optional<std::filesystem::path> findFfmpeg() {
    const char* path = std::getenv("PATH");
    std::string folders = path != nullptr ? path : "";
    std::size_t begin = 0;
    while (begin < folders.size()) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        if (end > begin) {
            const std::filesystem::path candidate =
                std::filesystem::path(folders.substr(begin, end - begin)) / "ffmpeg";
            std::error_code ignored;
            if (std::filesystem::is_regular_file(candidate, ignored) && access(candidate.c_str(), X_OK) == 0)
                return candidate;
        }
        begin = end + 1;
    }
    return std::nullopt;
}

Encoder::Encoder(const std::filesystem::path& ffmpeg, const std::filesystem::path& file, int width,
                 int height, int fps)
    : file_(file), part_(file.string() + ".part") {
    // Found out now, not after the first minute of frames.
    std::FILE* probe = std::fopen(part_.c_str(), "wb");
    if (probe == nullptr)
        throw Error("cannot write the film " + file.string() + ": " + std::strerror(errno) +
                    "; choose another folder with -o");
    std::fclose(probe);

    std::array<int, 2> ends{};
    messages_ = std::tmpfile();
    if (messages_ == nullptr || pipe2(ends.data(), O_CLOEXEC) != 0) {
        const std::string why = std::strerror(errno);
        stop();
        throw Error("cannot start ffmpeg: " + why);
    }
    fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);  // fewer switches between the two; a refusal does no harm

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, fileno(messages_), STDERR_FILENO);
    std::vector<std::string> words = arguments(part_, width, height, fps);
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const int failed = posix_spawn(&process_, ffmpeg.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[0]);
    pipe_ = ends[1];
    if (failed != 0) {
        process_ = -1;
        stop();
        throw Error("cannot start " + ffmpeg.string() + ": " + std::strerror(failed));
    }
}

Encoder::~Encoder() {
    stop();
}

void Encoder::stop() {
    if (pipe_ >= 0) close(pipe_);
    pipe_ = -1;
    if (process_ > 0) {
        kill(process_, SIGKILL);
        while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
        process_ = -1;
    }
    if (messages_ != nullptr) std::fclose(messages_);
    messages_ = nullptr;
    std::error_code ignored;
    if (!part_.empty()) std::filesystem::remove(part_, ignored);
}

bool Encoder::write(std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(pipe_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

std::string Encoder::lastLine() const {
    std::rewind(messages_);
    std::array<char, 1024> line{};
    std::string last;
    while (std::fgets(line.data(), static_cast<int>(line.size()), messages_) != nullptr) {
        std::string text = line.data();
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
            text.pop_back();
        if (!text.empty()) last = text;
    }
    return last.empty() ? "it gave no reason" : last;
}

void Encoder::finish() {
    close(pipe_);
    pipe_ = -1;
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        const std::string why = lastLine();
        stop();
        throw Error("ffmpeg could not write the film " + file_.string() + ": " + why);
    }
    std::error_code failed;
    std::filesystem::rename(part_, file_, failed);
    if (failed) {
        stop();
        throw Error("cannot name the film " + file_.string() + ": " + failed.message());
    }
    part_.clear();
}

}  // namespace retrace::render
