#include "evaluate/front_collapse.hpp"

#include <gtest/gtest.h>
#include <cmath>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

TEST(FrontCollapse, IsTheSameForTheSameSeed) {
    const Collapse a = collapseOf(4), b = collapseOf(4), c = collapseOf(5);
    EXPECT_EQ(a.run.instants[3].truth, b.run.instants[3].truth);
    EXPECT_NE(a.run.instants[3].truth, c.run.instants[3].truth);
    ASSERT_EQ(a.observations.size(), b.observations.size());
    EXPECT_EQ(a.observations.back().at, b.observations.back().at);
}

TEST(FrontCollapse, GoesForthAndBack) {
    std::size_t forth = 0, back = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        for (const ScoredChange& change : collapseOf(seed).run.changes)
            for (std::size_t i = 0; i < change.before.size(); ++i) {
                forth += change.before[i] == 0 && change.after[i] == 1;
                back += change.before[i] == 1 && change.after[i] == 0;
            }
    EXPECT_GT(forth, 20 * back / 10);
    EXPECT_GT(back, 100u);
}

TEST(FrontCollapse, OneClaimInTenIsWrong) {
    std::size_t wrong = 0, all = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Collapse c = collapseOf(seed);
        EXPECT_EQ(c.ground.points.size(), 2500u);
        for (const auto& o : c.observations) {
            EXPECT_LE(o.earliest, o.latest);
            EXPECT_TRUE(o.side < collapseSides && (!o.before || *o.before == 1 - o.side));
            const auto day = static_cast<std::size_t>(o.earliest / 86400 + 0.5);
            if (o.before || day < 1 || day > 9) continue;  // states near an instant that is scored
            const auto& truth = c.run.instants[day - 1].truth;
            std::size_t nearest = 0;
            for (std::size_t i = 0; i < truth.size(); ++i)
                if (std::hypot(c.ground.points[i].lon - o.at.lon, c.ground.points[i].lat - o.at.lat) <
                    std::hypot(c.ground.points[nearest].lon - o.at.lon,
                               c.ground.points[nearest].lat - o.at.lat))
                    nearest = i;
            wrong += *truth[nearest] != o.side;
            ++all;
        }
    }
    // One in ten, and some that are a few kilometres or hours off.
    EXPECT_GT(all, 500u);
    EXPECT_GT(wrong, all / 12);
    EXPECT_LT(wrong, all / 4);
}

}  // namespace
