// Questions about files: one that another program wrote, and a film that is still being written.
#include "ui/dialog.hpp"
#include "ui/style.hpp"

namespace retrace::ui {

void changedOnDiskDialog(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    if (own.changedOnDisk.empty() || own.fileOpen) return;
    const Palette p = paletteOf(facts.theme);
    const std::string file = own.changedOnDisk.string();
    beginDialog("changed-on-disk", layout, 560, 165, facts.scale);
    paragraph("Another program wrote this file", Type::title, p.text);
    paragraph("It is no longer as it was opened. Overwriting loses what the other wrote.", Type::body, p.text);
    paragraph(file, Type::small, p.muted);
    ImGui::Spacing();
    if (chip("Save as\xE2\x80\xA6", p, facts.scale, true)) {
        own.changedOnDisk.clear();
        requests.push_back({"save-as", {}, {}});
    }
    ImGui::SameLine(0, 8 * facts.scale);
    if (chip("Overwrite it", p, facts.scale)) {
        own.changedOnDisk.clear();
        requests.push_back({"save-as", {file}, {{"overwrite", "yes"}}});
    }
    ImGui::SameLine(0, 8 * facts.scale);
    if (chip("Cancel", p, facts.scale)) own.changedOnDisk.clear();
    paragraph("Keys: S, O; Esc cancels.", Type::small, p.muted);
    ImGui::End();
}

void exportingDialog(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    if (!own.leavingExport) return;
    const Palette p = paletteOf(facts.theme);
    beginDialog("exporting", layout, 560, 140, facts.scale);
    paragraph("A film is still being written", Type::title, p.text);
    paragraph(own.exportProgress.empty() ? "It is being prepared." : own.exportProgress, Type::body, p.text);
    ImGui::Spacing();
    if (chip("Go on writing", p, facts.scale, true)) own.leavingExport.reset();
    ImGui::SameLine(0, 8 * facts.scale);
    if (own.leavingExport && chip("Stop it and leave", p, facts.scale)) {
        document::Request request = *own.leavingExport;
        own.leavingExport.reset();
        request.named["abandon"] = "yes";
        requests.push_back(std::move(request));
    }
    paragraph("Keys: Esc goes on, S stops and leaves.", Type::small, p.muted);
    ImGui::End();
}

}  // namespace retrace::ui
