#include "ui/event_card.hpp"
#include "ui/requests.hpp"
#include "ui/timeline_bars.hpp"
#include "ui/timeline_marks.hpp"
#include "ui/transport.hpp"
#include "ui/typed_decision.hpp"
#include "ui/visual_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace retrace::ui {

namespace {

constexpr float glide_s = 0.6f;  // between the two orders

/// Goes on from one order to the other; at once where nothing moves.
void glide(const Facts& facts, PanelState& own) {
    const float goal = own.orderOfTelling ? 1 : 0;
    const float step = facts.motion ? ImGui::GetIO().DeltaTime / glide_s : 1;
    own.telling += std::clamp(goal - own.telling, -step, step);
    own.animating = own.telling != goal;
}

std::vector<Bar> barsNow(const Facts& facts, const PanelState& own, const TimelineAxis& axis, const Layout::Rect& area) {
    const model::Reconstruction& r = facts.reconstruction;
    const ImFont* font = fontOf(Type::small);
    const BarRoom room{area, facts.scale,
                       [&](const std::string& label) { return fitted(visualText(label), font, 150 * facts.scale); },
                       [&](const std::string& label) { return font->CalcTextSizeA(font->FontSize, 1e9f, 0, label.c_str()).x; }};
    const auto events = eventsOnTimeline(r, own.allStatements, facts.selection.event);
    const std::size_t guests = events.size() - eventsOnTimeline(r, own.allStatements, std::nullopt).size();
    if (own.telling <= 0) return barsByHappening(r, events, guests, axis, room);
    const auto told = barsByTelling(r, events, guests, room);
    if (own.telling >= 1) return told;
    const float t = own.telling;
    return glided(barsByHappening(r, events, guests, axis, room), told, t * t * (3 - 2 * t));
}

struct Ground {
    Layout::Rect area;     // of the axis
    float top = 0, axisY = 0;
};

void drawAxis(ImDrawList& draw, const Facts& facts, const TimelineAxis& axis, const Ground& g, const Palette& p) {
    const model::Reconstruction& r = facts.reconstruction;
    const float scale = facts.scale;
    const ImFont* small = fontOf(Type::small);
    const auto x = [&](double t) { return g.area.x + static_cast<float>(position(axis, t)) * g.area.width; };
    const auto ticks = dayTicks(axis, r, 52 * static_cast<double>(scale) / static_cast<double>(g.area.width));
    const auto xOf = [&](const Tick& tick) { return g.area.x + static_cast<float>(tick.x) * g.area.width; };
    const auto widthOf = [&](const char* words) { return small->CalcTextSizeA(small->FontSize, 1e9f, 0, words).x; };
    for (const model::OrderOnly& stretch : r.orderOnly) {
        const float from = x(stretch.from), to = x(stretch.to);
        draw.AddRectFilled({from, g.top}, {to, g.axisY}, p.hover, 4 * scale);
        float begin = from, end = to;  // between the names of days
        for (const Tick& tick : ticks) {
            const float left = xOf(tick), right = left + 4 * scale + widthOf(tick.label.c_str());
            if (left <= begin + 6 * scale) begin = std::max(begin, right);
            else end = std::min(end, left);
        }
        const auto fits = [&](const char* words) { return widthOf(words) + 8 * scale < end - begin; };
        const char* words = "order only: the words give no day";
        if (!fits(words)) words = fits("order only") ? "order only" : "";
        draw.AddText(small, small->FontSize, {begin + 6 * scale, g.axisY + 2 * scale}, p.muted, words);
        if (ImGui::IsMouseHoveringRect({from, g.axisY}, {to, g.axisY + 20 * scale}))
            tip("Order only: the words give no day here.", scale);
    }
    for (const Tick& tick : ticks) {
        const float at = xOf(tick);
        draw.AddLine({at, g.top}, {at, g.axisY}, p.hairline);
        draw.AddText(small, small->FontSize, {at + 4 * scale, g.axisY + 2 * scale}, p.muted, tick.label.c_str());
    }
}

BarPart partUnder(const Bar& bar, float x, float scale) {
    const float reach = std::min(5 * scale, (bar.to - bar.from) / 4);
    if (bar.to - bar.from < 14 * scale) return BarPart::whole;
    return x < bar.from + reach ? BarPart::begin : x > bar.to - reach ? BarPart::end : BarPart::whole;
}

/// What the drag would set now; nothing where it has not moved or stands where story time is no date.
std::optional<timeline::Span> dragged(const Facts& facts, const PanelState& own, const TimelineAxis& axis,
                                      const Layout::Rect& area, float x) {
    const auto storyAt = [&](float at) { return storyTimeAt(axis, static_cast<double>((at - area.x) / area.width)); };
    const std::int64_t step = dragStep((storyAt(x + 2) - storyAt(x - 2)) / 4);
    return draggedTime(facts.reconstruction, own.drag->event, own.drag->part, own.drag->grabbed, storyAt(x), step);
}

void followDrag(ImDrawList& draw, const Facts& facts, const TimelineAxis& axis, const Ground& g, const Bar& bar, float y,
                float height, const Palette& p, PanelState& own, Requests& requests) {
    const model::Reconstruction& r = facts.reconstruction;
    const ImGuiIO& io = ImGui::GetIO();
    const bool leave = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)) || facts.playing;
    if (std::abs(io.MousePos.x - own.drag->x) > 4 * facts.scale) own.drag->moved = true;
    const auto span = own.drag->moved ? dragged(facts, own, axis, g.area, io.MousePos.x) : std::nullopt;
    if (own.drag->moved && !leave) {
        own.animating = true;
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        if (span) {
            const auto x = [&](const std::optional<timeline::Instant>& t, float open) {
                return t ? g.area.x + static_cast<float>(position(axis, static_cast<double>(t->seconds))) * g.area.width : open;
            };
            const float from = x(span->earliest, bar.from), to = std::max(x(span->latest, bar.to), from + 4 * facts.scale);
            draw.AddRectFilled({from, y}, {to, y + height}, IM_COL32(0, 114, 178, 90), 3 * facts.scale);
            draw.AddRect({from, y}, {to, y + height}, p.hours, 3 * facts.scale);
            tip(timeline::spanText(*span, r.zone) + "\nRelease to decide so; Esc leaves it.", facts.scale);
        } else {
            tip("Only the order is known here: type the time in the panel on the right.", facts.scale);
        }
    }
    if (!leave && io.MouseDown[0]) return;
    const BarDrag done = *own.drag;
    own.drag.reset();
    if (leave || done.event >= r.events.size()) return;
    own.shownQuote.reset();
    requests.push_back(selectEvent(r, done.event));
    const model::Event& event = r.events[done.event];
    if (!span || event.evidence.empty()) return;
    // Decided; the fields stay open so that a reason can be given.
    own.timeEvent = event.id;
    own.timeOpen = true;
    own.timeTyped = typedForm(*span, r.zone);
    own.timeReason.clear();
    own.timeCertainty = "probable";
    requests.push_back(setTime(event, timeArgument(*span, r.zone), own.timeCertainty, ""));
}

}  // namespace

void timelineBody(const Facts& facts, const Layout& layout, const Palette& p, PanelState& own, Requests& requests) {
    const float scale = facts.scale;
    const model::Reconstruction& r = facts.reconstruction;
    if (own.drag && own.drag->event >= r.events.size()) own.drag.reset();
    const TimelineAxis axis = axisOf(r);
    glide(facts, own);
    ImGui::BeginChild("bars", {0, 0}, false, ImGuiWindowFlags_NoNav);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float axisHeight = 20 * scale;
    // Labels stand right of their bars: leave the last ones room.
    const Layout::Rect area{origin.x + 10 * scale, origin.y, std::max(ImGui::GetContentRegionAvail().x - 150 * scale, 50.0f), 0};
    const std::vector<Bar> bars = barsNow(facts, own, axis, area);
    float lanes = 1;
    for (const Bar& bar : bars) lanes = std::max(lanes, bar.lane + 1);
    // Lanes close up before any is hidden; only whole lanes are shown, the wheel brings the others.
    const float visible = ImGui::GetContentRegionAvail().y, top = 4 * scale;
    const float room = visible - axisHeight - top;
    const float laneHeight = std::clamp(room / lanes, 14.5f * scale, 19 * scale), barHeight = std::min(laneHeight - 4 * scale, 12 * scale);
    const float height = std::max(visible, lanes * laneHeight + axisHeight + top);
    const float shownLanes = std::max(1.0f, std::floor(room / laneHeight + 0.01f));
    const float windowTop = ImGui::GetWindowPos().y;
    const Ground ground{area, windowTop, windowTop + visible - axisHeight};

    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (own.telling < 0.5f) drawAxis(draw, facts, axis, ground, p);
    else {
        const ImFont* small = fontOf(Type::small);
        draw.AddText(small, small->FontSize, {area.x, ground.axisY + 2 * scale}, p.muted, "in the order in which it is told, at even steps");
    }
    // Scrubbing: press or drag anywhere that is no bar.
    ImGui::InvisibleButton("scrub", {std::max(ImGui::GetContentRegionAvail().x, 1.0f), std::max(height, 1.0f)});
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool hovered = ImGui::IsItemHovered(), pressed = ImGui::IsItemActive(), click = ImGui::IsItemClicked();
    const float scrolled = std::round(ImGui::GetScrollY() / laneHeight) * laneHeight;  // whole lanes
    const float lowest = windowTop + top + shownLanes * laneHeight;
    const Bar* under = nullptr;
    draw.PushClipRect({layout.bottom.x, windowTop + scale}, {layout.bottom.x + layout.bottom.width, std::min(lowest - 2 * scale, ground.axisY)}, true);
    const auto topOf = [&](const Bar& bar) { return windowTop + top + bar.lane * laneHeight - scrolled; };
    for (const Bar& bar : bars) {
        const float y = topOf(bar);
        drawBar(draw, facts, bar, {bar.from, y}, barHeight, p, facts.selection.event == bar.event, own.hoveredEvent == bar.event);
        const float right = bar.to + (bar.labelInside ? 0 : bar.labelWidth + 5 * scale);
        if (hovered && mouse.y < lowest && mouse.x >= bar.from - 2 && mouse.x <= right && mouse.y >= y - 3 && mouse.y <= y + barHeight + 3)
            under = &bar;
    }
    draw.PopClipRect();
    const bool inOrder = own.telling <= 0;
    if (own.drag) {
        const auto bar = std::ranges::find(bars, own.drag->event, &Bar::event);
        if (bar != bars.end()) followDrag(draw, facts, axis, ground, *bar, topOf(*bar), barHeight, p, own, requests);
        else own.drag.reset();
    } else if (under) {
        own.hoverNow = under->event;
        const BarPart part = partUnder(*under, mouse.x, scale);
        const bool end = inOrder && part != BarPart::whole;
        ImGui::SetMouseCursor(end ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_Hand);
        eventCard(facts, layout, p, under->event);
        const float grabbed = std::clamp(mouse.x, under->from, under->to);
        if (click && inOrder)
            own.drag = BarDrag{under->event, part, storyTimeAt(axis, static_cast<double>((grabbed - area.x) / area.width)), mouse.x, false};
        else if (click) requests.push_back(selectEvent(r, under->event));
    } else if (pressed && inOrder && (click || ImGui::GetIO().MouseDelta.x != 0)) {
        char t[40];
        std::snprintf(t, sizeof t, "@%.0f", storyTimeAt(axis, static_cast<double>((mouse.x - area.x) / area.width)));
        requests.push_back({"seek", {t}, {}});
    }
    // The cursor of time; of telling, at what is told now.
    float now = area.x + static_cast<float>(position(axis, facts.time)) * area.width;
    if (own.telling > 0)
        for (const Bar& bar : bars)
            if (model::eventAt(r, facts.time) == bar.event) now += (bar.at - now) * own.telling;
    draw.AddLine({now, windowTop}, {now, ground.axisY}, p.text, 2 * scale);
    draw.AddRectFilled({now - 5 * scale, windowTop - 2 * scale}, {now + 5 * scale, windowTop + 6 * scale}, p.text, 2 * scale);
    ImGui::EndChild();
}

void timelinePanel(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const Palette p = paletteOf(facts.theme);
    beginPanel("timeline", layout.bottom, p, facts.scale);
    own.animating = false;
    transport(facts, p, own, requests);
    if (own.below == Below::timeline) timelineBody(facts, layout, p, own, requests);
    if (own.below == Below::itinerary) itineraryBody(facts, p, own, requests);
    if (own.below == Below::doubts) doubtsBody(facts, p, own, requests);
    if (own.below == Below::ledger) ledgerBody(facts, p, own, requests);
    ImGui::End();
}

}  // namespace retrace::ui
