#include "front/place_index.hpp"
#include "claims.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>

using namespace retrace;

namespace {

std::vector<geo::LonLat> pointsIn(const geo::Box& box, std::size_t count, unsigned seed) {
    std::vector<geo::LonLat> out;
    for (const auto& o : test::claimsIn(box, count, 2, seed)) out.push_back(o.at);
    return out;
}

TEST(PlaceIndex, FindsAllWithinReach) {
    const unsigned seed = 11;
    SCOPED_TRACE(seed);
    const auto points = pointsIn({-10, 50, 10, 70}, 800, seed);
    const front::PlaceIndex index(points, 0.3);
    for (std::size_t i = 0; i < points.size(); i += 40) {
        const auto found = index.near(front::boxAround(points[i], 90'000));
        for (std::uint32_t j = 0; j < points.size(); ++j) {
            if (front::chord_m(points[i], points[j]) >= 90'000) continue;
            EXPECT_TRUE(std::ranges::binary_search(found, j)) << i << " " << j;
        }
    }
}

TEST(PlaceIndex, FindsThemOverTheAntimeridianAndAtThePoles) {
    const unsigned seed = 12;
    SCOPED_TRACE(seed);
    for (const geo::Box& box :
         {geo::Box{178, -5, 182, 5}, geo::Box{-180, 88, 180, 90}, geo::Box{-180, -90, 180, -88}}) {
        const auto points = pointsIn(box, 500, seed);
        const front::PlaceIndex index(points, 0.2);
        for (std::size_t i = 0; i < points.size(); i += 25) {
            const auto found = index.near(front::boxAround(points[i], 70'000));
            EXPECT_TRUE(std::ranges::is_sorted(found));
            EXPECT_EQ(std::ranges::adjacent_find(found), found.end());  // each once
            for (std::uint32_t j = 0; j < points.size(); ++j)
                if (front::chord_m(points[i], points[j]) < 70'000) {
                    EXPECT_TRUE(std::ranges::binary_search(found, j)) << i << " " << j;
                }
        }
    }
}

TEST(PlaceIndex, LeavesOutWhatIsFar) {
    const front::PlaceIndex index({{10, 50}, {20, 50}, {-170, 50}}, 1);
    EXPECT_EQ(index.near({9, 49, 11, 51}), (std::vector<std::uint32_t>{0}));
    EXPECT_EQ(index.near({369, 49, 371, 51}), (std::vector<std::uint32_t>{0}));  // once around
    EXPECT_EQ(index.near({-200, 40, 200, 60}).size(), 3u);
    EXPECT_TRUE(index.near({11, 49, 9, 51}).empty());
    EXPECT_TRUE(front::PlaceIndex().near({-180, -90, 180, 90}).empty());
}

TEST(Wrapped, IsTheSameMeridian) {
    for (const auto& [lon, same] :
         {std::pair{180.0, -180.0}, {-180.0, -180.0}, {190.0, -170.0}, {-540.0, -180.0}, {36.5, 36.5}})
        EXPECT_DOUBLE_EQ(front::wrapped(lon), same);
}

TEST(Chord, IsTheDistanceOnTheGlobe) {
    // A degree of latitude; a quarter of the globe by its chord; over the antimeridian.
    EXPECT_NEAR(front::chord_m({36, 35}, {36, 36}), 111'195, 5);
    EXPECT_NEAR(front::chord_m({0, 0}, {0, 90}), front::earthRadius_m * std::sqrt(2), 1);
    EXPECT_NEAR(front::chord_m({179.5, 0}, {-179.5, 0}), 111'195, 5);
}

TEST(BoxAround, HoldsTheCircle) {
    for (const double lat : {0.0, 35.0, -60.0, 85.0})
        for (double angle = 0; angle < 6.28; angle += 0.1) {
            // A point 199 km away in that direction, by the great circle.
            const double d = 199'000 / front::earthRadius_m, rad = std::acos(-1.0) / 180;
            const double to = std::asin(std::sin(lat * rad) * std::cos(d) +
                                        std::cos(lat * rad) * std::sin(d) * std::cos(angle));
            const double lon = std::atan2(std::sin(angle) * std::sin(d) * std::cos(lat * rad),
                                          std::cos(d) - std::sin(lat * rad) * std::sin(to));
            const geo::Box box = front::boxAround({20, lat}, 200'000);
            EXPECT_TRUE(20 + lon / rad >= box.west && 20 + lon / rad <= box.east) << lat << " " << angle;
            EXPECT_TRUE(to / rad >= box.south && to / rad <= box.north) << lat << " " << angle;
        }
}

}  // namespace
