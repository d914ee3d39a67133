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
    draw.AddText(font, font->FontSize, {at.x + 10 * scale, at.y + (height - size.y) / 2}, p.muted,
                 words.c_str());
    ImGui::Dummy({size.x + 20 * scale, height});
}

void menu(const Facts& facts, const Palette& p, PanelState& own, Requests& requests) {
    if (chip("File", p, facts.scale)) ImGui::OpenPopup("file-menu");
    if (ImGui::BeginPopup("file-menu")) {
        const auto item = [&](const char* label, const char* verb, bool enabled = true) {
            if (ImGui::MenuItem(label, keyOf(verb).c_str(), false, enabled))
                requests.push_back({verb, {}, {}});
        };
        item("New from words or the clipboard\xE2\x80\xA6", "new-text");
        item("Open\xE2\x80\xA6", "open");
        if (ImGui::BeginMenu("Recent", !own.recent.empty())) {
            for (const std::filesystem::path& file : own.recent) {
                std::error_code ignored;
                const bool there = std::filesystem::exists(file, ignored);
                const std::string label = file.filename().string() + "##" + file.string();
                const std::string where =
                    there ? file.parent_path().filename().string() : "not there any more";
                if (ImGui::MenuItem(label.c_str(), where.c_str(), false, there))
                    requests.push_back({"open", {file.string()}, {}});
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
        if (own.exportProgress.empty())
            item("Write the film", "export-film");
        else
            item("Stop writing the film", "cancel-export");
        ImGui::Separator();
        item("Present", "present");
        item(facts.theme == scene::ThemeName::light ? "Dark theme" : "Light theme", "theme");
        item("Graticule", "graticule");
        item("Ways of others", "others");
        item("Plans, orders, denials", "plans");
        item("Help", "help");
        item("Quit", "quit");
        ImGui::EndPopup();
    }
}

float widthOf(Type type, const std::string& words) {
    const ImFont* font = fontOf(type);
    return font->CalcTextSizeA(font->FontSize, 1e9f, 0, words.c_str()).x;
}

/// The clock with room for the widest day and hour: nothing moves while it runs, nor where the hour is
/// absent.
struct Clock {
    model::ClockFace face;
    float day = 0, hour = 0, note = 0, width = 0;  // rooms of the parts, pixels; gaps are in `width`
};

constexpr float clockGap = 10;  // pixels at scale 1

Clock clockOf(const Facts& facts) {
    const model::Reconstruction& r = facts.reconstruction;
    Clock clock{.face = model::clockFace(r, facts.time)};
    std::string& note = clock.face.note;
    const std::string dated = ", day from the record", decided = ", day set by the analyst";
    const auto stands = [&](timeline::Origin origin) {
        return std::ranges::any_of(r.events, [&](const model::Event& event) {
            return std::ranges::find(event.when.span.origins, origin) != event.when.span.origins.end();
        });
    };
    const bool zoned = !model::isOrderOnly(r, facts.time);
    if (zoned && r.zone.find('/') != std::string::npos) note = "time of " + note;
    clock.day = std::max(widthOf(Type::clock, "Wed 30 Nov 2000"), widthOf(Type::clock, clock.face.date));
    clock.hour = std::max(widthOf(Type::clock, "00:00"), widthOf(Type::clock, clock.face.time));
    const std::string most = stands(timeline::Origin::decision) ? decided
                             : stands(timeline::Origin::record) ? dated
                                                                : "";
    clock.note = std::max(widthOf(Type::small, note), widthOf(Type::small, zoneWords(r.zone) + most));
    clock.width = clock.day + clock.hour + clock.note + 2 * clockGap * facts.scale;
    return clock;
}

void drawClock(const Facts& facts, const Palette& p, const Clock& clock, ImVec2 at, float height) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImFont *big = fontOf(Type::clock), *small = fontOf(Type::small);
    const float gap = clockGap * facts.scale;
    const float y = at.y + (height - big->FontSize) / 2;
    draw.AddText(big, big->FontSize, {at.x, y}, p.text, clock.face.date.c_str());
    draw.AddText(big, big->FontSize, {at.x + clock.day + gap, y}, p.text, clock.face.time.c_str());
    if (clock.face.time.empty()) {  // words keep the room of the hour, so that nothing moves
        const char* none = "no hour";
        const float room = (clock.hour - widthOf(Type::small, none)) / 2;
        draw.AddText(small, small->FontSize,
                     {at.x + clock.day + gap + room, y + big->FontSize - small->FontSize - 3 * facts.scale},
                     p.muted, none);
    }
    const ImVec2 noteAt{at.x + clock.day + clock.hour + 2 * gap,
                        y + big->FontSize - small->FontSize - 3 * facts.scale};
    draw.AddText(small, small->FontSize, noteAt, p.muted, clock.face.note.c_str());
    if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(at, {at.x + clock.width, at.y + height})) {
        const std::string zone = zoneReason(facts.reconstruction.zone, !facts.document.zone.empty());
        const std::string hour =
            clock.face.time.empty() ? "\nThe words give no hour for what is told now." : "";
        ImGui::SetTooltip("%s%s", zone.c_str(), hour.c_str());
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
    if (!own.exportProgress.empty()) {
        ImGui::SameLine(0, 8 * scale);
        if (chip("Stop the film", p, scale, true)) requests.push_back({"cancel-export", {}, {}});
        if (ImGui::IsItemHovered()) tip(own.exportProgress, scale);
    }

    const Clock clock = clockOf(facts);
    const float clockX = layout.top.width - 16 * scale - clock.width;

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
        const std::string whole =
            visualText(facts.document.title + (facts.unsaved ? "  \xE2\x80\xA2 not saved" : ""));
        const std::string title = fitted(whole, body, std::max(free, 40.0f));
        ImGui::TextUnformatted(title.c_str());
        if (title != whole && ImGui::IsItemHovered()) tip(facts.document.title, scale);
    }
    const float used = ImGui::GetItemRectSize().x;
    if (!badgeText.empty() && free - used > 140 * scale) {
        ImGui::SameLine(0, 12 * scale);
        const std::string shown = fitted(badgeText, fontOf(Type::small), free - used - 50 * scale);
        badge(shown, p, scale);
        if (shown != badgeText && ImGui::IsItemHovered()) tip(badgeText, scale);
    }
    ImGui::SameLine();
    drawClock(facts, p, clock, {layout.top.x + clockX, layout.top.y}, layout.top.height);
    ImGui::End();
}

}  // namespace retrace::ui
