#include "evaluate/report.hpp"

#include "document/csv.hpp"
#include "fixture.hpp"

#include <nlohmann/json.hpp>

namespace retrace::evaluate {
namespace {

Report report(bool errors) {
    Testimony t{.name = "a \"b\", c.txt", .expected = {expected(0, 5), expected(10, 15)}};
    t.found = {found(0, 5, {candidate("right", 10, 50)}, 1, 0.75)};
    t.found[0].mention.why = "same name,\nnear";
    Report r{.testimonies = {t, t}, .errors = errors};
    r.scores = scoresOf(r.testimonies);
    r.aims = {aimOf("recall", 0.9, r.scores)};
    return r;
}

TEST(Report, Json) {
    const auto json = nlohmann::json::parse(reportJson(report(true)));
    EXPECT_EQ(json.at("literal").at("recognition").at("recall"), 0.5);
    EXPECT_EQ(json.at("literal").at("chosen").at("within_5_km").at("part"), 2);
    EXPECT_EQ(json.at("literal").at("calibration").at("brier"), 0.0625);
    EXPECT_TRUE(json.at("lookalikes_taken").at("value").is_null()) << "of none there is no share";
    EXPECT_EQ(json.at("texts").size(), 2U);
    EXPECT_EQ(json.at("texts").at(0).at("name"), "a \"b\", c.txt");
    EXPECT_EQ(json.at("aims").at(0).at("reached"), false);
    ASSERT_EQ(json.at("errors").size(), 2U);
    EXPECT_EQ(json.at("errors").at(0).at("kind"), "missed");
    EXPECT_FALSE(nlohmann::json::parse(reportJson(report(false))).contains("errors"));
}

TEST(Report, CsvHasOneFigureALine) {
    const auto rows = document::parseCsv(reportCsv(report(false)), ',', "out");
    for (const auto& row : rows) EXPECT_EQ(row.cells.size(), 6U) << row.line;
    const auto recall = std::ranges::find_if(rows, [](const auto& row) {
        return row.cells[0] == "a \"b\", c.txt" && row.cells[1] == "literal" && row.cells[2] == "recall";
    });
    ASSERT_NE(recall, rows.end());
    EXPECT_EQ(recall->cells[3], "0.5");
    EXPECT_EQ(recall->cells[5], "2");
}

TEST(Report, CsvOfErrors) {
    const auto rows = document::parseCsv(reportCsv(report(true)), ',', "out");
    ASSERT_EQ(rows.size(), 3U);
    for (const auto& row : rows) EXPECT_EQ(row.cells.size(), 12U);
    EXPECT_EQ(rows[1].cells[3], "missed");
}

TEST(Report, TextTellsFiguresAimsAndErrors) {
    const std::string text = reportText(report(true));
    EXPECT_NE(text.find("recall 0.500 (2/4)"), std::string::npos) << text;
    EXPECT_NE(text.find("not reached"), std::string::npos);
    EXPECT_NE(text.find("c.txt:10-15  missed"), std::string::npos);
    EXPECT_EQ(reportText(report(false)).find("missed"), std::string::npos);
}

}  // namespace
}  // namespace retrace::evaluate
