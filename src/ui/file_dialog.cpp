#include "ui/dialog.hpp"
#include "ui/fold.hpp"
#include "ui/folder_listing.hpp"
#include "ui/style.hpp"
#include "ui/visual_text.hpp"

#include <imgui/imgui_stdlib.h>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

namespace retrace::ui {

namespace fs = std::filesystem;

namespace {

/// The entries of the dialog's folder; read again when it is another one, and now and then.
const FolderListing& entriesOf(PanelState& own) {
    constexpr double fresh_s = 2;
    const auto& kept = own.listing;
    const double now = ImGui::GetTime();
    if (kept && kept->folder == own.folder && kept->hidden == own.hiddenFiles && now - kept->read_s < fresh_s)
        return *kept;
    if (!kept || kept->folder != own.folder) own.fileRow.reset();
    own.listing = std::make_shared<FolderListing>(listFolder(own.folder, own.hiddenFiles));
    own.listing->read_s = now;
    return *own.listing;
}

/// The end of a path that fits the width, with an ellipsis before it.
std::string fittedEnd(const std::string& path, float width) {
    const auto fits = [&](std::size_t from) {
        const ImFont* font = fontOf(Type::small);
        return font->CalcTextSizeA(font->FontSize, 1e9f, 0, ("\xE2\x80\xA6" + path.substr(from)).c_str()).x <=
               width;
    };
    std::size_t from = 0;
    while (from < path.size() && !fits(from)) {
        ++from;
        while (from < path.size() && (static_cast<unsigned char>(path[from]) & 0xC0) == 0x80) ++from;
    }
    return from == 0 ? path : "\xE2\x80\xA6" + path.substr(from);
}

void enter(PanelState& own, const fs::path& folder) {
    own.folder = folder;
    own.fileRow.reset();
    if (!own.fileForSave) own.fileName.clear();
    ++own.fileField;
}

bool pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

/// Up and Down go through the rows, a file's name comes into the field; Backspace in an empty field leaves
/// the folder.
void rowKeys(PanelState& own, const FolderListing& listing) {
    const int step = (pressed(ImGuiKey_DownArrow) ? 1 : 0) - (pressed(ImGuiKey_UpArrow) ? 1 : 0);
    const auto count = static_cast<std::ptrdiff_t>(listing.entries.size());
    if (step != 0 && count > 0) {
        const std::ptrdiff_t row = own.fileRow ? static_cast<std::ptrdiff_t>(*own.fileRow) + step
                                   : step > 0  ? 0
                                               : count - 1;
        own.fileRow = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(row, 0, count - 1));
        own.fileRowMoved = true;
        const FolderEntry& entry = listing.entries[*own.fileRow];
        if (!entry.folder)
            own.fileName = entry.path.filename().string();
        else if (!own.fileForSave)
            own.fileName.clear();
        ++own.fileField;
    }
    if (pressed(ImGuiKey_Backspace) && own.fileName.empty() && own.folder.has_relative_path())
        enter(own, own.folder.parent_path());
}

void folderLine(const Facts& facts, const Palette& p, PanelState& own) {
    const float scale = facts.scale;
    if (chip("Up", p, scale) && own.folder.has_relative_path()) enter(own, own.folder.parent_path());
    ImGui::SameLine(0, 4 * scale);
    const char* home = std::getenv("HOME");
    if (home && chip("Home", p, scale)) enter(own, home);
    ImGui::SameLine(0, 4 * scale);
    if (chip("Hidden", p, scale, own.hiddenFiles)) own.hiddenFiles = !own.hiddenFiles;
    if (ImGui::IsItemHovered()) tip("Also names that begin with a point", scale);
    ImGui::SameLine(0, 10 * scale);
    const std::string path = own.folder.string();
    const std::string shown = fittedEnd(path, ImGui::GetContentRegionAvail().x);
    const Written written(Type::small, p.muted);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(visualText(shown).c_str());
    if (shown != path && ImGui::IsItemHovered()) tip(path, scale);
}

/// The rows; the file that was clicked twice.
std::optional<fs::path> rows(const Facts& facts, const Palette& p, PanelState& own,
                             const FolderListing& listing) {
    std::optional<fs::path> opened, entered;
    if (own.folder.has_relative_path() && ImGui::Selectable("..")) entered = own.folder.parent_path();
    ImGuiListClipper clipper;
    const auto count = static_cast<int>(listing.entries.size());
    const float row = ImGui::GetTextLineHeightWithSpacing();
    if (own.fileRow && std::exchange(own.fileRowMoved, false)) {
        const float y = row * static_cast<float>(*own.fileRow + 1);
        if (y < ImGui::GetScrollY() || y + row > ImGui::GetScrollY() + ImGui::GetWindowHeight())
            ImGui::SetScrollY(std::max(0.0f, y - ImGui::GetWindowHeight() / 2));
    }
    for (clipper.Begin(count, row); clipper.Step();)
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto index = static_cast<std::size_t>(i);
            const FolderEntry& entry = listing.entries[index];
            const std::string name = entry.path.filename().string();
            const bool named = !entry.folder && name == own.fileName;
            const bool clicked =
                ImGui::Selectable((entry.shown + "##" + name).c_str(), named || own.fileRow == index,
                                  ImGuiSelectableFlags_AllowDoubleClick);
            const float width = ImGui::CalcTextSize(entry.shown.c_str()).x;
            if (ImGui::IsItemHovered() && width > ImGui::GetContentRegionAvail().x) tip(name, facts.scale);
            if (!clicked) continue;
            if (entry.folder) {
                entered = entry.path;
                continue;
            }
            own.fileRow = index;
            own.fileName = name;
            ++own.fileField;
            // The second press of a double click on a folder lands on a file of the folder just entered.
            if (named && ImGui::IsMouseDoubleClicked(0) && !own.fileForSave) opened = entry.path;
        }
    if (!listing.fault.empty())
        paragraph(listing.fault, Type::small, p.narrator);
    else if (count == 0)
        paragraph("No texts (.txt) or documents (.retrace) here.", Type::small, p.muted);
    if (listing.cut) paragraph("There are more; write the name below.", Type::small, p.muted);
    if (entered) enter(own, *entered);
    return opened;
}

void pasteDialog(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const Palette p = paletteOf(facts.theme);
    if (own.pasteOpen) {
        beginDialog("new-text", layout, 640, 480, facts.scale);
        paragraph("A new case from a text", Type::title, p.text);
        paragraph("Paste the testimony here. Nothing of it leaves this machine.", Type::small, p.muted);
        ImGui::InputTextMultiline("##pasted", &own.pasted,
                                  {-1, ImGui::GetContentRegionAvail().y - 44 * facts.scale});
        if (chip("Read it", p, facts.scale, true) && !own.pasted.empty()) {
            requests.push_back({"new-text", {}, {{"text", own.pasted}}});
            own.pasteOpen = false;
        }
        ImGui::SameLine();
        if (chip("From the clipboard", p, facts.scale)) {
            if (const char* words = ImGui::GetClipboardText()) own.pasted = words;
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
    paragraph(forDraft          ? "Save the draft as a document of its own"
              : own.fileForSave ? "Save the document"
                                : "Open a text or a document",
              Type::title, p.text);
    if (own.folder.empty()) {
        std::error_code ignored;
        own.folder = fs::current_path(ignored);
    }
    const bool appears = ImGui::IsWindowAppearing();
    if (appears) {
        own.fileRow.reset();
        own.listing.reset();
        const bool named = own.fileName.ends_with(".retrace") && !facts.bundled;
        if (own.fileForSave && !named) own.fileName = fileNameFor(facts.document.title) + ".retrace";
        ++own.fileField;
    }
    const std::shared_ptr<FolderListing> kept = (entriesOf(own), own.listing);
    const FolderListing& listing = *kept;
    if (!appears) rowKeys(own, listing);
    const bool enterKey = !appears && pressed(ImGuiKey_Enter);
    folderLine(facts, p, own);
    const bool warns = own.fileForSave && !own.overwrite.empty();
    ImGui::BeginChild("entries", {0, ImGui::GetContentRegionAvail().y - (warns ? 92 : 68) * facts.scale},
                      true, ImGuiWindowFlags_NoNav);
    if (const auto opened = rows(facts, p, own, listing)) {
        requests.push_back({"open", {opened->string()}, {}});
        own.fileOpen = false;
    }
    ImGui::EndChild();
    ImGui::PushID(own.fileField);  // a field takes a name that is not typed only when it is a new one
    ImGui::SetNextItemWidth(-1);
    if (std::exchange(own.fileFocused, own.fileField) != own.fileField) ImGui::SetKeyboardFocusHere();
    (void)inputText<512>("##name", own.fileForSave ? "name.retrace" : "file name", own.fileName,
                         ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    ImGui::PopID();
    const bool replaces =
        own.fileForSave && !own.overwrite.empty() && own.overwrite.stem() == fs::path(own.fileName).stem();
    if (replaces)
        paragraph(own.overwrite.filename().string() + " is there already: once more replaces it.",
                  Type::small, p.narrator);
    const bool go = chip(!own.fileForSave ? "Open" : replaces ? "Replace it" : "Save", p, facts.scale, true);
    const bool onFolder =
        own.fileRow && *own.fileRow < listing.entries.size() && listing.entries[*own.fileRow].folder;
    std::error_code unknown;
    if (enterKey && onFolder && own.fileOpen) {
        enter(own, listing.entries[*own.fileRow].path);
    } else if (const fs::path typed = own.folder / own.fileName;
               (enterKey || go) && !own.fileName.empty() && fs::is_directory(typed, unknown)) {
        enter(own, typed);
        own.fileName.clear();
    } else if ((enterKey || go) && own.fileOpen && !own.fileName.empty()) {
        fs::path file =
            fs::path(own.fileName).is_absolute() ? fs::path(own.fileName) : own.folder / own.fileName;
        if (own.fileForSave && folded(file.extension().string()) != ".retrace") file += ".retrace";
        std::error_code ignored;
        const bool asksFirst = own.fileForSave && file != facts.opened.path && fs::exists(file, ignored) &&
                               own.overwrite != file;
        if (asksFirst) {
            own.overwrite = file;
        } else {
            document::Request request{forDraft          ? "keep-draft"
                                      : own.fileForSave ? "save-as"
                                                        : "open",
                                      {file.string()},
                                      {}};
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
