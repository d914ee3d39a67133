#include "geo/coordinates.hpp"
#include "ui/itinerary_table.hpp"
#include "ui/requests.hpp"
#include "ui/transport.hpp"
#include "ui/visual_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace retrace::ui {

namespace {

std::string speedText(const ItineraryRow& row) {
    if (!row.speed_kmh) return {};
    return *row.speed_kmh < 1 ? "under 1 km/h" : std::to_string(std::lround(*row.speed_kmh)) + " km/h";
}

std::string timeText(const timeline::Span& span, const std::string& zone) {
    return span.earliest || span.latest ? timeline::shortSpanText(span, zone) : "\xE2\x80\x93";
}

std::string arrivalText(const ItineraryRow& row, const std::string& zone) {
    std::string words = timeText(row.arrival, zone);
    const bool hour = row.arrival.earliest && row.arrival.latest && *row.arrival.latest - *row.arrival.earliest < timeline::day / 2;
    if (row.clock && !hour) words += ", clock " + timeline::clockText(*row.clock);
    return words;
}

std::string presenceWords(const std::string& presence) {
    return presence == "narrator" ? "was there" : presence == "unit" ? "his unit" : "others";
}

// Who held the stop while he was there, by other sources; one that is not his stands out.
std::string holderText(const ItineraryRow& row) {
    if (row.recordSide.empty() || !row.record_p) return "\xE2\x80\x93";
    return row.recordSide + ", " + std::to_string(std::lround(100 * *row.record_p)) + " %";
}

}  // namespace

void itineraryBody(const Facts& facts, const Palette& p, PanelState& own, Requests& requests) {
    const model::Reconstruction& r = facts.reconstruction;
    const std::vector<ItineraryRow> rows = itineraryRows(r, facts.recordSides);
    if (rows.empty()) {
        paragraph("No stop was read yet: the words name nowhere that the narrator or his unit came to.", Type::body, p.muted);
        return;
    }
    const bool several = r.itineraries.size() > 1;
    const bool compared = std::ranges::any_of(rows, [](const ItineraryRow& row) { return !row.recordSide.empty(); });
    const char* const heads[] = {"", "stop", "arrival", "departure", "way", "distance", "speed needed", "presence", "hour from", "held, by the record"};
    const float widths[] = {34, several ? 210.0f : 170.0f, 220, 190, 84, 96, 104, 90, 150, 190};
    const int columns = compared ? 10 : 9;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {8 * facts.scale, 3 * facts.scale});
    ImGui::PushStyleColor(ImGuiCol_TableHeaderBg, p.panel);
    ImGui::PushStyleColor(ImGuiCol_TableBorderLight, p.hairline);
    ImGui::PushStyleColor(ImGuiCol_TableBorderStrong, p.hairline);
    const ImGuiTableFlags flags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingStretchProp;
    // Whole rows only.
    const float rowHeight = fontOf(Type::small)->FontSize + 6 * facts.scale;
    const float height = std::max(2.0f, std::floor(ImGui::GetContentRegionAvail().y / rowHeight)) * rowHeight;
    if (ImGui::BeginTable("itinerary", columns, flags, {0, height})) {
        ImGui::TableSetupScrollFreeze(0, 1);
        for (int i = 0; i < columns; ++i) ImGui::TableSetupColumn(heads[i], ImGuiTableColumnFlags_WidthStretch, widths[i]);
        {
            const Written written(Type::small, p.muted);
            ImGui::TableNextRow();
            for (int i = 0; i < columns; ++i) {
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(heads[i]);
            }
        }
        int number = 0;
        for (const ItineraryRow& row : rows) {
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            const model::Stop& stop = r.itineraries[row.itinerary].stops[row.stop];
            const bool chosen = facts.selection.event == stop.event;
            {
                const Written written(Type::small, row.placed ? p.text : p.muted);
                const std::string label = std::to_string(row.order) + "##row" + std::to_string(number++);
                if (ImGui::Selectable(label.c_str(), chosen, ImGuiSelectableFlags_SpanAllColumns)) {
                    own.shownQuote.reset();
                    requests.push_back(selectEvent(r, stop.event));
                }
                if (ImGui::IsItemHovered()) own.hoverNow = stop.event;
            }
            const auto cell = [&](const std::string& words, ImU32 color, Type type = Type::small) {
                ImGui::TableNextColumn();
                const Written written(type, color);
                const std::string shown = fitted(visualText(words), fontOf(type), ImGui::GetContentRegionAvail().x);
                ImGui::TextUnformatted(shown.c_str());
                if (shown != visualText(words) && ImGui::IsItemHovered()) tip(words, facts.scale);
            };
            cell((row.place.empty() ? "a place without a name" : row.place) + (row.placed ? "" : " (undecided)") +
                     (several ? " \xC2\xB7 " + row.actor : ""),
                 row.placed ? p.text : p.muted);
            cell(arrivalText(row, r.zone), p.text);
            cell(timeText(row.departure, r.zone), p.text);
            cell(row.basis, p.muted);
            cell(row.distance_m ? geo::distanceText(*row.distance_m) : "", p.text);
            const bool fast = row.speed_kmh && *row.speed_kmh > 120;  // as the findings say: no column does
            cell(speedText(row), fast ? p.narrator : p.text);
            cell(presenceWords(row.presence), p.muted);
            const bool record = row.hourFrom.find("record") != std::string::npos,
                       decision = row.hourFrom.find("decision") != std::string::npos;
            cell(row.hourFrom, record ? p.otherSources : decision ? p.hours : p.muted);
            if (compared) cell(holderText(row), row.recordOwn == false ? p.narrator : p.otherSources);
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleColor(3);
    ImGui::PopStyleVar();
}

}  // namespace retrace::ui
