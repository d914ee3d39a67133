#include "evaluate/front_random.hpp"

#include <gtest/gtest.h>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

TEST(FrontRandom, HasItsMoments) {
    Random random(9);
    double sum = 0, squares = 0;
    for (int i = 0; i < 20000; ++i) {
        const double x = random.normal();
        sum += x;
        squares += x * x;
    }
    EXPECT_NEAR(sum / 20000, 0, 0.03);
    EXPECT_NEAR(squares / 20000, 1, 0.04);
}

TEST(FrontRandom, IsTheSameEverywhere) {
    Random random(1);
    EXPECT_EQ(random.below(1'000'000), 133'876u);
    for (int i = 0; i < 1000; ++i) EXPECT_LT(random.below(7), 7u);
}

}  // namespace
