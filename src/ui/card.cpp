#include "ui/card.hpp"

#include "ui/visual_text.hpp"

#include <string>

namespace retrace::ui {

void line(std::string_view text, Type type, ImU32 color) {
    const Written written(type, color);
    const std::string shown = visualText(text);
    ImGui::TextUnformatted(shown.data(), shown.data() + shown.size());
}

}  // namespace retrace::ui
