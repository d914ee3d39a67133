#include "ui/quote_link.hpp"
#include "ui/requests.hpp"
#include "ui/transport.hpp"
#include "ui/visual_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace retrace::ui {

namespace {

struct Kind {
    std::string_view name, words;
};
// Doubts about time first, then about names; what is none of these comes last.
constexpr std::array<Kind, 14> kinds{{{"contradiction", "Contradiction"},
                                      {"contradictions", "Contradictions"},
                                      {"impossible-speed", "Too fast to be so"},
                                      {"record-differs", "The record differs"},
                                      {"figure-of-speech", "Figure of speech"},
                                      {"not-reanchored", "Decision without words"},
                                      {"undated-stop", "Day open"},
                                      {"gazetteer-missing", "Gazetteer missing"},
                                      {"alarm", "Place in doubt"},
                                      {"unresolved", "No place found"},
                                      {"ambiguous", "More than one place"},
                                      {"far-off", "Far off"},
                                      {"similar-only", "Only a like name"},
                                      {"detour", "A detour"}}};

std::size_t rankOf(const model::Finding& finding) {
    const auto at = std::ranges::find(kinds, finding.kind, [](const Kind& k) { return k.name; });
    return static_cast<std::size_t>(at - kinds.begin());
}

std::string kindOf(const model::Finding& finding) {
    const std::size_t rank = rankOf(finding);
    if (rank < kinds.size()) return std::string(kinds[rank].words);
    std::string words = sentence(finding.kind);
    words.pop_back();
    std::ranges::replace(words, '-', ' ');
    return words;
}

}  // namespace

void doubtsBody(const Facts& facts, const Palette& p, PanelState& own, Requests& requests) {
    const model::Reconstruction& r = facts.reconstruction;
    if (r.findings.empty()) {
        paragraph("Nothing contradicts itself, and nothing is doubtful enough to ask.", Type::body, p.muted);
        return;
    }
    std::vector<const model::Finding*> findings;
    for (const model::Finding& finding : r.findings) findings.push_back(&finding);
    std::ranges::stable_sort(findings, {}, [](const model::Finding* f) { return std::pair(f->severity == "note", rankOf(*f)); });
    ImGui::BeginChild("doubts", {0, 0}, false, ImGuiWindowFlags_NoNav);
    const float column = 190 * facts.scale;
    int number = 0;
    for (const model::Finding* finding : findings) {
        ImGui::PushID(number++);
        const float top = ImGui::GetCursorPosY(), left = ImGui::GetCursorPosX();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const bool note = finding->severity == "note";
        ImGui::GetWindowDrawList()->AddRectFilled(
            {at.x, at.y + 3 * facts.scale}, {at.x + 4 * facts.scale, at.y + 17 * facts.scale}, note ? p.hairline : p.narrator, 2);
        ImGui::SetCursorPosX(left + 12 * facts.scale);
        {
            const Written written(Type::small, note ? p.muted : p.text);
            ImGui::TextUnformatted(kindOf(*finding).c_str());
        }
        ImGui::SetCursorPos({left + column, top});
        ImGui::BeginGroup();
        paragraph(sentence(finding->message), Type::small, note ? p.muted : p.text);
        for (std::size_t i = 0; i < finding->evidence.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            if (quoteLink(quoteOf(r, finding->evidence[i]), p, facts.scale))
                showQuote(facts, finding->evidence[i], own, requests);
            ImGui::PopID();
        }
        ImGui::EndGroup();
        const float y = ImGui::GetCursorScreenPos().y + 1 * facts.scale;
        ImGui::GetWindowDrawList()->AddLine({at.x, y}, {at.x + ImGui::GetContentRegionAvail().x, y}, p.hairline);
        ImGui::Dummy({0, 4 * facts.scale});
        ImGui::PopID();
    }
    ImGui::EndChild();
}

}  // namespace retrace::ui
