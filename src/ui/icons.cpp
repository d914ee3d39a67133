#include "ui/icons.hpp"

namespace retrace::ui {

namespace {

void triangle(ImDrawList& draw, ImVec2 middle, float reach, bool right, ImU32 color) {
    const float s = right ? 1.0f : -1.0f;
    draw.AddTriangleFilled({middle.x - s * reach * 0.6f, middle.y - reach},
                           {middle.x - s * reach * 0.6f, middle.y + reach}, {middle.x + s * reach, middle.y},
                           color);
}

void bar(ImDrawList& draw, ImVec2 middle, float x, float reach, ImU32 color) {
    const float half = reach * 0.18f;
    draw.AddRectFilled({middle.x + x - half, middle.y - reach}, {middle.x + x + half, middle.y + reach},
                       color);
}

}  // namespace

bool iconButton(const char* id, Icon icon, float size, ImU32 color, ImU32 hover) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::InvisibleButton(id, {size, size});
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 middle{at.x + size / 2, at.y + size / 2};
    if (ImGui::IsItemHovered()) draw.AddCircleFilled(middle, size / 2, hover);
    const float reach = size * 0.24f;
    switch (icon) {
        case Icon::play:
            triangle(draw, {middle.x - reach * 0.1f, middle.y}, reach * 1.2f, true, color);
            break;
        case Icon::pause:
            bar(draw, middle, -reach * 0.45f, reach * 1.1f, color);
            bar(draw, middle, reach * 0.45f, reach * 1.1f, color);
            break;
        case Icon::forward:
            triangle(draw, middle, reach, true, color);
            break;
        case Icon::back:
            triangle(draw, middle, reach, false, color);
            break;
        case Icon::toEnd:
            triangle(draw, {middle.x - reach * 0.2f, middle.y}, reach, true, color);
            bar(draw, middle, reach * 0.95f, reach, color);
            break;
        case Icon::toBegin:
            triangle(draw, {middle.x + reach * 0.2f, middle.y}, reach, false, color);
            bar(draw, middle, -reach * 0.95f, reach, color);
            break;
    }
    return clicked;
}

}  // namespace retrace::ui
