#include "ui/quote_link.hpp"

#include "ui/requests.hpp"
#include "ui/visual_text.hpp"

#include <algorithm>

namespace retrace::ui {

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

}  // namespace retrace::ui
