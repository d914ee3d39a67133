#include "geo/error.hpp"
#include "render/renderer.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <string_view>
#include <vector>

namespace retrace::render {
namespace {

constexpr const char* noContext =
    "no OpenGL 3.3 without a display on this machine: install the packages libegl1 and libgl1-mesa-dri";

bool hasExtension(EGLDisplay display, std::string_view name) {
    const char* all = eglQueryString(display, EGL_EXTENSIONS);
    return all != nullptr && std::string_view(all).find(name) != std::string_view::npos;
}

template <typename Function>
Function entry(const char* name) {
    return reinterpret_cast<Function>(eglGetProcAddress(name));
}

/// Displays without a screen, the most likely first. Empty when EGL knows none.
std::vector<EGLDisplay> displays() {
    std::vector<EGLDisplay> found;
    const auto platformDisplay = entry<PFNEGLGETPLATFORMDISPLAYEXTPROC>("eglGetPlatformDisplayEXT");
    if (platformDisplay == nullptr) return found;
    if (hasExtension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless"))
        found.push_back(platformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
    const auto queryDevices = entry<PFNEGLQUERYDEVICESEXTPROC>("eglQueryDevicesEXT");
    if (queryDevices != nullptr && hasExtension(EGL_NO_DISPLAY, "EGL_EXT_platform_device")) {
        std::array<EGLDeviceEXT, 8> devices{};
        EGLint count = 0;
        if (queryDevices(static_cast<EGLint>(devices.size()), devices.data(), &count) == EGL_TRUE)
            for (EGLint i = 0; i < count; ++i)
                found.push_back(
                    platformDisplay(EGL_PLATFORM_DEVICE_EXT, devices[static_cast<std::size_t>(i)], nullptr));
    }
    return found;
}

EGLContext contextOn(EGLDisplay display) {
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE)
        return EGL_NO_CONTEXT;
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE || !hasExtension(display, "EGL_KHR_surfaceless_context"))
        return EGL_NO_CONTEXT;
    const std::array<EGLint, 3> configWish{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = EGL_NO_CONFIG_KHR;
    EGLint count = 0;
    // Surfaceless needs a configuration that offers OpenGL only; window surfaces are never made.
    if (eglChooseConfig(display, configWish.data(), &config, 1, &count) != EGL_TRUE || count == 0)
        config = EGL_NO_CONFIG_KHR;
    const std::array<EGLint, 7> wish{EGL_CONTEXT_MAJOR_VERSION,
                                     3,
                                     EGL_CONTEXT_MINOR_VERSION,
                                     3,
                                     EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                     EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                     EGL_NONE};
    return eglCreateContext(display, config, EGL_NO_CONTEXT, wish.data());
}

}  // namespace

struct Offscreen::Context {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
};

Offscreen::Offscreen() : context_(std::make_unique<Context>()) {
    for (EGLDisplay display : displays()) {
        EGLContext context = contextOn(display);
        if (context == EGL_NO_CONTEXT) continue;
        if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_TRUE) {
            *context_ = {display, context};
            return;
        }
        eglDestroyContext(display, context);
    }
    throw Error(noContext);
}

Offscreen::~Offscreen() {
    eglMakeCurrent(context_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(context_->display, context_->context);
    // The display stays initialised: the driver is shared by the process and costs time to load again.
}

}  // namespace retrace::render
