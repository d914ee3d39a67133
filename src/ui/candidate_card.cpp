#include "ui/candidate_card.hpp"

#include "geo/coordinates.hpp"
#include "geo/geodesic.hpp"
#include "ui/requests.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

namespace retrace::ui {

namespace {

constexpr std::size_t fewReasons = 3;
constexpr std::size_t mostNames = 12;

void scoreBar(double score, float width, const Palette& p, float scale) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float filled = width * static_cast<float>(std::clamp(score, 0.0, 1.0));
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + width, at.y + 5 * scale}, p.hover, 2.5f * scale);
    draw.AddRectFilled(at, {at.x + filled, at.y + 5 * scale}, p.hours, 2.5f * scale);
    ImGui::Dummy({width, 6 * scale});
}

void append(std::string& words, const std::string& more) {
    if (!more.empty()) words += (words.empty() ? "" : " · ") + more;
}

std::string chosenBy(const model::PlaceMention& mention) {
    char sure[16];
    std::snprintf(sure, sizeof sure, "%.2f", mention.confidence);
    return (mention.decided == model::Decided::analyst ? "chosen by the analyst" : "chosen automatically") +
           std::string(", confidence ") + sure;
}

void reasonLines(const Palette& p, float scale, const std::vector<std::string>& reasons, std::size_t index,
                 PanelState& own) {
    const bool open = own.reasonsOpen == index;
    const std::size_t shown = open ? reasons.size() : std::min(reasons.size(), fewReasons);
    for (std::size_t i = 0; i < shown; ++i) line(reasons[i], Type::small, p.muted);
    if (reasons.size() <= fewReasons) return;
    const std::string label = open ? "Fewer reasons" : "All " + std::to_string(reasons.size()) + " reasons";
    if (!chip(label.c_str(), p, scale)) return;
    if (open)
        own.reasonsOpen.reset();
    else
        own.reasonsOpen = index;
}

}  // namespace

std::vector<std::string> distancesToNeighbours(const model::Reconstruction& r, std::size_t mention,
                                               const geo::Place& place) {
    std::vector<std::string> list;
    const auto say = [&](std::size_t i) {
        const model::PlaceMention& other = r.mentions[i];
        if (!other.place || other.ignored || other.mention.name == r.mentions[mention].mention.name)
            return false;
        const std::string words = geo::distanceText(geo::distance_m(place.where.at, other.place->where.at)) +
                                  " from " + other.place->name;
        if (std::ranges::find(list, words) == list.end()) list.push_back(words);
        return true;
    };
    for (std::size_t i = mention; i-- > 0;)
        if (say(i)) break;
    for (std::size_t i = mention + 1; i < r.mentions.size(); ++i)
        if (say(i)) break;
    return list;
}

void candidateCard(const Facts& facts, const Palette& p, std::size_t mentionIndex, std::size_t index,
                   PanelState& own, Requests& requests) {
    const model::PlaceMention& mention = facts.reconstruction.mentions[mentionIndex];
    const geo::Candidate& candidate = mention.candidates[index];
    const geo::Place& place = candidate.place;
    const bool chosen = mention.place && mention.place->id == place.id;
    const ImVec2 top = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(index));
    {
        const Card card(p, facts.scale, chosen ? p.narrator : 0);
        line(std::to_string(index + 1) + ".  " + place.name +
                 (place.name_ar.empty() ? "" : "  " + place.name_ar),
             chosen ? Type::strong : Type::body, p.text);
        if (chosen) line(chosenBy(mention), Type::small, p.text);
        std::string what = place.type;
        append(what, place.region);
        append(what, place.country);
        append(what, "within " + geo::distanceText(place.where.radius_m));
        append(what, geo::degreesText(place.where.at, 3));
        line(what, Type::small, p.muted);
        std::string origin = place.id;
        append(origin, std::filesystem::path(candidate.gazetteer).filename().string());
        line(origin, Type::small, p.muted);
        for (const std::string& words : distancesToNeighbours(facts.reconstruction, mentionIndex, place))
            line(words, Type::small, p.muted);
        const bool weighed = candidate.belief > 0;  // else it is only offered, or settled by hand
        scoreBar(weighed ? candidate.belief : candidate.score, card.innerWidth(), p, facts.scale);
        char fit[64];
        if (weighed && candidate.belief < 0.005)
            std::snprintf(fit, sizeof fit, "less than 1 %% likely; name fits %.2f", candidate.score);
        else if (weighed)
            std::snprintf(fit, sizeof fit, "%.0f %% likely; name fits %.2f", 100 * candidate.belief, candidate.score);
        else
            std::snprintf(fit, sizeof fit, "name fits %.2f", candidate.score);
        line(fit, Type::small, p.text);
        reasonLines(p, facts.scale, candidate.reasons, index, own);
        if (!chosen && chip("Choose", p, facts.scale))
            requests.push_back(
                {"choose-place", {quoteArgument(mention.mention.quote), place.id}, groundsAndReach(own)});
        if (!chosen) ImGui::SameLine(0, 4 * facts.scale);
        if (chip("Not this one", p, facts.scale)) {
            auto grounds = groundsAndReach(own);
            grounds.erase("all");  // a rejection holds wherever the name is said
            requests.push_back(
                {"reject-candidate", {quoteArgument(mention.mention.quote), place.id}, std::move(grounds)});
        }
    }
    ImGui::PopID();
    const bool inHand = facts.mentionInHand == mentionIndex;
    if (inHand && own.candidate == index)
        ImGui::GetWindowDrawList()->AddRect(top, ImGui::GetItemRectMax(), p.hours, 5 * facts.scale, 0,
                                            2 * facts.scale);
    if (ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
        ImGui::IsMouseHoveringRect(top, ImGui::GetItemRectMax())) {
        own.hoveredCandidate = index;
        own.hoveredMention = mentionIndex;
    }
}

void missingNames(const Facts& facts, const Palette& p, const model::Finding& finding, Requests& requests) {
    const model::Reconstruction& r = facts.reconstruction;
    line("tools/gazetteer CC builds one for a country, CC its two letters.", Type::small, p.text);
    std::set<std::string> said;
    for (const text::Quote& quote : finding.evidence) {
        const auto at = std::ranges::find(r.mentions, quote, [](const auto& m) { return m.mention.quote; });
        if (at == r.mentions.end() || said.size() == mostNames || !said.insert(at->mention.name).second)
            continue;
        const std::string label = at->mention.surface + ": put a point";
        ImGui::PushID(static_cast<int>(said.size()));
        if (chip(label.c_str(), p, facts.scale)) {
            requests.push_back(selectMention(r, static_cast<std::size_t>(at - r.mentions.begin())));
            requests.push_back({"put-point", {quoteArgument(quote)}, {}});
        }
        ImGui::PopID();
    }
}

}  // namespace retrace::ui
