#include "gazetteer/place_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace retrace::gazetteer {
namespace {

TEST(PlaceCells, VisitTheGreatestOfAnyBoxInOrder) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto between = [&](double a, double b) { return std::uniform_real_distribution(a, b)(random); };
    std::vector<geo::LonLat> places{{0, 0}};  // ranks count from 1
    PlaceCells cells;
    for (std::uint32_t rank = 1; rank <= 3000; ++rank) {
        const bool crowded = random() % 2 == 0;
        places.push_back(crowded ? geo::LonLat{between(36, 37), between(34, 35)}
                                 : geo::LonLat{between(-180, 180), between(-90, 90)});
        cells.add(rank, places.back());
    }
    std::map<std::int64_t, Ranks> table;
    for (const auto& [cell, rank] : cells.taken()) table[cell].push_back(rank);
    for (int round = 0; round < 50; ++round) {
        const double west = between(-180, 170), south = between(-90, 80);
        const geo::Box box = round % 2 == 0
                                 ? geo::Box{west, south, west + between(0, 60), south + between(0, 40)}
                                 : geo::Box{36.2, 34.1, 36.2 + between(0, 0.5), 34.1 + between(0, 0.5)};
        Ranks expected, visited;
        for (std::size_t rank = 1; rank < places.size(); ++rank)
            if (geo::contains(box, places[rank])) expected.push_back(static_cast<long long>(rank));
        visitByRank(
            box, [&](std::int64_t cell) { return table[cell]; },
            [&](long long rank) {
                if (geo::contains(box, places[static_cast<std::size_t>(rank)])) visited.push_back(rank);
                return true;
            });
        EXPECT_EQ(visited, expected);
    }
}

TEST(PlaceCells, TheEdgesOfTheWorldAreInside) {
    PlaceCells cells;
    cells.add(1, {180, 90});
    cells.add(2, {-180, -90});
    EXPECT_EQ(cells.taken().size(), 2U);
}

}  // namespace
}  // namespace retrace::gazetteer
