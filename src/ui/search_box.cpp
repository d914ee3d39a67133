#include "geo/coordinates.hpp"
#include "ui/dialog.hpp"
#include "ui/fold.hpp"
#include "ui/requests.hpp"
#include "ui/style.hpp"
#include "ui/visual_text.hpp"
#include "ui/words.hpp"

namespace retrace::ui {

namespace {

document::Request lookAt(const geo::Place& place) {
    char lon[32], lat[32];
    std::snprintf(lon, sizeof lon, "%.6f", place.where.at.lon);
    std::snprintf(lat, sizeof lat, "%.6f", place.where.at.lat);
    return {"look", {lon, lat, "10"}, {}};
}

}  // namespace

void searchBox(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    if (!own.searchOpen) return;
    const Palette p = paletteOf(facts.theme);
    beginDialog("search", layout, 520, 420, facts.scale);
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool entered = inputText<200>("##search", "a place, an actor, words of the testimony", own.search, ImGuiInputTextFlags_EnterReturnsTrue);
    const std::string wanted = folded(own.search);
    const model::Reconstruction& r = facts.reconstruction;
    const auto bearsWords = [&](const std::string& words) { return folded(words).find(wanted) != std::string::npos; };
    ImGui::BeginChild("found");
    bool first = true;
    const auto row = [&](const std::string& label, const std::string& small, const document::Request& request) {
        const bool clicked = ImGui::Selectable((visualText(label) + "##" + textForm(request)).c_str());
        const Written written(Type::small, p.muted);
        ImGui::TextUnformatted(visualText(small).c_str());
        if (clicked || (entered && first)) {
            requests.push_back(request);
            own.searchOpen = false;
        }
        first = false;
    };
    if (!wanted.empty()) {
        for (std::size_t i = 0; i < r.mentions.size(); ++i) {
            const model::PlaceMention& m = r.mentions[i];
            const bool bears = bearsWords(m.mention.surface) || (m.place && (bearsWords(m.place->name) || bearsWords(m.place->name_ar)));
            if (bears && !m.mention.repeats) row(m.mention.surface, describeMention(m), selectMention(r, i));
        }
        for (std::size_t i = 0; i < r.events.size(); ++i)
            for (const text::Quote& quote : r.events[i].evidence)
                if (const std::string words = quoteOf(r, quote); bearsWords(words))
                    row(words, standing(r.events[i]), selectEvent(r, i));
        if (own.gazetteerAsked == own.search)
            for (const geo::Candidate& found : own.gazetteerFound)
                row(found.place.name + (found.place.name_ar.empty() ? "" : "  " + found.place.name_ar),
                    "gazetteer · " + found.place.type + " · " + geo::degreesText(found.place.where.at, 3), lookAt(found.place));
        if (first) paragraph("Nothing bears these words.", Type::small, p.muted);
    }
    ImGui::EndChild();
    ImGui::End();
}

}  // namespace retrace::ui
