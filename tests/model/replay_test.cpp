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

TEST(Replay, anOrderOnlyStretchShowsTheDaysThatBoundIt) {
    auto r = dated();
    r.zone = "UTC";
    auto& when = r.events[0].when;
    const auto day = [](int month, int date, int year = 2024) {
        return timeline::toInstant({{year, month, date}, 0, 0}, "UTC");
    };
    const auto face = [&](timeline::Instant from, timeline::Instant to) {
        when.span.earliest = from;
        when.span.latest = to;
        return clockFace(r, r.begin + 1);
    };
    EXPECT_EQ(face(day(12, 6), day(12, 8)).date, "6-7 Dec 2024");
    EXPECT_EQ(face(day(12, 6), day(12, 8)).note, "UTC, day not stated");
    EXPECT_EQ(face(day(11, 28), day(12, 9)).date, "28 Nov - 8 Dec 2024");
    EXPECT_EQ(face(day(12, 30), day(1, 2, 2025)).date, "30 Dec 2024 - 1 Jan 2025");
    EXPECT_EQ(face(day(6, 1), day(7, 1)).date, "Jun 2024");
    EXPECT_EQ(face(day(1, 1), day(1, 1, 2025)).date, "2024");
    EXPECT_EQ(face(day(12, 6), day(12, 7)).date, "Fri 6 Dec 2024");
    EXPECT_EQ(face(day(12, 6), day(12, 7)).note, "UTC");
    when.span.latest.reset();
    EXPECT_EQ(clockFace(r, r.begin + 1).date, "from Fri 6 Dec 2024 on");
    when.span.earliest.reset();
    when.span.latest = day(12, 7);
    EXPECT_EQ(clockFace(r, r.begin + 1).date, "until Fri 6 Dec 2024");
}

TEST(Replay, anOrderOnlyStretchHasNoDate) {
    const auto r = dated();
    EXPECT_TRUE(isOrderOnly(r, r.begin));
    EXPECT_FALSE(isOrderOnly(r, 1733367600));
    const auto first = clockFace(r, r.begin + 1);
    EXPECT_EQ(first.date, "Day not stated");
    EXPECT_EQ(first.time, "");
    EXPECT_EQ(first.note, "only the order is told");
    EXPECT_EQ(clockFace(r, *r.events[1].shown + 1).time, "06:00");  // the words give the hour
}

}  // namespace
}  // namespace retrace::model
