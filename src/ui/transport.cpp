// What stands above the timeline: the player, what is shown below the map, what counts.
#include "ui/transport.hpp"

#include "geo/coordinates.hpp"
#include "ui/icons.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace retrace::ui {

namespace {

void tabs(const Facts& facts, const Palette& p, PanelState& own, Requests& requests) {
    const std::size_t doubts = facts.reconstruction.findings.size();
    const std::size_t against = facts.ledger.count(compare::Verdict::contradicted);
    const std::string labels[] = {"Timeline", "Itinerary",
                                  doubts == 0 ? "Doubts" : "Doubts " + std::to_string(doubts),
                                  against == 0 ? "Other sources" : "Other sources " + std::to_string(against)};
    const char* const verbs[] = {"timeline", "itinerary", "doubts", "ledger"};
    const int shown = facts.reconstruction.record.empty() && own.below != Below::ledger ? 3 : 4;
    for (int i = 0; i < shown; ++i) {
        if (i > 0) ImGui::SameLine(0, 4 * facts.scale);
        if (chip(labels[i].c_str(), p, facts.scale, static_cast<int>(own.below) == i))
            requests.push_back({verbs[i], {}, {}});
    }
}

/// Three that build on each other: what is lit counts.
void basisSwitch(const Facts& facts, const Palette& p, Requests& requests) {
    static constexpr document::By steps[] = {document::By::words, document::By::decisions, document::By::all};
    static constexpr const char* labels[] = {"words", "and decisions", "and record"};
    static constexpr const char* tips[] = {"Only what the words say counts: what was decided is kept, and greyed",
                                           "The words and what analysts decided count, no dates from records",
                                           "The words, what was decided, and what records dated count"};
    for (int i = 0; i < 3; ++i) {
        if (i > 0) ImGui::SameLine(0, 2 * facts.scale);
        if (chip(labels[i], p, facts.scale, static_cast<int>(facts.by) >= i))
            requests.push_back({"by", {document::nameOf(steps[i])}, {}});
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s (%s)", tips[i], keyOf("by").c_str());
    }
}

void timelineChips(const Facts& facts, const Palette& p, PanelState& own, Requests& requests) {
    ImGui::SameLine(0, 14 * facts.scale);
    if (chip(own.orderOfTelling ? "order of telling" : "order of happening", p, facts.scale))
        requests.push_back({"order", {own.orderOfTelling ? "happening" : "telling"}, {}});
    if (ImGui::GetWindowWidth() < 1180 * facts.scale) return;  // the keys do the same
    ImGui::SameLine(0, 4 * facts.scale);
    if (chip(own.allStatements ? "all statements" : "own, placed or timed", p, facts.scale))
        requests.push_back({"all-statements", {}, {}});
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip(
            "What stands on the timeline: everything, or what the narrator did and what has a place or a "
            "time (%s)",
            keyOf("all-statements").c_str());
    ImGui::SameLine(0, 4 * facts.scale);
    if (chip(facts.motion ? "motion" : "steps, no motion", p, facts.scale))
        requests.push_back({"motion", {}, {}});
}

}  // namespace

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
        std::snprintf(speed, sizeof speed, "1 s = %.0f min", minutes);
    else
        std::snprintf(speed, sizeof speed, "1 s = %.1f h", minutes / 60);
    {
        const Written written(Type::small, p.muted);
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(speed);
    }
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("What a second of the replay shows; it slows down at events");
    ImGui::SameLine(0, 4 * facts.scale);
    if (chip("+", p, facts.scale)) requests.push_back({"faster", {}, {}});
    ImGui::SameLine(0, 14 * facts.scale);
    tabs(facts, p, own, requests);
    ImGui::SameLine(0, 14 * facts.scale);
    basisSwitch(facts, p, requests);
    if (own.below == Below::timeline && !facts.reconstruction.events.empty()) timelineChips(facts, p, own, requests);
    if (own.below == Below::itinerary) {
        ImGui::SameLine(0, 14 * facts.scale);
        if (chip("Copy for a spreadsheet", p, facts.scale)) requests.push_back({"copy-itinerary", {}, {}});
    }

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

}  // namespace retrace::ui
