// What keys and mouse do, in groups; the verbs of scripts after them.
#include "ui/dialog.hpp"
#include "ui/style.hpp"
#include "ui/words.hpp"

#include <vector>

namespace retrace::ui {

namespace {

/// A line of the sheet: what is pressed, as verbs whose keys are shown or as words, and what it does.
struct Line {
    std::vector<const char*> verbs;
    const char* gesture;
    const char* does;
};
struct Group {
    const char* title;
    std::vector<Line> lines;
};

// Left column, then right.
const std::vector<std::vector<Group>>& columns() {
    static const std::vector<std::vector<Group>> both{
        {{"THE REPLAY",
          {{{"toggle-play"}, "", "play, pause"},
           {{"step-back", "step"}, "", "the event before, the next one"},
           {{"previous-chapter", "next-chapter"}, "", "the chapter before, the next one"},
           {{"home", "end"}, "", "the beginning, the end"},
           {{"slower", "faster"}, "", "slower, faster"},
           {{"motion"}, "", "glide, or go in steps"}}},
         {"THE MAP",
          {{{}, "Drag", "move the map"},
           {{}, "Wheel", "zoom about the mouse"},
           {{"zoom-out", "zoom-in"}, "", "zoom out, in"},
           {{"fit"}, "", "show the whole path"},
           {{"follow"}, "", "follow the marker, or not"},
           {{"graticule"}, "", "lines of longitude and latitude"},
           {{"others"}, "", "the ways of others too"},
           {{"plans"}, "", "what was ordered, feared or denied too"},
           {{"copy-coordinates"}, "", "copy the coordinates under the mouse"}}},
         {"THE WINDOW",
          {{{"present"}, "F11", "the view for a class"},
           {{"theme"}, "", "light or dark"},
           {{"itinerary", "doubts"}, "", "below the map: itinerary, doubts"},
           {{"order"}, "", "order of telling or of happening"},
           {{"by"}, "", "words, decisions, record: what counts"},
           {{"all-statements"}, "", "every statement on the timeline"},
           {{"search"}, "", "search words and gazetteer"},
           {{"help"}, "", "this sheet"},
           {{"deselect"}, "", "close, leave, select nothing"}}}},
        {{"THE TESTIMONY",
          {{{}, "Click", "on a sentence, name, bar or mark: go there"},
           {{}, "Hover", "what was read there"},
           {{"previous-name", "next-name"}, "", "the name before, the next one"}}},
         {"DECIDING",
          {{{"previous-candidate", "next-candidate"}, "", "go through the places a name may mean"},
           {{"choose-candidate"}, "", "it is this place"},
           {{"ignore-mention"}, "", "it is no place"},
           {{"put-point"}, "", "put a point on the map for it"},
           {{"edit-time"}, "", "set the time of the event"},
           {{"forget-decision"}, "", "drop a decision"},
           {{"undo"}, "", "undo"},
           {{"redo"}, "", "redo"}}},
         {"FILES",
          {{{"new-text"}, "", "a new case from words or the clipboard"},
           {{"open"}, "", "open a text or a document"},
           {{"save"}, "", "save"},
           {{"save-as"}, "", "save under another name"},
           {{"export-picture"}, "", "write this picture"},
           {{"export-film"}, "", "write the film"},
           {{"quit"}, "", "quit"}}}}};
    return both;
}

std::string pressed(const Line& line) {
    std::string keys;
    for (const char* verb : line.verbs)
        if (const std::string key = keyOf(verb); !key.empty()) keys += (keys.empty() ? "" : "  ") + key;
    if (line.gesture[0] != 0) keys += (keys.empty() ? "" : "  ") + std::string(line.gesture);
    return keys;
}

void group(const Group& group, const Palette& p, float scale) {
    heading(group.title, p, scale);
    ImGui::PushID(group.title);
    if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_SizingFixedFit)) {
        ImGui::TableSetupColumn("key", ImGuiTableColumnFlags_WidthFixed, 142 * scale);
        ImGui::TableSetupColumn("does", ImGuiTableColumnFlags_WidthStretch);
        for (const Line& line : group.lines) {
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            paragraph(pressed(line), Type::small, p.hours);
            ImGui::TableNextColumn();
            paragraph(line.does, Type::small, p.text);
        }
        ImGui::EndTable();
    }
    ImGui::PopID();
}

void verbTable(const Palette& p) {
    if (!ImGui::BeginTable("verbs", 2, ImGuiTableFlags_BordersInnerH)) return;
    ImGui::TableSetupColumn("verb", ImGuiTableColumnFlags_WidthStretch, 0.45f);
    ImGui::TableSetupColumn("help", ImGuiTableColumnFlags_WidthStretch, 0.55f);
    for (const document::VerbDeclaration& verb : document::verbs()) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        paragraph(verb.name + (verb.arguments.empty() ? "" : " " + verb.arguments), Type::small, p.text);
        ImGui::TableNextColumn();
        paragraph(verb.help, Type::small, p.muted);
    }
    ImGui::EndTable();
}

}  // namespace

void helpSheet(const Facts& facts, const Layout& layout, PanelState& own, Requests&) {
    if (!own.helpOpen) return;
    const Palette p = paletteOf(facts.theme);
    const float scale = facts.scale;
    beginDialog("help", layout, 860, 660, scale);
    paragraph(own.helpVerbs ? "Verbs for scripts" : "Keys and mouse", Type::title, p.text);
    if (own.helpVerbs)
        paragraph("retrace play SCRIPT FILE carries out one verb a line, as the window does.", Type::small, p.muted);
    ImGui::BeginChild(own.helpVerbs ? "verbs" : "keys", {0, ImGui::GetContentRegionAvail().y - 36 * scale});
    if (own.helpVerbs) {
        verbTable(p);
    } else if (ImGui::BeginTable("columns", 2, ImGuiTableFlags_SizingStretchSame)) {
        ImGui::TableNextRow();
        for (const std::vector<Group>& column : columns()) {
            ImGui::TableNextColumn();
            for (const Group& each : column) group(each, p, scale);
        }
        ImGui::EndTable();
    }
    ImGui::EndChild();
    if (chip("Close (Esc)", p, scale)) own.helpOpen = false;
    ImGui::SameLine(0, 8 * scale);
    if (chip(own.helpVerbs ? "Keys and mouse" : "Verbs for scripts", p, scale)) own.helpVerbs = !own.helpVerbs;
    ImGui::End();
}

}  // namespace retrace::ui
