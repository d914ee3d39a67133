#include "ui/style.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace retrace::ui {
namespace {

struct Choice {
    const char* shown;
    const char* words;
};
constexpr std::array choices{Choice{"none", "no front"},
                             Choice{"narrator", "as the narrator tells it"},
                             Choice{"record", "as other sources report it"},
                             Choice{"both", "assessed from both"},
                             Choice{"over", "the narrator's, others' line over it"},
                             Choice{"swipe", "each on its side of a handle"},
                             Choice{"difference", "where the two differ"}};

std::string wordsFor(const std::string& shown) {
    const auto found = std::ranges::find_if(choices, [&](const Choice& c) { return shown == c.shown; });
    return found == choices.end() ? shown : found->words;
}

void sideChoices(const Facts& facts, Requests& requests) {
    for (const model::Side& side : facts.reconstruction.sides) {
        bool tinted = std::ranges::find(facts.front.hidden, side.name) == facts.front.hidden.end();
        if (ImGui::Checkbox(side.name.c_str(), &tinted))
            requests.push_back({"front-side", {side.name, tinted ? "on" : "off"}, {}});
    }
    int percent = static_cast<int>(std::lround(100 * facts.front.opacity));
    ImGui::SetNextItemWidth(180 * facts.scale);
    if (ImGui::SliderInt("tint", &percent, 0, 100, "%d %%"))
        requests.push_back({"front-opacity", {std::to_string(percent)}, {}});
}

}  // namespace

void frontControls(const Facts& facts, const Layout& layout, PanelState&, Requests& requests) {
    const Palette p = paletteOf(facts.theme);
    const float scale = facts.scale;
    ImGui::SetNextWindowPos({layout.map.x + 10 * scale, layout.map.y + 10 * scale});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin("front-controls", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::PopStyleVar();
    const std::string label = "Front: " + wordsFor(facts.front.shown);
    if (chip(label.c_str(), p, scale)) ImGui::OpenPopup("front-menu");
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("Whose front the map shows (%s for the next)", keyOf("front").c_str());
    if (ImGui::BeginPopup("front-menu")) {
        for (const Choice& c : choices)
            if (ImGui::MenuItem(c.words, nullptr, facts.front.shown == c.shown))
                requests.push_back({"front", {c.shown}, {}});
        ImGui::Separator();
        sideChoices(facts, requests);
        ImGui::Separator();
        ImGui::TextDisabled("A click on the map lists the claims that decide there.");
        ImGui::EndPopup();
    }
    ImGui::End();
}

}  // namespace retrace::ui
