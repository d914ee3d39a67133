#include "ui/fields.hpp"

#include "ui/card.hpp"

#include <array>
#include <cstdio>

namespace retrace::ui {
namespace {

constexpr std::array certainties{"certain", "probable", "possible"};

}  // namespace

bool field(const char* label, const char* hint, std::string& value, const Palette& p, bool focus) {
    std::array<char, 512> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%s", value.c_str());
    line(label, Type::small, p.muted);
    ImGui::SetNextItemWidth(-12);  // inside of a card, too
    if (focus) ImGui::SetKeyboardFocusHere();
    if (ImGui::InputTextWithHint((std::string("##") + label).c_str(), hint, buffer.data(), buffer.size())) value = buffer.data();
    return ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter));
}

void certaintyChips(std::string& chosen, const Palette& p, float scale) {
    for (const char* certainty : certainties) {
        if (chip(certainty, p, scale, chosen == certainty)) chosen = certainty;
        if (certainty != certainties.back()) ImGui::SameLine(0, 4 * scale);
    }
}

}  // namespace retrace::ui
