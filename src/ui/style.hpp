#pragma once

#include "scene/scene.hpp"
#include "ui/panels.hpp"

#include <imgui/imgui.h>

#include <string>
#include <string_view>

namespace retrace::ui {

/// The desk around the map: paper panels, hairlines, colour for meaning only.
struct Palette {
    ImU32 panel, card, hairline, text, muted, faint, highlight, hover;
    ImU32 narrator, hours, otherActors, otherSources, plans;  // the meanings of the map's marks
};
[[nodiscard]] Palette paletteOf(scene::ThemeName);

/// Four sizes and a weight; indices into the font atlas that applyStyle() builds.
enum class Type { body, small, strong, title, clock };
[[nodiscard]] ImFont* fontOf(Type);

/// Pushes a font and a colour for the lines of its life.
class Written {
public:
    Written(Type, ImU32 color);
    ~Written();
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;
};

/// Begins a fixed panel without title bar that fills `rect`; end it with ImGui::End().
void beginPanel(const char* name, const Layout::Rect&, const Palette&, float scale, bool scrolls = false);

/// A wrapped line of text; Arabic in it is shaped and put in visual order.
void paragraph(std::string_view text, Type, ImU32 color);
/// A small heading in capitals with space above.
void heading(std::string_view text, const Palette&, float scale);
/// The words cut at the end so that they fit the width, with an ellipsis.
[[nodiscard]] std::string fitted(const std::string& words, const ImFont*, float width);
/// A wrapped tip beside the mouse.
void tip(std::string_view text, float scale);
/// A rounded text button; true when it was clicked.
[[nodiscard]] bool chip(const char* label, const Palette&, float scale, bool on = false);

}  // namespace retrace::ui
