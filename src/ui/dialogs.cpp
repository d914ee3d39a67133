#include "ui/dialog.hpp"
#include "ui/style.hpp"

namespace retrace::ui {

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
        placingHint(facts, layout, own, requests);
    } else {
        presentControls(facts, layout, own, requests);
    }
    searchBox(facts, layout, own, requests);
    fileDialog(facts, layout, own, requests);
    helpSheet(facts, layout, own, requests);
    leavingDialog(facts, layout, own, requests);
    draftDialog(facts, layout, own, requests);
    changedOnDiskDialog(facts, layout, own, requests);
    exportingDialog(facts, layout, own, requests);
}

bool dialogOpen(const PanelState& own) {
    return own.searchOpen || own.fileOpen || own.pasteOpen || own.leaving || own.leavingExport || !own.changedOnDisk.empty() || (!own.drafts.empty() && !own.draftsLater);
}

}  // namespace retrace::ui
