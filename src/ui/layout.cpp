#include "ui/panels.hpp"

#include <algorithm>

namespace retrace::ui {

Layout layoutFor(geo::ScreenSize window, float scale, bool present) {
    const float width = static_cast<float>(window.width), height = static_cast<float>(window.height);
    Layout rooms;
    if (present) {
        rooms.map = {0, 0, width, height};
        return rooms;
    }
    const float top = 44 * scale;
    const float bottom = std::min(std::clamp(height * 0.27f, 180 * scale, 300 * scale), height * 0.34f);
    // A text column of 45 to 60 letters, never more than a third of a narrow window.
    const float left = std::min(std::clamp(width * 0.25f, 280 * scale, 400 * scale), width * 0.33f);
    const float right = std::min(std::clamp(width * 0.22f, 260 * scale, 340 * scale), width * 0.3f);
    const float middle = std::max(height - top - bottom, 0.0f);
    rooms.top = {0, 0, width, top};
    rooms.left = {0, top, left, middle};
    rooms.map = {left, top, std::max(width - left - right, 1.0f), middle};
    rooms.right = {width - right, top, right, middle};
    rooms.bottom = {0, top + middle, width, bottom};
    return rooms;
}

}  // namespace retrace::ui
