#include "geo/coordinates.hpp"
#include "ui/icons.hpp"
#include "ui/requests.hpp"
#include "ui/style.hpp"
#include "ui/timeline_axis.hpp"
#include "ui/visual_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

namespace retrace::ui {

namespace {

/// One event's bar, in pixels of the panel.
struct Bar {
    std::size_t event = 0;
    float from = 0, to = 0;  // the span
    float at = 0;            // where the replay shows it
    bool openLeft = false, openRight = false;
    int lane = 0;
    std::string label;
    float labelWidth = 0;
};

/// The narrator's own doings, and what others did at a named place or a stated time.
bool standsOnTimeline(const model::Event& e) {
    if (e.status == text::Status::background) return false;
    const bool timed = e.when.clock || e.when.day == model::DayCode::stated;
    const bool placed = !e.to.empty() || !e.from.empty() || !e.via.empty();
    return e.presence == text::Presence::narrator || placed || timed;
}

ImU32 colorOf(const model::Event& event, const Palette& p) {
    switch (event.status) {
        case text::Status::executed:
            return event.presence == text::Presence::narrator ? p.narrator : IM_COL32(0xb8, 0xa8, 0x90, 255);
        case text::Status::otherActor:
            return p.otherActors;
        default:
            return p.plans;
    }
}

float xOf(const TimelineAxis& axis, double t, const Layout::Rect& area) {
    return area.x + static_cast<float>(position(axis, t)) * area.width;
}

std::vector<Bar> barsOf(const Facts& facts, const TimelineAxis& axis, const Layout::Rect& area,
                        const PanelState& own, float scale) {
    const bool telling = own.orderOfTelling;
    const model::Reconstruction& r = facts.reconstruction;
    std::vector<Bar> bars;
    const ImFont* font = fontOf(Type::small);
    for (std::size_t i = 0; i < r.events.size(); ++i) {
        const model::Event& e = r.events[i];
        if (!own.allStatements && facts.selection.event != i && !standsOnTimeline(e)) continue;
        Bar bar{.event = i};
        bar.at = telling ? area.x + area.width * (static_cast<float>(e.told) - 0.5f) /
                                        static_cast<float>(std::max<std::size_t>(r.events.size(), 1))
                         : xOf(axis, model::storyTimeOf(r, i), area);
        bar.from = bar.at - 4 * scale;
        bar.to = bar.at + 4 * scale;
        const bool dated = !telling && e.when.span.earliest && e.when.span.latest;
        if (dated) {
            bar.from =
                std::min(bar.from, xOf(axis, static_cast<double>(e.when.span.earliest->seconds), area));
            bar.to = std::max(bar.to, xOf(axis, static_cast<double>(e.when.span.latest->seconds), area));
        }
        bar.openLeft = !telling && !e.when.span.earliest;
        bar.openRight = !telling && !e.when.span.latest;
        // What names neither place nor hour is told by its bar's tip: its label would only crowd the others.
        if (!e.to.empty() || !e.from.empty() || e.when.clock)
            bar.label = fitted(visualText(shortLabel(r, e)), font, 150 * scale);
        bar.labelWidth = font->CalcTextSizeA(font->FontSize, 1e9f, 0, bar.label.c_str()).x;
        bars.push_back(std::move(bar));
    }
    // What stands here only while it is selected comes last: it moves no other bar to another lane.
    const auto guest = [&](const Bar& bar) {
        return !own.allStatements && !standsOnTimeline(r.events[bar.event]);
    };
    std::ranges::stable_sort(bars, {}, [&](const Bar& bar) { return std::pair(guest(bar), bar.from); });
    std::vector<float> laneEnds;
    for (Bar& bar : bars) {
        std::size_t lane = 0;
        while (lane < laneEnds.size() && laneEnds[lane] > bar.from) ++lane;
        if (lane == laneEnds.size()) laneEnds.push_back(0);
        laneEnds[lane] = std::max(bar.to, bar.to + bar.labelWidth + 6 * scale) + 8 * scale;
        bar.lane = static_cast<int>(lane);
    }
    return bars;
}

ImU32 faded(ImU32 color, float alpha) {
    ImVec4 c = ImGui::ColorConvertU32ToFloat4(color);
    c.w *= alpha;
    return ImGui::ColorConvertFloat4ToU32(c);
}

void drawBar(ImDrawList& draw, const Facts& facts, const Bar& bar, ImVec2 at, float height, const Palette& p,
             bool chosen, bool hovered) {
    const model::Event& e = facts.reconstruction.events[bar.event];
    const ImU32 color = colorOf(e, p);
    const float scale = facts.scale, width = bar.to - bar.from;
    const float rounding = std::min(3 * scale, width / 2);
    const bool planned = e.status != text::Status::executed && e.status != text::Status::otherActor;
    if (planned)
        draw.AddRect(at, {at.x + width, at.y + height}, color, rounding);
    else
        draw.AddRectFilled(at, {at.x + width, at.y + height}, faded(color, width > 14 * scale ? 0.55f : 1.0f),
                           rounding);
    // The moment the replay shows, inside the span of what is possible.
    if (width > 14 * scale && !planned)
        draw.AddRectFilled({bar.at - 1.5f * scale, at.y}, {bar.at + 1.5f * scale, at.y + height}, color);
    const float tail = 14 * scale;  // a bound that nobody states fades out
    if (bar.openLeft)
        draw.AddRectFilledMultiColor({at.x - tail, at.y}, {at.x, at.y + height}, faded(color, 0),
                                     faded(color, 0.4f), faded(color, 0.4f), faded(color, 0));
    if (bar.openRight)
        draw.AddRectFilledMultiColor({at.x + width, at.y}, {at.x + width + tail, at.y + height},
                                     faded(color, 0.4f), faded(color, 0), faded(color, 0),
                                     faded(color, 0.4f));
    if (chosen || hovered)
        draw.AddRect({at.x - 2 * scale, at.y - 2 * scale},
                     {at.x + width + 2 * scale, at.y + height + 2 * scale}, chosen ? p.text : p.hours,
                     rounding + 2 * scale);
    const ImFont* font = fontOf(Type::small);
    const ImVec2 textAt{at.x + width + 5 * scale, at.y + (height - font->FontSize) / 2};
    draw.PushClipRect({textAt.x, textAt.y}, {textAt.x + bar.labelWidth, textAt.y + font->FontSize + 2}, true);
    draw.AddText(font, font->FontSize, textAt, chosen || hovered ? p.text : p.muted, bar.label.c_str());
    draw.PopClipRect();
}

void transport(const Facts& facts, const Palette& p, PanelState& own, Requests& requests) {
    const float size = 26 * facts.scale;
    const auto button = [&](const char* id, Icon icon, const char* verb, const char* tip) {
        if (iconButton(id, icon, size, p.text, p.hover)) requests.push_back({verb, {}, {}});
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s (%s)", tip, keyOf(verb).c_str());
        ImGui::SameLine(0, 2 * facts.scale);
    };
    button("begin", Icon::toBegin, "home", "To the beginning");
    button("back", Icon::back, "step-back", "The event before");
    button("toggle-play", facts.playing ? Icon::pause : Icon::play, "toggle-play",
           facts.playing ? "Pause" : "Play");
    button("forward", Icon::forward, "step", "The next event");
    button("end", Icon::toEnd, "end", "To the end");
    ImGui::SameLine(0, 12 * facts.scale);
    if (chip("-", p, facts.scale)) requests.push_back({"slower", {}, {}});
    ImGui::SameLine(0, 4 * facts.scale);
    char speed[64];
    const double minutes = facts.speed / 60;
    if (minutes < 90)
        std::snprintf(speed, sizeof speed, "1 s = %.0f min, slow at events", minutes);
    else
        std::snprintf(speed, sizeof speed, "1 s = %.1f h, slow at events", minutes / 60);
    {
        const Written written(Type::small, p.muted);
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(speed);
    }
    ImGui::SameLine(0, 4 * facts.scale);
    if (chip("+", p, facts.scale)) requests.push_back({"faster", {}, {}});
    ImGui::SameLine(0, 12 * facts.scale);
    if (chip(own.orderOfTelling ? "order of telling" : "order of happening", p, facts.scale))
        own.orderOfTelling = !own.orderOfTelling;
    ImGui::SameLine(0, 6 * facts.scale);
    if (chip(own.allStatements ? "all statements" : "own, placed or timed", p, facts.scale))
        requests.push_back({"all-statements", {}, {}});
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip(
            "What stands on the timeline: everything, or what the narrator did and what has a place or a "
            "time (%s)",
            keyOf("all-statements").c_str());
    ImGui::SameLine(0, 6 * facts.scale);
    if (chip(facts.motion ? "motion" : "steps, no motion", p, facts.scale))
        requests.push_back({"motion", {}, {}});

    // The longest that the line has room for.
    std::vector<std::string> wordings{facts.status};
    if (facts.cursor) {
        const std::string degrees = geo::degreesText(*facts.cursor),
                          utm = degrees + "   UTM " + geo::utmText(*facts.cursor);
        wordings = {utm + "   MGRS " + geo::mgrsText(*facts.cursor), utm, degrees};
    } else if (facts.status.empty()) {
        const std::string help = keyOf("help") + ": help", most = keyOf("search") + ": search \xC2\xB7 " +
                                                                  keyOf("present") + ": present \xC2\xB7 " +
                                                                  help;
        wordings = {keyOf("toggle-play") + ": play \xC2\xB7 " + keyOf("step-back") + ", " + keyOf("step") +
                        ": event \xC2\xB7 " + most,
                    most, help};
    }
    const ImFont* font = fontOf(Type::small);
    const float gap = 12 * facts.scale;
    const float free =
        ImGui::GetWindowWidth() - ImGui::GetItemRectMax().x + ImGui::GetWindowPos().x - 28 * facts.scale;
    const auto widthOf = [&](const std::string& words) {
        return font->CalcTextSizeA(font->FontSize, 1e9f, 0, words.c_str()).x;
    };
    const auto fits = std::ranges::find_if(
        wordings, [&](const std::string& words) { return widthOf(words) <= free - gap; });
    const std::string& whole = fits == wordings.end() ? wordings.back() : *fits;
    const std::string right =
        fits == wordings.end() ? fitted(whole, font, std::max(free - gap, 40.0f)) : whole;
    ImGui::SameLine(0, std::max(gap, free - widthOf(right)));
    {
        const Written written(Type::small, p.muted);
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(right.c_str());
    }
    if (right != whole && ImGui::IsItemHovered()) tip(whole, facts.scale);
}

}  // namespace

void timelinePanel(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const Palette p = paletteOf(facts.theme);
    const float scale = facts.scale;
    beginPanel("timeline", layout.bottom, p, scale);
    transport(facts, p, own, requests);

    const model::Reconstruction& r = facts.reconstruction;
    const TimelineAxis axis = axisOf(r);
    ImGui::BeginChild("bars", {0, 0}, false, ImGuiWindowFlags_NoNav);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float axisHeight = 20 * scale, laneHeight = 19 * scale, barHeight = 11 * scale;
    // Labels stand right of their bars: leave the last ones room.
    const Layout::Rect area{origin.x + 10 * scale, origin.y,
                            std::max(ImGui::GetContentRegionAvail().x - 150 * scale, 50.0f), 0};
    const std::vector<Bar> bars = barsOf(facts, axis, area, own, scale);
    int lanes = 1;
    for (const Bar& bar : bars) lanes = std::max(lanes, bar.lane + 1);
    const float visible = ImGui::GetContentRegionAvail().y;
    const float height = std::max(visible, static_cast<float>(lanes) * laneHeight + axisHeight + 4 * scale);

    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImFont* small = fontOf(Type::small);
    const float axisY = ImGui::GetWindowPos().y + visible - axisHeight;
    if (!own.orderOfTelling) {
        for (const model::OrderOnly& stretch : r.orderOnly) {
            const float from = xOf(axis, stretch.from, area), to = xOf(axis, stretch.to, area);
            draw.AddRectFilled({from, origin.y}, {to, axisY}, p.hover, 4 * scale);
            const auto fits = [&](const char* words) {
                return small->CalcTextSizeA(small->FontSize, 1e9f, 0, words).x + 8 * scale < to - from;
            };
            const char* words = "order only: the words give no day";
            if (!fits(words)) words = fits("order only") ? "order only" : "";
            draw.AddText(small, small->FontSize, {from + 6 * scale, axisY + 2 * scale}, p.muted, words);
            const ImVec2 ends{to, axisY + 20 * scale};
            if (ImGui::IsMouseHoveringRect({from, axisY}, ends))
                tip("Order only: the words give no day here.", scale);
        }
        for (const Tick& tick :
             dayTicks(axis, r, 52 * static_cast<double>(scale) / static_cast<double>(area.width))) {
            const float x = area.x + static_cast<float>(tick.x) * area.width;
            draw.AddLine({x, origin.y}, {x, axisY}, p.hairline);
            draw.AddText(small, small->FontSize, {x + 4 * scale, axisY + 2 * scale}, p.muted,
                         tick.label.c_str());
        }
    }
    // Scrubbing: press or drag anywhere that is no bar.
    ImGui::InvisibleButton("scrub",
                           {std::max(ImGui::GetContentRegionAvail().x, 1.0f), std::max(height, 1.0f)});
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool hovered = ImGui::IsItemHovered(), pressed = ImGui::IsItemActive(),
               click = ImGui::IsItemClicked();
    const Bar* under = nullptr;
    draw.PushClipRect({layout.bottom.x, origin.y + ImGui::GetScrollY()},
                      {layout.bottom.x + layout.bottom.width, axisY}, true);
    for (const Bar& bar : bars) {
        const ImVec2 at{bar.from, origin.y + 3 * scale + static_cast<float>(bar.lane) * laneHeight};
        drawBar(draw, facts, bar, at, barHeight, p, facts.selection.event == bar.event,
                own.hoveredEvent == bar.event);
        if (hovered && mouse.x >= bar.from - 2 && mouse.x <= bar.to + bar.labelWidth && mouse.y >= at.y - 3 &&
            mouse.y <= at.y + barHeight + 3)
            under = &bar;
    }
    draw.PopClipRect();
    if (under) {
        own.hoverNow = under->event;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        tip(describeEvent(r, r.events[under->event]), scale);
        if (click) requests.push_back(selectEvent(r, under->event));
    } else if (pressed && !own.orderOfTelling && (click || ImGui::GetIO().MouseDelta.x != 0)) {
        char t[40];
        std::snprintf(t, sizeof t, "@%.0f",
                      storyTimeAt(axis, static_cast<double>((mouse.x - area.x) / area.width)));
        requests.push_back({"seek", {t}, {}});
    }
    // The cursor of time.
    float now = xOf(axis, facts.time, area);
    if (own.orderOfTelling) {
        const auto running = model::eventAt(r, facts.time);
        for (const Bar& bar : bars)
            if (running && bar.event == *running) now = bar.at;
    }
    draw.AddLine({now, origin.y + ImGui::GetScrollY()}, {now, axisY}, p.text, 2 * scale);
    draw.AddRectFilled({now - 5 * scale, origin.y + ImGui::GetScrollY() - 2 * scale},
                       {now + 5 * scale, origin.y + ImGui::GetScrollY() + 6 * scale}, p.text, 2 * scale);
    ImGui::EndChild();
    ImGui::End();
}

}  // namespace retrace::ui
