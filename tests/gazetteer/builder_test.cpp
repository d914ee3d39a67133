#include "gazetteer/build.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "gazetteer/gazetteer.hpp"
#include "geo/error.hpp"

namespace retrace::gazetteer {
namespace {

namespace fs = std::filesystem;

class Builders : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  ("builder " + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    static PlaceRow row(const std::string& id, const std::string& name, double lon = 36, double lat = 34,
                        long population = 0) {
        return {.place = {.id = id,
                          .name = name,
                          .name_ar = {},
                          .type = "town",
                          .where = {{lon, lat}, 800},
                          .country = "SY",
                          .population = population},
                .names = {},
                .origin = {},
                .note = {}};
    }
    std::vector<std::string> filesLeft() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename());
        return names;
    }
    fs::path folder_;
};

TEST_F(Builders, NamesAndIdsMayComeBeforeOrAfterTheirRow) {
    Builder builder(folder_ / "g.gpkg", {});
    builder.addNames("gn:1", {{"Palmyra", 1}});
    builder.add(row("gn:1", "Tadmur"));
    builder.addNames("gn:1", {{"Thadamora", 0.9}});
    builder.addSameAs("gn:1", "wd:Q5747");
    builder.addNames("gn:2", {{"Nowhere", 1}});
    const BuildCounts counts = builder.finish();
    EXPECT_EQ(counts, (BuildCounts{.rows = 1, .places = 1, .names = 3, .orphans = 1}));
    const Gazetteer gazetteer({folder_ / "g.gpkg"});
    EXPECT_EQ(gazetteer.search("Palmyra").at(0).place.name, "Tadmur");
    EXPECT_DOUBLE_EQ(gazetteer.search("Thadamora").at(0).score, 0.9);
    EXPECT_EQ(gazetteer.byId("wd:Q5747").value().id, "gn:1");
    EXPECT_TRUE(gazetteer.search("Nowhere").empty());
}

TEST_F(Builders, RowsThatShareAnyIdAreOnePlace) {
    auto a = row("gn:1", "Tadmur"), b = row("wof:9", "Palmyra", 36.001), c = row("wd:Q1", "Tadmor");
    b.place.sameAs = {"gn:1"};
    b.place.population = 51'000;
    b.place.region = "Homs";
    c.place.sameAs = {"wof:9"};
    build({a, b, c, row("gn:2", "Tadmuriya")}, folder_ / "g.gpkg");
    const Gazetteer gazetteer({folder_ / "g.gpkg"});
    EXPECT_EQ(gazetteer.info().at(0).places, 2U);
    for (const char* name : {"Tadmur", "Palmyra", "Tadmor"}) {
        const auto found = gazetteer.search(name);
        ASSERT_FALSE(found.empty()) << name;
        EXPECT_EQ(found[0].place.id, "gn:1") << name;
        EXPECT_EQ(found[0].place.population, 51'000);
        EXPECT_EQ(found[0].place.region, "Homs");
        EXPECT_EQ(found[0].place.sameAs, (std::vector<std::string>{"wd:Q1", "wof:9"}));
    }
}

TEST_F(Builders, ACityIsNotItsGovernorateWhateverAListSays) {
    auto governorate = row("wof:7", "Homs");
    governorate.place.type = "governorate";
    governorate.place.sameAs = {"gn:1"};
    build({row("gn:1", "Homs"), governorate}, folder_ / "g.gpkg");
    EXPECT_EQ(Gazetteer({folder_ / "g.gpkg"}).info().at(0).places, 2U);
}

TEST_F(Builders, FilesThatShareAnyIdGiveOneCandidate) {
    auto other = row("wof:9", "Palmyra");
    other.place.sameAs = {"gn:1"};
    build({row("gn:1", "Palmyra")}, folder_ / "a.gpkg");
    build({other, row("wof:90", "Palmyra", 40, 35)}, folder_ / "b.gpkg");
    const auto found = Gazetteer({folder_ / "a.gpkg", folder_ / "b.gpkg"}).search("Palmyra");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].place.id, "gn:1");
    EXPECT_EQ(found[1].place.id, "wof:90");
    EXPECT_EQ(Gazetteer({folder_ / "b.gpkg", folder_ / "a.gpkg"}).search("Palmyra").at(0).place.id, "wof:9");
}

TEST_F(Builders, AMisspeltNameIsFoundByWhatIsLeftWhole) {
    build({row("t:1", "Kirchenlamitz"), row("t:2", "Qunaytirah"), row("t:3", "حلفايا"), row("t:4", "Ржев")},
          folder_ / "g.gpkg");
    const Gazetteer gazetteer({folder_ / "g.gpkg"});
    EXPECT_EQ(gazetteer.search("Kirxhenlamitz").at(0).place.id, "t:1");
    EXPECT_EQ(gazetteer.search("Qunaytibah").at(0).place.id, "t:2");
    EXPECT_EQ(gazetteer.search("حلقايا").at(0).place.id, "t:3");
    EXPECT_LT(gazetteer.search("Kirxhenlamitz").at(0).score, 0.98);
}

TEST_F(Builders, WordsThatBeginSoAreFoundByProminence) {
    build({row("t:1", "Khan Shaykhun", 36, 34, 34'000), row("t:2", "Shaykh Miskin", 36, 33, 24'000),
           row("t:3", "Khan Arnabah", 35, 33, 8'000)},
          folder_ / "g.gpkg");
    const Gazetteer gazetteer({folder_ / "g.gpkg"});
    const auto ids = [&](const char* prefix) {
        std::string all;
        for (const auto& found : gazetteer.beginningWith(prefix, 10)) all += found.place.id + " ";
        return all;
    };
    EXPECT_EQ(ids("Kha"), "t:1 t:3 ");
    EXPECT_EQ(ids("shay"), "t:1 t:2 ");
    EXPECT_EQ(ids("Khan Sh"), "t:1 ");
    EXPECT_EQ(ids("\"*"), "");
    EXPECT_EQ(ids("x OR khan"), "");
    EXPECT_EQ(gazetteer.beginningWith("Kha", 1).size(), 1U);
}

TEST_F(Builders, ABrokenBuildLeavesTheOldFileAndNothingElse) {
    build({row("t:1", "Alpha")}, folder_ / "g.gpkg");
    {
        Builder builder(folder_ / "g.gpkg", {});
        builder.add(row("t:2", "Beta"));
        EXPECT_THROW(builder.add(row("", "Gamma")), Error);
        EXPECT_THROW(builder.add(row("t:3", "...")), Error);
        EXPECT_THROW(builder.add(row("t:4", "Delta", 200)), Error);
    }
    EXPECT_EQ(filesLeft(), std::vector<std::string>{"g.gpkg"});
    EXPECT_EQ(Gazetteer({folder_ / "g.gpkg"}).search("Alpha").size(), 1U);
}

TEST_F(Builders, AnEmptyListIsAGazetteerWithNothingInIt) {
    EXPECT_EQ(Builder(folder_ / "g.gpkg", {}).finish(), BuildCounts{});
    EXPECT_TRUE(Gazetteer({folder_ / "g.gpkg"}).search("Alpha").empty());
}

TEST_F(Builders, ProgressNamesTheSteps) {
    std::vector<std::string> steps;
    Builder builder(folder_ / "g.gpkg", {},
                    [&](const std::string& step, std::size_t) { steps.push_back(step); });
    for (int i = 0; i < 20'000; ++i) builder.add(row("t:" + std::to_string(i), "Place " + std::to_string(i)));
    builder.finish();
    for (const char* step : {"ids", "places", "names"})
        EXPECT_NE(std::find(steps.begin(), steps.end(), step), steps.end()) << step;
}

}  // namespace
}  // namespace retrace::gazetteer
