#include "ui/timeline_marks.hpp"

#include "ui/event_card.hpp"

#include <algorithm>

namespace retrace::ui {

namespace {

ImU32 faded(ImU32 color, float alpha) {
    ImVec4 c = ImGui::ColorConvertU32ToFloat4(color);
    c.w *= alpha;
    return ImGui::ColorConvertFloat4ToU32(c);
}

ImU32 blended(ImU32 a, ImU32 b, float share) {
    const ImVec4 x = ImGui::ColorConvertU32ToFloat4(a), y = ImGui::ColorConvertU32ToFloat4(b);
    const auto mix = [share](float u, float v) { return u + (v - u) * share; };
    return ImGui::ColorConvertFloat4ToU32({mix(x.x, y.x), mix(x.y, y.y), mix(x.z, y.z), 1});
}

}  // namespace

ImU32 barColor(const model::Event& event, const Palette& p) {
    switch (event.status) {
        case text::Status::executed:
            return event.presence == text::Presence::narrator ? p.narrator : blended(p.narrator, p.panel, 0.5f);
        case text::Status::otherActor:
            return p.otherActors;
        default:
            return p.plans;
    }
}

void drawBar(ImDrawList& draw, const Facts& facts, const Bar& bar, ImVec2 at, float height, const Palette& p, bool chosen,
             bool hovered) {
    const model::Event& e = facts.reconstruction.events[bar.event];
    const ImU32 color = barColor(e, p);
    const float scale = facts.scale, width = bar.to - bar.from, right = at.x + width, low = at.y + height;
    const bool wide = width > 14 * scale;
    const float rounding = std::min(3 * scale, width / 2);
    const bool planned = e.status != text::Status::executed && e.status != text::Status::otherActor;
    const float body = 0.5f, tail = 26 * scale;
    if (planned)
        draw.AddRect(at, {right, low}, color, rounding);
    else
        draw.AddRectFilled(at, {right, low}, faded(color, wide ? body : 1.0f), rounding);
    const ImU32 dense = faded(color, planned ? 0.25f : body), none = faded(color, 0);
    if (bar.openLeft) draw.AddRectFilledMultiColor({at.x - tail, at.y}, {at.x, low}, none, dense, dense, none);
    if (bar.openRight) draw.AddRectFilledMultiColor({right, at.y}, {right + tail, low}, dense, none, none, dense);
    // The best instant, inside the span of what is possible.
    if (wide) draw.AddRectFilled({bar.at - 1.5f * scale, at.y - scale}, {bar.at + 1.5f * scale, low + scale}, planned ? p.plans : color);
    if (bar.settled) {
        const ImU32 cap = colorOf(*bar.settled, p);
        draw.AddRectFilled({at.x - 2 * scale, at.y - 2 * scale}, {at.x + scale, low + 2 * scale}, cap, scale);
        draw.AddRectFilled({right - scale, at.y - 2 * scale}, {right + 2 * scale, low + 2 * scale}, cap, scale);
    }
    if (chosen || hovered)
        draw.AddRect({at.x - 3 * scale, at.y - 3 * scale}, {right + 3 * scale, low + 3 * scale}, chosen ? p.text : p.hours,
                     rounding + 2 * scale);
    const ImFont* font = fontOf(Type::small);
    const ImVec2 textAt{bar.labelInside ? at.x + 6 * scale : right + 5 * scale, at.y + (height - font->FontSize) / 2};
    draw.AddText(font, font->FontSize, textAt, chosen || hovered || bar.labelInside ? p.text : p.muted, bar.label.c_str());
}

}  // namespace retrace::ui
