#include "ui/requests.hpp"
#include "ui/style.hpp"
#include "ui/text_flow.hpp"
#include "ui/visual_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <memory>

namespace retrace::ui {

namespace {

bool isShown(const PanelState& own, const TextFlow& flow, const Token& token) {
    const auto& quote = own.shownQuote;
    return quote && quote->source == flow.source && token.begin < quote->end && quote->begin < token.end;
}

struct Column {
    const Facts& facts;
    const Palette& palette;
    const TextFlow& flow;
    ImVec2 origin;
    std::optional<std::size_t> running, hovered;  // events
};

bool isOf(const Column& column, const std::optional<std::size_t>& event, const Token& token) {
    const auto& events = column.facts.reconstruction.events;
    if (!event || *event >= events.size()) return false;
    return std::ranges::any_of(events[*event].evidence, [&](const text::Quote& quote) {
        return quote.source == column.flow.source && token.begin < quote.end && quote.begin < token.end;
    });
}

ImU32 colorOfMention(const model::PlaceMention& mention, const Palette& p) {
    switch (mention.mention.role) {
        case text::Role::stop:
        case text::Role::origin:
        case text::Role::via:
        case text::Role::destination:
            return p.narrator;
        case text::Role::otherActor:
            return p.otherActors;
        case text::Role::ordered:
        case text::Role::hypothetical:
        case text::Role::negated:
            return p.plans;
        default:
            return p.faint;
    }
}

void dotted(ImDrawList& draw, ImVec2 from, float width, ImU32 color, float scale) {
    for (float x = 0; x < width; x += 4 * scale)
        draw.AddRectFilled({from.x + x, from.y},
                           {from.x + std::min(x + 2 * scale, width), from.y + 1.5f * scale}, color);
}

void underline(ImDrawList& draw, const Column& column, const Token& token, ImVec2 at, float scale) {
    const float y = at.y + column.flow.lineHeight * 0.86f;
    if (token.marks.mention) {
        const model::PlaceMention& mention = column.facts.reconstruction.mentions[*token.marks.mention];
        const ImU32 color = colorOfMention(mention, column.palette);
        if (color == column.palette.plans || color == column.palette.faint || !mention.place)
            dotted(draw, {at.x, y}, token.width, color, scale);
        else
            draw.AddRectFilled({at.x, y}, {at.x + token.width, y + 2 * scale}, color);
    } else if (token.marks.time) {
        draw.AddRectFilled({at.x, y}, {at.x + token.width, y + 1.5f * scale}, column.palette.hours);
    }
}

/// What lies under the words: of the whole text first, lest it cover the end of the word before.
void drawGround(ImDrawList& draw, const Column& column, const Token& token, float scale) {
    const ImVec2 at{column.origin.x + token.x, column.origin.y + token.y};
    const float height = column.flow.lineHeight;
    if (isOf(column, column.running, token)) {
        draw.AddRectFilled({column.origin.x - 10 * scale, at.y}, {column.origin.x - 7 * scale, at.y + height},
                           column.palette.narrator);
        draw.AddRectFilled({at.x - 3 * scale, at.y}, {at.x + token.width + 5 * scale, at.y + height},
                           column.palette.highlight, 2 * scale);
    } else if (isOf(column, column.hovered, token)) {
        draw.AddRectFilled({at.x - 3 * scale, at.y}, {at.x + token.width + 5 * scale, at.y + height},
                           column.palette.hover, 2 * scale);
    }
}

void drawToken(ImDrawList& draw, const Column& column, const Token& token, float scale) {
    const ImVec2 at{column.origin.x + token.x, column.origin.y + token.y};
    const float height = column.flow.lineHeight;
    const bool selected = token.marks.mention && column.facts.selection.mention == token.marks.mention;
    if (selected)
        draw.AddRect({at.x - 3 * scale, at.y}, {at.x + token.width + 3 * scale, at.y + height},
                     column.palette.narrator, 3 * scale);
    underline(draw, column, token, at, scale);
    const ImFont* font = fontOf(token.marks.mention ? Type::strong : Type::body);
    const ImU32 color = token.marks.quiet ? column.palette.muted : column.palette.text;
    draw.AddText(font, font->FontSize, {at.x, at.y + (height - font->FontSize) / 2}, color,
                 token.words.data(), token.words.data() + token.words.size());
}

void tellOf(const Column& column, const Token& token) {
    const model::Reconstruction& r = column.facts.reconstruction;
    std::string tip;
    if (token.marks.mention)
        tip = describeMention(r.mentions[*token.marks.mention]);
    else if (token.marks.event)
        tip = describeEvent(r, r.events[*token.marks.event]);
    if (tip.empty()) return;
    ui::tip(tip, column.facts.scale);
}

void clicked(const model::Reconstruction& r, const Token& token, Requests& requests) {
    if (token.marks.mention)
        requests.push_back(selectMention(r, *token.marks.mention));
    else if (token.marks.event)
        requests.push_back(selectEvent(r, *token.marks.event));
}

const TextFlow& cachedFlow(const Facts& facts, std::size_t source, float width, PanelState& own) {
    if (own.flows.size() <= source) own.flows.resize(source + 1);
    std::shared_ptr<TextFlow>& cached = own.flows[source];
    const float size = fontOf(Type::body)->FontSize;
    const model::Reconstruction& r = facts.reconstruction;
    if (!cached || cached->columnWidth != width || cached->fontSize != size ||
        cached->source != r.sources[source].id || cached->signature != signatureOf(r, source)) {
        const Measure measure = [](const std::string& words, bool strong) {
            const ImFont* font = fontOf(strong ? Type::strong : Type::body);
            return font->CalcTextSizeA(font->FontSize, 1e9f, 0, words.data(), words.data() + words.size()).x;
        };
        cached = std::make_shared<TextFlow>(flow(r, source, width, size * 1.5f, measure));
        cached->fontSize = size;
    }
    return *cached;
}

}  // namespace

void testimonyPanel(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const Palette palette = paletteOf(facts.theme);
    beginPanel("testimony", layout.left, palette, facts.scale, true);
    const model::Reconstruction& r = facts.reconstruction;
    const std::optional<std::size_t> running =
        facts.selection.event ? facts.selection.event : model::eventAt(r, facts.time);
    const float indent = 12 * facts.scale;

    for (std::size_t source = 0; source < r.sources.size(); ++source) {
        heading("TESTIMONY", palette, facts.scale);
        if (source < facts.document.sources.size() && !facts.document.sources[source].note.empty())
            paragraph(facts.document.sources[source].note, Type::small, palette.muted);
        ImGui::Dummy({0, 4 * facts.scale});

        const float width = ImGui::GetContentRegionAvail().x - indent - 8 * facts.scale;
        const TextFlow& set = cachedFlow(facts, source, std::max(width, 80.0f), own);
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const Column column{facts, palette, set, {start.x + indent, start.y}, running, own.hoveredEvent};
        ImGui::InvisibleButton(("text" + std::to_string(source)).c_str(),
                               {std::max(width + indent, 1.0f), std::max(set.height, 1.0f)});
        const bool hovered = ImGui::IsItemHovered();
        const bool click = ImGui::IsItemClicked();
        const ImVec2 mouse = ImGui::GetIO().MousePos;

        ImDrawList& draw = *ImGui::GetWindowDrawList();
        const float top = ImGui::GetWindowPos().y - set.lineHeight,
                    bottom = ImGui::GetWindowPos().y + ImGui::GetWindowHeight();
        const auto seen = [&](const Token& token) {
            return column.origin.y + token.y >= top && column.origin.y + token.y <= bottom;
        };
        for (const Token& token : set.tokens)
            if (seen(token)) drawGround(draw, column, token, facts.scale);
        for (const Token& token : set.tokens)
            if (seen(token) && isShown(own, set, token)) {
                const ImVec2 at{column.origin.x + token.x, column.origin.y + token.y};
                draw.AddRectFilled({at.x - 3 * facts.scale, at.y + set.lineHeight - 4 * facts.scale},
                                   {at.x + token.width + 5 * facts.scale, at.y + set.lineHeight - facts.scale},
                                   palette.hours);
            }
        for (const Token& token : set.tokens) {
            const float y = column.origin.y + token.y;
            if (!seen(token)) continue;
            drawToken(draw, column, token, facts.scale);
            const float x = column.origin.x + token.x;
            if (hovered && mouse.x >= x && mouse.x < x + token.width && mouse.y >= y &&
                mouse.y < y + set.lineHeight) {
                if (token.marks.mention || token.marks.event) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
                if (token.marks.event) own.hoverNow = token.marks.event;
                tellOf(column, token);
                if (click) own.shownQuote.reset();
                if (click) clicked(r, token, requests);
            }
        }
        // Words that a doubt quotes; the event that is told there does not pull the view away from them.
        if (own.shownQuote && !own.quoteScrolled) {
            const auto first = std::ranges::find_if(set.tokens, [&](const Token& t) { return isShown(own, set, t); });
            if (first != set.tokens.end()) {
                const float inPanel = column.origin.y + first->y - ImGui::GetWindowPos().y;
                if (inPanel < 40 * facts.scale || inPanel > ImGui::GetWindowHeight() - 120 * facts.scale)
                    ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + inPanel - ImGui::GetWindowHeight() * 0.35f));
                own.quoteScrolled = true;
            }
        }
        if (own.shownQuote) own.scrolledToEvent = running;
        // The running sentence follows the replay: bring it into view when it changes.
        const bool laidOut = ImGui::GetScrollMaxY() > 0 || set.height < ImGui::GetWindowHeight();
        if (running && own.scrolledToEvent != running && laidOut) {
            if (const auto y = topOfEvent(set, r, *running)) {
                const float inPanel = column.origin.y + *y - ImGui::GetWindowPos().y;
                if (inPanel < 40 * facts.scale || inPanel > ImGui::GetWindowHeight() - 120 * facts.scale)
                    ImGui::SetScrollY(
                        std::max(0.0f, ImGui::GetScrollY() + inPanel - ImGui::GetWindowHeight() * 0.35f));
                own.scrolledToEvent = running;
            }
        }
    }
    if (r.sources.empty()) {
        heading("TESTIMONY", palette, facts.scale);
        paragraph("No text is open. Press Ctrl+O to open one, or Ctrl+N to paste one from the clipboard.",
                  Type::body, palette.muted);
    }
    ImGui::End();
}

}  // namespace retrace::ui
