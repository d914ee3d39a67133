#include "compare/record_side.hpp"

#include "front/observation.hpp"

#include <gtest/gtest.h>

namespace retrace::compare {
namespace {

constexpr double day = 86400;

model::Stop stopAt(double lon, bool dated) {
    model::Stop stop;
    stop.place = geo::Place{.id = "t:a", .name = "Arla", .type = "town", .where = {{lon, 36}, 500}};
    stop.arrive = 5 * day;
    stop.leave = 6 * day;
    if (dated) stop.when.span.earliest = timeline::Instant{static_cast<std::int64_t>(stop.arrive)};
    return stop;
}

TEST(RecordSide, IsWhoHeldTheStopByTheRecordsAlone) {
    model::Reconstruction r;
    r.sides = {{.name = "ours"}, {.name = "theirs"}};
    model::ControlClaim own;
    own.kind = model::Control::holds;
    own.side = "we";
    own.party = 0;
    own.quote = text::Quote{"t", 0, 5};
    r.claims = {own};
    const auto recorded = front::fieldOf({{.at = {36, 36}, .earliest = 3 * day, .latest = 4 * day, .side = 1, .before = 0}}, 2);
    const auto there = recordSideAt(r, stopAt(36, true), recorded);
    ASSERT_TRUE(there);
    EXPECT_EQ(there->side, 1U);
    EXPECT_GT(there->p, 0.5);
    EXPECT_EQ(there->own, false);
    EXPECT_FALSE(recordSideAt(r, stopAt(36, false), recorded)) << "nobody tells when he was there";
    EXPECT_FALSE(recordSideAt(r, stopAt(42, true), recorded)) << "nothing is stated there";
    auto nowhere = stopAt(36, true);
    nowhere.place.reset();
    EXPECT_FALSE(recordSideAt(r, nowhere, recorded));
    r.claims.clear();
    EXPECT_FALSE(recordSideAt(r, stopAt(36, true), recorded)->own) << "his side is not known";
    r.orderOnly = {{4 * day, 8 * day}};
    EXPECT_FALSE(recordSideAt(r, stopAt(36, true), recorded));
}

}  // namespace
}  // namespace retrace::compare
