#include "ui/requests.hpp"
#include "ui/style.hpp"
#include "ui/visual_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace retrace::ui {

namespace fs = std::filesystem;

namespace {

constexpr ImGuiWindowFlags dialogFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;

/// Begins a dialog in the middle of the window; end it with ImGui::End().
void beginDialog(const char* name, const Layout& layout, float width, float height, float scale) {
    const float screenWidth = std::max(layout.top.width, layout.map.x + layout.map.width);
    const float screenHeight = std::max(layout.bottom.y + layout.bottom.height, layout.map.y + layout.map.height);
    width = std::min(width * scale, screenWidth - 32 * scale);
    height = std::min(height * scale, screenHeight - 32 * scale);
    ImGui::SetNextWindowPos({(screenWidth - width) / 2, (screenHeight - height) * 0.4f});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8 * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::Begin(name, nullptr, dialogFlags);
    ImGui::PopStyleVar(2);
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
}

std::string lower(std::string text) {
    for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

template <std::size_t N>
bool inputText(const char* id, const char* hint, std::string& value, ImGuiInputTextFlags flags = 0) {
    char buffer[N];
    std::snprintf(buffer, sizeof buffer, "%s", value.c_str());
    const bool entered = ImGui::InputTextWithHint(id, hint, buffer, sizeof buffer, flags);
    value = buffer;
    return entered;
}

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
        const std::string extension = lower(it->path().extension().string());
        if (isFolder || extension == ".txt" || extension == ".retrace" || extension == ".md") entries.push_back({it->path(), isFolder});
        if (entries.size() > 2000) break;
    }
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) { return a.folder != b.folder ? a.folder : a.path.filename() < b.path.filename(); });
    return entries;
}

}  // namespace

void searchBox(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    if (!own.searchOpen) return;
    const Palette p = paletteOf(facts.theme);
    beginDialog("search", layout, 520, 420, facts.scale);
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool entered = inputText<200>("##search", "a place, an actor, words of the testimony", own.search, ImGuiInputTextFlags_EnterReturnsTrue);
    const std::string wanted = lower(own.search);
    const model::Reconstruction& r = facts.reconstruction;
    ImGui::BeginChild("found");
    bool first = true;
    const auto row = [&](const std::string& label, const std::string& small, const document::Request& request) {
        const bool clicked = ImGui::Selectable((visualText(label) + "##" + textForm(request)).c_str());
        const Written written(Type::small, p.muted);
        ImGui::TextUnformatted(visualText(small).c_str());
        if (clicked || (entered && first)) {
            requests.push_back(request);
            own.searchOpen = false;
        }
        first = false;
    };
    if (!wanted.empty()) {
        for (std::size_t i = 0; i < r.mentions.size(); ++i) {
            const model::PlaceMention& m = r.mentions[i];
            const bool bears = lower(m.mention.surface).find(wanted) != std::string::npos || (m.place && lower(m.place->name).find(wanted) != std::string::npos);
            if (bears && !m.mention.repeats) row(m.mention.surface, describeMention(m), selectMention(r, i));
        }
        for (std::size_t i = 0; i < r.events.size(); ++i)
            for (const text::Quote& quote : r.events[i].evidence)
                if (const std::string words = quoteOf(r, quote); lower(words).find(wanted) != std::string::npos)
                    row(words, standing(r.events[i]), selectEvent(r, i));
        if (first) paragraph("Nothing bears these words.", Type::small, p.muted);
    }
    ImGui::EndChild();
    ImGui::End();
}

void fileDialog(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const Palette p = paletteOf(facts.theme);
    if (own.pasteOpen) {
        beginDialog("new-text", layout, 640, 480, facts.scale);
        paragraph("A new case from a text", Type::title, p.text);
        paragraph("Paste the testimony here. Nothing of it leaves this machine.", Type::small, p.muted);
        static constexpr std::size_t most = 400000;
        own.pasted.resize(std::max<std::size_t>(own.pasted.size(), 1));
        std::vector<char> buffer(most);
        std::snprintf(buffer.data(), most, "%s", own.pasted.c_str());
        ImGui::InputTextMultiline("##pasted", buffer.data(), most, {-1, ImGui::GetContentRegionAvail().y - 44 * facts.scale});
        own.pasted = buffer.data();
        if (chip("Read it", p, facts.scale, true) && !own.pasted.empty()) {
            requests.push_back({"new-text", {}, {{"text", own.pasted}}});
            own.pasteOpen = false;
        }
        ImGui::SameLine();
        if (chip("Cancel", p, facts.scale)) own.pasteOpen = false;
        ImGui::End();
    }
    if (!own.fileOpen) return;
    beginDialog("files", layout, 640, 520, facts.scale);
    paragraph(own.fileForSave ? "Save the document" : "Open a text or a document", Type::title, p.text);
    if (own.folder.empty()) {
        std::error_code ignored;
        own.folder = fs::current_path(ignored);
    }
    paragraph(own.folder.string(), Type::small, p.muted);
    ImGui::BeginChild("entries", {0, ImGui::GetContentRegionAvail().y - 80 * facts.scale}, true);
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
    const bool go = chip(own.fileForSave ? "Save" : "Open", p, facts.scale, true);
    if ((entered || go) && !own.fileName.empty()) {
        fs::path file = fs::path(own.fileName).is_absolute() ? fs::path(own.fileName) : own.folder / own.fileName;
        if (own.fileForSave && file.extension() != ".retrace") file += ".retrace";
        requests.push_back({own.fileForSave ? "save-as" : "open", {file.string()}, {}});
        own.fileOpen = false;
    }
    ImGui::SameLine();
    if (chip("Cancel", p, facts.scale)) own.fileOpen = false;
    ImGui::End();
}

void helpSheet(const Facts& facts, const Layout& layout, PanelState& own, Requests&) {
    if (!own.helpOpen) return;
    const Palette p = paletteOf(facts.theme);
    beginDialog("help", layout, 720, 560, facts.scale);
    paragraph("Keys and verbs", Type::title, p.text);
    ImGui::BeginChild("verbs", {0, ImGui::GetContentRegionAvail().y - 40 * facts.scale});
    if (ImGui::BeginTable("keys", 3, ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit)) {
        ImGui::TableSetupColumn("key");
        ImGui::TableSetupColumn("verb");
        ImGui::TableSetupColumn("help", ImGuiTableColumnFlags_WidthStretch);
        for (const document::VerbDeclaration& verb : document::verbs()) {
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            {
                const Written written(Type::strong, p.hours);
                ImGui::TextUnformatted(verb.key.c_str());
            }
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(verb.name.c_str());
            ImGui::TableNextColumn();
            paragraph(verb.help, Type::small, p.muted);
        }
        ImGui::EndTable();
    }
    ImGui::EndChild();
    if (chip("Close", p, facts.scale)) own.helpOpen = false;
    ImGui::End();
}

void panels(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    if (!facts.present) {
        topBar(facts, layout, own, requests);
        testimonyPanel(facts, layout, own, requests);
        inspectorPanel(facts, layout, own, requests);
        timelinePanel(facts, layout, own, requests);
    }
    searchBox(facts, layout, own, requests);
    fileDialog(facts, layout, own, requests);
    helpSheet(facts, layout, own, requests);
}

}  // namespace retrace::ui
