#include "ui/dialog.hpp"
#include "ui/style.hpp"

namespace retrace::ui {

void draftDialog(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    if (own.drafts.empty() || own.draftsLater || own.fileOpen || own.leaving) return;
    const DraftOffer offer = own.drafts.front();
    const Palette p = paletteOf(facts.theme);
    beginDialog("draft", layout, 560, 210, facts.scale);
    paragraph("Work that was not saved", Type::title, p.text);
    paragraph((offer.title.empty() ? "A text without a title" : offer.title) + ", " + offer.when, Type::strong, p.text);
    paragraph(offer.what + ".", Type::body, p.text);
    if (!offer.of.empty()) paragraph(offer.of.string(), Type::small, p.muted);
    ImGui::Spacing();
    const auto button = [&](const char* label, const char* verb, bool first) {
        if (chip(label, p, facts.scale, first)) requests.push_back({verb, {}, {{"draft", offer.draft.string()}}});
        ImGui::SameLine(0, 8 * facts.scale);
    };
    button("Recover", "recover-draft", true);
    button("Discard", "discard-draft", false);
    button("Keep both (save as\xE2\x80\xA6)", "keep-draft", false);
    if (chip("Later", p, facts.scale)) own.draftsLater = true;
    paragraph("Keys: R, D, K; Esc asks again when the program starts next.", Type::small, p.muted);
    ImGui::End();
}

void leavingDialog(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    if (!own.leaving) return;
    const Palette p = paletteOf(facts.theme);
    beginDialog("leaving", layout, 560, 190, facts.scale);
    paragraph("There are unsaved decisions", Type::title, p.text);
    paragraph("Nothing is lost either way: what is not saved stays as a draft and is offered again.", Type::body, p.text);
    ImGui::Spacing();
    if (chip("Save", p, facts.scale, true)) {
        own.leaving.reset();
        requests.push_back({"save", {}, {}});
    }
    ImGui::SameLine(0, 8 * facts.scale);
    if (own.leaving && chip(own.leaving->verb == "quit" ? "Leave, keep the draft" : "Go on, keep the draft", p, facts.scale)) {
        document::Request request = *own.leaving;
        own.leaving.reset();
        request.named["discard"] = "yes";
        requests.push_back(std::move(request));
    }
    ImGui::SameLine(0, 8 * facts.scale);
    if (chip("Stay", p, facts.scale)) own.leaving.reset();
    paragraph("Keys: S, L; Esc stays.", Type::small, p.muted);
    ImGui::End();
}

}  // namespace retrace::ui
