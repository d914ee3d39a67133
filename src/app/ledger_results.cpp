#include "app/ledger_results.hpp"

#include "app/results.hpp"
#include "timeline/span.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <sstream>

namespace retrace::app {
namespace {

using Json = nlohmann::ordered_json;
using compare::Verdict;

std::string wordsOf(const Case& c, const text::Quote& quote) {
    for (const auto& source : c.reconstruction.sources)
        if (source.id == quote.source) return text::words(source, quote);
    return {};
}

std::vector<std::size_t> linesOf(const Case& c, const std::vector<std::size_t>& rows) {
    std::vector<std::size_t> lines;
    for (const std::size_t row : rows) lines.push_back(c.reconstruction.record[row].row);
    return lines;
}

Json instantJson(const std::optional<timeline::Instant>& t, const std::string& zone) {
    return t ? Json(timeline::isoText(*t, zone)) : Json(nullptr);
}

double tenths(double value) {
    return std::round(10 * value) / 10;
}

Json entryJson(const Case& c, const compare::Entry& e) {
    const std::string& zone = c.reconstruction.zone;
    return {{"verdict", compare::nameOf(e.verdict)},
            {"basis", e.basis == compare::Basis::none ? Json(nullptr) : Json(compare::nameOf(e.basis))},
            {"statement", e.what},
            {"finding", e.finding},
            {"event_id", e.event},
            {"evidence", {{"source", e.quote.source}, {"start", e.quote.begin}, {"end", e.quote.end}}},
            {"place", {{"id", e.place.id}, {"name", e.place.name}, {"lon", e.place.where.at.lon}, {"lat", e.place.where.at.lat}}},
            {"earliest", instantJson(e.told.earliest, zone)},
            {"latest", instantJson(e.told.latest, zone)},
            {"rows", linesOf(c, e.rows)},
            {"apart_h", e.apart_s ? Json(tenths(*e.apart_s / 3600)) : Json(nullptr)},
            {"apart_km", e.rows.empty() ? Json(nullptr) : Json(tenths(e.apart_m / 1000))}};
}

std::string linesText(const std::vector<std::size_t>& lines) {
    std::string out;
    for (const std::size_t line : lines) out += (out.empty() ? "" : " ") + std::to_string(line);
    return out;
}

std::string counted(std::size_t n, const std::string& one, const std::string& many) {
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

}  // namespace

std::string ledgerSum(const compare::Ledger& ledger) {
    return counted(ledger.count(Verdict::agrees), "statement agrees", "statements agree") + " with other sources, " +
           counted(ledger.count(Verdict::contradicted), "is contradicted", "are contradicted") + ", " +
           counted(ledger.count(Verdict::datedBy), "is dated by them", "are dated by them") + ", " +
           counted(ledger.count(Verdict::alone), "stands alone", "stand alone") + "; " +
           counted(ledger.untold.size(), "row is", "rows are") + " not told of";
}

std::string ledgerText(const Case& c) {
    if (c.reconstruction.record.empty()) return "no other source: give one with --record\n";
    std::ostringstream out;
    out << ledgerSum(c.ledger) << "\n";
    for (const auto& e : c.ledger.entries) {
        out << "\n" << compare::nameOf(e.verdict);
        if (e.basis != compare::Basis::none) out << " (" << compare::nameOf(e.basis) << ")";
        out << ": " << e.what << "\n    " << e.finding << "\n    “" << wordsOf(c, e.quote) << "”\n";
    }
    return out.str();
}

std::string ledgerJson(const Case& c) {
    Json entries = Json::array();
    for (const auto& e : c.ledger.entries) entries.push_back(entryJson(c, e));
    const Json all{{"agrees", c.ledger.count(Verdict::agrees)},
                   {"contradicted", c.ledger.count(Verdict::contradicted)},
                   {"dated_by", c.ledger.count(Verdict::datedBy)},
                   {"alone", c.ledger.count(Verdict::alone)},
                   {"not_told", linesOf(c, c.ledger.untold)},
                   {"entries", std::move(entries)}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string ledgerCsv(const Case& c) {
    const std::string& zone = c.reconstruction.zone;
    std::string out = "verdict,basis,statement,place,lon,lat,earliest,latest,rows,apart_h,apart_km,finding,source,start,end\r\n";
    const auto iso = [&](const std::optional<timeline::Instant>& t) {
        return t ? timeline::isoText(*t, zone) : std::string();
    };
    const auto number = [](double value) {
        std::ostringstream digits;
        digits.precision(9);
        digits << value;
        return digits.str();
    };
    for (const auto& e : c.ledger.entries) {
        const std::vector<std::string> cells{compare::nameOf(e.verdict),
                                             compare::nameOf(e.basis),
                                             e.what,
                                             e.place.name,
                                             number(e.place.where.at.lon),
                                             number(e.place.where.at.lat),
                                             iso(e.told.earliest),
                                             iso(e.told.latest),
                                             linesText(linesOf(c, e.rows)),
                                             e.apart_s ? number(tenths(*e.apart_s / 3600)) : "",
                                             e.rows.empty() ? "" : number(tenths(e.apart_m / 1000)),
                                             e.finding,
                                             e.quote.source,
                                             std::to_string(e.quote.begin),
                                             std::to_string(e.quote.end)};
        for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? "," : "") + csvCell(cells[i]);
        out += "\r\n";
    }
    return out;
}

std::vector<model::Finding> ledgerFindings(const Case& c) {
    if (c.reconstruction.record.empty()) return {};
    std::vector<model::Finding> out{{"other-sources", "note", ledgerSum(c.ledger) + " (retrace ledger tells each)", {}, {}}};
    for (const auto& e : c.ledger.entries)
        if (e.verdict == Verdict::contradicted)
            out.push_back({"other-sources", "note", "contradicted: " + e.what + ": " + e.finding, {e.quote}, linesOf(c, e.rows)});
    return out;
}

std::vector<model::Finding> checked(const Case& c) {
    auto findings = c.reconstruction.findings;
    std::ranges::move(ledgerFindings(c), std::back_inserter(findings));
    return findings;
}

}  // namespace retrace::app
