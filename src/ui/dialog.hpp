#pragma once

#include "ui/panels.hpp"

#include <imgui/imgui.h>

#include <cstdio>
#include <string>

namespace retrace::ui {

/// Begins a dialog in the middle of the window; end it with ImGui::End().
void beginDialog(const char* name, const Layout&, float width, float height, float scale);

/// A field for one line of at most N - 1 bytes; true when Enter was pressed and `flags` ask for that.
template <std::size_t N>
bool inputText(const char* id, const char* hint, std::string& value, ImGuiInputTextFlags flags = 0) {
    char buffer[N];
    std::snprintf(buffer, sizeof buffer, "%s", value.c_str());
    const bool entered = ImGui::InputTextWithHint(id, hint, buffer, sizeof buffer, flags);
    value = buffer;
    return entered;
}

}  // namespace retrace::ui
