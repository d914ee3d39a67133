#include "app/display.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>

namespace retrace::app {

std::shared_ptr<void> requireDisplay() {
    const char* advice = "; write pictures and a film instead with: retrace stills -o FOLDER, retrace film -o FILM.mp4";
    const char* name = std::getenv("DISPLAY");
    if (!name || !*name) throw Error(std::string("there is no display (DISPLAY is not set)") + advice);
    void* x11 = dlopen("libX11.so.6", RTLD_LAZY);
    if (!x11) return nullptr;
    using OpenDisplay = void* (*)(const char*);
    using CloseDisplay = int (*)(void*);
    const auto openDisplay = reinterpret_cast<OpenDisplay>(dlsym(x11, "XOpenDisplay"));
    const auto closeDisplay = reinterpret_cast<CloseDisplay>(dlsym(x11, "XCloseDisplay"));
    if (!openDisplay || !closeDisplay) return nullptr;
    void* display = openDisplay(nullptr);
    if (!display) throw Error(std::string("the display ") + name + " does not answer" + advice);
    return {display, closeDisplay};
}

sf::VideoMode windowSize(const std::string& asked) {
    unsigned width = 1280, height = 800;
    if (!asked.empty()) {
        if (std::sscanf(asked.c_str(), "%ux%u", &width, &height) != 2 || width < 640 || height < 400 || width > 16384 || height > 16384)
            throw Error("--size \"" + asked + "\" is no size for a window; write WIDTHxHEIGHT, at least 640x400");
        return {width, height};
    }
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    if (desktop.width > 1700 && desktop.height > 1000) return {1600, 960};
    return {std::min(width, desktop.width), std::min(height, desktop.height)};
}

float scaleOf(double asked) {
    if (asked > 0) {
        if (asked < 0.5 || asked > 4) throw Error("--ui-scale must lie between 0.5 and 4");
        return static_cast<float>(asked);
    }
    if (const char* gdk = std::getenv("GDK_SCALE"); gdk && std::atof(gdk) >= 1) return static_cast<float>(std::min(std::atof(gdk), 4.0));
    return 1;
}

}  // namespace retrace::app
