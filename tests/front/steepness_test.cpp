#include "front/steepness.hpp"
#include "claims.hpp"

#include <gtest/gtest.h>

using namespace retrace;

namespace {

/// Places in a square; the side by longitude, or by chance.
std::vector<front::Observation> square(bool byChance, unsigned seed) {
    auto told = test::claimsIn({36, 33, 39, 36}, 60, 2, seed);
    for (auto& o : told)
        o = {.at = o.at,
             .side = byChance ? o.side : std::size_t{o.at.lon > 37.5},
             .certainty = 0.9,
             .claim = o.claim};
    return told;
}

TEST(Steepness, ClearHalvesAreSurerThanChance) {
    for (const unsigned seed : {1u, 2u, 3u, 4u}) {
        SCOPED_TRACE(seed);
        const double usual = front::Settings{}.usualSteepness;
        EXPECT_GT(front::fieldOf(square(false, seed), 2).steepness, usual);
        EXPECT_LT(front::fieldOf(square(true, seed), 2).steepness, 0.8 * usual);
    }
}

TEST(Steepness, WhereFewForetellItIsTheUsual) {
    const auto told = square(false, 1);
    for (const std::size_t count : {1u, 2u})
        EXPECT_EQ(
            front::fieldOf({told.begin(), told.begin() + static_cast<std::ptrdiff_t>(count)}, 2).steepness,
            front::Settings{}.usualSteepness);
}

TEST(Steepness, ManyThousandPlacesAreAskedToo) {
    auto told = test::claimsIn({36, 33, 39, 36}, 1500, 2, 5);
    for (auto& o : told) o = {.at = o.at, .side = o.at.lon > 37.5, .certainty = 0.9};
    const auto field = front::fieldOf(told, 2, {.samePlace_m = 10});
    ASSERT_FALSE(field.correlation.full());
    EXPECT_GT(field.steepness, front::Settings{}.usualSteepness);
}

}  // namespace
