#include "gazetteer/gazetteer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "gazetteer/build.hpp"
#include "geo/error.hpp"

namespace retrace::gazetteer {
namespace {

namespace fs = std::filesystem;

/// A folder of this test alone, removed at its end.
class GazetteerFiles : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(testing::TempDir()) / ("gazetteer ünïcode " + std::string(test->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    static PlaceRow row(const std::string& id, const std::string& name, double lon, double lat,
                        long population = 0, const std::string& type = "town") {
        PlaceRow row;
        row.place = {.id = id,
                     .name = name,
                     .name_ar = {},
                     .type = type,
                     .where = {{lon, lat}, 800},
                     .country = "SY",
                     .population = population};
        return row;
    }
    fs::path built(const std::vector<PlaceRow>& rows, const std::string& name = "test #1%.sqlite") const {
        const fs::path file = folder_ / name;
        build(rows, file, {.origin = "a test", .licence = "free"});
        return file;
    }
    static std::string messageOf(const fs::path& file) {
        try {
            const Gazetteer gazetteer({file});
            for (const char* name : {"Alpha", "Beta"}) static_cast<void>(gazetteer.search(name));
            static_cast<void>(gazetteer.inBox({-180, -90, 180, 90}, 1000));
            static_cast<void>(gazetteer.inBox({30, 30, 32, 32}, 1000));
        } catch (const Error& e) {
            return e.what();
        }
        return "";
    }
    fs::path folder_;
};

TEST_F(GazetteerFiles, searchPutsTheSameNameFirst) {
    const Gazetteer gazetteer(
        {built({row("t:1", "Harran", 39, 36.8, 500), row("t:2", "Harim", 36.5, 36.2, 20'000),
                row("t:3", "al-Harran", 40, 35)})});
    const auto found = gazetteer.search("Harran");
    ASSERT_GE(found.size(), 2U);
    EXPECT_EQ(found[0].place.id, "t:1");
    EXPECT_EQ(found[0].score, 1);
    EXPECT_EQ(found[0].reasons, std::vector<std::string>{"same name"});
    EXPECT_EQ(found[1].place.id, "t:3");
    EXPECT_EQ(found[1].reasons[0], "same name but for the article: \"al harran\"");
}

TEST_F(GazetteerFiles, namesakesComeByPopulationOrNearness) {
    const Gazetteer gazetteer(
        {built({row("t:1", "Zahra", 36, 34, 100), row("t:2", "Zahra", 40, 36, 90'000)})});
    EXPECT_EQ(gazetteer.search("Zahra").at(0).place.id, "t:2");
    SearchOptions options;
    options.near = geo::LonLat{36, 34.1};
    const auto near = gazetteer.search("az-Zahra", options);
    EXPECT_EQ(near.at(0).place.id, "t:1");
    EXPECT_GT(near[0].score, near.at(1).score);
    EXPECT_EQ(near[0].reasons.at(1), "about 11 km from the point given");
}

TEST_F(GazetteerFiles, aCloseSpellingIsFoundByItsKeyAndAWrongLetterByTheNeighbours) {
    const Gazetteer gazetteer(
        {built({row("t:1", "Muhradah", 36.57, 35.25), row("t:2", "Qamhanah", 36.74, 35.2)})});
    EXPECT_EQ(gazetteer.search("Mhardeh").at(0).place.id, "t:1");
    const auto wrongLetter = gazetteer.search("Kamhada");
    ASSERT_FALSE(wrongLetter.empty());
    EXPECT_EQ(wrongLetter[0].place.id, "t:2");
    EXPECT_LT(wrongLetter[0].score, 0.88);
    SearchOptions exactOnly;
    exactOnly.fuzzy = false;
    EXPECT_TRUE(gazetteer.search("Kamhada", exactOnly).empty());
    EXPECT_TRUE(gazetteer.search("Mhardeh", exactOnly).empty());
    EXPECT_TRUE(gazetteer.search("Qqqzzx").empty());
    EXPECT_TRUE(gazetteer.search("").empty());
}

TEST_F(GazetteerFiles, aNameThatFitsOnlyFarAwayBringsWhatSharesAWordNearby) {
    const Gazetteer gazetteer(
        {built({row("t:far", "Qalat Yasmin", 40, 36), row("t:near", "Yasmin al-Tahtani", 36.1, 34.1),
                row("t:none", "Qurnah", 36.1, 34.2)})});
    SearchOptions options;
    options.near = geo::LonLat{36, 34};
    const auto found = gazetteer.search("Qalat Yasmin", options);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].place.id, "t:far");
    EXPECT_EQ(found[1].place.id, "t:near");
    EXPECT_EQ(found[1].reasons.at(0), "shares a word");
    EXPECT_LT(found[1].score, 0.65);
    EXPECT_EQ(gazetteer.search("Qalat Yasmin").size(), 1U);
    options.near = geo::LonLat{40, 36.1};
    EXPECT_EQ(gazetteer.search("Qalat Yasmin", options).size(), 1U);
}

TEST_F(GazetteerFiles, vowelsCountMoreWhereNamesAreSpelledInLatinLetters) {
    auto spanish = row("t:es", "Betera", -0.46, 39.6, 20'000);
    spanish.place.country = "ES";
    const Gazetteer gazetteer({built({spanish, row("t:sy", "Batira", 36, 35)})});
    const auto found = gazetteer.search("Baytara");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].place.id, "t:sy");
    for (const auto& other : found) {
        EXPECT_TRUE(other.place.id != "t:es" || other.score < 0.85);
    }
}

TEST_F(GazetteerFiles, aNameOfLessWeightScoresLess) {
    auto city = row("t:1", "Dimashq", 36.3, 33.5, 1'000'000, "city");
    city.names = {{"al-Sham", 0.9}};
    const Gazetteer gazetteer({built({city})});
    EXPECT_DOUBLE_EQ(gazetteer.search("al-Sham").at(0).score, 0.9);
    EXPECT_DOUBLE_EQ(gazetteer.glance("al-Sham").score, 0.9);
}

TEST_F(GazetteerFiles, rowsOfOneIdAreOnePlaceWithTheHandWrittenOneOnTop) {
    auto general = row("gn:5", "As Sanamayn", 36.1, 33.0, 26'000);
    general.names = {{"Sanamein", 1}};
    auto byHand = row("gn:5", "al-Sanamayn", 36.18, 33.07);
    byHand.handWritten = true;
    byHand.names = {{"Aere", 1}};
    const auto file = built({general, byHand});

    const Gazetteer with({file});
    for (const char* name : {"Sanamein", "Aere", "al-Sanamayn"}) {
        const auto found = with.search(name);
        ASSERT_EQ(found.size(), 1U) << name;
        EXPECT_EQ(found[0].place.name, "al-Sanamayn");
        EXPECT_EQ(found[0].place.population, 26'000);
        EXPECT_EQ(found[0].reasons.back(), "hand-written row");
    }
    EXPECT_EQ(with.byId("gn:5")->where.at.lon, 36.18);
    EXPECT_EQ(with.inBox({30, 30, 40, 40}, 10).size(), 1U);
    EXPECT_EQ(with.info().at(0).handWritten, 1U);

    const Gazetteer without({file}, {.handWritten = false});
    EXPECT_TRUE(without.search("Aere").empty());
    EXPECT_FALSE(without.glance("Aere").known);
    EXPECT_EQ(without.byId("gn:5")->where.at.lon, 36.1);
    EXPECT_EQ(without.info().at(0).handWritten, 0U);
    EXPECT_EQ(without.info().at(0).places, 1U);
}

TEST_F(GazetteerFiles, severalFilesGiveOneCandidateForOneId) {
    const auto first = built({row("gn:1", "Kessab", 35.98, 35.92, 2000)}, "first.sqlite");
    auto other = row("gn:1", "Kasab", 35.9, 35.9);
    const auto second = built({other, row("gn:2", "Kassab", 40, 34)}, "second.sqlite");
    const Gazetteer gazetteer({first, second});
    const auto found = gazetteer.search("Kasab");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].place.id, "gn:1");
    EXPECT_EQ(found[0].place.name, "Kessab");  // of the file opened first
    EXPECT_EQ(found[0].score, 1);              // by the name of the second
    EXPECT_EQ(gazetteer.info().size(), 2U);
}

TEST_F(GazetteerFiles, glanceTellsTheKind) {
    const Gazetteer gazetteer(
        {built({row("t:1", "Atlantis", 0, 10, 0, "country"), row("t:2", "Marsh", 1, 10, 0, "region"),
                row("t:3", "Marsh", 2, 10, 700)})});
    const Glance country = gazetteer.glance("ATLANTIS");
    EXPECT_TRUE(country.known && country.exact && country.country && !country.region);
    const Glance both = gazetteer.glance("Marsh");
    EXPECT_TRUE(both.exact && both.region);
    EXPECT_EQ(both.population, 700);
    const Glance spelled = gazetteer.glance("Marsch");
    EXPECT_TRUE(spelled.known);
    EXPECT_FALSE(spelled.exact);
    EXPECT_FALSE(gazetteer.glance("walked").known);
    EXPECT_FALSE(gazetteer.glance("").known);
}

TEST_F(GazetteerFiles, inBoxGivesTheGreatestSettlements) {
    std::vector<PlaceRow> rows;
    for (int i = 0; i < 400; ++i)
        rows.push_back(row("t:" + std::to_string(i), "Place " + std::to_string(i), -170 + i * 0.85,
                           -60 + i * 0.3, 1000 + i));
    rows.push_back(row("t:land", "Land", 0, 0, 0, "country"));
    const Gazetteer gazetteer({built(rows)});
    const auto world = gazetteer.inBox({-180, -90, 180, 90}, 5);
    ASSERT_EQ(world.size(), 5U);
    EXPECT_EQ(world[0].population, 1399);
    EXPECT_EQ(world[4].population, 1395);
    const geo::Box part{-10, -10, 9.9, 10};
    std::size_t inside = 0;
    for (const PlaceRow& r : rows) inside += geo::contains(part, r.place.where.at) && r.place.type == "town";
    const auto few = gazetteer.inBox(part, 1000);
    EXPECT_EQ(few.size(), inside);
    EXPECT_TRUE(
        std::is_sorted(few.begin(), few.end(), [](auto& a, auto& b) { return a.population > b.population; }));
    EXPECT_EQ(gazetteer.inBox(part, 1000, few[2].population).size(), 3U);
}

TEST_F(GazetteerFiles, noFilesKnowNothing) {
    const Gazetteer gazetteer;
    EXPECT_TRUE(gazetteer.search("Hama").empty());
    EXPECT_FALSE(gazetteer.glance("Hama").known);
    EXPECT_FALSE(gazetteer.byId("gn:1"));
    EXPECT_TRUE(gazetteer.info().empty());
}

TEST_F(GazetteerFiles, aMissingOrForeignFileIsRefused) {
    EXPECT_NE(messageOf(folder_ / "none.sqlite").find("there is no gazetteer"), std::string::npos);
    EXPECT_NE(messageOf(folder_).find("there is no gazetteer"), std::string::npos);
    const fs::path text = folder_ / "text.sqlite";
    std::ofstream(text) << "name,lon,lat\nnothing of a database in this file, however long it may be\n";
    EXPECT_NE(messageOf(text).find("is no gazetteer"), std::string::npos);
    std::ofstream(folder_ / "empty.sqlite").flush();
    EXPECT_NE(messageOf(folder_ / "empty.sqlite").find("is no gazetteer"), std::string::npos);
}

TEST_F(GazetteerFiles, damageIsAnErrorWhereverItStrikes) {
    std::vector<PlaceRow> rows;
    for (int i = 0; i < 2000; ++i) rows.push_back(row("t:" + std::to_string(i), "Alpha", 31, 31, i));
    for (int i = 2000; i < 4000; ++i) rows.push_back(row("t:" + std::to_string(i), "Beta", 31, 31, i));
    const auto file = built(rows);
    ASSERT_EQ(messageOf(file), "");
    const auto size = fs::file_size(file);

    const fs::path cut = folder_ / "cut.sqlite";
    fs::copy_file(file, cut);
    fs::resize_file(cut, size / 2);
    EXPECT_NE(messageOf(cut).find("damaged"), std::string::npos);

    const fs::path scratched = folder_ / "scratched.sqlite";
    fs::copy_file(file, scratched);
    std::fstream out(scratched, std::ios::in | std::ios::out | std::ios::binary);
    for (std::uintmax_t page = 4; page * 4096 < size; ++page) {
        out.seekp(static_cast<std::streamoff>(page * 4096));
        out << std::string(64, '\xA5');
    }
    out.close();
    EXPECT_NE(messageOf(scratched).find("damaged"), std::string::npos);
}

TEST_F(GazetteerFiles, anyDamageIsAnAnswerOrAnErrorNeverACrash) {
    std::vector<PlaceRow> rows;
    for (int i = 0; i < 300; ++i)
        rows.push_back(row("t:" + std::to_string(i), i % 2 ? "Alpha" : "Beta", 30.0 + i * 0.005, 31, i));
    const auto file = built(rows);
    std::ostringstream sound;
    sound << std::ifstream(file, std::ios::binary).rdbuf();
    std::mt19937 random(11);
    int errors = 0;
    for (int round = 0; round < 150; ++round) {
        std::string bytes = sound.str();
        for (int n = 0; n < 1 + round / 5; ++n)
            bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
        if (round % 7 == 0) bytes.resize(random() % bytes.size());
        const fs::path damaged = folder_ / "damaged.sqlite";
        std::ofstream(damaged, std::ios::binary | std::ios::trunc) << bytes;
        errors += !messageOf(damaged).empty();
    }
    EXPECT_GT(errors, 20);
}

TEST_F(GazetteerFiles, buildingTwiceGivesTheSameBytesAndABrokenBuildLeavesTheOldFile) {
    const std::vector<PlaceRow> rows{row("t:1", "Alpha", 1, 1), row("t:2", "Beta", 2, 2)};
    const auto read = [](const fs::path& file) {
        std::ostringstream bytes;
        bytes << std::ifstream(file, std::ios::binary).rdbuf();
        return bytes.str();
    };
    const std::string first = read(built(rows, "a.sqlite"));
    EXPECT_EQ(first, read(built(rows, "b.sqlite")));
    EXPECT_THROW(build({row("t:1", "Gamma", 1, 100)}, folder_ / "a.sqlite"), Error);
    EXPECT_THROW(build({row("", "Gamma", 1, 1)}, folder_ / "a.sqlite"), Error);
    EXPECT_THROW(build({row("t:1", "?!", 1, 1)}, folder_ / "a.sqlite"), Error);
    EXPECT_EQ(first, read(folder_ / "a.sqlite"));
    EXPECT_THROW(build(rows, folder_ / "no" / "such" / "folder.sqlite"), Error);
}

}  // namespace
}  // namespace retrace::gazetteer
