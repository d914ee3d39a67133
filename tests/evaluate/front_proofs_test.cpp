#include "evaluate/front_proofs.hpp"
#include "front_growing.hpp"

#include <gtest/gtest.h>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

/// Two methods that know nothing and one that always says side 1.
std::vector<Contender> guesses() {
    const auto saying = [](std::string name, double b) {
        return Contender{
            std::move(name), [b](const std::vector<front::Observation>&, std::size_t sides) {
                return [b, sides](double, const std::vector<geo::LonLat>& points) {
                    std::vector<double> out;
                    for (std::size_t i = 0; i < points.size() * sides; ++i)
                        out.push_back(i % sides == 1 ? b : (1 - b) / static_cast<double>(sides - 1));
                    return out;
                };
            }};
    };
    return {saying("even", 0.5), saying("even too", 0.5), saying("sure", 1)};
}

TEST(FrontProofs, CollapsesAreCountedAndTheSameAgain) {
    const FrontProof a = proveOnCollapse(guesses(), 3, 7), b = proveOnCollapse(guesses(), 3, 7);
    EXPECT_EQ(a.runs, 3u);
    ASSERT_EQ(a.methods.size(), 3u);
    EXPECT_EQ(a.methods[0].briers, std::vector<double>(3, 0.25));
    EXPECT_FALSE(a.methods[0].beaten.has_value());
    EXPECT_EQ(a.methods[1].beaten, 0u);  // as good is not better
    EXPECT_EQ(a.methods[2].beaten, 3u);
    EXPECT_EQ(a.methods[2].briers, b.methods[2].briers);
}

TEST(FrontProofs, TuningAndReportTakeDifferentDates) {
    const PolygonGround ground = growing();  // four dates
    const auto tuned = proveOnPolygons(ground, guesses(), 1, 1, true);
    const auto reported = proveOnPolygons(ground, guesses(), 1, 1, false);
    ASSERT_EQ(tuned.size(), 4u);
    EXPECT_EQ(tuned[0].runs, 3u * 6 * 1);  // counts, noises, the second date
    EXPECT_EQ(reported[0].runs, 3u * 6 * 2);
    EXPECT_EQ(tuned[1].runs + tuned[2].runs + tuned[3].runs, tuned[0].runs);
    EXPECT_EQ(tuned[3].name, "polygons, 300 claims");
    // The side that grows holds more on later dates: who always says so is better there.
    EXPECT_LT(*reported[0].methods[2].all.meanBrier(), *tuned[0].methods[2].all.meanBrier());
}

TEST(FrontProofs, TheFieldStandsFirst) {
    const auto all = frontContenders();
    ASSERT_EQ(all.size(), 6u);
    EXPECT_EQ(all[0].name, "field");
    EXPECT_EQ(all[1].name, "persistence");
}

}  // namespace
