#include "app/drawing.hpp"

#include "app/data_folder.hpp"
#include "app/fronts.hpp"
#include "app/ground_keeper.hpp"
#include "geo/error.hpp"
#include "render/renderer.hpp"
#include "scene/story.hpp"

#include <unistd.h>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iostream>
#include <memory>

namespace retrace::app {

namespace fs = std::filesystem;

namespace {

/// Everything that draws without a window, made once and used for one picture or a thousand frames.
class Studio {
public:
    Studio(const Case& shown, const CaseOptions& options, const DrawingOptions& drawing)
        : case_(shown),
          gazetteer_(openGazetteer(options)),
          ground_(groundOf(options)),
          fonts_(dataFolder()),
          renderer_(fonts_, ground_),
          view_(viewOf(shown, ground_, drawing)),
          pace_(scene::paceOf(shown.reconstruction, shown.cues, drawing.speed)),
          shots_(scene::shots(shown.reconstruction, shown.cues, view_)),
          keeper_(gazetteer_, ground_, fonts_) {}

    [[nodiscard]] const scene::Pace& pace() const { return pace_; }
    [[nodiscard]] render::Renderer& renderer() { return renderer_; }

    /// The scene at a film second: the ground's labels are set anew only when the camera has moved.
    [[nodiscard]] scene::Scene sceneAtSecond(double seconds) {
        scene::View view = view_;
        view.camera = scene::directedCamera(shots_, case_.cues, pace_, seconds, view_);
        view.progress = seconds / std::max(scene::duration(pace_), 1e-6);
        return sceneOf(view, scene::storyAt(pace_, seconds));
    }

    [[nodiscard]] render::Image picture(const scene::Scene& scene) { return renderer_.picture(scene); }

private:
    [[nodiscard]] scene::Scene sceneOf(scene::View& view, model::StoryTime t) {
        if (const auto cue = scene::cueAt(case_.cues, t)) view.caption = cue->caption;
        return scene::sceneAt(case_.reconstruction, t, view, keeper_.at(view, Names::anew), fonts_);
    }

    const Case& case_;
    gazetteer::Gazetteer gazetteer_;
    basemap::Ground ground_;
    typeset::Fonts fonts_;
    render::Offscreen context_;
    render::Renderer renderer_;
    scene::View view_;
    scene::Pace pace_;
    std::vector<geo::Camera> shots_;
    GroundKeeper keeper_;
};

void requireSomethingToShow(const Case& shown) {
    if (shown.reconstruction.events.empty())
        throw Error("no event was found in " + shown.opened.document.title +
                    ", so there is nothing to draw; see what was read with: retrace places FILE");
}

void writeText(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw Error("cannot write " + file.string() + "; check the folder and the space on the disk");
}

}  // namespace

basemap::Ground groundOf(const CaseOptions& options) {
    basemap::Ground ground = basemap::loadGround(dataFolder() / "ground");
    for (const fs::path& file : options.ground) basemap::addUserGround(ground, file, options.online);
    return ground;
}

scene::Towns townsIn(const gazetteer::Gazetteer& gazetteer, const geo::Camera& camera, geo::ScreenSize size) {
    constexpr int beyond_px = 200;  // a name reaches into the picture from there
    constexpr std::size_t most = 320;
    return gazetteer.inBox(geo::viewBox(camera, {size.width + 2 * beyond_px, size.height + 2 * beyond_px}),
                           most);
}

scene::View viewOf(const Case& shown, const basemap::Ground& ground, const DrawingOptions& drawing) {
    scene::View view;
    view.size = drawing.size;
    view.scale = static_cast<float>(std::clamp(drawing.size.height / 720.0, 0.5, 4.0));
    view.theme = drawing.theme;
    view.present = drawing.present;
    view.motion = drawing.motion;
    view.title = shown.opened.document.title;
    view.badge = badgeOf(shown.opened.document);
    view.credits = ground.credits;
    view.bottomInset = drawing.present ? 100 * view.scale : 0;
    view.front = frontViewOf(shown, drawing.front);
    view.camera = scene::overview(shown.reconstruction, view);
    return view;
}

model::StoryTime storyTime(const model::Reconstruction& r, const std::string& text) {
    if (text.empty() || text == "end") return r.end;
    if (text == "start") return r.begin;
    if (text.front() == '#') {
        int order = 0;
        const auto [rest, failed] = std::from_chars(text.data() + 1, text.data() + text.size(), order);
        if (failed == std::errc() && rest == text.data() + text.size())
            for (std::size_t i = 0; i < r.events.size(); ++i)
                if (r.events[i].order == order) return model::storyTimeOf(r, i);
        throw Error("there is no event " + text + "; retrace events FILE lists them");
    }
    if (const auto instant = timeline::parseIso(text, r.zone)) return static_cast<double>(instant->seconds);
    throw Error("\"" + text + "\" is no time; write 2024-12-05T06:00, #3 for the third event, start or end");
}

void writePicture(const Case& shown, const CaseOptions& options, const DrawingOptions& drawing) {
    requireSomethingToShow(shown);
    Studio studio(shown, options, drawing);
    const double t = storyTime(shown.reconstruction, drawing.at);
    render::writePng(studio.picture(studio.sceneAtSecond(scene::secondsAt(studio.pace(), t))), drawing.out);
}

void writeStills(const Case& shown, const CaseOptions& options, const DrawingOptions& drawing) {
    requireSomethingToShow(shown);
    Studio studio(shown, options, drawing);
    std::error_code failed;
    fs::create_directories(drawing.out, failed);
    if (!fs::is_directory(drawing.out))
        throw Error(drawing.out.string() + ": no folder for the stills; name a new one with -o" +
                    (failed ? " (" + failed.message() + ")" : ""));
    const double length = scene::duration(studio.pace());
    int number = 0;
    for (const double part : {0.33, 0.66, 1.0})
        render::writePng(studio.picture(studio.sceneAtSecond(part * length)),
                         drawing.out / ("still-" + std::to_string(++number) + ".png"));
}

namespace {

/// What is told between two film seconds, its time counted from the first of them.
std::pair<std::vector<scene::Cue>, scene::Pace> excerpt(const std::vector<scene::Cue>& cues,
                                                        const scene::Pace& pace, double from, double to) {
    const double begin = scene::storyAt(pace, from), end = scene::storyAt(pace, to);
    scene::Pace part;
    part.knots.push_back({0, begin});
    for (const scene::Pace::Knot& knot : pace.knots)
        if (knot.seconds > from && knot.seconds < to) part.knots.push_back({knot.seconds - from, knot.story});
    part.knots.push_back({to - from, end});
    std::vector<scene::Cue> told;
    for (std::size_t i = 0; i < cues.size(); ++i) {
        // A cue stays until the next.
        const bool over = i + 1 < cues.size() && scene::secondsAt(pace, cues[i + 1].from) <= from;
        if (over || scene::secondsAt(pace, cues[i].from) >= to) continue;
        told.push_back(cues[i]);
        told.back().from = std::max(told.back().from, begin);
    }
    return {std::move(told), std::move(part)};
}

}  // namespace

void writeFilmOf(const Case& shown, const CaseOptions& options, const DrawingOptions& drawing) {
    requireSomethingToShow(shown);
    if (drawing.size.width % 2 != 0 || drawing.size.height % 2 != 0)
        throw Error("a film's width and height must be even; --size 1280x720 for instance");
    Studio studio(shown, options, drawing);
    const double length = scene::duration(studio.pace());
    const model::Reconstruction& r = shown.reconstruction;
    const double from =
        drawing.from.empty() ? 0 : scene::secondsAt(studio.pace(), storyTime(r, drawing.from));
    const double to = drawing.to.empty() ? length : scene::secondsAt(studio.pace(), storyTime(r, drawing.to));
    if (to <= from) throw Error("--to lies before --from; the film would have no frame");

    render::FilmOptions film;
    film.file = drawing.out;
    film.size = drawing.size;
    film.fps = drawing.fps;
    film.frames = static_cast<std::size_t>(std::ceil((to - from) * drawing.fps));
    const auto frame = [&](std::size_t i) {
        return studio.sceneAtSecond(from + static_cast<double>(i) / drawing.fps);
    };
    // On a terminal one line that counts, in a log ten lines.
    const bool live = isatty(STDERR_FILENO) == 1;
    const std::size_t every = live ? 50 : std::max<std::size_t>(1, film.frames / 10);
    const auto progress = [&](std::size_t done) {
        if (drawing.progress) drawing.progress(done, film.frames);
        if (options.quiet || (done % every != 0 && done != film.frames)) return;
        std::cerr << (live ? "\r" : "") << "film: frame " << done << " of " << film.frames
                  << (live ? "" : "\n") << std::flush;
    };
    const render::FilmReport report = render::writeFilm(studio.renderer(), film, frame, progress);
    fs::path subtitles = drawing.out;
    const auto [cues, pace] = excerpt(shown.cues, studio.pace(), from, to);
    writeText(subtitles.replace_extension(".srt"), scene::srt(cues, pace));
    writeText(subtitles.replace_extension(".vtt"), scene::webVtt(cues, pace));
    if (options.quiet) return;
    std::cerr << (live ? "\r" : "") << "film: " << report.frames << " frames in "
              << std::lround(report.seconds) << " s, written to " << report.written.string() << "\n";
    if (report.removed > 0)
        std::cerr
            << report.removed << (report.removed == 1 ? " frame" : " frames")
            << " of an earlier film in that folder went first (frame-NNNNNN.png; nothing else is touched)\n";
    if (report.sequence && drawing.out.extension() != ".mp4")
        std::cerr << "the name has no ending .mp4, so the film is a folder of PNG pictures\n";
    else if (report.sequence)
        std::cerr << "ffmpeg is not installed, so the film is a sequence of PNG pictures; apt-get install "
                     "ffmpeg makes it an .mp4\n";
}

}  // namespace retrace::app
