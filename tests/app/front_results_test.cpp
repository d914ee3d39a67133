#include "front_case.hpp"

#include "document/csv.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <sstream>

namespace retrace::app::test {
namespace {

using Json = nlohmann::json;

const FrontAsked told{noon, model::Whose::narrator};
const FrontAsked recorded{noon, model::Whose::record};

std::vector<std::string> linesOf(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

Case nobody() {
    Case c;
    c.reconstruction.zone = "UTC";
    c.reconstruction.sides = model::sidesByWords();
    derive(c);
    return c;
}

TEST(FrontText, OneLineAPlaceFromTheNorth) {
    const auto lines = linesOf(frontText(villages(), told));
    ASSERT_EQ(lines.size(), 7U);
    EXPECT_EQ(lines[0].rfind("by the narrator's words, Thu 5 Dec 2024", 0), 0U) << lines[0];
    EXPECT_EQ(lines[1].rfind("  Arla       Garrison, ", 0), 0U) << lines[1];
    EXPECT_EQ(lines[2].rfind("  D\u00e9va       Raiders, \"all\", ", 0), 0U)
        << lines[2] << " (columns by letters)";
    EXPECT_NE(lines[3].find(" %; support "), std::string::npos);
    EXPECT_EQ(lines.back().find("not stated"), std::string::npos);
    const auto long_ago = frontText(villages(), {noon + 4000 * hour, model::Whose::narrator});
    EXPECT_NE(long_ago.find("  Arla       not stated\n"), std::string::npos) << long_ago;
}

TEST(FrontText, ByWhom) {
    const auto byRecord = linesOf(frontText(villages(), recorded));
    ASSERT_EQ(byRecord.size(), 2U) << "of the record's one place";
    EXPECT_EQ(byRecord[0].rfind("by other sources' records, ", 0), 0U);
    EXPECT_EQ(byRecord[1].rfind("  Arla  Raiders", 0), 0U);
    EXPECT_EQ(linesOf(frontText(villages(), {noon, model::Whose::both})).size(), 7U) << "Arla once";
    const auto none = frontText(nobody(), told);
    EXPECT_NE(none.find("nobody is told to hold a place"), std::string::npos);
}

TEST(FrontCsv, EveryRowHasTheColumnsOfItsHead) {
    const auto csv = frontCsv(villages(), told);
    const auto rows = document::parseCsv(csv, ',', "front.csv");
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_EQ(linesOf(csv)[0], "place,lon,lat,stated,side,p,support");
    std::map<std::string, std::string> sides;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        ASSERT_EQ(rows[i].cells.size(), 7U);
        sides[rows[i].cells[0]] = rows[i].cells[4];
        EXPECT_EQ(rows[i].cells[3], "yes");
        const double p = std::stod(rows[i].cells[5]), support = std::stod(rows[i].cells[6]);
        EXPECT_TRUE(p > 0.5 && p <= 1) << p;
        EXPECT_TRUE(support >= front::statedSupport && support <= 1) << support;
    }
    EXPECT_EQ(sides["Bram, Old"], "Garrison");
    EXPECT_EQ(sides["Esk"], "Raiders, \"all\"");
    const auto faded =
        document::parseCsv(frontCsv(villages(), {noon + 4000 * hour, model::Whose::narrator}), ',', "x");
    EXPECT_EQ(faded[1].cells[3], "no");
    EXPECT_EQ(faded[1].cells[4], "") << "of what is not stated no side is named";
    EXPECT_EQ(frontCsv(nobody(), told), "place,lon,lat,stated,side,p,support\n");
}

TEST(FrontGeoJson, EachKindHasItsProperties) {
    const auto json = Json::parse(frontGeoJson(villages(), told));
    EXPECT_EQ(json["type"], "FeatureCollection");
    const Json both{"Garrison", "Raiders, \"all\""};
    std::map<std::string, int> kinds;
    for (const auto& feature : json["features"]) {
        EXPECT_EQ(feature["type"], "Feature");
        const auto& p = feature["properties"];
        const std::string kind = p["kind"], type = feature["geometry"]["type"];
        ++kinds[kind];
        EXPECT_EQ(type, kind == "claim" ? "Point" : kind == "line" ? "LineString" : "Polygon");
        EXPECT_EQ(p.value("of", "words"), kind == "claim" ? "words" : "narrator");
        if (kind == "area") {
            EXPECT_TRUE(p["side"] == "Garrison" || p["side"] == "Raiders, \"all\"");
            EXPECT_TRUE(p["p_min"] >= 0.5 && p["p_min"] < p["p_max"] && p["p_max"] <= 1);
        }
        EXPECT_EQ(p.contains("sides"), kind == "line" || kind == "band");
        EXPECT_EQ(p.value("sides", both), both);
        if (type != "Polygon") continue;
        for (const auto& ring : feature["geometry"]["coordinates"]) {
            ASSERT_GE(ring.size(), 4U);
            EXPECT_EQ(ring.front(), ring.back());
        }
    }
    for (const char* kind : {"area", "line", "band", "unstated"}) EXPECT_GT(kinds[kind], 0) << kind;
    EXPECT_EQ(kinds["claim"], 6);
    EXPECT_EQ(kinds.size(), 5U);
}

TEST(FrontGeoJson, OuterRingsRunAgainstTheClockAndHolesWithIt) {
    auto c = villages();
    for (std::size_t i : {1, 3}) c.reconstruction.claims[i].place->where.at.lon += 0.2;  // bends, and islands
    c.reconstruction.claims.push_back(held("Isle", {35.7, 35.0}, 1));
    derive(c);
    int outer = 0, holes = 0;
    const auto json = Json::parse(frontGeoJson(c, told));
    for (const auto& feature : json["features"]) {
        if (feature["geometry"]["type"] != "Polygon") continue;
        const auto& rings = feature["geometry"]["coordinates"];
        for (std::size_t r = 0; r < rings.size(); ++r) {
            double twice = 0;
            for (std::size_t i = 0; i + 1 < rings[r].size(); ++i)
                twice += rings[r][i][0].get<double>() * rings[r][i + 1][1].get<double>() -
                         rings[r][i + 1][0].get<double>() * rings[r][i][1].get<double>();
            EXPECT_EQ(twice > 0, r == 0) << feature["properties"]["kind"];
            (r == 0 ? outer : holes) += 1;
        }
    }
    EXPECT_GT(outer, 4);
    EXPECT_GT(holes, 0);
}

TEST(FrontGeoJson, AClaimSaysWhatItRestsOn) {
    auto c = villages();
    c.reconstruction.claims[0].before = 1;
    const auto claimsOf = [&](const FrontAsked& asked) {
        std::vector<Json> claims;
        const auto json = Json::parse(frontGeoJson(c, asked));
        for (const auto& feature : json["features"])
            if (feature["properties"]["kind"] == "claim") claims.push_back(feature);
        return claims;
    };
    const auto words = claimsOf(told);
    ASSERT_EQ(words.size(), 6U);
    const auto& p = words[0]["properties"];
    EXPECT_EQ(p["claim"], 0);
    EXPECT_EQ(p["what"], "holds");
    EXPECT_EQ(p["place"], "Arla");
    EXPECT_EQ(p["side"], "Garrison");
    EXPECT_EQ(p["before"], "Raiders, \"all\"");
    EXPECT_EQ(p["certainty"], "stated");
    EXPECT_EQ(p["weight"], 0.9);
    EXPECT_EQ(p["earliest"], "2024-12-05T11:00:00+00:00");
    EXPECT_EQ(p["evidence"], (Json{{"source", "story"}, {"start", 3}, {"end", 9}}));
    EXPECT_TRUE(p["row"].is_null());
    EXPECT_EQ(words[0]["geometry"]["coordinates"], (Json{36.0, 35.2}));
    const auto rows = claimsOf(recorded);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0]["properties"]["row"], 4);
    EXPECT_TRUE(rows[0]["properties"]["evidence"].is_null());
    EXPECT_TRUE(rows[0]["properties"]["before"].is_null());
    EXPECT_EQ(claimsOf({noon, model::Whose::both}).size(), 7U);
    EXPECT_TRUE(claimsOf({noon - 2 * hour, model::Whose::narrator}).empty()) << "not told until then";
}

TEST(FrontGeoJson, NobodyHoldsAnything) {
    const auto json = Json::parse(frontGeoJson(nobody(), told));
    EXPECT_TRUE(json["features"].empty());
}

TEST(FrontPointsJson, EachPointWithItsProbabilitiesAndClaims) {
    const auto c = villages();
    const std::vector<geo::LonLat> points{{36.01, 35.01}, {36.49, 35.0}, {60, 10}};
    const auto json = Json::parse(frontPointsJson(c, told, points));
    ASSERT_EQ(json.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(json[i]["lon"], points[i].lon);
        EXPECT_EQ(json[i]["lat"], points[i].lat);
        double sum = 0;
        for (const auto& p : json[i]["p"]) sum += p.get<double>();
        EXPECT_NEAR(sum, 1, 2e-4);
        const auto control = front::controlAt(*c.front.told, points[i], noon);
        EXPECT_NEAR(json[i]["p"]["Garrison"], control.p[0], 1e-4);
        EXPECT_NEAR(json[i]["support"], control.support, 1e-4);
    }
    EXPECT_GT(json[0]["p"]["Garrison"], 0.7);
    EXPECT_LT(json[1]["p"]["Garrison"], 0.3);
    EXPECT_EQ(json[0]["stated"], true);
    EXPECT_EQ(json[2]["stated"], false);
    EXPECT_TRUE(json[2]["claims"].empty());
    double shares = 0;
    for (const auto& claim : json[0]["claims"]) {
        shares += claim["share"].get<double>();
        EXPECT_FALSE(claim["evidence"].is_null());
    }
    EXPECT_NEAR(shares, 1, 0.08);  // what has less than a hundredth is left out
    EXPECT_EQ(json[0]["claims"][0]["place"], "Bram, Old") << "the nearest decides most";
    EXPECT_EQ(frontPointsJson(c, told, {}), "[]\n");
}

TEST(FrontPointsCsv, AColumnASide) {
    const auto c = villages();
    const std::vector<geo::LonLat> points{{36.01, 35.01}, {60, -10.5}};
    const auto csv = frontPointsCsv(c, told, points);
    const auto rows = document::parseCsv(csv, ',', "points.csv");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].cells,
              (std::vector<std::string>{"lon", "lat", "support", "Garrison", "Raiders, \"all\""}));
    EXPECT_EQ(rows[2].cells[0], "60.0");
    EXPECT_EQ(rows[2].cells[1], "-10.5");
    EXPECT_EQ(std::stod(rows[2].cells[2]), 0);
    EXPECT_NEAR(std::stod(rows[1].cells[3]) + std::stod(rows[1].cells[4]), 1, 2e-4);
    EXPECT_EQ(frontPointsCsv(c, told, {}), linesOf(csv)[0] + "\n");
    EXPECT_EQ(frontPointsCsv(nobody(), told, {{36, 35}}).find("nan"), std::string::npos);
}

TEST(FrontPointsCsv, TheRecordsFrontIsItsOwn) {
    const auto c = villages();
    const auto garrison = [&](const FrontAsked& asked) {
        return std::stod(document::parseCsv(frontPointsCsv(c, asked, {{36.0, 35.2}}), ',', "x")[1].cells[3]);
    };
    EXPECT_GT(garrison(told), 0.7);
    EXPECT_LT(garrison(recorded), 0.4);
}

}  // namespace
}  // namespace retrace::app::test
