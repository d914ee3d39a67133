#include "gather/records.hpp"

#include "geo/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

namespace retrace::gather {
namespace {

namespace fs = std::filesystem;

class Records : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "retrace-records-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
    }
    void TearDown() override {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    [[nodiscard]] fs::path file(const std::string& name, const std::string& features) const {
        std::ofstream(folder / name) << R"({"type":"FeatureCollection","features":[)" << features << "]}";
        return folder / name;
    }
    static std::string feature(const std::string& properties, const std::string& geometry) {
        return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
    }
    static std::string point() { return R"({"type":"Point","coordinates":[36.5,35.25]})"; }
    static std::string square() {
        return R"({"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,36],[36,35]]]})";
    }
    static std::string refusal(const fs::path& path) {
        try {
            (void)recordCsvOf(path);
        } catch (const Error& error) {
            return error.what();
        }
        return "no Error";
    }
    fs::path folder;
};

TEST_F(Records, APointWithSidesAndTimesIsARow) {
    const auto csv = recordCsvOf(file(
        "r.geojson", feature(R"("name":"Arla, \"the mill\"","from_side":"gov","control":"opp","start":"2024-12-05T06:00:00Z",
                               "end":"2024-12-05T09:00:00Z","source":"a paper","confidence":"high")",
                             point())));
    EXPECT_NE(csv.find("place,lat,lon,from_side,to_side,earliest_utc,latest_utc,source,confidence,note\n"), std::string::npos);
    EXPECT_NE(csv.find("\"Arla, \"\"the mill\"\"\",35.250000,36.500000,\"gov\",\"opp\",\"2024-12-05T06:00:00+00:00\","
                       "\"2024-12-05T09:00:00+00:00\",\"a paper\",\"high\",\"\""),
              std::string::npos)
        << csv;
}

TEST_F(Records, ABareDateIsTheWholeDay) {
    const auto csv = recordCsvOf(file("r.geojson", feature(R"("side":"opp","date":"2024-12-05")", point())));
    EXPECT_NE(csv.find("\"2024-12-05T00:00:00Z\",\"2024-12-05T23:59:59Z\""), std::string::npos) << csv;
}

TEST_F(Records, AnAreaIsAStateOnAGridInsideOfIt) {
    const auto csv = recordCsvOf(file("20241205.geojson", feature(R"("side":"opp")", square())));
    const auto rows = std::ranges::count(csv, '\n') - 1;
    EXPECT_GE(rows, 40);
    EXPECT_LE(rows, 64);
    EXPECT_NE(csv.find("\"opp\",\"opp\",\"2024-12-05T00:00:00Z\",\"2024-12-05T23:59:59Z\""), std::string::npos)
        << "dated by the file's name: " << csv.substr(0, 300);
}

TEST_F(Records, WhatTellsNoSideOrNoTimeIsRefusedInOneLine) {
    EXPECT_NE(refusal(file("a.geojson", feature(R"("date":"2024-12-05")", point()))).find("no field tells the side"),
              std::string::npos);
    EXPECT_NE(refusal(file("b.geojson", feature(R"("side":"opp")", point()))).find("no field tells the time"), std::string::npos);
    EXPECT_NE(refusal(file("c.geojson", feature(R"("side":null,"date":"2024-12-05")", point()))).find("no feature"),
              std::string::npos);
    EXPECT_NE(refusal(folder / "none.gpkg").find("no record that can be read"), std::string::npos);
    std::ofstream(folder / "cut.geojson") << R"({"type":"FeatureCollection","features":[{"type":)";
    EXPECT_NE(refusal(folder / "cut.geojson"), "no Error");
    for (const auto& text : {refusal(folder / "cut.geojson"), refusal(folder / "none.gpkg")})
        EXPECT_EQ(std::ranges::count(text, '\n'), 0);
}

}  // namespace
}  // namespace retrace::gather
