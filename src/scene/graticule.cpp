#include "scene/graticule.hpp"

#include "scene/metrics.hpp"
#include "scene/theme.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace retrace::scene {
namespace {

// As many digits as the step has: 0.25 gives "34.25°".
std::string degrees(double value, double step, char positive, char negative) {
    int digits = 0;
    for (double s = step; digits < 4 && std::abs(s - std::round(s)) > 1e-9; s *= 10) ++digits;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f\u00b0", digits, std::abs(value));
    if (std::abs(value) < 1e-9) return text.data();
    return std::string(text.data()) + " " + (value > 0 ? positive : negative);
}

}  // namespace

double graticuleStep(double zoom) {
    const double wish = 150 * 360 / (256 * std::exp2(zoom));  // degrees in 150 pixels
    for (const double step :
         {30.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.0025})
        if (step <= wish) return step;
    return 0.001;
}

std::vector<Label> graticuleLabels(const View& view, const typeset::Fonts& fonts) {
    const Theme& theme = themeOf(view.theme);
    const geo::Box box = geo::viewBox(view.camera, view.size);
    const double step = graticuleStep(view.camera.zoom);
    const Rect within = freeRect(view);
    const float size = 11 * view.scale;
    std::vector<Label> labels;
    const auto add = [&](const std::string& text, float x, float y) {
        Label label{.text = text,
                    .x = std::round(x),
                    .y = std::round(y),
                    .size = size,
                    .color = theme.labelRegion,
                    .halo = theme.labelHalo,
                    .haloWidth = 2 * view.scale};
        label.width = fonts.shape(text, size).width;
        if (inside(boxOf(label), within)) labels.push_back(std::move(label));
    };
    for (double lon = std::ceil(box.west / step) * step; lon <= box.east; lon += step) {
        const auto at = geo::toScreen(view.camera, view.size, {lon, box.south});
        add(degrees(lon, step, 'E', 'W'), static_cast<float>(at.x) + 3 * view.scale,
            within.y + within.height - 6 * view.scale);
    }
    for (double lat = std::ceil(box.south / step) * step; lat <= box.north; lat += step) {
        const auto at = geo::toScreen(view.camera, view.size, {box.west, lat});
        add(degrees(lat, step, 'N', 'S'), within.x + 4 * view.scale,
            static_cast<float>(at.y) - 3 * view.scale);
    }
    return labels;
}

}  // namespace retrace::scene
