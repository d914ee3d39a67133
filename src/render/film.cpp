#include "geo/error.hpp"
#include "render/encoder.hpp"
#include "render/frame_queue.hpp"
#include "render/renderer.hpp"
#include "render/yuv.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>
#include <system_error>
#include <thread>
#include <vector>

namespace retrace::render {
namespace {

/// Where frames go, in order; false: it takes no more.
using Sink = std::function<bool(const Image& frame, const Image* before)>;

std::filesystem::path frameFile(const std::filesystem::path& folder, std::size_t number) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "frame-%06zu.png", number);
    return folder / name.data();
}

bool isFrameFile(const std::filesystem::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("frame-") || !name.ends_with(".png") || name.size() < 16) return false;
    const std::string number = name.substr(6, name.size() - 10);
    std::error_code ignored;
    return number.find_first_not_of("0123456789") == number.npos &&
           entry.symlink_status(ignored).type() == std::filesystem::file_type::regular;
}

/// Frames of an earlier film would follow those of a shorter one. Only our own names; returns how many.
std::size_t removeFrames(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> frames;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (isFrameFile(entry)) frames.push_back(entry.path());
    for (const auto& frame : frames) std::filesystem::remove(frame);
    return frames.size();
}

/// A write to an ffmpeg that has died must fail, not end the program.
void blockSigpipe() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

/// Draws in this thread while another hands on what is drawn. Returns how many frames were drawn.
std::size_t run(Renderer& renderer, const FilmOptions& options,
                const std::function<scene::Scene(std::size_t)>& sceneOf,
                const std::function<void(std::size_t)>& progress, const Sink& sink) {
    FrameQueue queue;
    std::exception_ptr failure;
    std::size_t drawn = 0;
    {
        std::jthread writer([&] {
            blockSigpipe();
            try {
                const Image* before = nullptr;
                while (const Image* frame = queue.next()) {
                    if (!sink(*frame, before)) break;
                    before = frame;
                }
            } catch (...) {
                failure = std::current_exception();
            }
            queue.stop();
        });
        try {
            for (; drawn < options.frames; ++drawn) {
                const scene::Scene scene = sceneOf(drawn);
                Image* into = queue.acquire();
                if (into == nullptr) break;  // the writer has given up
                renderer.picture(scene, *into);
                queue.push();
                if (progress) progress(drawn + 1);
            }
            queue.close();
        } catch (...) {
            queue.stop();
            throw;
        }
    }
    if (failure) std::rethrow_exception(failure);
    return drawn;
}

}  // namespace

FilmReport writeFilm(Renderer& renderer, const FilmOptions& options,
                     const std::function<scene::Scene(std::size_t frame)>& sceneOf,
                     const std::function<void(std::size_t done)>& progress) {
    const auto start = std::chrono::steady_clock::now();
    const std::string extension = options.file.extension().string();
    if (!extension.empty() && extension != ".mp4" && !std::filesystem::is_directory(options.file))
        throw Error("a film is written as .mp4 or into a folder of pictures, not as '" + extension +
                    "': name it " + options.file.stem().string() + ".mp4");
    if (options.frames == 0)
        throw Error("the film " + options.file.string() + " has no frames: its span is empty");
    FilmReport report;
    const auto ffmpeg = extension == ".mp4" ? findFfmpeg() : std::nullopt;
    report.sequence = !ffmpeg;
    if (ffmpeg) {
        report.written = options.file;
        Encoder encoder(*ffmpeg, options.file, options.size.width & ~1, options.size.height & ~1,
                        options.fps);
        YuvFrame yuv;
        bool alive = true;
        report.frames =
            run(renderer, options, sceneOf, progress, [&](const Image& frame, const Image* before) {
                if ((frame.width & ~1) != (options.size.width & ~1) ||
                    (frame.height & ~1) != (options.size.height & ~1))
                    throw Error("frames of the film differ from its size: draw all of them alike");
                toYuv(frame, before, yuv);
                alive = encoder.write(yuv.planes);
                return alive;
            });
        encoder.finish();
        if (!alive) throw Error("ffmpeg ended before the film " + options.file.string() + " was complete");
    } else {
        report.written = options.file;
        if (extension == ".mp4") report.written.replace_extension(), report.written += "-frames";
        std::error_code failed;
        std::filesystem::create_directories(report.written, failed);
        if (failed)
            throw Error("cannot make the folder " + report.written.string() + ": " + failed.message() +
                        "; choose another with -o");
        report.removed = removeFrames(report.written);
        std::size_t number = 0;
        report.frames = run(renderer, options, sceneOf, progress, [&](const Image& frame, const Image*) {
            writePng(frame, frameFile(report.written, ++number));
            return true;
        });
    }
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

}  // namespace retrace::render
