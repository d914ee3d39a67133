#include "scene/scene.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace retrace::scene {
namespace {

// Rounded so that a golden text does not change with the last bit.
template <typename... Values>
std::string formatted(const char* format, Values... values) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

std::string hex(Color c) {
    const std::string solid = formatted("#%02x%02x%02x", c.r, c.g, c.b);
    return c.a == 255 ? solid : solid + formatted("/%d", c.a);
}

std::string degrees(const geo::LonLat& p) {
    return formatted("%.3f,%.3f", p.lon, p.lat);
}

const char* nameOf(Dash dash) {
    switch (dash) {
        case Dash::solid:
            return "solid";
        case Dash::dashed:
            return "dashed";
        case Dash::dotted:
            return "dotted";
        case Dash::dashDot:
            break;
    }
    return "dash-dot";
}

std::string nameOf(const Tag& tag) {
    static constexpr std::array names{"", "event", "stop", "leg", "mention", "claim"};
    if (tag.kind == Tag::Kind::none) return "";
    return std::string(" [") + names[static_cast<std::size_t>(tag.kind)] + " " + std::to_string(tag.index) +
           "]";
}

std::string labelLine(const char* what, const Label& l) {
    return std::string(what) + " \"" + l.text + "\"" +
           formatted(" at %.0f,%.0f size %.0f%s ", static_cast<double>(l.x), static_cast<double>(l.y),
                     static_cast<double>(l.size),
                     l.weight == typeset::Weight::bold     ? " bold"
                     : l.weight == typeset::Weight::italic ? " italic"
                                                           : "") +
           hex(l.color) + nameOf(l.tag) + "\n";
}

std::string discLine(const char* what, const Disc& d) {
    const std::string radius = d.radius_m > 0 ? formatted("%.0f m", d.radius_m)
                                              : formatted("%.1f px", static_cast<double>(d.radius_px));
    return std::string(what) + " at " + degrees(d.at) + " radius " + radius + " fill " + hex(d.fill) +
           " stroke " + hex(d.stroke) + nameOf(d.tag) + "\n";
}

std::string lineLine(const Line& l) {
    std::string text = std::string("line ") + nameOf(l.dash) +
                       formatted(" %.1f px ", static_cast<double>(l.width)) + hex(l.color);
    text += formatted(" of %zu points", l.path.size());
    if (!l.path.empty()) text += " from " + degrees(l.path.front()) + " to " + degrees(l.path.back());
    return text + nameOf(l.tag) + "\n";
}

}  // namespace

std::string describe(const Scene& scene) {
    const GroundView& g = scene.ground;
    std::string text = formatted("ground %dx%d %s zoom %.2f at ", g.size.width, g.size.height,
                                 g.theme == ThemeName::dark ? "dark" : "light", g.camera.zoom) +
                       degrees(g.camera.center) + (g.graticule ? " with graticule" : "") +
                       (g.relief ? "" : " without relief") + "\n";
    for (const Disc& town : g.towns) text += discLine("town", town);
    for (const Label& label : g.labels) text += labelLine("name", label);
    for (const Area& area : scene.areas)
        text += formatted("area of %zu rings ", area.rings.size()) + hex(area.fill) +
                (area.hatched ? " hatched" : "") + nameOf(area.tag) + "\n";
    for (const Line& line : scene.lines) text += lineLine(line);
    for (const Disc& disc : scene.discs) text += discLine("disc", disc);
    for (const Label& label : scene.labels) text += labelLine("label", label);
    for (const Panel& p : scene.panels)
        text += formatted("panel %.0f,%.0f %.0fx%.0f ", static_cast<double>(p.x), static_cast<double>(p.y),
                          static_cast<double>(p.width), static_cast<double>(p.height)) +
                hex(p.fill) + "\n";
    for (const Stroke& s : scene.strokes) {
        text += std::string(s.filled ? "shape " : "stroke ") + nameOf(s.dash) +
                formatted(" of %zu points", s.path.size());
        if (!s.path.empty()) text += formatted(" at %.0f,%.0f ", s.path.front().x, s.path.front().y);
        text += hex(s.color) + "\n";
    }
    for (const Label& label : scene.texts) text += labelLine("text", label);
    return text;
}

}  // namespace retrace::scene
