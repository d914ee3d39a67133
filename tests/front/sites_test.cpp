#include "front/sites.hpp"
#include "claims.hpp"

#include <gtest/gtest.h>
#include <numeric>

using namespace retrace;

namespace {

front::Observation at(double lon, double lat, double radius_m = 0) {
    return {.at = {lon, lat}, .radius_m = radius_m};
}

TEST(Sites, ClaimsWithinAKilometreAreOfOnePlace) {
    const auto sites = front::sitesOf({at(36, 35), at(36.005, 35), at(36.02, 35), at(36, 35.005)}, {});
    ASSERT_EQ(sites.size(), 2u);
    EXPECT_EQ(sites[0].observations, (std::vector<std::size_t>{0, 1, 3}));
    EXPECT_EQ(sites[1].observations, (std::vector<std::size_t>{2}));
    EXPECT_EQ(sites[0].at, (geo::LonLat{36, 35}));
}

TEST(Sites, TheNearerPlaceTakesTheClaim) {
    const auto sites = front::sitesOf({at(36, 35), at(36.015, 35), at(36.009, 35)}, {});
    ASSERT_EQ(sites.size(), 2u);
    EXPECT_EQ(sites[1].observations, (std::vector<std::size_t>{1, 2}));
}

TEST(Sites, TheAntimeridianAndThePoleDivideNoPlace) {
    EXPECT_EQ(front::sitesOf({at(179.999, 0), at(-179.999, 0)}, {}).size(), 1u);
    EXPECT_EQ(front::sitesOf({at(-180, 0), at(179.999, 0)}, {}).size(), 1u);
    EXPECT_EQ(front::sitesOf({at(0, 89.999), at(180, 89.999), at(-90, 90)}, {}).size(), 1u);
}

TEST(Sites, EveryClaimHasOnePlace) {
    for (const unsigned seed : {1u, 2u, 3u}) {
        SCOPED_TRACE(seed);
        const auto told = test::claimsIn({36, 35, 36.2, 35.2}, 300, 2, seed);
        std::vector<int> times(told.size());
        const auto sites = front::sitesOf(told, {});
        for (const auto& site : sites)
            for (const std::size_t o : site.observations) {
                ++times[o];
                EXPECT_LE(front::chord_m(told[o].at, site.at), 1000);
            }
        EXPECT_EQ(times, std::vector<int>(told.size(), 1));
        for (std::size_t i = 0; i < sites.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) EXPECT_GT(front::chord_m(sites[i].at, sites[j].at), 1000);
    }
}

TEST(Sites, SupportGoesAsFarAsNeighboursLie) {
    const front::Settings settings{.samePlace_m = 100};
    const auto row = [&](double apart_deg) {
        std::vector<front::Observation> told;
        for (int k = 0; k < 30; ++k) told.push_back(at(36, 30 + apart_deg * k));
        return front::sitesOf(told, settings)[15].support_m;
    };
    // Six neighbours lie three to either side; twice as far it is stated.
    EXPECT_NEAR(row(0.1), 6 * 11'119.5, 10);
    EXPECT_EQ(row(0.005), settings.leastSupport_m);
    EXPECT_EQ(row(0.9), settings.greatestSupport_m);
}

TEST(Sites, ALargePlaceSupportsFarther) {
    const auto sites = front::sitesOf({at(36, 35, 300), at(36, 35, 8000)}, {});
    ASSERT_EQ(sites.size(), 1u);
    EXPECT_EQ(sites[0].support_m, front::Settings{}.greatestSupport_m + 8000);
}

}  // namespace
