#include "model/reconstruction.hpp"

#include <gtest/gtest.h>

namespace retrace::model {
namespace {

// Two undated events on an order-only stretch, then two on 5 December 2024, 06:00 and 09:30 in Damascus.
Reconstruction dated() {
    Reconstruction r{.zone = "Asia/Damascus"};
    const double six = 1733367600;
    r.events.resize(4);
    r.events[0].shown = six - 21600;
    r.events[1].shown = six - 10800;
    r.events[1].when.clock = timeline::ClockSpan{6 * 60, 6 * 60};
    r.events[2].when.best = timeline::Instant{1733367600};
    r.events[2].when.clock = timeline::ClockSpan{6 * 60, 6 * 60};
    r.events[2].when.span.origins = {timeline::Origin::words, timeline::Origin::record};
    r.events[3].when.best = timeline::Instant{1733367600 + 12600};
    r.orderOnly = {{six - 21600, six}};
    r.begin = six - 21600;
    r.end = six + 20000;
    return r;
}

TEST(Replay, anEventIsShownAtItsInstantOrItsPlaceInTheOrder) {
    const auto r = dated();
    EXPECT_DOUBLE_EQ(storyTimeOf(r, 0), r.begin);
    EXPECT_DOUBLE_EQ(storyTimeOf(r, 2), 1733367600);
    EXPECT_DOUBLE_EQ(storyTimeOf(r, 99), r.end);
}

TEST(Replay, theEventToldIsTheLastBegun) {
    const auto r = dated();
    EXPECT_FALSE(eventAt(r, r.begin - 1));
    EXPECT_EQ(eventAt(r, r.begin), std::optional<std::size_t>(0));
    EXPECT_EQ(eventAt(r, 1733367600 + 100), std::optional<std::size_t>(2));
    EXPECT_EQ(eventAt(r, r.end), std::optional<std::size_t>(3));
}

TEST(Replay, whatIsOnlyBackgroundIsNeverTheEventTold) {
    auto r = dated();
    r.events[3].status = Status::background;
    EXPECT_EQ(eventAt(r, r.end), std::optional<std::size_t>(2));
}

TEST(Replay, theClockNamesTheDayAndWhoSaysSo) {
    const auto r = dated();
    const auto face = clockFace(r, 1733367600 + 70 * 60);
    EXPECT_EQ(face.date, "Thu 5 Dec 2024");
    EXPECT_EQ(face.time, "07:10");
    EXPECT_EQ(face.note, "Damascus, day from the record");
    EXPECT_EQ(clockFace(r, r.end).note, "Damascus");
}

TEST(Replay, aDayWithoutAnHourIsShownWithoutOne) {
    auto r = dated();
    auto& when = r.events[2].when;
    when.clock.reset();
    when.span.earliest = timeline::Instant{1733367600 - 6 * 3600};
    when.span.latest = timeline::Instant{1733367600 + 18 * 3600};
    const auto face = clockFace(r, 1733367600 + 70 * 60);
    EXPECT_EQ(face.date, "Thu 5 Dec 2024");
    EXPECT_EQ(face.time, "");
    when.span.latest = timeline::Instant{1733367600};  // six hours: narrow enough
    EXPECT_EQ(clockFace(r, 1733367600 + 70 * 60).time, "07:10");
}

TEST(Replay, anOrderOnlyStretchHasNoDate) {
    const auto r = dated();
    EXPECT_TRUE(isOrderOnly(r, r.begin));
    EXPECT_FALSE(isOrderOnly(r, 1733367600));
    const auto first = clockFace(r, r.begin + 1);
    EXPECT_EQ(first.date, "order only");
    EXPECT_EQ(first.time, "");
    EXPECT_EQ(first.note, "day not stated");
    EXPECT_EQ(clockFace(r, *r.events[1].shown + 1).time, "06:00");  // the words give the hour
}

}  // namespace
}  // namespace retrace::model
