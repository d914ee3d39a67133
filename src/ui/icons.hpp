#pragma once

#include <imgui/imgui.h>

namespace retrace::ui {

enum class Icon { toBegin, back, play, pause, forward, toEnd };

/// A round button with a drawn sign; true when it was clicked.
[[nodiscard]] bool iconButton(const char* id, Icon, float size, ImU32 color, ImU32 hover);

}  // namespace retrace::ui
