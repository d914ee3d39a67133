#pragma once

#include "app/case.hpp"
#include "geo/camera.hpp"
#include "scene/scene.hpp"
#include "ui/front_look.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace retrace::app {

struct DrawingOptions {
    geo::ScreenSize size{1280, 720};
    scene::ThemeName theme = scene::ThemeName::light;
    bool present = true;  // caption strip and large clock
    bool motion = true;
    int fps = 30;
    double speed = 5400;       // story seconds a film second where nothing happens
    ui::FrontLook front;
    std::string at, from, to;  // a time (ISO 8601), "#3" (the third event), "start", "end"
    std::filesystem::path out;
    std::function<void(std::size_t done, std::size_t frames)>
        progress;  // of a film; what it throws stops the film
};

/// One picture of the story at `at`. Progress and credits go nowhere: the picture bears its credits.
void writePicture(const Case&, const CaseOptions&, const DrawingOptions&);
/// Three pictures in the folder `out`: early, in the middle, at the end.
void writeStills(const Case&, const CaseOptions&, const DrawingOptions&);
/// The film with .srt and .vtt beside it; says on standard error what it wrote.
void writeFilmOf(const Case&, const CaseOptions&, const DrawingOptions&);

/// What a view needs to know of a case, besides where it looks.
[[nodiscard]] scene::View viewOf(const Case&, const basemap::Ground&, const DrawingOptions&);
/// The ground that ships and the user's own files.
[[nodiscard]] basemap::Ground groundOf(const CaseOptions&);
/// Towns for the labels of the ground, the greatest first: those in the picture and a little beyond.
[[nodiscard]] scene::Towns townsIn(const gazetteer::Gazetteer&, const geo::Camera&, geo::ScreenSize);
/// Reads a time as people write it on the command line. Throws Error.
[[nodiscard]] model::StoryTime storyTime(const model::Reconstruction&, const std::string&);

}  // namespace retrace::app
