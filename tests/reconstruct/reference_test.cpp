#include "reference.hpp"

#include "geo/geodesic.hpp"
#include "reconstruct/choose_places.hpp"

#include <gtest/gtest.h>

#include <iostream>

namespace retrace::reconstruct::test {
namespace {

bool missing() {
    return !std::filesystem::exists(sharedFolder() / "interview" / "mentions.csv") ||
           !std::filesystem::exists(shippedGazetteer());
}

struct Score {
    int right = 0, wrong = 0, open = 0;
};

Score placeScore(const std::vector<model::PlaceMention>& mentions) {
    Score score;
    const auto rows = csvRows(sharedFolder() / "interview" / "mentions.csv");
    for (const auto& row : rows) {
        if (row.at("literal") != "1" || row.at("lat").empty()) continue;
        for (const auto& m : mentions) {
            if (m.mention.quote.begin != std::stoul(row.at("char_start"))) continue;
            if (!m.place) {
                ++score.open;
                std::cout << "  open: " << row.at("surface") << ": " << m.why << "\n";
                continue;
            }
            const double km =
                geo::distance_m(m.place->where.at, {std::stod(row.at("lon")), std::stod(row.at("lat"))}) /
                1000;
            const bool right = km <= std::stod(row.at("tolerance_km"));
            ++(right ? score.right : score.wrong);
            if (!right)
                std::cout << "  wrong: " << row.at("surface") << " at " << m.place->name << ", off by " << km
                          << " km: " << m.why << "\n";
        }
    }
    return score;
}

TEST(Reference, placesOfAPerfectlyReadInterview) {
    if (missing()) GTEST_SKIP() << "no reference tables or no gazetteer here";
    const gazetteer::Gazetteer gazetteer({shippedGazetteer()});
    const auto places = choosePlaces(referenceWords(), lookupOf(gazetteer), {});
    const auto score = placeScore(places.mentions);
    std::cout << "places: " << score.right << " right, " << score.wrong << " wrong, " << score.open
              << " left open\n";
    EXPECT_EQ(score.wrong, 0);
    EXPECT_LE(score.open, 3);  // the name that lies 170 km from its neighbours
}

TEST(Reference, chainOfAPerfectlyReadInterview) {
    if (missing()) GTEST_SKIP() << "no reference tables or no gazetteer here";
    const gazetteer::Gazetteer gazetteer({shippedGazetteer()});
    const auto r = reconstructRead(referenceWords(), lookupOf(gazetteer), {}, {}, {});
    ASSERT_EQ(r.itineraries.size(), 1U);
    std::string orders;
    for (const auto& stop : r.itineraries.front().stops) orders += std::to_string(stop.order) + " ";
    EXPECT_EQ(orders, "1 2 2 3 4 5 6 7 8 9 10 11 11 11 11 12 12 13 14 15 ");
}

}  // namespace
}  // namespace retrace::reconstruct::test
