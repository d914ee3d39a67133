#include "gather/geonames.hpp"

#include <cpl_vsi.h>

#include <algorithm>

#include "built.hpp"
#include "geo/error.hpp"

namespace retrace::gather {
namespace {

std::string row(const std::string& id, const std::string& name, const std::string& others,
                const std::string& at, const std::string& feature, const std::string& people,
                const std::string& country = "SY", const std::string& region = "11") {
    return id + "\t" + name + "\t" + name + "\t" + others + "\t" + at + "\t" + feature + "\t" + country +
           "\t\t" + region + "\t\t\t\t" + people + "\t\t500\tAsia/Damascus\t2020-01-01\n";
}

class GeoNames : public Built {};

TEST_F(GeoNames, aDumpBecomesPlaces) {
    write("XX.txt", row("1", "Qusayr", "AQR,Al Qusayr,qu-sai-er,القصير", "34.5\t36.6", "P\tPPL", "30000") +
                        row("2", "Tall Marj", "", "34.6\t36.7", "T\tHLL", "0") +
                        row("3", "Homs", "", "34.5\t38", "A\tADM1", "1500000") +
                        row("4", "Dabaa", "", "34.57\t36.58", "S\tAIRB", "0"));
    const Report report = build({path("XX.txt")});
    EXPECT_EQ(report.taken, 4U);
    EXPECT_EQ(report.refused.size(), 0U);
    const geo::Place town = place("gn:1");
    EXPECT_EQ(town.name_ar, "القصير");
    EXPECT_EQ(town.type, "town");
    EXPECT_EQ(town.region, "Homs") << "told by the dump's own row";
    EXPECT_EQ(town.country, "SY");
    EXPECT_EQ(town.population, 30000);
    EXPECT_NEAR(town.where.at.lat, 34.5, 1e-6);
    EXPECT_EQ(place("gn:2").type, "hill");
    EXPECT_EQ(place("gn:3").type, "governorate");
    EXPECT_EQ(place("gn:4").type, "airfield");
    EXPECT_EQ(best("Al Qusayr"), "gn:1");
    EXPECT_NE(best("qu-sai-er"), "gn:1") << "a transliteration by machine";
}

TEST_F(GeoNames, namesOfTheRegionsComeFromATableBesideOrGiven) {
    write("XX.txt", row("1", "Qusayr", "", "34.5\t36.6", "P\tPPL", "30000"));
    write("admin1CodesASCII.txt", "SY.11\tHims\tHims\t169575\nSY.09\tHamah\tHamah\t170015\n");
    (void)build({path("XX.txt")});
    EXPECT_EQ(place("gn:1").region, "Hims");
    std::filesystem::rename(path("admin1CodesASCII.txt"), path("regions.txt"));
    (void)build({path("XX.txt"), path("regions.txt")});
    EXPECT_EQ(place("gn:1").region, "Hims");
}

TEST_F(GeoNames, alternateNamesComeByTheirIds) {
    write("XX.txt", row("1", "Qusayr", "", "34.5\t36.6", "P\tPPL", "30000"));
    write("alternateNamesV2.txt",
          "10\t1\ten\tKusseir\t\t\t\t\n11\t1\tlink\thttps://en.wikipedia.org/wiki/Kusseir\t\t\t\t\n"
          "12\t1\twkdt\tQ4321\t\t\t\t\n13\t1\ticao\tOSQS\t\t\t\t\n14\t99\ten\tElsewhere\t\t\t\t\n"
          "15\t1\ten\tLaodikeia\t\t\t\t1\n");
    const Report report = build({path("alternateNamesV2.txt"), path("XX.txt")});
    EXPECT_EQ(report.taken, 1U);
    EXPECT_EQ(report.counts.orphans, 1U);
    EXPECT_EQ(best("Kusseir"), "gn:1");
    EXPECT_EQ(place("gn:1").sameAs, std::vector<std::string>{"wd:Q4321"});
    EXPECT_EQ(best("OSQS"), "");
    EXPECT_EQ(best("Elsewhere"), "");
    EXPECT_EQ(best("Laodikeia"), "like gn:1") << "a historic name weighs less";
}

TEST_F(GeoNames, badRowsAreRefusedWithTheirReasonAndLine) {
    write("XX.txt", row("1", "Qusayr", "", "34.5\t36.6", "P\tPPL", "30000") + "short\trow\n" +
                        row("2", "Nowhere", "", "nan\t36.6", "P\tPPL", "0") +
                        row("3", "Swapped", "", "136.6\t34.5", "P\tPPL", "0") +
                        row("4", "R\xE9my", "", "34\t36", "P\tPPL", "0") +
                        row("5", "", "", "34\t36", "P\tPPL", "0") + std::string(1'000'100, 'x') + "\n" +
                        row("x", "Bad", "", "34\t36", "P\tPPL", "0") +
                        row("6", "Hisya", "", "34.4\t36.75", "P\tPPL", "0") +
                        row("7", "Half", "", "34.4", "P\tPPL", ""));
    const Report report = build({path("XX.txt")});
    EXPECT_EQ(report.taken, 2U);
    EXPECT_EQ(best("Hisya"), "gn:6");
    auto all = reasons(report);
    std::ranges::sort(all);
    const auto has = [&](const std::string& words, const std::string& line) {
        return std::ranges::any_of(all, [&](const std::string& each) {
            return each.find(words) != std::string::npos &&
                   each.find("(XX.txt:" + line + ")") != std::string::npos;
        });
    };
    EXPECT_TRUE(has("columns", "2"));
    EXPECT_TRUE(has("position", "3"));
    EXPECT_TRUE(has("nowhere on Earth", "4"));
    EXPECT_TRUE(has("UTF-8", "5"));
    EXPECT_TRUE(has("no name", "6"));
    EXPECT_TRUE(has("million", "7"));
    EXPECT_TRUE(has("GeoNames id", "8"));
}

TEST_F(GeoNames, theFilterLeavesOutWhatIsNotWanted) {
    write("XX.txt", row("1", "Qusayr", "", "34.5\t36.6", "P\tPPL", "30000") +
                        row("2", "Small", "", "34.5\t36.7", "P\tPPL", "20") +
                        row("3", "Hill", "", "34.5\t36.8", "T\tHLL", "0") +
                        row("4", "Tripoli", "", "34.4\t35.8", "P\tPPL", "200000", "LB"));
    const Report report = build({path("XX.txt")}, {}, {{"SY"}, 1000});
    EXPECT_EQ(report.taken, 2U);
    EXPECT_EQ(report.leftOut, 2U);
    EXPECT_EQ(best("Hill"), "gn:3");
}

TEST_F(GeoNames, archivesAreLookedInto) {
    for (const auto& [file, bytes] :
         {std::pair{"readme.txt", std::string("Read me: a\tb\tc")},
          std::pair{"XX.txt", row("1", "Qusayr", "", "34.5\t36.6", "P\tPPL", "30000") +
                                  row("2", "Bad", "", "x\t36.6", "P\tPPL", "30000")}}) {
        VSILFILE* out = VSIFOpenL(("/vsizip/" + path("XX.zip") + "/" + file).c_str(), "wb");
        ASSERT_NE(out, nullptr);
        VSIFWriteL(bytes.data(), 1, bytes.size(), out);
        VSIFCloseL(out);
    }
    const Report report = build({path("XX.zip")});
    EXPECT_EQ(report.taken, 1U);
    EXPECT_EQ(reasons(report), Reasons{"1 has no position that can be read (XX.txt:2)"});
    EXPECT_EQ(best("Qusayr"), "gn:1");
}

TEST_F(GeoNames, damagedArchivesAreNoPlaces) {
    std::string bytes;
    for (int i = 1; i < 4000; ++i)
        bytes +=
            row(std::to_string(i), "Qusayr " + std::to_string(i * 7919), "", "34.5\t36.6", "P\tPPL", "30");
    VSILFILE* out = VSIFOpenL(("/vsigzip/" + path("XX.txt.gz")).c_str(), "wb");
    ASSERT_NE(out, nullptr);
    VSIFWriteL(bytes.data(), 1, bytes.size(), out);
    VSIFCloseL(out);
    EXPECT_EQ(build({path("XX.txt.gz")}).taken, 3999U);
    std::filesystem::resize_file(path("XX.txt.gz"), std::filesystem::file_size(path("XX.txt.gz")) / 2);
    EXPECT_THROW((void)build({path("XX.txt.gz")}), Error);
    EXPECT_EQ(best("Qusayr 7919"), "gn:1") << "the gazetteer of before is as it was";
}

TEST_F(GeoNames, otherTablesOfTheirsAreNamed) {
    const auto refused = [&](const std::string& bytes, const std::string& word) {
        try {
            (void)sourcesOf(write("t.txt", bytes), {});
        } catch (const Error& e) {
            return std::string(e.what()).find(word) != std::string::npos;
        }
        return false;
    };
    EXPECT_TRUE(refused("6295630\t6255146\tADM\n", "hierarchy"));
    EXPECT_TRUE(refused("SY.11.01\tHims\tHims\t1\n", "second-level"));
}

}  // namespace
}  // namespace retrace::gather
