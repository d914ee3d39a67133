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

/// The quoted words as something to click.
bool quoteLink(const std::string& words, const Palette& p, float scale) {
    const Written written(Type::small, p.text);
    const std::string whole = visualText("\xE2\x80\x9C" + words + "\xE2\x80\x9D");
    const std::string shown = fitted(whole, fontOf(Type::small), ImGui::GetContentRegionAvail().x - 8 * scale);
    ImGui::TextUnformatted(shown.c_str());
    const bool hovered = ImGui::IsItemHovered(), clicked = ImGui::IsItemClicked();
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    ImGui::GetWindowDrawList()->AddLine({low.x, high.y}, high, hovered ? p.hours : p.hairline, scale);
    if (hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (shown != whole) tip(words, scale);
    }
    return clicked;
}

}  // namespace

void showQuote(const Facts& facts, const text::Quote& quote, PanelState& own, Requests& requests) {
    const model::Reconstruction& r = facts.reconstruction;
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < r.events.size(); ++i)
        for (const text::Quote& words : r.events[i].evidence) {
            if (!text::overlaps(words, quote)) continue;
            const std::size_t shared = std::min(words.end, quote.end) - std::max(words.begin, quote.begin);
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
    own.shownQuote = quote;
    own.quoteScrolled = false;
    if (best) return requests.push_back(selectEvent(r, *best));
    for (std::size_t i = 0; i < r.mentions.size(); ++i)
        if (text::overlaps(r.mentions[i].mention.quote, quote)) return requests.push_back(selectMention(r, i));
}

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
