#include "evaluate/front_methods.hpp"

#include <gtest/gtest.h>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

front::Observation seen(double lon, std::size_t side, double t) {
    return {.at = {lon, 35}, .earliest = t, .latest = t, .side = side, .certainty = 0.9};
}

TEST(FrontMethods, TheNearerClaimDecides) {
    for (const Contender& method : {kernelVote(), hilbertMap()})
        for (const std::size_t sides : {2u, 3u}) {
            const auto answer = method.learn({seen(36, 0, 0), seen(36.4, 1, 0)}, sides);
            const auto p = answer(0, {{36.01, 35}, {36.39, 35}, {36.2, 35}});
            ASSERT_EQ(p.size(), 3 * sides);
            EXPECT_GT(p[0], 0.6) << method.name;
            EXPECT_GT(p[sides + 1], 0.6) << method.name;
            EXPECT_NEAR(p[2 * sides], p[2 * sides + 1], 1e-6) << method.name;
            for (std::size_t i = 0; i < 3; ++i) {
                double sum = 0;
                for (std::size_t s = 0; s < sides; ++s) sum += p[i * sides + s];
                EXPECT_NEAR(sum, 1, 1e-9) << method.name;
            }
        }
}

}  // namespace
