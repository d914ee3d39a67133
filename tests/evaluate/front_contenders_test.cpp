#include "evaluate/front_contenders.hpp"

#include <gtest/gtest.h>

using namespace retrace;
using namespace retrace::evaluate;

namespace {

constexpr double day = 86400;

front::Observation seen(double lon, std::size_t side, double t) {
    return {.at = {lon, 35}, .earliest = t, .latest = t, .side = side, .certainty = 0.9};
}

TEST(FrontBaselines, AnswerAsTheirNamesSay) {
    // a at 36.0, which b took between days 2 and 4; b at 37.0 from the start.
    front::Observation taken = seen(36, 1, 2 * day);
    taken.latest = 4 * day;
    taken.before = 0;
    const std::vector<front::Observation> told{taken, seen(37, 1, 0)};
    const auto b = [&](std::size_t method, double t, double lon) {
        return frontBaselines()[method].learn(told, 2)(t, {{lon, 35}})[1];
    };
    EXPECT_EQ(b(0, 9 * day, 36.2), 0);  // persistence: what was first
    EXPECT_EQ(b(0, 9 * day, 36.8), 1);
    EXPECT_EQ(b(1, 2.5 * day, 36.2), 0);  // nearest claim: in the middle of the span
    EXPECT_EQ(b(1, 3.5 * day, 36.2), 1);
    EXPECT_NEAR(b(2, day, 36.25), 0.1, 1e-3);  // inverse distance: 1/9 against 1
}

TEST(FrontBaselines, KnowNothingFromNothing) {
    front::Observation denied = seen(36, 1, 0);
    denied.negated = true;  // who did hold it is not told
    for (const Contender& c : frontBaselines())
        for (const auto& told : {std::vector<front::Observation>{}, std::vector{denied}})
            EXPECT_NEAR(c.learn(told, 3)(0, {{36, 35}})[1], 1.0 / 3, 1e-9) << c.name;
}

TEST(FrontBaselines, AnEarlierClaimSaysWhatWasBefore) {
    front::Observation taken = seen(36, 0, 4 * day);
    taken.before = 1;  // and yet side 2 was seen there the day before
    const auto answer = frontBaselines()[1].learn({taken, seen(36, 2, 3 * day)}, 3);
    EXPECT_EQ(answer(3.5 * day, {{36, 35}})[2], 1);
    EXPECT_EQ(answer(5 * day, {{36, 35}})[0], 1);
}

TEST(FieldContender, AnswersAsTheFieldDoes) {
    const std::vector<front::Observation> told{seen(36, 0, 0), seen(37, 1, day)};
    const auto field = front::fieldOf(told, 2);
    const auto p = fieldContender().learn(told, 2)(day, {{36.2, 35}, {36.9, 35.1}});
    ASSERT_EQ(p.size(), 4u);
    EXPECT_DOUBLE_EQ(p[0], front::controlAt(field, {36.2, 35}, day).p[0]);
    EXPECT_DOUBLE_EQ(p[3], front::controlAt(field, {36.9, 35.1}, day).p[1]);
}

}  // namespace
