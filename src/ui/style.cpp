#include "ui/style.hpp"

#include "scene/theme.hpp"
#include "ui/visual_text.hpp"

#include <string>

namespace retrace::ui {

namespace {

ImU32 packed(scene::Color c) {
    return IM_COL32(c.r, c.g, c.b, 255);
}

ImVec4 vec(ImU32 color) {
    return ImGui::ColorConvertU32ToFloat4(color);
}

// Latin, general punctuation and arrows; Cyrillic and Greek for names; Arabic and its presentation forms.
constexpr ImWchar latinRanges[] = {0x20,   0x24F,  0x300,  0x36F,  0x370,  0x52F,  0x1E00, 0x1EFF,
                                   0x2000, 0x206F, 0x20A0, 0x20BF, 0x2190, 0x21FF, 0};
constexpr ImWchar arabicRanges[] = {0x600, 0x6FF, 0x750, 0x77F, 0xFB50, 0xFDFF, 0xFE70, 0xFEFF, 0};

}  // namespace

Palette paletteOf(scene::ThemeName name) {
    const scene::Theme& t = scene::themeOf(name);
    const bool dark = name == scene::ThemeName::dark;
    const scene::Color card = scene::mixed(t.panel, {255, 255, 255}, dark ? 0.05 : 0.75);
    return {.panel = packed(t.panel),
            .card = packed(card),
            .hairline = packed(t.hairline),
            .text = packed(t.text),
            .muted = packed(t.textMuted),
            .faint = packed(scene::mixed(t.textMuted, t.panel, 0.4)),
            .highlight = packed(scene::mixed(t.panel, t.narrator, dark ? 0.2 : 0.12)),
            .hover = packed(scene::mixed(t.panel, t.text, 0.07)),
            .narrator = packed(t.narrator),
            .hours = packed(t.hours),
            .otherActors = packed(t.otherActors),
            .otherSources = packed(t.otherSources),
            .plans = packed(t.plans)};
}

ImFont* fontOf(Type type) {
    const auto& fonts = ImGui::GetIO().Fonts->Fonts;
    const int index = static_cast<int>(type);
    return index < fonts.Size ? fonts[index] : ImGui::GetFont();
}

void applyStyle(scene::ThemeName theme, float scale, const typeset::Fonts& fonts) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    const auto add = [&](typeset::Weight weight, float size) {
        ImFontConfig config;
        config.OversampleH = 2;
        config.OversampleV = 1;
        atlas.AddFontFromFileTTF(fonts.latinFile(weight).c_str(), size * scale, &config, latinRanges);
        config.MergeMode = true;
        config.OversampleH = 1;
        atlas.AddFontFromFileTTF(fonts.arabicFile().c_str(), size * scale, &config, arabicRanges);
    };
    add(typeset::Weight::regular, 17);  // Type::body
    add(typeset::Weight::regular, 14);  // Type::small
    add(typeset::Weight::bold, 17);     // Type::strong
    add(typeset::Weight::bold, 19);     // Type::title
    add(typeset::Weight::bold, 24);     // Type::clock
    atlas.Build();

    const Palette p = paletteOf(theme);
    ImGuiStyle style;
    style.WindowPadding = {16, 12};
    style.WindowRounding = 0;
    style.WindowBorderSize = 0;
    style.PopupRounding = 6;
    style.PopupBorderSize = 1;
    style.ChildRounding = 6;
    style.ChildBorderSize = 1;
    style.FramePadding = {8, 4};
    style.FrameRounding = 4;
    style.ItemSpacing = {8, 6};
    style.ItemInnerSpacing = {8, 4};
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.GrabRounding = 4;
    style.AntiAliasedLinesUseTex = true;
    style.ScaleAllSizes(scale);
    ImVec4* c = style.Colors;
    c[ImGuiCol_Text] = vec(p.text);
    c[ImGuiCol_TextDisabled] = vec(p.muted);
    c[ImGuiCol_WindowBg] = c[ImGuiCol_ChildBg] = vec(p.panel);
    c[ImGuiCol_PopupBg] = vec(p.card);
    c[ImGuiCol_Border] = c[ImGuiCol_Separator] = vec(p.hairline);
    c[ImGuiCol_FrameBg] = vec(p.hover);
    c[ImGuiCol_FrameBgHovered] = c[ImGuiCol_FrameBgActive] = vec(p.highlight);
    c[ImGuiCol_Button] = vec(p.card);
    c[ImGuiCol_ButtonHovered] = vec(p.hover);
    c[ImGuiCol_ButtonActive] = vec(p.highlight);
    c[ImGuiCol_Header] = c[ImGuiCol_HeaderActive] = vec(p.highlight);
    c[ImGuiCol_HeaderHovered] = vec(p.hover);
    c[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
    c[ImGuiCol_ScrollbarGrab] = vec(p.hairline);
    c[ImGuiCol_ScrollbarGrabHovered] = c[ImGuiCol_ScrollbarGrabActive] = vec(p.faint);
    c[ImGuiCol_CheckMark] = c[ImGuiCol_SliderGrab] = c[ImGuiCol_NavHighlight] = vec(p.hours);
    c[ImGuiCol_ModalWindowDimBg] = {0.1f, 0.1f, 0.1f, 0.35f};
    c[ImGuiCol_TextSelectedBg] = vec(p.highlight);
    ImGui::GetStyle() = style;
}

Written::Written(Type type, ImU32 color) {
    ImGui::PushFont(fontOf(type));
    ImGui::PushStyleColor(ImGuiCol_Text, color);
}

Written::~Written() {
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void beginPanel(const char* name, const Layout::Rect& rect, const Palette& palette, float scale,
                bool scrolls) {
    ImGui::SetNextWindowPos({rect.x, rect.y});
    ImGui::SetNextWindowSize({rect.width, rect.height});
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                             ImGuiWindowFlags_NoNav;
    if (scrolls)
        flags &= ~ImGuiWindowFlags_NoScrollbar;
    else
        flags |= ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin(name, nullptr, flags);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->PushClipRectFullScreen();
    draw->AddRect({rect.x - scale, rect.y - scale}, {rect.x + rect.width, rect.y + rect.height},
                  palette.hairline);
    draw->PopClipRect();
}

void paragraph(std::string_view text, Type type, ImU32 color) {
    const Written written(type, color);
    const std::string shown = visualText(text);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(shown.data(), shown.data() + shown.size());
    ImGui::PopTextWrapPos();
}

void heading(std::string_view text, const Palette& palette, float scale) {
    ImGui::Dummy({0, 6 * scale});
    const Written written(Type::small, palette.muted);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
}

std::string fitted(const std::string& words, const ImFont* font, float width) {
    if (font->CalcTextSizeA(font->FontSize, 1e9f, 0, words.c_str()).x <= width) return words;
    std::string cut = words;
    while (!cut.empty() &&
           font->CalcTextSizeA(font->FontSize, 1e9f, 0, (cut + "\xE2\x80\xA6").c_str()).x > width) {
        cut.pop_back();
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) cut.pop_back();
        if (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0x80)) cut.pop_back();
    }
    return cut + "\xE2\x80\xA6";
}

void tip(std::string_view text, float scale) {
    const std::string shown = visualText(text);
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(340 * scale);
    ImGui::TextUnformatted(shown.data(), shown.data() + shown.size());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

bool chip(const char* label, const Palette& palette, float scale, bool on) {
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, 12 * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {10 * scale, 3 * scale});
    ImGui::PushStyleColor(ImGuiCol_Button, on ? palette.highlight : palette.panel);
    bool clicked = false;
    {
        const Written written(Type::small, on ? palette.text : palette.muted);
        clicked = ImGui::Button(label);
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    return clicked;
}

}  // namespace retrace::ui
