#pragma once

#include "geo/camera.hpp"
#include "model/reconstruction.hpp"
#include "scene/scene.hpp"

#include <optional>
#include <string>
#include <vector>

namespace retrace::scene {

/// A caption on the replay's line: a chapter's own words where one begins, else what the running event says.
struct Cue {
    model::StoryTime from = 0, to = 0;
    CaptionText caption;
    std::string chapter;  // its title; empty where the cue is an event's own
    int chapterNumber = 0, chapterCount = 0;
    std::optional<geo::Camera> camera;  // where the map looks while it lasts
    bool rest = false;  // what was told is long over: the chapter's words again, or none; nothing to read
    bool closing = false;  // the last: the whole way in one picture
};

/// What app/ knows of a chapter once its words are found in the reconstruction.
struct ChapterStart {
    std::string title, caption;
    model::StoryTime at = 0;
    std::optional<geo::Camera> camera;
};

/// The list from which captions, subtitles, chapters and camera all come.
[[nodiscard]] std::vector<Cue> cues(const model::Reconstruction&, const std::vector<ChapterStart>&);
[[nodiscard]] std::optional<Cue> cueAt(const std::vector<Cue>&, model::StoryTime);

/// How the replay runs: film seconds against story time, slow at events, quick over empty days. Monotone.
struct Pace {
    struct Knot {
        double seconds = 0;  // of the film, from its start
        model::StoryTime story = 0;
    };
    std::vector<Knot> knots;
};
/// `speed`: story seconds a film second where nothing happens; at events it eases so that a caption can be
/// read (at least 2.5 s and 15 characters a second).
[[nodiscard]] Pace paceOf(const model::Reconstruction&, const std::vector<Cue>&, double speed);
[[nodiscard]] model::StoryTime storyAt(const Pace&, double seconds);
[[nodiscard]] double secondsAt(const Pace&, model::StoryTime);
[[nodiscard]] double duration(const Pace&);

/// Where the map looks during each cue; one camera, the overview, without cues. Takes some time: made once
/// for a story and a size of picture.
[[nodiscard]] std::vector<geo::Camera> shots(const model::Reconstruction&, const std::vector<Cue>&,
                                             const View&);
/// The camera of the film at a film second: still while something is told, then flies once. `shots` is
/// shots() of the same cues and view.
[[nodiscard]] Look directedCamera(const std::vector<geo::Camera>& shots, const std::vector<Cue>&, const Pace&,
                                  double seconds, const View&);
/// The same where a single moment is asked for.
[[nodiscard]] Look directedCamera(const model::Reconstruction&, const std::vector<Cue>&, const Pace&,
                                  double seconds, const View&);

/// Subtitles of the same cues, times in film seconds.
[[nodiscard]] std::string srt(const std::vector<Cue>&, const Pace&);
[[nodiscard]] std::string webVtt(const std::vector<Cue>&, const Pace&);

}  // namespace retrace::scene
