#include "timeline/zone_near.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace retrace::timeline {
namespace {

TEST(ZoneNear, PrefersTheCountryToTheNearerTown) {
    if (!std::filesystem::exists("/usr/share/zoneinfo/zone.tab"))
        GTEST_SKIP() << "no zone.tab on this system";
    EXPECT_EQ(zoneNear({35.89, 34.89}, "SY"), "Asia/Damascus");
    EXPECT_EQ(zoneNear({35.89, 34.89}, ""), "Asia/Beirut");  // Tartus lies nearer to Beirut than to Damascus
    EXPECT_EQ(zoneNear({2.35, 48.85}, "FR"), "Europe/Paris");
    EXPECT_EQ(zoneNear({127.2, 40.4}, "KP"), "Asia/Pyongyang");
    EXPECT_EQ(zoneNear({30.2, 59.9}, "RU"), "Europe/Moscow");
    EXPECT_EQ(zoneNear({-73.9, 40.7}, "US"), "America/New_York");
}

}  // namespace
}  // namespace retrace::timeline
