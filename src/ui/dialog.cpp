#include "ui/dialog.hpp"

#include <algorithm>

namespace retrace::ui {

constexpr ImGuiWindowFlags dialogFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;

void beginDialog(const char* name, const Layout& layout, float width, float height, float scale) {
    const float screenWidth = std::max(layout.top.width, layout.map.x + layout.map.width);
    const float screenHeight = std::max(layout.bottom.y + layout.bottom.height, layout.map.y + layout.map.height);
    width = std::min(width * scale, screenWidth - 32 * scale);
    height = std::min(height * scale, screenHeight - 32 * scale);
    ImGui::SetNextWindowPos({(screenWidth - width) / 2, (screenHeight - height) * 0.4f});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8 * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::Begin(name, nullptr, dialogFlags);
    ImGui::PopStyleVar(2);
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
}

}  // namespace retrace::ui
