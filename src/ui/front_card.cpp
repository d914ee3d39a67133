#include "ui/front_card.hpp"

#include "front/stated.hpp"
#include "geo/coordinates.hpp"
#include "timeline/span.hpp"
#include "ui/card.hpp"
#include "ui/claim_words.hpp"
#include "ui/fields.hpp"
#include "ui/quote_link.hpp"
#include "ui/typed_decision.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace retrace::ui {
namespace {

constexpr std::size_t mostClaims = 8;

std::string percent(double share) {
    return std::to_string(std::lround(100 * share)) + " %";
}

ImU32 tintOf(const Facts& facts, std::size_t side) {
    const auto& sides = facts.reconstruction.sides;
    const auto look = scene::lookOf(side < sides.size() ? sides[side] : model::Side{}, side,
                                    facts.theme == scene::ThemeName::dark);
    return IM_COL32(look.r, look.g, look.b, 255);
}

/// A bar of the probability in the side's tint, its name and number beside it.
void sideBar(const Facts& facts, const Palette& p, std::size_t side, double share) {
    const float scale = facts.scale, width = 64 * scale, height = 8 * scale;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float top = at.y + (ImGui::GetTextLineHeight() - height) / 2;
    draw.AddRectFilled({at.x, top}, {at.x + width, top + height}, p.hairline, 2 * scale);
    draw.AddRectFilled({at.x, top}, {at.x + width * static_cast<float>(share), top + height}, tintOf(facts, side),
                       2 * scale);
    ImGui::Indent(width + 8 * scale);
    const auto& sides = facts.reconstruction.sides;
    line((side < sides.size() ? sides[side].name : "others") + ", " + percent(share), Type::small, p.text);
    ImGui::Unindent(width + 8 * scale);
}

/// Chips, one of which is on, as many in a row as there is room.
void choice(const std::vector<std::string>& names, std::string& chosen, const Palette& p, float scale) {
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x - 12 * scale;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const float width = ImGui::CalcTextSize(names[i].c_str()).x + 24 * scale;
        if (i > 0 && ImGui::GetItemRectMax().x + width < right) ImGui::SameLine(0, 4 * scale);
        if (chip(names[i].c_str(), p, scale, chosen == names[i])) chosen = chosen == names[i] ? "" : names[i];
    }
}

void openSettling(const Facts& facts, PanelState& own, std::size_t index) {
    const auto& claim = facts.reconstruction.claims[index];
    const auto& sides = facts.reconstruction.sides;
    own.settling = index;
    own.settledSide = claim.party && *claim.party < sides.size() && claim.kind != model::Control::left
                          ? sides[*claim.party].name
                          : "";
    own.settledTime.clear();
    own.settledReason.clear();
    own.settledCertainty = "probable";
}

void settleFields(const Facts& facts, const Palette& p, const model::ControlClaim& claim, PanelState& own,
                  Requests& requests) {
    const model::Reconstruction& r = facts.reconstruction;
    const float scale = facts.scale;
    std::vector<std::string> names;
    for (const model::Side& side : r.sides) names.push_back(side.name);
    line("from then on it was held by", Type::small, p.muted);
    choice(names, own.settledSide, p, scale);
    (void)field("since when (empty: as the source says)", "5 Dec 06:00, 4-5 Dec", own.settledTime, p);
    const auto frame = claim.event ? frameOf(r, *claim.event)
                                   : claim.when.earliest
                                         ? std::optional(timeline::toLocal(*claim.when.earliest, r.zone).date)
                                         : std::nullopt;
    const auto time = typedDecision(own.settledTime, r.zone, frame);
    if (time)
        line("read as " + timeline::spanText(time->span, r.zone) + ", " + zoneWords(r.zone), Type::small, p.hours);
    else if (!own.settledTime.empty())
        line("This is no time yet: a day, an hour with its day, or two of them with a dash between.", Type::small,
             p.narrator);
    (void)field("because", "no reason given", own.settledReason, p);
    certaintyChips(own.settledCertainty, p, scale);
    auto request = *settleClaim(r, claim);
    request.named["certainty"] = own.settledCertainty;
    if (!own.settledReason.empty()) request.named["reason"] = own.settledReason;
    const bool sound = own.settledTime.empty() || time.has_value();
    if (chip("Keep", p, scale, true) && sound) {
        if (!own.settledSide.empty()) request.named["side"] = own.settledSide;
        if (time) request.named["time"] = time->time;
        requests.push_back(std::move(request));
        own.settling.reset();
        return;
    }
    ImGui::SameLine(0, 4 * scale);
    if (chip("Ignore it", p, scale)) {
        request.named["ignore"] = "yes";
        requests.push_back(std::move(request));
        own.settling.reset();
        return;
    }
    ImGui::SameLine(0, 4 * scale);
    if (chip("Cancel", p, scale)) own.settling.reset();
}

void claimCard(const Facts& facts, const Palette& p, const front::ClaimShare& share, PanelState& own,
               Requests& requests) {
    const model::Reconstruction& r = facts.reconstruction;
    const model::ControlClaim& claim = r.claims[share.claim];
    const ImU32 edge = claim.decision ? p.hours : claim.record ? p.otherSources : p.narrator;
    const Card card(p, facts.scale, edge);
    ImGui::PushID(static_cast<int>(share.claim));
    line(percent(share.weight) + " \xC2\xB7 " + claimWords(r, claim), Type::strong, p.text);
    line(timeline::spanText(claim.when, r.zone), Type::small, p.muted);
    line(claimSource(r, claim), Type::small, p.muted);
    if (!claim.why.empty()) line(claim.why, Type::small, claim.decision ? p.hours : p.muted);
    if (claim.quote && quoteLink(quoteOf(r, *claim.quote), p, facts.scale)) showQuote(facts, *claim.quote, own, requests);
    const auto argument = claimArgument(r, claim);
    if (own.settling == share.claim && argument) {
        settleFields(facts, p, claim, own, requests);
    } else if (argument) {
        if (chip("Settle", p, facts.scale)) openSettling(facts, own, share.claim);
        if (claim.decision) {
            ImGui::SameLine(0, 4 * facts.scale);
            if (chip("Forget this decision", p, facts.scale))
                requests.push_back({"forget-decision", {*argument}, {{"kind", "settle-control"}}});
        }
    }
    ImGui::PopID();
}

std::string titleOf(const FrontAnswer& answer) {
    if (answer.whose == "record") return "AS OTHER SOURCES REPORT IT";
    return answer.whose == "both" ? "ASSESSED FROM BOTH" : "AS THE NARRATOR TELLS IT";
}

void answerSection(const Facts& facts, const Palette& p, const FrontAnswer& answer, PanelState& own,
                   Requests& requests) {
    heading(titleOf(answer), p, facts.scale);
    const bool stated = answer.support >= front::statedSupport && !answer.p.empty();
    {
        const Card card(p, facts.scale);
        if (!stated) {
            line("Not stated", Type::strong, p.text);
            line("Nothing that is said near here and then suffices; the map stays plain.", Type::small, p.muted);
        } else {
            auto sorted = answer.p;
            std::ranges::sort(sorted, std::greater<>());
            const bool doubtful = sorted.size() > 1 && sorted[0] - sorted[1] < front::doubtfulLead;
            const auto first = static_cast<std::size_t>(std::ranges::max_element(answer.p) - answer.p.begin());
            const auto& sides = facts.reconstruction.sides;
            line(doubtful ? "Doubtful" : first < sides.size() ? sides[first].name : "others", Type::strong, p.text);
            for (std::size_t s = 0; s < answer.p.size(); ++s) sideBar(facts, p, s, answer.p[s]);
        }
        line("support " + percent(answer.support) + ": how much is said near here and then", Type::small, p.muted);
    }
    for (std::size_t i = 0; i < std::min(answer.shares.size(), mostClaims); ++i)
        if (answer.shares[i].claim < facts.reconstruction.claims.size())
            claimCard(facts, p, answer.shares[i], own, requests);
    if (answer.shares.size() > mostClaims)
        paragraph("and " + std::to_string(answer.shares.size() - mostClaims) + " claims of less weight", Type::small,
                  p.muted);
}

}  // namespace

void frontCards(const Facts& facts, const Palette& p, PanelState& own, Requests& requests) {
    if (own.settling && *own.settling >= facts.reconstruction.claims.size()) own.settling.reset();
    heading("WHO HELD IT", p, facts.scale);
    paragraph(geo::degreesText(facts.frontAnswers.front().at), Type::body, p.text);
    paragraph("at the time that the map shows; the field weighs claims by age and distance", Type::small, p.muted);
    if (chip("Close", p, facts.scale)) requests.push_back({"deselect", {}, {}});
    int number = 0;
    for (const FrontAnswer& answer : facts.frontAnswers) {
        ImGui::PushID(number++);
        answerSection(facts, p, answer, own, requests);
        ImGui::PopID();
    }
}

}  // namespace retrace::ui
