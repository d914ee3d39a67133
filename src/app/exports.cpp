#include "app/exports.hpp"

#include "geo/error.hpp"

#include <charconv>
#include <cmath>

namespace retrace::app {

namespace fs = std::filesystem;

namespace {

std::string named(const document::Request& request, const char* name) {
    const auto found = request.named.find(name);
    return found == request.named.end() ? std::string() : found->second;
}

/// A film has its subtitles beside it, or is a folder of pictures where ffmpeg is missing.
bool isTaken(const fs::path& file) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(file, ignored))) return true;
    if (file.extension() != ".mp4") return false;
    fs::path beside = file;
    for (const char* extension : {".srt", ".vtt"})
        if (fs::exists(beside.replace_extension(extension), ignored)) return true;
    beside.replace_extension();
    return fs::exists(beside += "-frames", ignored);
}

double numberOf(const std::string& text, const std::string& what, double least, double most,
                const std::string& advice) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size() || !(value >= least && value <= most))
        throw Error(what + " is \"" + text.substr(0, 60) + "\"; " + advice);
    return value;
}

}  // namespace

fs::path freeName(const fs::path& wanted) {
    fs::path name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = wanted.parent_path() /
               (wanted.stem().string() + "-" + std::to_string(number) + wanted.extension().string());
    return name;
}

geo::ScreenSize parseSize(const std::string& text, const std::string& what) {
    geo::ScreenSize size;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%c", &size.width, &size.height, &rest) != 2 || size.width < 64 ||
        size.height < 64 || size.width > 8192 || size.height > 8192)
        throw Error(what + " \"" + text.substr(0, 60) +
                    "\" is no size; write WIDTHxHEIGHT, 64 to 8192 pixels, such as 1280x720");
    return size;
}

int parseFps(const std::string& text, const std::string& what) {
    const double fps = numberOf(text, what, 1, 240, "write whole frames a second, 1 to 240");
    if (fps != std::floor(fps))
        throw Error(what + " is \"" + text + "\"; write whole frames a second, 1 to 240");
    return static_cast<int>(fps);
}

double parseSpeed(const std::string& text, const std::string& what) {
    return numberOf(text, what, 1e-3, 1e7, "write story seconds a film second, greater than 0, such as 5400");
}

std::string progressText(const ExportWatch& watch) {
    if (watch.frames == 0) return "The film is being prepared.";
    return "Frame " + std::to_string(watch.done) + " of " + std::to_string(watch.frames) + " is written.";
}

ExportJob exportJob(const Session& s, const document::Request& request, bool overwrite) {
    ExportJob job;
    job.film = request.verb == "export-film";
    job.options = s.options;
    job.options.quiet = true;
    DrawingOptions& drawing = job.drawing;
    drawing.theme = s.theme;
    drawing.motion = s.motion;
    drawing.speed = s.speed;
    drawing.front = s.front;
    drawing.at = timeline::isoText({static_cast<std::int64_t>(std::llround(storyNow(s)))}, "+00:00");
    drawing.present = job.film || s.present;
    const std::string verb = request.verb + ": ";
    if (const std::string size = named(request, "size"); !size.empty())
        drawing.size = parseSize(size, verb + "size");
    if (const std::string fps = named(request, "fps"); !fps.empty())
        drawing.fps = parseFps(fps, verb + "fps");
    if (const std::string speed = named(request, "speed"); !speed.empty())
        drawing.speed = parseSpeed(speed, verb + "speed");
    if (job.film && (drawing.size.width % 2 != 0 || drawing.size.height % 2 != 0))
        throw Error(verb + "a film's width and height must be even; size=1280x720 for instance");
    const fs::path folder = s.panels.folder.empty() || s.bundled ? fs::current_path() : s.panels.folder;
    drawing.out = request.positional.empty() ? folder / (job.film ? "retrace.mp4" : "retrace.png")
                                             : fs::path(request.positional.front());
    if (!overwrite && !document::saysYes(request, "overwrite")) drawing.out = freeName(drawing.out);
    return job;
}

std::string writeExport(const Case& shown, ExportJob job, const std::shared_ptr<ExportWatch>& watch) {
    job.drawing.progress = [watch](std::size_t done, std::size_t frames) {
        watch->done = done;
        watch->frames = frames;
        if (watch->stop && done < frames)
            throw Error("The film was stopped at frame " + std::to_string(done) + " of " +
                        std::to_string(frames));
    };
    if (job.film)
        writeFilmOf(shown, job.options, job.drawing);
    else
        writePicture(shown, job.options, job.drawing);
    return std::string(job.film ? "The film is written to " : "The picture is written to ") +
           job.drawing.out.string();
}

}  // namespace retrace::app
