#include "ui/dialog.hpp"
#include "ui/fold.hpp"
#include "ui/style.hpp"

#include <imgui/imgui_stdlib.h>

#include <algorithm>
#include <vector>

namespace retrace::ui {

namespace fs = std::filesystem;

namespace {

struct Entry {
    fs::path path;
    bool folder = false;
};

/// Folders first, then texts and documents; hidden ones left out. An unreadable folder is empty.
std::vector<Entry> entriesOf(const fs::path& folder) {
    std::vector<Entry> entries;
    std::error_code failed;
    for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, failed), end; !failed && it != end; it.increment(failed)) {
        const std::string name = it->path().filename().string();
        if (name.empty() || name.front() == '.') continue;
        std::error_code ignored;
        const bool isFolder = it->is_directory(ignored);
        const std::string extension = folded(it->path().extension().string());
        if (isFolder || extension == ".txt" || extension == ".retrace" || extension == ".md") entries.push_back({it->path(), isFolder});
        if (entries.size() > 2000) break;
    }
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) { return a.folder != b.folder ? a.folder : a.path.filename() < b.path.filename(); });
    return entries;
}

void pasteDialog(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const Palette p = paletteOf(facts.theme);
    if (own.pasteOpen) {
        beginDialog("new-text", layout, 640, 480, facts.scale);
        paragraph("A new case from a text", Type::title, p.text);
        paragraph("Paste the testimony here. Nothing of it leaves this machine.", Type::small, p.muted);
        ImGui::InputTextMultiline("##pasted", &own.pasted, {-1, ImGui::GetContentRegionAvail().y - 44 * facts.scale});
        if (chip("Read it", p, facts.scale, true) && !own.pasted.empty()) {
            requests.push_back({"new-text", {}, {{"text", own.pasted}}});
            own.pasteOpen = false;
        }
        ImGui::SameLine();
        if (chip("Cancel", p, facts.scale)) own.pasteOpen = false;
        ImGui::End();
    }
}

}  // namespace

void fileDialog(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const Palette p = paletteOf(facts.theme);
    pasteDialog(facts, layout, own, requests);
    if (!own.fileOpen) return;
    beginDialog("files", layout, 640, 520, facts.scale);
    const bool forDraft = own.fileForSave && !own.keepDraft.empty();
    paragraph(forDraft ? "Save the draft as a document of its own" : own.fileForSave ? "Save the document" : "Open a text or a document", Type::title, p.text);
    if (own.folder.empty()) {
        std::error_code ignored;
        own.folder = fs::current_path(ignored);
    }
    paragraph(own.folder.string(), Type::small, p.muted);
    ImGui::BeginChild("entries", {0, ImGui::GetContentRegionAvail().y - 104 * facts.scale}, true);
    if (own.folder.has_relative_path() && ImGui::Selectable("..")) own.folder = own.folder.parent_path();
    const std::vector<Entry> entries = entriesOf(own.folder);
    for (const Entry& entry : entries) {
        const std::string name = entry.path.filename().string();
        const bool chosen = name == own.fileName;
        if (ImGui::Selectable((name + (entry.folder ? "/" : "")).c_str(), chosen, ImGuiSelectableFlags_AllowDoubleClick)) {
            if (entry.folder) {
                own.folder = entry.path;
                break;
            }
            own.fileName = name;
            // The second press of a double click on a folder lands on a file of the folder just entered.
            if (chosen && ImGui::IsMouseDoubleClicked(0) && !own.fileForSave) {
                requests.push_back({"open", {entry.path.string()}, {}});
                own.fileOpen = false;
            }
        }
    }
    if (entries.empty()) paragraph("No texts (.txt) or documents (.retrace) here.", Type::small, p.muted);
    ImGui::EndChild();
    ImGui::SetNextItemWidth(-1);
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    const bool entered = inputText<512>("##name", own.fileForSave ? "name.retrace" : "file name", own.fileName, ImGuiInputTextFlags_EnterReturnsTrue);
    const bool replaces = own.fileForSave && !own.overwrite.empty() && own.overwrite.stem() == fs::path(own.fileName).stem();
    if (replaces) paragraph(own.overwrite.filename().string() + " is there already: once more replaces it.", Type::small, p.narrator);
    const bool go = chip(!own.fileForSave ? "Open" : replaces ? "Replace it" : "Save", p, facts.scale, true);
    if ((entered || go) && !own.fileName.empty()) {
        fs::path file = fs::path(own.fileName).is_absolute() ? fs::path(own.fileName) : own.folder / own.fileName;
        if (own.fileForSave && folded(file.extension().string()) != ".retrace") file += ".retrace";
        std::error_code ignored;
        const bool asksFirst = own.fileForSave && file != facts.opened.path && fs::exists(file, ignored) && own.overwrite != file;
        if (asksFirst) {
            own.overwrite = file;
        } else {
            document::Request request{forDraft ? "keep-draft" : own.fileForSave ? "save-as" : "open", {file.string()}, {}};
            if (forDraft) request.named["draft"] = own.keepDraft.string();
            requests.push_back(std::move(request));
            own.fileOpen = false;
            own.overwrite.clear();
        }
    }
    ImGui::SameLine();
    if (chip("Cancel", p, facts.scale)) own.fileOpen = false;
    ImGui::End();
}

}  // namespace retrace::ui
