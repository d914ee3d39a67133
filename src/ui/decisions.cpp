#include "ui/decisions.hpp"

#include "geo/coordinates.hpp"
#include "timeline/span.hpp"
#include "ui/card.hpp"
#include "ui/fields.hpp"
#include "ui/point_text.hpp"
#include "ui/requests.hpp"
#include "ui/typed_decision.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <utility>

namespace retrace::ui {

namespace {

bool forAllMentions(const model::Decision& decision) {
    if (const auto* place = std::get_if<model::ChoosePlace>(&decision.what)) return place->allMentions;
    if (const auto* ignore = std::get_if<model::IgnoreMention>(&decision.what)) return ignore->allMentions;
    return std::holds_alternative<model::RejectCandidate>(decision.what);
}

/// The analyst's decision on the time of these words, or on the place they name; nothing where none is taken.
const model::Decision* decisionAt(const Facts& facts, const text::Quote& quote, bool onTime) {
    const auto rejects = [](const model::Decision& d) { return std::holds_alternative<model::RejectCandidate>(d.what); };
    for (const model::Decision& decision : facts.document.decisions)
        if (std::holds_alternative<model::SetTime>(decision.what) == onTime && !rejects(decision) && text::overlaps(decision.anchor.quote, quote)) return &decision;
    // Not here, but wherever the name is said.
    for (const model::Decision& decision : facts.document.decisions)
        if (!onTime && !rejects(decision) && forAllMentions(decision) && decision.anchor.words == quoteOf(facts.reconstruction, quote)) return &decision;
    return nullptr;
}

/// Blue for the analyst's, green for the record's, grey for what does not count now.
ImU32 edgeOf(const Facts& facts, const Palette& p, const model::Decision& decision) {
    if (!document::isApplied(decision, facts.by)) return p.hairline;
    const auto* time = std::get_if<model::SetTime>(&decision.what);
    return time && !time->recordRow.empty() ? p.otherSources : p.hours;
}

/// A decision that does not count now is greyed, not hidden.
void decisionBody(const Facts& facts, const Palette& p, const model::Decision& decision, Requests& requests) {
    const bool counts = document::isApplied(decision, facts.by);
    const auto* time = std::get_if<model::SetTime>(&decision.what);
    const bool record = time && !time->recordRow.empty();
    const ImU32 ink = counts ? p.text : p.faint, quiet = counts ? p.muted : p.faint;
    line(std::string(record ? "Dated by the record" : "Decided by an analyst") +
             (decision.certainty.empty() ? "" : ", " + decision.certainty),
         Type::strong, ink);
    if (!counts)
        line(facts.by == document::By::words ? "kept, not counted: now the words alone count"
                                             : "kept, not counted: now only words and decisions count",
             Type::small, p.muted);
    line(decisionWords(decision, facts.reconstruction), Type::small, ink);
    line(decision.reason.empty() ? "no reason given" : decision.reason, Type::small, quiet);
    ImGui::PushID(&decision);
    std::map<std::string, std::string> forgotten{{"kind", model::decisionKinds[decision.what.index()]}};
    if (const auto* reject = std::get_if<model::RejectCandidate>(&decision.what)) forgotten["place"] = reject->placeId;
    if (chip("Forget this decision", p, facts.scale))
        requests.push_back({"forget-decision", {quoteArgument(decision.anchor.quote)}, forgotten});
    ImGui::PopID();
}

}  // namespace

namespace {

// "Dar al-Kabira (gn:170654)"; the number alone where nothing of the text can be that place.
std::string placeWords(const model::Reconstruction& r, const std::string& id) {
    for (const model::PlaceMention& m : r.mentions) {
        if (m.place && m.place->id == id) return m.place->name + " (" + id + ")";
        for (const geo::Candidate& candidate : m.candidates)
            if (candidate.place.id == id) return candidate.place.name + " (" + id + ")";
    }
    return id;
}

}  // namespace

std::map<std::string, std::string> grounds(const PanelState& own) {
    std::map<std::string, std::string> named{{"certainty", own.certainty}};
    if (!own.reason.empty()) named["reason"] = own.reason;
    return named;
}

std::map<std::string, std::string> groundsAndReach(const PanelState& own) {
    auto named = grounds(own);
    if (own.allMentions) named["all"] = *own.allMentions ? "yes" : "no";
    return named;
}

std::string decisionWords(const model::Decision& decision, const model::Reconstruction& r) {
    const std::string& zone = r.zone;
    const std::string everywhere = forAllMentions(decision) ? ", wherever it is named" : ", at this place of the text";
    if (const auto* place = std::get_if<model::ChoosePlace>(&decision.what))
        return (place->point ? "a point: " + geo::degreesText(place->point->at) + ", within " + geo::distanceText(place->point->radius_m)
                             : "stands for " + placeWords(r, place->placeId)) + everywhere;
    if (const auto* time = std::get_if<model::SetTime>(&decision.what))
        return timeline::spanText(time->span, zone) + (time->recordRow.empty() ? "" : ", dated by the record: " + time->recordRow);
    if (const auto* reject = std::get_if<model::RejectCandidate>(&decision.what)) return "not " + placeWords(r, reject->placeId) + everywhere;
    return "no place" + everywhere;
}

void decisionCard(const Facts& facts, const Palette& p, const text::Quote& quote, bool onTime, Requests& requests) {
    const auto card = [&](const model::Decision& decision) {
        const Card framed(p, facts.scale, edgeOf(facts, p, decision));
        decisionBody(facts, p, decision, requests);
    };
    if (const model::Decision* decision = decisionAt(facts, quote, onTime)) card(*decision);
    const std::string words = quoteOf(facts.reconstruction, quote);
    for (const model::Decision& decision : facts.document.decisions)
        if (!onTime && std::holds_alternative<model::RejectCandidate>(decision.what) && decision.anchor.words == words) card(decision);
}

void decisionList(const Facts& facts, const Palette& p, Requests& requests) {
    if (facts.document.decisions.empty()) return;
    heading("DECIDED", p, facts.scale);
    for (const model::Decision& decision : facts.document.decisions) {
        const Card card(p, facts.scale, edgeOf(facts, p, decision));
        line("\xE2\x80\x9C" + decision.anchor.words + "\xE2\x80\x9D", Type::body,
             document::isApplied(decision, facts.by) ? p.text : p.faint);
        decisionBody(facts, p, decision, requests);
    }
}

void groundsFields(const Facts& facts, const Palette& p, PanelState& own) {
    (void)field("Decide, because", "no reason given", own.reason, p);
    certaintyChips(own.certainty, p, facts.scale);
    // Neither is on until one is clicked: a place is then chosen for all mentions, "not a place" for this one.
    if (chip("wherever it is named", p, facts.scale, own.allMentions == true)) own.allMentions = true;
    ImGui::SameLine(0, 4 * facts.scale);
    if (chip("only here", p, facts.scale, own.allMentions == false)) own.allMentions = false;
}

void pointFields(const Facts& facts, const Palette& p, const model::PlaceMention& mention, PanelState& own, Requests& requests) {
    const std::string quote = quoteArgument(mention.mention.quote);
    const bool placing = own.placing == quote;
    if (chip(placing ? "Click on the map, or Esc" : "Put a point on the map", p, facts.scale, placing)) {
        if (placing) own.placing.clear();
        else requests.push_back({"put-point", {quote}, {}});
    }
    bool entered = field("or its position", "36.2 N 37.1 E, or 36.2 37.1", own.pointText, p);
    if (own.pointText.empty()) return;
    const auto point = parsePoint(own.pointText);
    line(point ? "read as " + geo::degreesText(*point) : "this is no position yet: latitude and longitude in degrees, N and E as you like",
         Type::small, p.muted);
    if (!point) return;
    entered = field("within, metres", "1000", own.pointRadius, p) || entered;
    if (chip("Put it there", p, facts.scale, true) || entered) {
        requests.push_back(choosePoint(mention.mention.quote, *point, own.pointRadius, groundsAndReach(own)));
        own.pointText.clear();
    }
}

void timeFields(const Facts& facts, const Palette& p, const model::Event& event, PanelState& own, Requests& requests) {
    if (own.timeEvent != event.id) own.timeOpen = false;   // what was typed belongs to another event
    const bool byKey = std::exchange(own.timeAsked, false);
    if (!own.timeOpen) {
        if (!chip("Set a time", p, facts.scale) && !byKey) return;
        own.timeOpen = true;
        own.timeEvent = event.id;
        own.timeTyped = typedForm(event.when.span, facts.reconstruction.zone);
        own.timeReason.clear();
        own.timeCertainty = "probable";
        if (!byKey) return;
    }
    const std::string& zone = facts.reconstruction.zone;
    const auto index = static_cast<std::size_t>(&event - facts.reconstruction.events.data());
    bool entered = field("when", "5 Dec 06:00, ~5 Dec, 4-5 Dec?", own.timeTyped, p, byKey);
    const auto time = typedDecision(own.timeTyped, zone, frameOf(facts.reconstruction, index));
    if (time) {
        line("read as " + timeline::spanText(time->span, zone) + ", " + zoneWords(zone) +
                 (time->certainty ? ", " + *time->certainty : ""),
             Type::small, p.hours);
        if (time->certainty) own.timeCertainty = *time->certainty;
    } else if (!own.timeTyped.empty()) {
        line("This is no time yet: a day, an hour with its day, or two of them with a dash between.", Type::small,
             p.narrator);
    }
    entered = field("because", "no reason given", own.timeReason, p) || entered;
    certaintyChips(own.timeCertainty, p, facts.scale);
    if ((chip("Keep", p, facts.scale, true) || entered) && time && !event.evidence.empty()) {
        requests.push_back(setTime(event, time->time, own.timeCertainty, own.timeReason));
        own.timeOpen = false;
    }
    ImGui::SameLine();
    if (chip("Cancel", p, facts.scale)) own.timeOpen = false;
}

}  // namespace retrace::ui
