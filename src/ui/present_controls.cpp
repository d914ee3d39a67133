#include "ui/icons.hpp"
#include "ui/requests.hpp"
#include "ui/style.hpp"
#include "ui/timeline_axis.hpp"
#include "ui/visual_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <cstdio>

namespace retrace::ui {

namespace {

constexpr float restBeforeFade_s = 2.0f, fade_s = 0.6f;

/// How much of the controls is seen after the mouse has rested so long: 1 to 0.
float seen(float rest) {
    return std::clamp(1 - (rest - restBeforeFade_s) / fade_s, 0.0f, 1.0f);
}

/// A bar of the whole story with its chapters; a press on it sets the clock.
void scrubBar(const Facts& facts, const Palette& p, float width, Requests& requests) {
    const TimelineAxis axis = axisOf(facts.reconstruction);
    const float scale = facts.scale, height = 26 * scale;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("present-scrub", {width, height});
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (ImGui::IsItemActive() && (ImGui::IsItemActivated() || ImGui::GetIO().MouseDelta.x != 0)) {
        char t[40];
        std::snprintf(t, sizeof t, "@%.0f", storyTimeAt(axis, static_cast<double>((mouse.x - at.x) / width)));
        requests.push_back({"seek", {t}, {}});
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float y = at.y + height / 2;
    const auto x = [&](double t) { return at.x + static_cast<float>(position(axis, t)) * width; };
    draw.AddRectFilled({at.x, y - 2 * scale}, {at.x + width, y + 2 * scale}, p.hairline, 2 * scale);
    draw.AddRectFilled({at.x, y - 2 * scale}, {x(facts.time), y + 2 * scale}, p.narrator, 2 * scale);
    std::string chapter;
    for (const scene::Cue& cue : facts.cues) {
        if (cue.chapter.empty() || cue.chapter == chapter) continue;
        chapter = cue.chapter;
        draw.AddRectFilled({x(cue.from) - scale, y - 6 * scale}, {x(cue.from) + scale, y + 6 * scale},
                           p.muted);
    }
    draw.AddCircleFilled({x(facts.time), y}, 7 * scale, p.narrator);
}

}  // namespace

void presentControls(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseDown[0];
    own.mouseRest = moved ? 0 : std::min(own.mouseRest + io.DeltaTime, 60.0f);
    const float scale = facts.scale, height = 44 * scale;
    // Between the legend and the scale bar, above the credits and the caption strip: nothing is covered.
    const float legend = 262 * scale, scaleBar = 120 * scale;
    const bool roomBetween = layout.map.width - legend - scaleBar > 420 * scale;
    const float left = roomBetween ? legend : 16 * scale, right = roomBetween ? scaleBar : 16 * scale;
    const float width = std::min(layout.map.width - left - right, 860 * scale);
    const ImVec2 corner{layout.map.x + left + (layout.map.width - left - right - width) / 2,
                        layout.map.y + layout.map.height - 130 * scale - height};
    const bool over = ImGui::IsMouseHoveringRect(corner, {corner.x + width, corner.y + height}, false) &&
                      own.mouseRest < 30;
    const float alpha = over ? 1 : seen(own.mouseRest);
    if (alpha <= 0) return;

    const Palette p = paletteOf(facts.theme);
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, alpha);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8 * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {12 * scale, 8 * scale});
    ImGui::SetNextWindowPos(corner);
    ImGui::SetNextWindowSize({width, height});
    ImGui::SetNextWindowBgAlpha(1);  // no name of the map shows through
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::Begin("present-controls", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav);
    const auto button = [&](const char* id, Icon icon, const char* verb, const char* tip) {
        if (iconButton(id, icon, 28 * scale, p.text, p.hover)) requests.push_back({verb, {}, {}});
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s (%s)", tip, keyOf(verb).c_str());
        ImGui::SameLine(0, 4 * scale);
    };
    button("previous", Icon::toBegin, "previous-chapter", "The chapter before");
    button("back", Icon::back, "step-back", "The event before");
    button("play", facts.playing ? Icon::pause : Icon::play, "toggle-play", facts.playing ? "Pause" : "Play");
    button("forward", Icon::forward, "step", "The next event");
    button("next", Icon::toEnd, "next-chapter", "The next chapter");
    ImGui::SameLine(0, 14 * scale);
    const std::string leave = "Leave (Esc)";
    const float leaveWidth = ImGui::CalcTextSize(leave.c_str()).x + 36 * scale;
    scrubBar(facts, p, std::max(ImGui::GetContentRegionAvail().x - leaveWidth, 60.0f), requests);
    ImGui::SameLine(0, 14 * scale);
    ImGui::SetCursorPosY((height - ImGui::GetFrameHeight() * 0.86f) / 2);
    if (chip(leave.c_str(), p, scale)) requests.push_back({"present", {"off"}, {}});
    ImGui::End();
    ImGui::PopStyleVar(4);
}

void placingHint(const Facts& facts, const Layout& layout, PanelState& own, Requests&) {
    if (own.placing.empty()) return;
    const Palette p = paletteOf(facts.theme);
    std::string name = "this name";
    for (const model::PlaceMention& mention : facts.reconstruction.mentions)
        if (own.placing == quoteArgument(mention.mention.quote))
            name = "\xE2\x80\x9C" + mention.mention.surface + "\xE2\x80\x9D";
    const std::string hint =
        visualText("Click on the map where " + name + " was. Esc cancels; the map still moves by dragging.");
    const float scale = facts.scale, pad = 12 * scale;
    const ImFont* font = fontOf(Type::strong);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, hint.c_str());
    const ImVec2 at{layout.map.x + (layout.map.width - size.x) / 2 - pad, layout.map.y + 12 * scale};
    ImDrawList& draw = *ImGui::GetBackgroundDrawList();
    draw.AddRectFilled(at, {at.x + size.x + 2 * pad, at.y + size.y + pad}, p.card, 6 * scale);
    draw.AddRect(at, {at.x + size.x + 2 * pad, at.y + size.y + pad}, p.hours, 6 * scale);
    draw.AddText(font, font->FontSize, {at.x + pad, at.y + pad / 2}, p.text, hint.c_str());
    if (!facts.cursor) return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float arm = 11 * scale;
    draw.AddCircle(mouse, arm * 0.6f, p.hours, 0, 2 * scale);
    draw.AddLine({mouse.x - arm, mouse.y}, {mouse.x + arm, mouse.y}, p.hours, scale);
    draw.AddLine({mouse.x, mouse.y - arm}, {mouse.x, mouse.y + arm}, p.hours, scale);
}

}  // namespace retrace::ui
