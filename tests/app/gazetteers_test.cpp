#include "app/case.hpp"
#include "gazetteer/build.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace retrace::app {
namespace {

namespace fs = std::filesystem;

class UserGazetteers : public testing::Test {
protected:
    void SetUp() override {
        if (const char* data = std::getenv("XDG_DATA_HOME")) before_ = data;
        fs::remove_all(home_);
        fs::create_directories(home_ / "retrace/gazetteers");
        setenv("XDG_DATA_HOME", home_.c_str(), 1);
    }
    void TearDown() override {
        before_.empty() ? unsetenv("XDG_DATA_HOME") : setenv("XDG_DATA_HOME", before_.c_str(), 1);
        fs::remove_all(home_);
    }
    static void build(const fs::path& file, const std::string& name) {
        gazetteer::PlaceRow row;
        row.place.id = "user:" + name;
        row.place.name = name;
        row.place.where = {{36, 34}, 500};
        gazetteer::build({row}, file);
    }
    static std::vector<std::string> opened(const CaseOptions& options) {
        std::vector<std::string> names;
        for (const gazetteer::Info& each : openGazetteer(options).info())
            names.push_back(fs::path(each.file).filename().string());
        return names;
    }
    // A folder of each test alone: several run at once.
    fs::path home_ = fs::path(testing::TempDir()) /
                     (std::string("user gazetteers ") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::string before_;
};

using Names = std::vector<std::string>;

TEST_F(UserGazetteers, stayBetweenThoseGivenAndTheShipped) {
    const fs::path folder = home_ / "retrace/gazetteers";
    build(folder / "SY.gpkg", "Shiha");
    build(folder / "LB.gpkg", "Marj");
    build(home_ / "given.gpkg", "Hisya");
    EXPECT_EQ(opened({.gazetteers = {home_ / "given.gpkg"}, .userGazetteers = true}),
              (Names{"given.gpkg", "LB.gpkg", "SY.gpkg", "retrace.gpkg"}));
    EXPECT_EQ(opened({.gazetteers = {folder / "SY.gpkg"}, .userGazetteers = true}),
              (Names{"SY.gpkg", "LB.gpkg", "retrace.gpkg"}));
    EXPECT_EQ(opened({.userGazetteers = false}), Names{"retrace.gpkg"});
}

TEST_F(UserGazetteers, areNoneWithoutTheFolder) {
    fs::remove_all(home_ / "retrace");
    EXPECT_EQ(opened({.userGazetteers = true}), Names{"retrace.gpkg"});
}

}  // namespace
}  // namespace retrace::app
