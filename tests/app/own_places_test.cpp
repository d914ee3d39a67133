#include "app/own_places.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/data_folder.hpp"
#include "gazetteer/gazetteer.hpp"
#include "geo/error.hpp"

namespace retrace::app {
namespace {

namespace fs = std::filesystem;

class OwnPlaces : public testing::Test {
protected:
    void SetUp() override {
        if (const char* data = std::getenv("XDG_DATA_HOME")) before_ = data;
        fs::remove_all(home_);
        setenv("XDG_DATA_HOME", home_.c_str(), 1);
    }
    void TearDown() override {
        before_.empty() ? unsetenv("XDG_DATA_HOME") : setenv("XDG_DATA_HOME", before_.c_str(), 1);
        fs::remove_all(home_);
    }
    static geo::Place point(const std::string& name) {
        return {.id = "user:" + name + "@36.70000,35.10000",
                .name = name,
                .name_ar = {},
                .type = "point",
                .where = {{36.7, 35.1}, 400},
                .country = {}};
    }
    std::string listed() const {
        std::ifstream in(home_ / "retrace/gazetteers/own.csv");
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }
    fs::path home_ = fs::path(testing::TempDir()) /
                     (std::string("own places ") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::string before_;
};

TEST_F(OwnPlaces, AreKeptInAListAndFoundByTheSpellingOfTheText) {
    keepPlace(point("the old mill, \"north\""), "al-Tahoun", "kept from a test");
    keepPlace(point("Qurtal"), "Qortal", "kept from a test");
    const fs::path list = keepPlace(point("Qurtal"), "Qortal", "kept from a test");  // twice is once
    EXPECT_EQ(list, home_ / "retrace/gazetteers/own.csv");
    const std::string rows = listed();
    EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 3);
    ASSERT_EQ(userGazetteers().size(), 1U);
    const gazetteer::Gazetteer own(userGazetteers());
    ASSERT_FALSE(own.search("al-Tahoun").empty());
    EXPECT_EQ(own.search("al-Tahoun").front().place.name, "the old mill, \"north\"");
    EXPECT_NEAR(own.search("Qortal").at(0).place.where.at.lat, 35.1, 1e-6);
    EXPECT_NEAR(own.search("Qortal").at(0).place.where.radius_m, 400, 1);
}

TEST_F(OwnPlaces, APlaceOfAGazetteerGainsASpelling) {
    geo::Place town{.id = "gn:1", .name = "Suran", .name_ar = "صوران", .type = "town", .where = {{36.7, 35.3}, 900}};
    keepPlace(town, "Souraan", "a");
    keepPlace(town, "Sawran", "b");
    const gazetteer::Gazetteer own(userGazetteers());
    EXPECT_EQ(own.info().at(0).places, 1U);
    EXPECT_EQ(own.search("Souraan").at(0).place.id, "gn:1");
    EXPECT_EQ(own.search("Sawran").at(0).score, 1);
}

TEST_F(OwnPlaces, WhatCannotBeWrittenIsAnErrorAndLosesNothing) {
    keepPlace(point("Qurtal"), "Qortal", "a");
    const std::string before = listed();
    fs::create_directories(home_ / "retrace/gazetteers/own.new.csv");  // a folder where the file should be
    EXPECT_THROW(keepPlace(point("Other"), "Other", "a"), Error);
    EXPECT_EQ(listed(), before);
    EXPECT_EQ(gazetteer::Gazetteer(userGazetteers()).search("Qortal").size(), 1U);
}

}  // namespace
}  // namespace retrace::app
