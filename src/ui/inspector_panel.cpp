#include "geo/coordinates.hpp"
#include "geo/geodesic.hpp"
#include "timeline/span.hpp"
#include "ui/candidate_card.hpp"
#include "ui/card.hpp"
#include "ui/decisions.hpp"
#include "ui/event_card.hpp"
#include "ui/front_card.hpp"
#include "ui/reasons.hpp"
#include "ui/requests.hpp"
#include "ui/style.hpp"
#include "ui/visual_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <set>

namespace retrace::ui {

namespace {

void quoteCard(const Facts& facts, const Palette& p, const text::Quote& quote, const std::string& who) {
    const model::Reconstruction& r = facts.reconstruction;
    const Card card(p, facts.scale);
    line("\xE2\x80\x9C" + quoteOf(r, quote) + "\xE2\x80\x9D", Type::body, p.text);
    std::string small = who;
    for (const text::Source& source : r.sources)
        if (source.id == quote.source) small += " · \xC2\xB6 " + std::to_string(text::paragraphAt(source, quote.begin));
    line(small, Type::small, p.muted);
}

void whereSection(const Facts& facts, const Palette& p, std::size_t index, PanelState& own, Requests& requests) {
    const model::PlaceMention& mention = facts.reconstruction.mentions[index];
    heading("WHERE: " + mention.mention.surface, p, facts.scale);
    ImGui::PushID(static_cast<int>(index));
    decisionCard(facts, p, mention.mention.quote, false, requests);
    if (!mention.place || mention.decided == model::Decided::undecided) {
        const Card card(p, facts.scale, p.narrator);
        line("Undecided", Type::strong, p.text);
        line(mention.why.empty() ? "No gazetteer has this name, and the words do not place it." : mention.why, Type::small, p.muted);
    } else if (std::ranges::none_of(mention.candidates, [&](const geo::Candidate& c) { return c.place.id == mention.place->id; })) {
        const Card card(p, facts.scale, p.narrator);
        line(mention.place->name, Type::strong, p.text);
        line(mention.place->type + " · within " + geo::distanceText(mention.place->where.radius_m), Type::small, p.muted);
        line(mention.why, Type::small, p.muted);
    } else if (!mention.why.empty()) {
        paragraph(mention.why, Type::small, p.muted);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(mention.candidates.size(), 6); ++i)
        candidateCard(facts, p, index, i, own, requests);
    groundsFields(facts, p, own);
    if (chip("Not a place", p, facts.scale)) requests.push_back({"ignore-mention", {quoteArgument(mention.mention.quote)}, groundsAndReach(own)});
    ImGui::SameLine(0, 4 * facts.scale);
    pointFields(facts, p, mention, own, requests);
    if (mention.place && chip("Keep in my gazetteer", p, facts.scale))
        requests.push_back({"keep-place", {quoteArgument(mention.mention.quote)}, {}});
    ImGui::PopID();
}

/// A reason under what it explains; one that stood there before is not said again.
void reason(const std::string& words, const Palette& p, std::set<std::string>& said) {
    if (!words.empty() && said.insert(words).second) line(sentence(words), Type::small, p.muted);
}

std::string basisWords(const model::Leg& leg) {
    const std::string length = geo::distanceText(leg.distance_m);
    switch (leg.basis) {
        case model::Basis::stated:
            return "Stated way, " + length;
        case model::Basis::inferred:
            return "Inferred way, " + length;
        case model::Basis::schematic:
            return "Schematic way, " + length;
    }
    return length;
}

/// Why the event stands where it stands, and why the way to it is drawn as it is.
void waySection(const Facts& facts, const Palette& p, std::size_t index) {
    const model::Reconstruction& r = facts.reconstruction;
    const model::Event& event = r.events[index];
    std::set<std::string> said;   // the names' own reasons stand under them
    for (const auto* refs : {&event.to, &event.from, &event.via})
        for (const model::PlaceRef& ref : *refs) said.insert(r.mentions[ref.mention].why);
    bool headed = false;
    const auto head = [&] {
        if (!headed) heading("HOW IT IS DRAWN", p, facts.scale);
        headed = true;
    };
    if (event.estimate) {
        head();
        const Card card(p, facts.scale, p.narrator);
        line(event.estimate->place.name, Type::strong, p.text);
        line("estimated, within " + geo::distanceText(event.estimate->place.where.radius_m), Type::small, p.muted);
        reason(event.estimate->why, p, said);
    }
    for (const model::Itinerary& itinerary : r.itineraries) {
        for (const model::Stop& stop : itinerary.stops) {
            if (stop.event != index || stop.why.empty() || said.contains(stop.why)) continue;
            head();
            const Card card(p, facts.scale);
            if (stop.place) line(stop.place->name, Type::strong, p.text);
            reason(stop.why, p, said);
        }
        for (const model::Leg& leg : itinerary.legs) {
            const bool leadsHere = leg.event ? *leg.event == index : itinerary.stops[leg.toStop].event == index;
            if (!leadsHere) continue;
            head();
            const Card card(p, facts.scale);
            const model::Stop &from = itinerary.stops[leg.fromStop], &to = itinerary.stops[leg.toStop];
            if (from.place && to.place)
                line(from.place->name + " \xE2\x86\x92 " + to.place->name, Type::strong, p.text);
            line(basisWords(leg), Type::small, p.muted);
            reason(leg.why, p, said);
        }
    }
}

/// How the time came about: for each bound the chain of steps, each with whose it is; a long one is folded.
void derivationOf(const model::When& when, const std::string& zone, const Palette& p, float scale, PanelState& own) {
    static constexpr std::size_t most = 4;  // of one bound
    std::size_t hidden = 0, number = 0;
    for (const BoundReasons& bound : reasonsOf(when)) {
        if (bound.which != BoundReasons::Which::neither)
            line(boundWords(when, bound.which == BoundReasons::Which::latest, zone) +
                     (bound.steps.empty() ? ": for the same reasons" : ", because"),
                 Type::small, p.text);
        for (std::size_t i = 0; i < bound.steps.size(); ++i) {
            const Reason& step = bound.steps[i];
            ++number;
            const bool words = step.origin == timeline::Origin::words;
            if (i >= most && words && !own.allSteps) {
                ++hidden;
                continue;
            }
            line(step.words, Type::small, words ? p.muted : colorOf(step.origin, p));
        }
    }
    if (hidden == 0 && !own.allSteps) return;
    const std::string label = own.allSteps ? "Fewer steps" : "All " + std::to_string(number) + " steps";
    if (chip(label.c_str(), p, scale)) own.allSteps = !own.allSteps;
}

void whenSection(const Facts& facts, const Palette& p, const model::Event& event, PanelState& own, Requests& requests) {
    heading("WHEN", p, facts.scale);
    if (!event.evidence.empty()) decisionCard(facts, p, event.evidence.front(), true, requests);
    const Card card(p, facts.scale);
    line(timeline::spanText(event.when.span, facts.reconstruction.zone), Type::strong, p.text);
    if (event.when.clock) line("clock " + timeline::clockText(*event.when.clock), Type::body, p.hours);
    line(dayWords(event.when.day), Type::small, p.muted);
    line(zoneReason(facts.reconstruction.zone, !facts.document.zone.empty()), Type::small, p.muted);
    derivationOf(event.when, facts.reconstruction.zone, p, facts.scale, own);
    timeFields(facts, p, event, own, requests);
}

/// Rows of other sources within reach of the event's place, nearest first.
void otherSources(const Facts& facts, const Palette& p, const model::Event& event) {
    const model::Reconstruction& r = facts.reconstruction;
    std::vector<std::pair<double, const model::RecordRow*>> rows;
    for (const auto* refs : {&event.to, &event.from})
        for (const model::PlaceRef& ref : *refs)
            if (const auto& place = r.mentions[ref.mention].place)
                for (const model::RecordRow& row : r.record)
                    if (const double d = geo::distance_m(place->where.at, row.where.at); d < 6000 + place->where.radius_m) rows.emplace_back(d, &row);
    if (rows.empty()) return;
    std::ranges::stable_sort(rows, {}, &std::pair<double, const model::RecordRow*>::first);
    heading("OTHER SOURCES NEARBY", p, facts.scale);
    std::vector<const model::RecordRow*> shown;
    for (const auto& [distance, row] : rows) {
        if (shown.size() == 5 || std::ranges::find(shown, row) != shown.end()) continue;
        shown.push_back(row);
        const Card card(p, facts.scale, p.otherSources);
        line(row->place + ": " + row->fromSide + " \xE2\x86\x92 " + row->toSide, Type::body, p.text);
        line(timeline::spanText(row->when, r.zone) + " · row " + std::to_string(row->row) + " · " + row->confidence + " · " + geo::distanceText(distance) + " away", Type::small, p.muted);
    }
}

void overview(const Facts& facts, const Palette& p, Requests& requests) {
    const model::Reconstruction& r = facts.reconstruction;
    heading("THE CASE", p, facts.scale);
    {
        const Card card(p, facts.scale);
        line(facts.document.title, Type::strong, p.text);
        for (const document::SourceRef& source : facts.document.sources) {
            std::string words = source.title;
            if (!source.author.empty()) words += (words.empty() ? "" : ", ") + source.author;
            if (!source.published.empty()) words += ", " + source.published;
            if (!words.empty()) line(words, Type::small, p.muted);
        }
        std::size_t stops = 0, undecided = 0;
        for (const model::Itinerary& itinerary : r.itineraries)
            for (const model::Stop& stop : itinerary.stops) (stop.place ? stops : undecided) += 1;
        line(std::to_string(r.events.size()) + " events, " + std::to_string(stops) + " stops on the map" + (undecided ? ", " + std::to_string(undecided) + " undecided" : ""), Type::small, p.muted);
    }
    heading("TO BE SETTLED", p, facts.scale);
    std::size_t number = 0;
    for (const model::Finding& finding : r.findings) {
        if (finding.severity == "note" || ++number > 12) continue;
        const Card card(p, facts.scale, finding.severity == "error" ? p.narrator : 0);
        line(finding.kind, Type::strong, p.text);
        line(finding.message, Type::small, p.muted);
        ImGui::PushID(static_cast<int>(number));
        if (finding.kind == "gazetteer-missing")
            missingNames(facts, p, finding, requests);
        else if (!finding.evidence.empty() && chip("Show", p, facts.scale))
            for (std::size_t i = 0; i < r.mentions.size(); ++i)
                if (text::overlaps(r.mentions[i].mention.quote, finding.evidence.front())) {
                    requests.push_back(selectMention(r, i));
                    break;
                }
        ImGui::PopID();
    }
    if (number == 0) paragraph("Nothing is doubtful enough to ask.", Type::small, p.muted);
    decisionList(facts, p, requests);
}

}  // namespace

void inspectorPanel(const Facts& facts, const Layout& layout, PanelState& own, Requests& requests) {
    const Palette p = paletteOf(facts.theme);
    beginPanel("inspector", layout.right, p, facts.scale, true);
    own.hoveredCandidate.reset();
    own.hoveredMention.reset();
    if (own.decidedFor != facts.selection) {   // what was typed is about something else
        own.decidedFor = facts.selection;
        own.reason.clear();
        own.pointText.clear();
        own.certainty = "probable";
        own.candidate.reset();
        own.reasonsOpen.reset();
        own.allMentions.reset();
    }
    const model::Reconstruction& r = facts.reconstruction;
    const auto& selection = facts.selection;
    if (selection.mention && *selection.mention < r.mentions.size()) {
        const model::PlaceMention& mention = r.mentions[*selection.mention];
        const model::Event* event = selection.event && *selection.event < r.events.size() ? &r.events[*selection.event] : nullptr;
        heading(mention.mention.surface, p, facts.scale);
        quoteCard(facts, p, event && !event->evidence.empty() ? event->evidence.front() : mention.mention.quote,
                  event ? standing(*event) : text::nameOf(mention.mention.role));
        whereSection(facts, p, *selection.mention, own, requests);
        if (event) whenSection(facts, p, *event, own, requests);
        if (event) waySection(facts, p, *selection.event);
        if (event) otherSources(facts, p, *event);
    } else if (selection.event && *selection.event < r.events.size()) {
        const model::Event& event = r.events[*selection.event];
        heading(kindWords(event.kind), p, facts.scale);
        for (const text::Quote& quote : event.evidence) quoteCard(facts, p, quote, standing(event));
        whenSection(facts, p, event, own, requests);
        for (const auto* refs : {&event.to, &event.from, &event.via})
            for (const model::PlaceRef& ref : *refs) whereSection(facts, p, ref.mention, own, requests);
        waySection(facts, p, *selection.event);
        otherSources(facts, p, event);
    } else if (!facts.frontAnswers.empty()) {
        frontCards(facts, p, own, requests);
    } else {
        overview(facts, p, requests);
    }
    ImGui::End();
}

}  // namespace retrace::ui
