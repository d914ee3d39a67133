#include "ui/style.hpp"
#include "ui/visual_text.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace retrace::ui {

namespace {

void badge(const std::string& words, const Palette& p, float scale) {
    const ImFont* font = fontOf(Type::small);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, words.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetFrameHeight() * 0.86f;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 corner{at.x + size.x + 20 * scale, at.y + height};
    draw.AddRectFilled(at, corner, p.card, height / 2);
    draw.AddRect(at, corner, p.hairline, height / 2);
    draw.AddText(font, font->FontSize, {at.x + 10 * scale, at.y + (height - size.y) / 2}, p.muted, words.c_str());
    ImGui::Dummy({size.x + 20 * scale, height});
}

/// The words cut at the end so that they fit, with an ellipsis.
std::string fitted(const std::string& words, const ImFont* font, float width) {
    if (font->CalcTextSizeA(font->FontSize, 1e9f, 0, words.c_str()).x <= width) return words;
    std::string cut = words;
    while (!cut.empty() && font->CalcTextSizeA(font->FontSize, 1e9f, 0, (cut + "\xE2\x80\xA6").c_str()).x > width) {
        cut.pop_back();
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) cut.pop_back();
        if (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0x80)) cut.pop_back();
    }
    return cut + "\xE2\x80\xA6";
}

void menu(const Facts& facts, const Palette& p, PanelState& own, Requests& requests) {
    if (chip("File", p, facts.scale)) ImGui::OpenPopup("file-menu");
    if (ImGui::BeginPopup("file-menu")) {
        const auto item = [&](const char* label, const char* verb, bool enabled = true) {
            if (ImGui::MenuItem(label, keyOf(verb).c_str(), false, enabled)) requests.push_back({verb, {}, {}});
        };
        item("New from words or the clipboard\xE2\x80\xA6", "new-text");
        item("Open\xE2\x80\xA6", "open");
        if (ImGui::BeginMenu("Recent", !own.recent.empty())) {
            for (const std::filesystem::path& file : own.recent) {
                std::error_code ignored;
                const bool there = std::filesystem::exists(file, ignored);
                const std::string label = file.filename().string() + "##" + file.string();
                const std::string where = there ? file.parent_path().filename().string() : "not there any more";
                if (ImGui::MenuItem(label.c_str(), where.c_str(), false, there)) requests.push_back({"open", {file.string()}, {}});
            }
            ImGui::EndMenu();
        }
        item(facts.bundled ? "Save (the example: under another name)\xE2\x80\xA6" : "Save", "save");
        item("Save as\xE2\x80\xA6", "save-as");
        ImGui::Separator();
        item(("Undo " + facts.undoName).c_str(), "undo", !facts.undoName.empty());
        item(("Redo " + facts.redoName).c_str(), "redo", !facts.redoName.empty());
        ImGui::Separator();
        item("Write this picture", "export-picture");
        item("Write the film", "export-film");
        ImGui::Separator();
        item("Present", "present");
        item(facts.theme == scene::ThemeName::light ? "Dark theme" : "Light theme", "theme");
        item("Graticule", "graticule");
        item("Help", "help");
        item("Quit", "quit");
        ImGui::EndPopup();
    }
}

}  // namespace

void topBar(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const Palette p = paletteOf(facts.theme);
    const float scale = facts.scale;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {16 * scale, 9 * scale});
    beginPanel("top", layout.top, p, scale);
    ImGui::PopStyleVar();
    {
        const Written written(Type::title, p.text);
        ImGui::TextUnformatted("Retrace");
    }
    ImGui::SameLine(0, 16 * scale);
    menu(facts, p, own, requests);

    const model::ClockFace face = model::clockFace(facts.reconstruction, facts.time);
    const ImFont* clock = fontOf(Type::clock);
    const ImFont* small = fontOf(Type::small);
    const std::string time = face.date + (face.time.empty() ? "" : "  " + face.time);
    const float clockWidth = clock->CalcTextSizeA(clock->FontSize, 1e9f, 0, time.c_str()).x;
    const float noteWidth = small->CalcTextSizeA(small->FontSize, 1e9f, 0, face.note.c_str()).x;
    const float clockX = layout.top.width - 16 * scale - clockWidth - noteWidth - 10 * scale;

    ImGui::SameLine(0, 14 * scale);
    const std::string badgeText = [&] {
        for (const document::SourceRef& source : facts.document.sources)
            if (!source.note.empty()) return source.note;
        return std::string();
    }();
    const float left = ImGui::GetCursorPosX();
    const float free = clockX - left - 20 * scale;
    const ImFont* body = fontOf(Type::body);
    {
        const Written written(Type::body, p.text);
        ImGui::AlignTextToFramePadding();
        const std::string title = fitted(visualText(facts.document.title + (facts.unsaved ? "  \xE2\x80\xA2 not saved" : "")), body, std::max(free, 40.0f));
        ImGui::TextUnformatted(title.c_str());
    }
    const float used = ImGui::GetItemRectSize().x;
    if (!badgeText.empty() && free - used > 140 * scale) {
        ImGui::SameLine(0, 12 * scale);
        badge(fitted(badgeText, small, free - used - 50 * scale), p, scale);
    }
    ImGui::SameLine();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float y = layout.top.y + (layout.top.height - clock->FontSize) / 2;
    draw.AddText(clock, clock->FontSize, {layout.top.x + clockX, y}, p.text, time.c_str());
    draw.AddText(small, small->FontSize, {layout.top.x + clockX + clockWidth + 10 * scale, y + clock->FontSize - small->FontSize - 3 * scale}, p.muted, face.note.c_str());
    ImGui::End();
}

}  // namespace retrace::ui
