#include "compare/ledger.hpp"
#include "ui/card.hpp"
#include "ui/quote_link.hpp"
#include "ui/requests.hpp"
#include "ui/transport.hpp"
#include "ui/words.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>

namespace retrace::ui {
namespace {

using compare::Verdict;

struct Heading {
    Verdict verdict;
    const char* words;
};
// What an analyst must look at comes first.
constexpr std::array headings{Heading{Verdict::contradicted, "Contradicted"}, Heading{Verdict::agrees, "Agrees"},
                              Heading{Verdict::datedBy, "Dated by the record"}, Heading{Verdict::alone, "Stands alone"}};

ImU32 colorOf(Verdict verdict, const Palette& p) {
    return verdict == Verdict::contradicted ? p.narrator
           : verdict == Verdict::agrees     ? p.otherSources
           : verdict == Verdict::datedBy    ? p.hours
                                            : p.hairline;
}

const char* basisWords(compare::Basis basis) {
    switch (basis) {
        case compare::Basis::time:
            return "by the time told";
        case compare::Basis::order:
            return "by the order told";
        case compare::Basis::substance:
            return "in substance";
        case compare::Basis::none:
            break;
    }
    return "";
}

std::string linesOf(const model::Reconstruction& r, const compare::Entry& entry) {
    std::string out;
    for (const std::size_t row : entry.rows) {
        if (row >= r.record.size()) continue;
        const model::RecordRow& line = r.record[row];
        out += (out.empty() ? "" : "\n") + std::string("row ") + std::to_string(line.row) + ": " + line.place + ", " +
               line.fromSide + " \xE2\x86\x92 " + line.toSide + ", " + timeline::spanText(line.when, r.zone) +
               (line.source.empty() ? "" : "; " + line.source) + (line.confidence.empty() ? "" : "; " + line.confidence);
    }
    return out;
}

void entryRow(const Facts& facts, const Palette& p, const compare::Entry& entry, const char* words, PanelState& own,
              Requests& requests) {
    const float scale = facts.scale, column = 190 * scale;
    const float top = ImGui::GetCursorPosY(), left = ImGui::GetCursorPosX();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + 3 * scale}, {at.x + 4 * scale, at.y + 17 * scale},
                                              colorOf(entry.verdict, p), 2);
    ImGui::SetCursorPosX(left + 12 * scale);
    ImGui::BeginGroup();
    line(words, Type::small, p.text);
    if (entry.basis != compare::Basis::none) line(basisWords(entry.basis), Type::small, p.muted);
    ImGui::EndGroup();
    ImGui::SetCursorPos({left + column, top});
    ImGui::BeginGroup();
    paragraph(sentence(entry.what), Type::body, p.text);
    paragraph(sentence(entry.finding), Type::small, p.muted);
    const std::string rows = linesOf(facts.reconstruction, entry);
    if (!rows.empty() && ImGui::IsItemHovered()) tip(rows, scale);
    if (quoteLink(quoteOf(facts.reconstruction, entry.quote), p, scale)) showQuote(facts, entry.quote, own, requests);
    ImGui::EndGroup();
    const float y = ImGui::GetCursorScreenPos().y + scale;
    ImGui::GetWindowDrawList()->AddLine({at.x, y}, {at.x + ImGui::GetContentRegionAvail().x, y}, p.hairline);
    ImGui::Dummy({0, 4 * scale});
}

}  // namespace

void ledgerBody(const Facts& facts, const Palette& p, PanelState& own, Requests& requests) {
    const compare::Ledger& ledger = facts.ledger;
    if (facts.reconstruction.record.empty()) {
        paragraph("No other source is given: start with --record FILE.csv, or name it in the document.", Type::body, p.muted);
        return;
    }
    ImGui::BeginChild("ledger", {0, 0}, false, ImGuiWindowFlags_NoNav);
    int number = 0;
    for (const Heading& heading : headings)
        for (const compare::Entry& entry : ledger.entries) {
            if (entry.verdict != heading.verdict) continue;
            ImGui::PushID(number++);
            entryRow(facts, p, entry, heading.words, own, requests);
            ImGui::PopID();
        }
    const std::string untold = std::to_string(ledger.untold.size()) + " rows of the record are not told of. ";
    paragraph(untold + "Held against the record is what words and decisions alone give; what a row dated never agrees with it.",
              Type::small, p.muted);
    ImGui::EndChild();
}

}  // namespace retrace::ui
