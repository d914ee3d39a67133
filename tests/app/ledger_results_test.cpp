#include "app/ledger_results.hpp"

#include "document/csv.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace retrace::app {
namespace {

using compare::Basis;
using compare::Verdict;
using Json = nlohmann::json;

constexpr std::int64_t noon = 1733400000;  // 2024-12-05T12:00Z

/// A statement that agrees with a row three hours later and 1.26 km away, one contradicted, one dated by a
/// row, two that stand alone; two rows that nobody tells of.
Case fiveStatements() {
    Case c;
    auto& r = c.reconstruction;
    r.zone = "UTC";
    r.sources.push_back({.id = "day.txt", .letters = U"They took \u00c9lan, \"all of it\". We left Bram."});
    for (std::size_t line = 2; line < 7; ++line) r.record.push_back({.row = line, .place = "Row"});
    const geo::Place elan{.id = "t:1", .name = "\u00c9lan, north", .where = {{36.5, 35.25}, 500}};
    compare::Entry agrees{.verdict = Verdict::agrees,
                          .basis = Basis::time,
                          .what = "Raiders took \u00c9lan, north",
                          .finding = "both say so",
                          .event = "e1",
                          .quote = {"day.txt", 0, 27},
                          .place = elan,
                          .told = {timeline::Instant{noon}, timeline::Instant{noon + 3600}, {}},
                          .rows = {1, 0},
                          .apart_s = -3 * 3600.0,
                          .apart_m = 1260};
    auto wrong = agrees;
    wrong.verdict = Verdict::contradicted;
    wrong.basis = Basis::substance;
    wrong.what = "Guards held \u00c9lan, north";
    wrong.finding = "the row says \"Raiders\"";
    wrong.rows = {2};
    wrong.apart_s.reset();
    wrong.told = {};
    auto dated = agrees;
    dated.verdict = Verdict::datedBy;
    dated.basis = Basis::none;
    auto alone = agrees;
    alone.verdict = Verdict::alone;
    alone.basis = Basis::none;
    alone.rows.clear();
    alone.apart_s.reset();
    alone.quote = {"day.txt", 29, 42};
    c.ledger.entries = {agrees, wrong, dated, alone, alone};
    c.ledger.untold = {3, 4};
    return c;
}

Case noRecord() {
    Case c = fiveStatements();
    c.reconstruction.record.clear();
    c.ledger = {};
    return c;
}

TEST(LedgerResults, sumInWords) {
    Case c = fiveStatements();
    EXPECT_EQ(ledgerSum(c.ledger),
              "1 statement agrees with other sources, 1 is contradicted, 1 is dated by them, 2 stand alone; "
              "2 rows are not told of");
    c.ledger.entries.clear();
    c.ledger.untold.pop_back();
    EXPECT_EQ(
        ledgerSum(c.ledger),
        "0 statements agree with other sources, 0 are contradicted, 0 are dated by them, 0 stand alone; "
        "1 row is not told of");
}

TEST(LedgerResults, textTellsEachWithItsWords) {
    const std::string text = ledgerText(fiveStatements());
    EXPECT_EQ(text.rfind("1 statement agrees with other sources", 0), 0U);
    EXPECT_NE(text.find("\nagrees (time): Raiders took \u00c9lan, north\n    both say so\n"
                        "    \u201cThey took \u00c9lan, \"all of it\"\u201d\n"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("\ncontradicted (substance): Guards held"), std::string::npos);
    EXPECT_NE(text.find("\ndated-by: Raiders"), std::string::npos) << "without a basis there are no brackets";
    EXPECT_NE(text.find("\u201cWe left Bram.\u201d"), std::string::npos);
}

TEST(LedgerResults, textWithoutARecordSaysWhatToDo) {
    EXPECT_EQ(ledgerText(noRecord()), "no other source: give one with --record\n");
}

TEST(LedgerResults, json) {
    const Json json = Json::parse(ledgerJson(fiveStatements()));
    EXPECT_EQ(json["agrees"], 1);
    EXPECT_EQ(json["contradicted"], 1);
    EXPECT_EQ(json["dated_by"], 1);
    EXPECT_EQ(json["alone"], 2);
    EXPECT_EQ(json["not_told"], Json::array({5, 6})) << "lines of the file";
    ASSERT_EQ(json["entries"].size(), 5U);
    const Json& first = json["entries"][0];
    EXPECT_EQ(first["verdict"], "agrees");
    EXPECT_EQ(first["basis"], "time");
    EXPECT_EQ(first["rows"], Json::array({3, 2}));
    EXPECT_EQ(first["apart_h"], -3.0);
    EXPECT_EQ(first["apart_km"], 1.3);
    EXPECT_EQ(first["event_id"], "e1");
    EXPECT_EQ(first["evidence"], (Json{{"source", "day.txt"}, {"start", 0}, {"end", 27}}));
    EXPECT_EQ(first["place"]["lon"], 36.5);
    EXPECT_EQ(first["place"]["name"], "\u00c9lan, north");
    EXPECT_EQ(first["earliest"].get<std::string>().substr(0, 16), "2024-12-05T12:00");
    const Json& wrong = json["entries"][1];
    EXPECT_TRUE(wrong["apart_h"].is_null()) << "the words do not tell";
    EXPECT_TRUE(wrong["earliest"].is_null());
    EXPECT_EQ(wrong["apart_km"], 1.3);
    const Json& alone = json["entries"][3];
    EXPECT_TRUE(alone["basis"].is_null());
    EXPECT_TRUE(alone["apart_km"].is_null()) << "there is no row";
    EXPECT_EQ(alone["rows"], Json::array());
    for (const Json& entry : json["entries"]) EXPECT_EQ(entry.size(), first.size()) << "the same keys in all";
}

TEST(LedgerResults, csvReadsBack) {
    const std::string csv = ledgerCsv(fiveStatements());
    const auto table = document::parseCsv(csv, ',', "ledger.csv");
    ASSERT_EQ(table.size(), 6U);
    for (const auto& line : table) ASSERT_EQ(line.cells.size(), 15U);
    EXPECT_EQ(table[0].cells[0], "verdict");
    const auto& first = table[1].cells;
    EXPECT_EQ(first[0], "agrees");
    EXPECT_EQ(first[3], "\u00c9lan, north");
    EXPECT_EQ(first[4], "36.5");
    EXPECT_EQ(first[8], "3 2");
    EXPECT_EQ(first[9], "-3");
    EXPECT_EQ(first[10], "1.3");
    const auto& wrong = table[2].cells;
    EXPECT_EQ(wrong[6], "");
    EXPECT_EQ(wrong[9], "");
    EXPECT_EQ(wrong[11], "the row says \"Raiders\"");
    EXPECT_EQ(table[4].cells[10], "");
    EXPECT_EQ(table[4].cells[13], "29");
}

TEST(LedgerResults, checkTellsTheCountsAndWhatIsContradicted) {
    const Case c = fiveStatements();
    const auto findings = ledgerFindings(c);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].message.rfind(ledgerSum(c.ledger), 0), 0U);
    EXPECT_EQ(findings[1].message, "contradicted: Guards held \u00c9lan, north: the row says \"Raiders\"");
    EXPECT_EQ(findings[1].rows, std::vector<std::size_t>{4});
    ASSERT_EQ(findings[1].evidence.size(), 1U);
    for (const auto& finding : findings) {
        EXPECT_EQ(finding.kind, "other-sources");
        EXPECT_EQ(finding.severity, "note") << "another source's word is no fault of the document";
    }
    EXPECT_TRUE(ledgerFindings(noRecord()).empty());
}

TEST(LedgerResults, checkTellsThemBehindItsOwnFindings) {
    Case c = fiveStatements();
    c.reconstruction.findings.push_back({"ambiguous", "warning", "Bram may be two places", {}, {}});
    const auto all = checked(c);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].kind, "ambiguous");
    EXPECT_EQ(all[1].kind, "other-sources");
}

}  // namespace
}  // namespace retrace::app
