#pragma once

#include "app/case.hpp"
#include "scene/scene.hpp"

#include <filesystem>
#include <string>

namespace retrace::app {

struct WindowOptions {
    double scale = 0;  // 0: from the display's settings
    std::string size;  // "WIDTHxHEIGHT", empty: 1280x800 or what the display allows
    scene::ThemeName theme = scene::ThemeName::light;
};

/// Opens the window and returns when it is closed. Throws Error, without a display too (what to do instead).
int showWindow(const std::filesystem::path& file, const CaseOptions&, const WindowOptions&);

}  // namespace retrace::app
