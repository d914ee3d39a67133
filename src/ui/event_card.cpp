#include "ui/event_card.hpp"

#include "timeline/calendar_words.hpp"
#include "ui/card.hpp"
#include "ui/decisions.hpp"
#include "ui/reasons.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace retrace::ui {

namespace {

constexpr std::size_t mostSteps = 4;       // of one bound
constexpr std::size_t longestQuote = 220;  // letters

std::string cut(const std::string& words) {
    const std::u32string letters = text::utf32(words);
    return letters.size() <= longestQuote ? words : text::utf8(letters.substr(0, longestQuote)) + "\xE2\x80\xA6";
}

void stepLine(const Reason& step, const Palette& p, float scale) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float half = ImGui::GetTextLineHeight() / 2;
    draw.AddCircleFilled({at.x + 4 * scale, at.y + half}, 3 * scale, colorOf(step.origin, p));
    ImGui::Indent(14 * scale);
    line(step.words, Type::small, step.origin == timeline::Origin::words ? p.muted : p.text);
    ImGui::Unindent(14 * scale);
}

}  // namespace

ImU32 colorOf(timeline::Origin origin, const Palette& p) {
    return origin == timeline::Origin::record     ? p.otherSources
           : origin == timeline::Origin::decision ? p.hours
                                                  : p.faint;
}

std::string boundWords(const model::When& when, bool latest, const std::string& zone) {
    const auto& bound = latest ? when.span.latest : when.span.earliest;
    if (!bound) return latest ? "No latest is known" : "No earliest is known";
    const timeline::LocalTime local = timeline::toLocal(*bound, zone);
    return std::string(latest ? "No later than " : "No earlier than ") + std::to_string(local.date.day) + " " +
           timeline::monthName(local.date.month) + " " + std::to_string(local.date.year) + ", " +
           timeline::hourText(local.minutes);
}

void eventCard(const Facts& facts, const Layout& layout, const Palette& p, std::size_t event) {
    const model::Reconstruction& r = facts.reconstruction;
    const model::Event& e = r.events[event];
    // Above the bars: it covers none of those beside the one that it tells of.
    const float half = 220 * facts.scale, left = layout.bottom.x + half, right = layout.bottom.x + layout.bottom.width - half;
    const float x = right > left ? std::clamp(ImGui::GetIO().MousePos.x, left, right) : left;
    ImGui::SetNextWindowPos({x, layout.bottom.y - 6 * facts.scale}, ImGuiCond_Always, {0.5f, 1});
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(420 * facts.scale);
    if (!e.evidence.empty()) line("\xE2\x80\x9C" + cut(quoteOf(r, e.evidence.front())) + "\xE2\x80\x9D", Type::body, p.text);
    line((e.speaker.empty() ? "" : e.speaker + " \xC2\xB7 ") + standing(e), Type::small, p.muted);
    line(timeline::spanText(e.when.span, r.zone), Type::strong, p.text);
    for (const model::Decision& decision : r.decisions)
        if (std::holds_alternative<model::SetTime>(decision.what) && !e.evidence.empty() &&
            text::overlaps(decision.anchor.quote, e.evidence.front()))
            line((std::get<model::SetTime>(decision.what).recordRow.empty() ? "the analyst: " : "the record: ") +
                     decisionWords(decision, r) + (decision.certainty.empty() ? "" : ", " + decision.certainty),
                 Type::small, p.hours);
    for (const BoundReasons& bound : reasonsOf(e.when)) {
        const bool latest = bound.which == BoundReasons::Which::latest;
        if (bound.which != BoundReasons::Which::neither)
            line(boundWords(e.when, latest, r.zone) + (bound.steps.empty() ? ": as above" : ":"), Type::small, p.text);
        // Nobody's eye should miss what is not the words': those steps first.
        std::vector<Reason> steps = bound.steps;
        std::ranges::stable_partition(steps, [](const Reason& s) { return s.origin != timeline::Origin::words; });
        for (std::size_t i = 0; i < std::min(steps.size(), mostSteps); ++i) stepLine(steps[i], p, facts.scale);
        if (steps.size() > mostSteps)
            line("and " + std::to_string(steps.size() - mostSteps) + " more steps: click for all", Type::small, p.muted);
    }
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

}  // namespace retrace::ui
